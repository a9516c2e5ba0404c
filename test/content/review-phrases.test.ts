import { describe, expect, test } from 'vitest'
import { newCopy } from './copy.ts'
import { type Case, finds } from './trial.ts'

const file = 'flows/phrases/xx.yaml'

/** A language of its own with these signs. */
function phrases(signs: string): Case[1] {
  return (copy) => copy.writes(file, `emergency: [help me xx]\nsigns:\n  trial_sign:\n${signs}`)
}

const cases: Case[] = [
  [
    'a phrase of an unknown sign',
    (copy) => copy.writes(file, 'emergency: [help me xx]\nsigns: { trial_sing: [money] }'),
    [[file, 'signs.trial_sing', /trial_sing.*indicators\.yaml/]],
  ],
  [
    'a phrase that weighs more than its sign',
    phrases('    - money\n    - { words: gold, severity: critical }'),
    [[file, 'signs.trial_sign.1', /critical.*high/]],
  ],
  [
    'a phrase without a word',
    phrases('    - "—"'),
    [[file, 'signs.trial_sign.0', /no word.*docs/]],
  ],
  [
    'a phrase that begins with a gap',
    phrases('    - "* money"'),
    [[file, 'signs.trial_sign.0', /gap/]],
  ],
  [
    'a phrase that would find everything',
    phrases('    - m* now'),
    [[file, 'signs.trial_sign.0', /beginning of one letter/]],
  ],
  [
    'a phrase that stands twice',
    phrases('    - money\n    - money'),
    [[file, 'signs.trial_sign.1', /twice/]],
  ],
  [
    'a fact without a word',
    (copy) => copy.writes(file, 'emergency: [help me xx]\nfacts: { pay: ["<number>"] }'),
    [[file, 'facts.pay.0', /no word/]],
  ],
  [
    'two signs with the same initials',
    (copy) => {
      copy.appends(
        'flows/indicators.yaml',
        'trial_song: { stage: offer, severity: info, sources: [https://a.org] }',
      )
      for (const language of copy.languages())
        for (const part of ['label', 'why', 'advice'])
          copy.says(`locales/${language}/indicators.json`, `trial_song.${part}`, 'In {{country}}')
    },
    [
      ['flows/indicators.yaml', 'trial_song', /raised by nothing/],
      ['flows/indicators.yaml', 'trial_song', /trial_sign/],
    ],
  ],
  [
    'a choice that is told by what no advert tells',
    (copy) => copy.replaces('flows/trial.yaml', 'no: papers', 'no: { told: [wage], next: papers }'),
    [['flows/trial.yaml', 'steps.fee', /wage.*employer/]],
  ],
]

describe('review finds in the phrases', () => finds(cases))

describe('what cannot be read of phrases is named by its line', () => {
  test.each<[name: string, text: string, at: string]>([
    ['an empty phrase', 'signs: { one: [" "] }', 'line 2, signs.one.0'],
    [
      'a severity that is none',
      'signs: { one: [{ words: a b, severity: loud }] }',
      'line 2, signs.one.0',
    ],
    ['a point that no advert states', 'facts: { weather: [sun] }', 'line 2, facts'],
    ['a country that is none', 'places: { Germany: [germany] }', 'line 2, places.Germany'],
  ])('%s', (_name, text, at) => {
    const copy = newCopy()
    copy.writes(file, `emergency: [help me xx]\n${text}`)
    const [fault] = copy.review()
    expect(fault?.file).toBe(file)
    expect(fault?.at).toContain(at)
  })
})
