import { ageOf } from './age.ts'
import { shownPhones } from './knowledge/contact.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import type { State, Text, Vars } from './turn.ts'
import { waysOf } from './ways.ts'

/** In which language the bot speaks to somebody, and what fills the holes that any text may have. */
export interface Voice {
  language: string
  ambient: Vars
}

/** What the voice depends on. */
export interface Listener {
  language?: string | undefined
  country?: string | undefined
  minor?: boolean | undefined
  state?: State | undefined
  /** The day when the answers of an open check are deleted by themselves. */
  until?: Date | undefined
}

/** Where what holds in all of the European Union stands, its emergency number too. */
export const europe = 'EU'

export function voiceFor(knowledge: Knowledge, listener: Listener): Voice {
  const { language = knowledge.languages[0] ?? 'pl', country, minor, state, until } = listener
  const answers = state ? waysOf(state).flatMap(({ path }) => path) : []
  const none: Text = { key: 'name:none' }
  return {
    language,
    ambient: {
      emergency: emergencyNumbers(knowledge, country),
      language: { key: 'name:language', vars: { code: language } },
      country: country ? { key: 'name:country', vars: { code: country } } : none,
      age: minor === undefined ? none : { key: `common:age.${ageOf(minor)}` },
      answers: answers.filter(({ answer }) => answer !== undefined).length,
      until: until ? { key: 'name:date', vars: { date: until.toISOString().slice(0, 10) } } : none,
    },
  }
}

/**
 * `112`, and a country's own number beside it: `112 / 999`. The country of an offer is not always where the person is, so
 * Europe's number comes first.
 */
function emergencyNumbers({ contacts }: Knowledge, country = '') {
  const dials = [europe, country].flatMap((code) => {
    const record = contacts[code]?.find(({ kinds }) => kinds.includes('emergency'))
    return (record && shownPhones(record)[0]?.dial) ?? []
  })
  return [...new Set(dials)].join(' / ')
}

/** The language somebody chose, or their Telegram's, or English rather than a language they may not read. */
export function languageFor(
  { languages }: Knowledge,
  chosen: string | undefined,
  spoken: string | undefined,
): string | undefined {
  if (chosen !== undefined || spoken === undefined) return chosen
  return languages.find((code) => code === spoken) ?? languages.find((code) => code === 'en')
}
