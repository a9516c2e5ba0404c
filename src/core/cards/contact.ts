import { hostOf } from '../host.ts'
import {
  type Contact,
  checkHolds,
  type Hours,
  isAlways,
  type Phone,
  placeOf,
  shownPhones,
  shownWebsite,
} from '../knowledge/contact.ts'
import { type Holidays, isHoliday } from '../knowledge/holidays.ts'
import type { Text } from '../turn.ts'
import { europe } from '../voice.ts'
import { type Opening, opening } from './opening.ts'

/**
 * What a person sees of a contact at a moment: name, whom it helps, number, hours, languages, website, source. The country
 * is where its numbers stand in the files, `EU` for all of the Union.
 */
export function contactText(
  contact: Contact,
  country: string,
  now: Date,
  holidays: Holidays,
): Text {
  const place = placeOf(contact, country)
  const isFree = (day: string) => place !== undefined && isHoliday(holidays, place, day)
  const { hours } = contact
  const state = hours ? stateLines(hours, opening(hours, now, isFree)) : []
  return card(contact, { country, now, state })
}

/** The same for who may read it on another day: it does not say who answers now. */
export function lastingContact(contact: Contact, country: string, now: Date): Text {
  return card(contact, { country, now, state: [] })
}

interface Shown {
  country: string
  now: Date
  /** Whether somebody answers at the moment. */
  state: Text[]
}

function card(contact: Contact, { country, now, state }: Shown): Text {
  const lines: Text[] = [
    {
      key: 'contact:what',
      vars: { kinds: list(contact.kinds.map((kind) => `contact:kind.${kind}`)) },
    },
  ]
  if (contact.audience) lines.push({ key: `contact:audience.${contact.audience}` })
  const phones = shownPhones(contact)
  lines.push(...phones.map((phone) => phoneLine(phone, country)))
  if (country !== europe && phones.some(({ short }) => short)) lines.push({ key: 'contact:short' })
  if (contact.hours) lines.push(...state, weekLine(contact.hours))
  if (contact.languages.length > 0) {
    const names = contact.languages.map((code): Text => ({ key: 'name:language', vars: { code } }))
    lines.push({ key: 'contact:languages', vars: { languages: joined(names) } })
  }
  const website = shownWebsite(contact)
  if (website) lines.push({ key: 'contact:website', vars: { url: website } })
  if (contact.email) lines.push({ key: 'contact:email', vars: { email: contact.email } })
  if (!website && phones.length === 0 && !contact.email) lines.push({ key: 'contact:nothing' })
  lines.push(sourceLine(contact, now))
  return { key: 'contact:card', vars: { name: contact.name, lines } }
}

function phoneLine(phone: Phone, country: string): Text {
  const key = phone.short || phone.dial === phone.number ? 'contact:number' : 'contact:phone'
  const notes: Text[] = [...(phone.free ? [{ key: 'contact:free' }] : []), ...reach(phone, country)]
  const line: Text = { key, vars: { number: phone.number, dial: phone.dial } }
  return notes.length === 0 ? line : { key: 'contact:noted', vars: { line, notes: joined(notes) } }
}

/** A short code means somebody else in the next country, a free number often nobody. */
function reach({ short, fromAbroad }: Phone, country: string): Text[] {
  if (short && country === europe) return [{ key: 'contact:short-union' }]
  if (!short && fromAbroad !== false) return []
  const where: Text = { key: 'name:country', vars: { code: country } }
  return [{ key: 'contact:inside', vars: { country: where } }]
}

function weekLine(hours: Hours): Text {
  if (isAlways(hours)) return { key: 'contact:hours.always' }
  return { key: 'contact:hours.week', vars: { week: weekText(hours) } }
}

/** `Mon–Fri 09:00–13:00, 15:00–18:00, Sat 10:00–14:00`. */
export function weekText({ week }: Pick<Hours, 'week'>): Text {
  const items = Object.entries(week).map(([days, spans]): Text => {
    const [from = '', to = from] = days.split('-')
    const times = spans.map(([a, b]) => `${a}–${b}`).join(', ')
    return {
      key: from === to ? 'contact:hours.day' : 'contact:hours.days',
      vars: { from: day(from), to: day(to), times },
    }
  })
  return joined(items)
}

function stateLines(hours: Hours, state: Opening): Text[] {
  if (isAlways(hours)) return []
  if (state.is === 'open') return [{ key: 'contact:hours.open', vars: { until: state.until } }]
  const line: Text = {
    key: state.is === 'holiday' ? 'contact:hours.holiday' : 'contact:hours.closed',
  }
  if (!state.next) return [line]
  return [line, { key: 'contact:hours.next-holiday', vars: { date: named(state.next) } }]
}

function sourceLine(contact: Contact, now: Date): Text {
  const { checkedOn, source } = contact
  if (checkHolds(checkedOn, now)) {
    return { key: 'contact:source.checked', vars: { date: named(checkedOn) } }
  }
  if (!source.url) return { key: 'contact:source.memory' }
  const host = hostOf(source.url)
  return source.date
    ? { key: 'contact:source.dated', vars: { host, date: named(source.date) } }
    : { key: 'contact:source.undated', vars: { host } }
}

function day(code: string): Text {
  return { key: 'name:day', vars: { code } }
}

function named(date: string): Text {
  return { key: 'name:date', vars: { date } }
}

function list(keys: string[]): Text {
  return joined(keys.map((key) => ({ key })))
}

function joined(items: Text[]): Text {
  return { key: 'join:commas', vars: { items } }
}
