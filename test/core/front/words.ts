import { said } from '../../../src/core/front/said.ts'
import { Doors } from '../../../src/core/knowledge/doors.ts'
import type { Knowledge } from '../../../src/core/knowledge/knowledge.ts'
import { Phrases } from '../../../src/core/knowledge/phrases.ts'
import { contentOf } from '../small.ts'

export const doors = Doors.parse({
  danger: 'sos.now',
  other: 'relative.danger',
  passed: 'relative.passed',
  young: 'young.talk',
  story: 'story.now',
  advert: 'offer.advert',
  firm: 'employer.number',
  agency: 'agency.number',
  country: 'country.what',
  answered: ['contacts'],
  which: 'topics.which',
  language: 'settings.language',
})

/** Words of one made-up author; few, so that a story shows all that it depends on. */
export const phrases = Phrases.parse({
  groups: { us: ['me', 'us'] },
  emergency: ['help', 'sos', 'call for help'],
  filler: ['please', 'help me'],
  danger: ['beats <us>', 'not let <us> out'],
  alarm: ['knife*', 'screaming', 'imprisoned'],
  worry: ['afraid', 'door', 'night'],
  trouble: ['punish*', 'passport'],
  me: ['me', 'my', 'im'],
  dear: ['sister*', 'friend'],
  urgent: {
    'health.ill': ['fever', 'need a doctor'],
    'health.pregnant': ['pregnant'],
    'relative.child': ['daughter & missing', '<number> years old'],
  },
  not: ['not'],
  self: ['i came', 'i work', 'my boss'],
  offers: ['we are hiring', 'apply now', 'hiring'],
  rooms: {
    'topics.fees': ['fee*', 'may take money', 'agency & money'],
    'topics.agency': ['agency', 'which agency'],
    contacts: ['who helps'],
  },
  languages: { pl: ['polish', 'in polish'] },
  age: ['im', 'years', 'old'],
  small: { no: ['nope'], hello: ['hello', 'good day'], thanks: ['thanks'], unknown: ['dont know'] },
  countries: { NL: ['holland'] },
  places: { NL: ['holland', 'the netherlands'], DE: ['germany', 'german*'], PL: ['poland'] },
  towns: { NL: ['venlo'] },
  facts: { pay: ['<number> euro'], hours: ['<number> hours'], town: ['in <name>'] },
  money: { currencies: { EUR: ['euro'] }, per: { hour: ['hour'] }, net: [] },
})

export const knowledge: Knowledge = contentOf(
  {},
  { phrases: { en: phrases }, emergencyNumbers: ['112'], nicknames: { holland: 'NL' }, doors },
)

export function says(text: string, isTheirs = false) {
  return said({ text, isTheirs }, knowledge)
}

/** An advert of this author's, too long to be a cry. */
export const advert =
  'We are hiring pickers in Venlo, Holland. 15 euro an hour, 40 hours a week, a flat. Apply now and call us.'
