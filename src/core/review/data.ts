import { type Content, kindOf } from '../engine/flow.ts'
import type { Contact } from '../knowledge/contact.ts'
import { type Denied, deniedIn } from '../knowledge/denied.ts'
import type { Wage } from '../knowledge/wage.ts'
import type { Fault } from './fault.ts'

/** Signs and contacts that lead astray, and facts and wages that nobody has proven. */
export function reviewData(content: Content): Fault[] {
  return [...signs(content), ...facts(content), ...wages(content), ...contacts(content)]
}

function signs(content: Content): Fault[] {
  const { indicators, facts } = content
  const raised = raisedIn(content)
  return Object.entries(indicators).flatMap(([id, { sources, facts: named }]) => {
    const at = (what: string, cure: string): Fault => ({
      file: 'flows/indicators.yaml',
      at: id,
      fault: what,
      cure,
    })
    const unknown = named.filter((name) => !facts[name])
    return [
      ...(sources.length > 0
        ? []
        : [at('has no source', 'Add the address of a page that names this sign.')]),
      ...(raised.has(id)
        ? []
        : [at('is raised by nothing', 'Let a choice or a phrase raise it, or remove it.')]),
      ...unknown.map((name) =>
        at(`rests on the fact ${name}, which is missing`, 'Add it to flows/facts.yaml.'),
      ),
    ]
  })
}

/** Every sign that an answer, or a phrase of an advert, can raise. */
function raisedIn({ flows, phrases }: Content) {
  const steps = Object.values(flows).flatMap((flow) => Object.values(flow.steps))
  const answers = steps.flatMap((step) => kindOf(step).signs?.(step) ?? [])
  return new Set([
    ...answers,
    ...Object.values(phrases).flatMap((words) => Object.keys(words.signs)),
  ])
}

function facts({ facts }: Content): Fault[] {
  return Object.entries(facts)
    .filter(([, { mark }]) => mark === 'memory' || mark === 'VERIFY')
    .map(([id, { mark }]) => ({
      file: 'flows/facts.yaml',
      at: id,
      fault: `is marked ${mark}: nobody has read it in its source`,
      cure: 'Read the source, write the day into checkedOn and mark it verified, or remove it.',
    }))
}

function wages({ wages }: Content): Fault[] {
  return Object.entries(wages).flatMap(([country, amounts]) =>
    amounts.flatMap((wage) =>
      wageFaults(wage).map(([fault, cure]) => ({
        file: 'flows/wages.yaml',
        at: `${country}, ${wage.amount}`,
        fault,
        cure,
      })),
    ),
  )
}

function wageFaults({ mark, validFrom, nextChange }: Wage): [string, string][] {
  const faults: [string, string][] = []
  if (mark === 'memory' || mark === 'VERIFY') {
    faults.push([
      `is marked ${mark}: nobody has read it in its source`,
      'Read the source, write the day into checkedOn and mark it seen, or remove it.',
    ])
  }
  if (nextChange !== null && nextChange <= validFrom)
    faults.push(['changes before it begins', 'Correct validFrom or nextChange.'])
  return faults
}

function contacts({ contacts, denied }: Content): Fault[] {
  const seen = new Set<string>()
  return Object.entries(contacts).flatMap(([country, records]) =>
    records.flatMap((contact) => {
      const twice = seen.has(contact.id)
      seen.add(contact.id)
      const faults = [...contactFaults(contact, twice), ...deniedFaults(contact, denied)]
      return faults.map(([fault, cure]) => ({
        file: `flows/contacts/${country.toLowerCase()}.yaml`,
        at: contact.id,
        fault,
        cure,
      }))
    }),
  )
}

function contactFaults({ source, phones, website }: Contact, twice: boolean): [string, string][] {
  const faults: [string, string][] = []
  if (twice) faults.push(['the id stands twice', 'Give each record its own id.'])
  if (!source.url && source.seenAs !== 'memory') {
    faults.push([
      'has no source',
      'Write the address of the page where it was seen into source.url.',
    ])
  }
  if (source.seenAs === 'memory' && phones.some(({ show }) => show)) {
    faults.push([
      'shows a number that is known only from memory',
      'Set show: false until a person has called it.',
    ])
  }
  if (phones.length === 0 && !website) {
    faults.push(['has neither a number nor a website', 'Add one, or remove the record.'])
  }
  return faults
}

/** Also in a name or a note: what stands in the file finds its way to people. */
function deniedFaults(contact: Contact, denied: Denied[]): [string, string][] {
  return deniedIn(JSON.stringify(contact), denied).map((one) => [
    `holds ${'email' in one ? one.email : one.number}, which must never be shown`,
    `Delete it. flows/contacts-denied.yaml says: ${one.why}`,
  ])
}
