import { shownPhones } from './contact.ts'
import type { Knowledge } from './knowledge.ts'
import type { State, Text, Vars } from './turn.ts'

/** In which language the bot speaks to somebody, and what fills the holes that any text may have. */
export interface Voice {
  language: string
  ambient: Vars
}

/** What the voice depends on. */
export interface Listener {
  language?: string | undefined
  country?: string | undefined
  state?: State | undefined
  /** The day when the answers of an open check are deleted by themselves. */
  until?: Date | undefined
}

/** The emergency number of the European Union; a country's own record wins. */
const europe = 'EU'

export function voiceFor(knowledge: Knowledge, listener: Listener): Voice {
  const { language = knowledge.languages[0] ?? 'pl', country, state, until } = listener
  const answers = [...(state?.path ?? []), ...(state?.resume?.path ?? [])]
  const none: Text = { key: 'name:none' }
  return {
    language,
    ambient: {
      emergency: emergencyNumber(knowledge, country) ?? emergencyNumber(knowledge, europe) ?? '',
      language: { key: 'name:language', vars: { code: language } },
      country: country ? { key: 'name:country', vars: { code: country } } : none,
      answers: answers.filter(({ answer }) => answer !== undefined).length,
      until: until ? { key: 'name:date', vars: { date: until.toISOString().slice(0, 10) } } : none,
    },
  }
}

function emergencyNumber({ contacts }: Knowledge, country = '') {
  const record = contacts[country]?.find(({ kinds }) => kinds.includes('emergency'))
  return record && shownPhones(record)[0]?.dial
}
