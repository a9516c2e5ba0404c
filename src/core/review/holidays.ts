import type { Content } from '../engine/flow.ts'
import { placeOf } from '../knowledge/contact.ts'
import { lastYear } from '../knowledge/holidays.ts'
import { europe } from '../voice.ts'
import type { Fault } from './fault.ts'

const file = 'flows/holidays.yaml'
const cure = 'Run npm run holidays.'

/** How long before its end the table asks to be written anew. */
const noticeDays = 90

/** Hours that would say "open" on a holiday, because nobody knows it. */
export function reviewHolidays({ contacts, holidays }: Content, now: Date): Fault[] {
  return [...unknownPlaces({ contacts, holidays }), ...ending(holidays, now)]
}

function unknownPlaces({ contacts, holidays }: Pick<Content, 'contacts' | 'holidays'>): Fault[] {
  return Object.entries(contacts).flatMap(([country, records]) =>
    records.flatMap((contact) => {
      const place = placeOf(contact, country)
      if (!place || Object.hasOwn(holidays, place)) return []
      return {
        file: `flows/contacts/${country.toLowerCase()}.yaml`,
        at: contact.id,
        fault: `has hours, and ${file} does not know the holidays of ${place}`,
        cure:
          place === europe ? `Write into hours whose it keeps, as in holidays: BE. ${cure}` : cure,
      }
    }),
  )
}

function ending(holidays: Content['holidays'], now: Date): Fault[] {
  const last = lastYear(holidays)
  if (last === undefined) return []
  const days = (Date.UTC(last + 1, 0, 1) - now.getTime()) / 86_400_000
  return days > noticeDays ? [] : [{ file, at: '', fault: `ends on ${last}-12-31`, cure }]
}
