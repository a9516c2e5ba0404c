import { expect, test } from 'vitest'
import { type Copy, newCopy } from './copy.ts'

/** One break, and every fault that follows from it: the file, the place, and what fault or cure must name. */
export type Case = [name: string, breaks: (copy: Copy) => void, faults: Found[]]
export type Found = [file: string, at: string, names: RegExp]

/** Breaks the trial in each of these ways and looks that review finds all of it and nothing else. */
export function finds(cases: Case[]) {
  test.each(cases)('%s', (_name, breaks, expected) => {
    const copy = newTrial()
    breaks(copy)
    const found = copy.review().map(({ file, at, fault, cure }) => [file, at, `${fault}. ${cure}`])
    const wanted = expected.map(([file, at, names]) => [file, at, expect.stringMatching(names)])
    expect(found).toHaveLength(wanted.length)
    expect(found).toEqual(expect.arrayContaining(wanted))
  })
}

/** A flow with one of everything that can be broken, its words in every language, and one of each kind of data. */
export function newTrial(): Copy {
  const copy = newCopy()
  copy.writes('flows/trial.yaml', flow)
  copy.appends('flows/indicators.yaml', indicator)
  copy.appends('flows/facts.yaml', fact)
  copy.appends('flows/wages.yaml', wage)
  copy.appends('flows/registers.yaml', register)
  copy.writes('flows/contacts/mx.yaml', contact)
  for (const language of copy.languages()) {
    copy.writes(`locales/${language}/trial.json`, words)
    for (const part of ['label', 'why', 'advice'])
      copy.says(`locales/${language}/indicators.json`, `trial_sign.${part}`, 'In {{country}}')
    copy.says(`locales/${language}/registers.json`, 'MX_TRIAL.proves', 'It proves.')
    copy.says(`locales/${language}/registers.json`, 'MX_TRIAL.limits', 'It does not prove.')
    copy.says(`locales/${language}/registers.json`, 'note.MX_TRIAL', 'From {{begins}}.')
  }
  return copy
}

const flow = `id: trial
start: fee
steps:
  fee:
    kind: ask
    choices:
      yes: { raises: [trial_sign], next: papers }
      no: papers
      unknown: { open: true, next: papers }
  papers:
    kind: ask
    choices:
      taken: verdict
      kept: verdict
  verdict: { kind: report, next: letter }
  letter: { kind: letter, about: [fee], next: more }
  more:
    kind: ask
    choices:
      menu-again: flow:menu
      hello: hello
      helper: helper
      law: law
  hello: { kind: say }
  law: { kind: say, facts: [trial-fact] }
  helper: { kind: contacts, only: [mx-trial], other: flow:menu }
`

const words = JSON.stringify({
  title: 'Trial',
  fee: { text: 'Fee in {{country}}?', yes: 'Yes', no: 'No', unknown: 'Perhaps', ask: 'Which fee?' },
  papers: { text: 'Papers?', taken: 'Taken', kept: 'Kept' },
  letter: { text: 'Please tell me: {{items}}' },
  more: { text: 'More?', 'menu-again': 'All', hello: 'Hello', helper: 'Helper', law: 'Law' },
  hello: { text: 'Hello.' },
  law: { text: 'Up to {{trial-years}} years.' },
  helper: { other: 'Another' },
})

const indicator = `trial_sign:
  stage: offer
  severity: high
  sources: [https://example.org/trial]
  facts: [trial-fact]
`

const fact = `trial-fact:
  { cite: Act, url: https://example.org/act, checkedOn: 2026-11-22, mark: seen, values: { trial-years: 3, begins: 2027-01-01 } }
`

const register = `MX_TRIAL:
  name: Trial
  keeper: Office
  proves: firm
  countries: [MX]
  takes: [lei, vat]
  pages:
    - { url: "https://example.org/{number}", mark: memory }
    - { url: https://example.org/search, mark: seen, source: a list }
  says: { active: [Open], ended: [Closed], mark: seen, source: another list }
  fact: trial-fact
`

const wage = `MX:
  - amount: 10
    currency: MXN
    per: month
    validFrom: 2026-01-01
    nextChange: 2027-01-01
    source: https://example.org/wage
    mark: verified
    checkedOn: 2026-11-22
`

const contact = `- id: mx-trial
  name: Trial
  kinds: [worker_advice]
  languages: []
  phones: []
  email: null
  website: { url: https://example.org, mark: seen }
  hours: null
  free: null
  source: { url: https://example.org/source, seenAs: official, date: null }
  checkedOn: null
`
