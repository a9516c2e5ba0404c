import { describe, expect, test } from 'vitest'
import { type Case, finds, newTrial } from './trial.ts'

/** A language that is not the first, so that nothing is compared with it. */
const words = 'locales/en/trial.json'

const texts: Case[] = [
  ['a missing text', (copy) => copy.says(words, 'hello.text'), [[words, 'hello.text', /missing/]]],
  [
    'an empty text',
    (copy) => copy.says(words, 'hello.text', ' '),
    [[words, 'hello.text', /missing/]],
  ],
  ['a missing label', (copy) => copy.says(words, 'fee.no'), [[words, 'fee.no', /missing/]]],
  ['a missing title', (copy) => copy.says(words, 'title'), [[words, 'title', /missing/]]],
  [
    'a missing question for an open point',
    (copy) => copy.says(words, 'fee.ask'),
    [[words, 'fee.ask', /missing/]],
  ],
  [
    'a text that nothing shows',
    (copy) => copy.says(words, 'hello.more', 'x'),
    [[words, 'hello.more', /nothing shows/]],
  ],
  [
    'a missing plural class',
    (copy) => copy.says('locales/pl/common.json', 'verdict.more_many'),
    [['locales/pl/common.json', 'verdict.more_many', /missing/]],
  ],
  [
    'another hole than in the first language',
    (copy) => copy.says(words, 'fee.text', 'Fee?'),
    [[words, 'fee.text', /country.*same holes/]],
  ],
  [
    'another hole in the words of a sign',
    (copy) => copy.says('locales/en/indicators.json', 'trial_sign.why', 'Why'),
    [['locales/en/indicators.json', 'trial_sign.why', /country.*same holes/]],
  ],
  [
    'a hole that nothing fills',
    (copy) => copy.says(words, 'fee.text', '{{country}} {{name}}'),
    [
      [words, 'fee.text', /\{\{name\}\}.*country/],
      [words, 'fee.text', /same holes/],
    ],
  ],
  [
    'broken markup',
    (copy) => copy.says(words, 'hello.text', '<b>x'),
    [[words, 'hello.text', /<b>/]],
  ],
  [
    'unknown markup',
    (copy) => copy.says(words, 'hello.text', '<u>x</u>'),
    [[words, 'hello.text', /<u>.*<i>/]],
  ],
  [
    'markup on a button',
    (copy) => copy.says(words, 'fee.no', '<b>No</b>'),
    [[words, 'fee.no', /<b>.*none on a button/]],
  ],
  [
    'a text over 600 characters',
    (copy) => copy.says(words, 'hello.text', 'ż'.repeat(601)),
    [[words, 'hello.text', /601.*600/]],
  ],
  [
    'a text that its source line makes too long',
    (copy) => copy.says(words, 'law.text', `{{trial-years}}${'ż'.repeat(570)}`),
    [[words, 'law.text', /572.*Shorten/]],
  ],
  [
    'a letter that all its questions make too long',
    (copy) => copy.says(words, 'letter.text', `{{items}}${'ż'.repeat(590)}`),
    [[words, 'letter.text', /592.*Shorten/]],
  ],
  [
    'a label over 30 characters',
    (copy) => copy.says(words, 'fee.no', 'ż'.repeat(31)),
    [[words, 'fee.no', /31.*30/]],
  ],
  ...['call 116111', 'call 22-33 44 55', 'it costs 20 zł', 'pay 5 %', 'see art. 5'].map(
    (text): Case => [
      `a figure that can go out of date: ${text}`,
      (copy) => copy.says(words, 'hello.text', text),
      [[words, 'hello.text', /out of date.*data file/]],
    ],
  ),
]

describe('review finds in the words', () => finds(texts))

test('review lets the longest text and label pass', () => {
  const copy = newTrial()
  copy.says(words, 'hello.text', 'ż'.repeat(600))
  copy.says(words, 'fee.no', 'ż'.repeat(30))
  expect(copy.review()).toEqual([])
})
