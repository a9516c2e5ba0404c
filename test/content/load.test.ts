import { describe, expect, test } from 'vitest'
import { said, whole } from '../../src/core/front/said.ts'
import { type Copy, newFolder } from './copy.ts'

/** One break of a file, and where the first fault is: the file, the place, and what it names. */
type Case = [name: string, breaks: (copy: Copy) => void, file: string, at: string, names: RegExp]

const flow = 'flows/trial.yaml'
const words = 'locales/pl/menu.json'
const wages = 'flows/wages.yaml'
const wage =
  'PL: [{ amount: 1, currency: PLN, per: hour, validFrom: 2026-01-01, nextChange: null, source: https://a.org, mark: seen, checkedOn: 2026-01-01 }]'
const denied = 'flows/contacts-denied.yaml'
const steps = 'id: trial\nstart: a\nsteps:\n  a: { kind: say }\n'

const cases: Case[] = [
  [
    'a bracket that is not closed',
    (copy) => copy.writes(flow, 'id: trial\nstart: a\nsteps: { a: { kind: say }\n'),
    flow,
    'line 4',
    /cannot be read/,
  ],
  [
    'a wrong indentation',
    (copy) => copy.writes(flow, 'id: trial\n start: a\n'),
    flow,
    'line 1',
    /cannot be read/,
  ],
  [
    'a key that stands twice',
    (copy) => copy.writes(flow, `${steps}start: b\n`),
    flow,
    'line 5',
    /unique/,
  ],
  [
    'a reference to another place',
    (copy) => copy.writes(flow, steps.replace('a\n', '*a\n')),
    flow,
    'line 2',
    /\*a/,
  ],
  [
    'a field that nobody knows',
    (copy) => copy.writes(flow, `${steps}begin: a\n`),
    flow,
    '',
    /begin/,
  ],
  [
    'a poster of digits',
    (copy) => copy.writes(flow, `posters: [7]\n${steps}`),
    flow,
    'line 1, posters.0',
    /quotes/,
  ],
  [
    'a field of a step that nobody knows',
    (copy) => copy.writes(flow, steps.replace('say', 'say, nxt: a')),
    flow,
    'line 4, steps.a',
    /nxt/,
  ],
  [
    'a kind of step that does not exist',
    (copy) => copy.writes(flow, steps.replace('say', 'shout')),
    flow,
    'line 4, steps.a.kind',
    /./,
  ],
  [
    'a target that is no name',
    (copy) => copy.writes(flow, steps.replace('say', 'say, next: two words')),
    flow,
    'line 4, steps.a.next',
    /target/,
  ],
  [
    'a field of a choice that nobody knows',
    (copy) =>
      copy.writes(flow, steps.replace('say', 'ask, choices: { yes: { next: a, rises: [x] } }')),
    flow,
    'line 4, steps.a.choices.yes',
    /rises/,
  ],
  ['an empty file', (copy) => copy.writes(flow, ''), flow, '', /expected/],
  [
    'a name that is not the name of the file',
    (copy) => copy.writes(flow, steps.replace('trial', 'trail')),
    flow,
    'id',
    /trail/,
  ],
  [
    'a contact with a wrong field',
    (copy) => copy.writes('flows/contacts/mx.yaml', '- id: mx-a\n  nam: A\n'),
    'flows/contacts/mx.yaml',
    'line 1, 0.name',
    /expected/,
  ],
  [
    'contacts of no country',
    (copy) => copy.writes('flows/contacts/mexico.yaml', '[]'),
    'flows/contacts/mexico.yaml',
    '',
    /no country/,
  ],
  [
    'a wage without a source',
    (copy) => copy.writes(wages, wage.replace('source: https://a.org, ', '')),
    wages,
    'line 1, PL.0.source',
    /expected/,
  ],
  [
    'a denied number without its country',
    (copy) => copy.writes(denied, '- { number: 22 628 99 99, why: old, source: a page }'),
    denied,
    'line 1, 0.number',
    /country code/,
  ],
  [
    'a reply with an id of capital letters',
    (copy) => copy.writes('flows/replies/trial.yaml', '- id: Trial'),
    'flows/replies/trial.yaml',
    'line 1, 0.id',
    /small letters/,
  ],
  [
    'a field of a reply that nobody knows',
    (copy) => copy.writes('flows/replies/trial.yaml', '- { id: trial, fact: x }'),
    'flows/replies/trial.yaml',
    'line 1, 0',
    /fact/,
  ],
  [
    'an emergency phrase that is too long',
    (copy) => copy.writes('flows/phrases/xx.yaml', `emergency: [${'a'.repeat(61)}]`),
    'flows/phrases/xx.yaml',
    'line 1, emergency.0',
    /60/,
  ],
  [
    'a list of signs that is missing',
    (copy) => copy.removes('flows/indicators.yaml'),
    'flows/indicators.yaml',
    '',
    /missing/,
  ],
  [
    'a list of facts that is missing',
    (copy) => copy.removes('flows/facts.yaml'),
    'flows/facts.yaml',
    '',
    /missing/,
  ],
  [
    'JSON without a comma',
    (copy) => copy.writes(words, '{\n  "title": "x"\n  "more": "y"\n}'),
    words,
    'line 3',
    /,/,
  ],
  [
    'JSON without the last bracket',
    (copy) => copy.writes(words, '{\n  "title": "x"\n'),
    words,
    'line 3',
    /\}/,
  ],
  [
    'JSON without a closing quote',
    (copy) => copy.writes(words, '{\n  "title": "x,\n  "more": "y"\n}'),
    words,
    'line 2',
    /cannot be read/,
  ],
  [
    'JSON with a name twice',
    (copy) => copy.writes(words, '{\n  "title": "x",\n  "title": "y"\n}'),
    words,
    'line 3',
    /unique/,
  ],
  [
    'a number instead of a text',
    (copy) => copy.writes(words, '{\n  "title": "x",\n  "groups": {\n    "text": 5 }\n}'),
    words,
    'line 4, groups.text',
    /string/,
  ],
  ['no language at all', (copy) => copy.removes('locales'), 'locales', '', /no language/],
]

/** As little as can be read without a fault. */
const doors = 'flows/doors.yaml'
const door = `danger: sos.now
other: sos.now
passed: sos.now
young: sos.now
story: sos.now
advert: offer.advert
firm: employer.number
agency: agency.number
country: country.what
answered: []
which: topics.which
language: settings.language`

const conduct = 'wording: 2026-11-30\npages: [never]'

function newContent() {
  const copy = newFolder()
  copy.writes('flows/indicators.yaml', '{}')
  copy.writes('flows/facts.yaml', '{}')
  copy.writes('flows/registers.yaml', '{}')
  copy.writes('flows/agency-names.yaml', '{}')
  copy.writes(wages, wage)
  copy.writes(denied, '[]')
  copy.writes('flows/holidays.yaml', '{}')
  copy.writes(doors, door)
  copy.writes('flows/conduct.yaml', conduct)
  copy.writes(words, '{}')
  return copy
}

test('so little can be read', () => {
  expect(newContent().load().faults).toEqual([])
})

describe('what cannot be read', () => {
  test.each(cases)('%s', (_name, breaks, file, at, names) => {
    const copy = newContent()
    breaks(copy)
    const cure = expect.stringMatching(/^\p{Lu}.+\.$/u)
    expect(copy.load().faults[0]).toEqual({ file, at, fault: expect.stringMatching(names), cure })
  })

  test('is shown alone, because the rest would only follow from it', () => {
    const copy = newContent()
    copy.writes('flows/sos.yaml', 'id: [')
    expect(copy.review().map(({ file }) => file)).toEqual(['flows/sos.yaml'])
  })

  test('keeps the bot from starting, and says where and what to do', () => {
    const copy = newContent()
    copy.writes('flows/sos.yaml', 'id: sos\nstart: [')
    expect(() => copy.loadOrThrow()).toThrow(/flows\/sos\.yaml line 2.*npm run review/)
  })
})

describe('what is read', () => {
  test('has Polish first and the other languages by their codes', () => {
    const copy = newContent()
    for (const language of ['zu', 'aa']) copy.writes(`locales/${language}/common.json`, '{}')
    const { languages } = copy.load().content
    expect([languages[0], ...languages.slice(1).toSorted()]).toEqual(languages)
    expect(languages[0]).toBe('pl')
  })

  test('knows emergency words as people type them', () => {
    const copy = newContent()
    copy.writes('flows/phrases/xx.yaml', 'emergency: ["Żółw,  POMOCY!"]')
    expect(whole(said({ text: 'zolw pomocy' }, copy.load().content))).toBe('danger')
  })

  test('has tabs and what JSON allows beside YAML', () => {
    const copy = newContent()
    copy.writes(words, '{\n\t"title": "\\u0105\\ud83d\\ude00\\/\\n"\n}')
    expect(copy.load().locales.pl?.menu).toEqual({ title: 'ą😀/\n' })
  })
})
