import { describe } from 'vitest'
import { type Case, finds } from './trial.ts'

const file = 'flows/replies/trial.yaml'
/** A language that is not the first, so that nothing is compared with it. */
const words = 'locales/en/replies.json'

/** One reply more, whole in every language. */
function withReply(change: Case[1], reply = '- id: trial'): Case[1] {
  return (copy) => {
    copy.writes(file, reply)
    for (const language of copy.languages()) {
      const own = `locales/${language}/replies.json`
      copy.says(own, 'theme.trial', 'Trial')
      copy.says(own, 'trial.name', 'trial')
      copy.says(own, 'trial.text', 'Hello.')
    }
    change(copy)
  }
}

const cases: Case[] = [
  [
    'a reply without words in a language',
    withReply((copy) => copy.says(words, 'trial.text')),
    [[words, 'trial.text', /missing/]],
  ],
  [
    'a reply without a name',
    withReply((copy) => copy.says(words, 'trial.name')),
    [[words, 'trial.name', /missing/]],
  ],
  [
    'a theme without a name',
    withReply((copy) => copy.says(words, 'theme.trial')),
    [[words, 'theme.trial', /missing/]],
  ],
  [
    'words without a reply',
    (copy) => copy.says(words, 'trial.text', 'Hello.'),
    [[words, 'trial.text', /nothing shows/]],
  ],
  [
    'a reply that is too long',
    withReply((copy) => copy.says(words, 'trial.text', 'ż'.repeat(601))),
    [[words, 'trial.text', /601.*600/]],
  ],
  [
    'a reply that its source makes too long',
    withReply(
      (copy) => copy.says(words, 'trial.text', 'ż'.repeat(580)),
      '- { id: trial, facts: [trial-fact] }',
    ),
    [[words, 'trial.text', /580.*Shorten/]],
  ],
  [
    'a name that is too long for a list',
    withReply((copy) => copy.says(words, 'trial.name', 'ż'.repeat(31))),
    [[words, 'trial.name', /31.*30/]],
  ],
  [
    'a figure in a reply',
    withReply((copy) => copy.says(words, 'trial.text', 'Call 116111')),
    [[words, 'trial.text', /out of date/]],
  ],
  [
    'broken markup in a reply',
    withReply((copy) => copy.says(words, 'trial.text', '<b>Hello')),
    [[words, 'trial.text', /<b>/]],
  ],
  [
    'a hole that nothing fills',
    withReply((copy) => copy.says(words, 'trial.text', '{{answers}}')),
    [
      [words, 'trial.text', /answers.*emergency/],
      [words, 'trial.text', /same holes/],
    ],
  ],
  [
    'a name that another reply has',
    withReply((copy) => copy.says(words, 'trial.name', 'Documents')),
    [[words, 'trial.name', /same name as documents/]],
  ],
  [
    'an id that stands twice',
    (copy) => copy.replaces('flows/replies/travel.yaml', '- id: travel', '- id: end\n- id: travel'),
    [
      ['flows/replies/end.yaml', 'end', /twice/],
      ['flows/replies/travel.yaml', 'end', /twice/],
    ],
  ],
  [
    'an id that is the word for themes',
    withReply(() => {}, '- id: trial\n- id: theme'),
    [
      [file, 'theme', /taken/],
      ...['pl', 'en', 'uk', 'ru'].flatMap((language) =>
        ['name', 'text'].map((part): [string, string, RegExp] => [
          `locales/${language}/replies.json`,
          `theme.${part}`,
          /missing/,
        ]),
      ),
    ],
  ],
  [
    'a fact that is missing',
    withReply(() => {}, '- { id: trial, facts: [nothing] }'),
    [[file, 'trial', /nothing.*missing.*facts\.yaml/]],
  ],
]

describe('review finds in replies', () => finds(cases))
