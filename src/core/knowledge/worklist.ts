import { type Contact, checkHolds, isShown, type Phone, shownPhones } from './contact.ts'

/** A record of the contacts that waits for a person to call there and to open its pages. */
export interface Errand {
  /** `flows/contacts/nl.yaml` */
  file: string
  contact: Contact
  /** It shows nothing, nobody has ever checked it, or the check is too old. */
  because: 'nothing' | 'never' | 'old'
}

/** What the operator has to check: first what shows nothing to anybody, then the oldest; an unknown date is oldest. */
export function worklist(contacts: Record<string, Contact[]>, now: Date): Errand[] {
  const errands = Object.entries(contacts).flatMap(([country, records]) =>
    records.flatMap((contact) => {
      const because = reason(contact, now)
      return because ? [{ file: fileOf(country), contact, because }] : []
    }),
  )
  return errands.toSorted((a, b) => order(a).localeCompare(order(b)))
}

/** What to do about one of them, step by step; the last step takes it off the list. */
export function stepsOf({ contact, file }: Errand, now: Date): string[] {
  const { phones, website, email, name } = contact
  const steps = phones.map((phone) => tryPhone(contact, phone))
  if (phones.length === 0) steps.push(`look for a number of ${name}`)
  if (website) steps.push(`open ${website.url}${website.mark === 'memory' ? ', from memory' : ''}`)
  else steps.push(`look for a website of ${name}`)
  if (email) steps.push(`look whether ${email} stands there`)
  const day = now.toISOString().slice(0, 10)
  steps.push(`delete what is wrong, then write checkedOn: "${day}" into ${file}`)
  return steps
}

/** Who answers an emergency number is needed elsewhere. */
function tryPhone(contact: Contact, phone: Phone) {
  const { number, dial } = phone
  const written = dial.replaceAll(' ', '') === number ? dial : `${dial} (${number})`
  if (contact.kinds.includes('emergency'))
    return `read ${written} on an official page, do not call it`
  return `call ${written}${shownPhones(contact).includes(phone) ? '' : ', hidden so far'}`
}

function reason(contact: Contact, now: Date): Errand['because'] | undefined {
  if (!isShown(contact)) return 'nothing'
  if (contact.checkedOn === null) return 'never'
  return checkHolds(contact.checkedOn, now) ? undefined : 'old'
}

/** Sorts as text: `0` for nothing to show, and the day of the check or else of the source. */
function order({ because, contact: { checkedOn, source } }: Errand) {
  return `${because === 'nothing' ? 0 : 1} ${checkedOn ?? source.date ?? ''}`
}

function fileOf(country: string) {
  return `flows/contacts/${country.toLowerCase()}.yaml`
}
