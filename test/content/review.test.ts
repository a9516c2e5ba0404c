import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { load } from '../../src/content/load.ts'
import { review } from '../../src/core/review.ts'
import { newCopy } from './copy.ts'
import { type Case, type Found, finds, newTrial } from './trial.ts'

const flow = 'flows/trial.yaml'
const signs = 'flows/indicators.yaml'
const contacts = 'flows/contacts/mx.yaml'
const languages = readdirSync('locales')

const long = 'a'.repeat(60)

function inEvery(file: string, at: string, names: RegExp): Found[] {
  return languages.map((language) => [`locales/${language}/${file}.json`, at, names])
}

const ways: Case[] = [
  [
    'a choice that leads to an unknown step',
    (copy) => copy.replaces(flow, 'no: papers', 'no: paper'),
    [[flow, 'steps.fee', /paper,.*papers/]],
  ],
  [
    'a choice that leads to an unknown flow',
    (copy) => copy.replaces(flow, 'flow:menu', 'flow:memu'),
    [[flow, 'steps.more', /flow:memu.*menu/]],
  ],
  [
    'a command that opens an unknown step',
    (copy) => copy.replaces(flow, 'start: fee', 'start: fee\ncommands: { trial: helo }'),
    [[flow, 'commands.trial', /helo.*hello/]],
  ],
  [
    'a step that nobody reaches',
    (copy) =>
      copy.replaces(flow, 'steps:', 'steps:\n  lonely: { kind: act, does: hide, next: more }'),
    [[flow, 'steps.lonely', /no way leads/]],
  ],
  [
    'a way without an end',
    (copy) => {
      copy.replaces(flow, 'taken: verdict', 'taken: trap')
      copy.appends(flow, '  trap: { kind: branch, on: country, to: {}, else: trap }')
    },
    [[flow, 'steps.trap', /ends.*flow:menu/]],
  ],
  [
    'a branch on a step that does not exist',
    (copy) => {
      copy.replaces(flow, 'taken: verdict', 'taken: fork')
      copy.appends(flow, '  fork: { kind: branch, on: paper, to: {}, else: verdict }')
    },
    [[flow, 'steps.fork.on', /paper.*papers/]],
  ],
  [
    'an answer that raises an unknown sign',
    (copy) => copy.replaces(flow, 'raises: [trial_sign]', 'raises: [trial_sing]'),
    [[flow, 'steps.fee', /trial_sing.*indicators\.yaml/]],
  ],
  [
    'more than six choices',
    (copy) => {
      const more = ['a', 'b', 'c', 'd', 'e']
      copy.replaces(
        flow,
        'kept: verdict',
        `${['kept', ...more].join(': verdict\n      ')}: verdict`,
      )
      for (const language of languages)
        for (const name of more) copy.says(`locales/${language}/trial.json`, `papers.${name}`, 'x')
    },
    [[flow, 'steps.papers', /7 choices.*6/]],
  ],
  [
    'a button that is too long for Telegram',
    (copy) => {
      copy.replaces(flow, 'taken: verdict', `${long}: verdict`)
      for (const language of languages) {
        copy.says(`locales/${language}/trial.json`, 'papers.taken')
        copy.says(`locales/${language}/trial.json`, `papers.${long}`, 'Taken')
      }
    },
    [[flow, 'steps.papers', /aaaa.*too long.*64/]],
  ],
]

const data: Case[] = [
  [
    'a sign without words',
    (copy) =>
      copy.appends(signs, 'mute: { stage: offer, severity: info, sources: [https://a.org] }'),
    ['label', 'why', 'advice'].flatMap((part) => inEvery('indicators', `mute.${part}`, /missing/)),
  ],
  [
    'a sign without a source',
    (copy) => copy.replaces(signs, 'sources: [https://example.org/trial]', 'sources: []'),
    [[signs, 'trial_sign', /no source.*address/]],
  ],
  [
    'a sign that rests on a fact that is missing',
    (copy) => copy.replaces(signs, '[trial-fact]', '[trial-fakt]'),
    [[signs, 'trial_sign', /trial-fakt.*facts\.yaml/]],
  ],
  ...['memory', 'VERIFY'].map(
    (mark): Case => [
      `a fact marked ${mark}`,
      (copy) => copy.replaces('flows/facts.yaml', 'mark: seen, ', `mark: ${mark}, `),
      [['flows/facts.yaml', 'trial-fact', new RegExp(`${mark}.*Read the source`)]],
    ],
  ),
  [
    'a step that rests on a fact that is missing',
    (copy) => copy.replaces(flow, 'facts: [trial-fact]', 'facts: [trial-fakt]'),
    [
      [flow, 'steps.law', /trial-fakt.*facts\.yaml/],
      ...inEvery('trial', 'law.text', /nothing fills \{\{trial-years\}\}/),
    ],
  ],
  [
    'two facts that fill the same hole',
    (copy) => {
      copy.appends(
        'flows/facts.yaml',
        'other: { cite: B, url: https://b.org, checkedOn: 2026-11-22, mark: seen, values: { trial-years: 4 } }',
      )
      copy.replaces(flow, 'facts: [trial-fact]', 'facts: [trial-fact, other]')
    },
    [[flow, 'steps.law', /trial-years.*Rename/]],
  ],
  [
    'a step that shows a contact that is missing',
    (copy) => copy.replaces(flow, '[mx-trial]', '[mx-trail]'),
    [[flow, 'steps.helper', /mx-trail.*flows\/contacts/]],
  ],
  [
    'a letter about a question that does not exist',
    (copy) => copy.replaces(flow, 'about: [fee]', 'about: [fees]'),
    [[flow, 'steps.letter.on', /fees.*fee/]],
  ],
  [
    'a contact without a source',
    (copy) => copy.replaces(contacts, 'url: https://example.org/source', 'url: null'),
    [[contacts, 'mx-trial', /no source.*source\.url/]],
  ],
  [
    'a contact that shows a number from memory',
    (copy) => {
      copy.replaces(contacts, 'seenAs: official', 'seenAs: memory')
      const unknown = 'free: null, allDay: null, fromAbroad: null, languages: []'
      const phone = `{ number: "+5255", dial: "55", ${unknown}, show: true }`
      copy.replaces(contacts, 'phones: []', `phones: [${phone}]`)
    },
    [[contacts, 'mx-trial', /memory.*show: false/]],
  ],
  [
    'a contact with nothing to show',
    (copy) => copy.replaces(contacts, '{ url: https://example.org, mark: seen }', 'null'),
    [[contacts, 'mx-trial', /neither.*Add/]],
  ],
  [
    'a contact whose id stands twice',
    (copy) => copy.appends(contacts, copy.read(contacts)),
    [[contacts, 'mx-trial', /twice/]],
  ],
]

test('our own content is without fault', () => {
  const { content, locales, scenarios, faults } = load(process.cwd())
  expect([...faults, ...review(content, locales, scenarios)]).toEqual([])
})

test('the trial is without fault before it is broken', () => {
  expect(newTrial().review()).toEqual([])
})

describe('review finds in the flows', () => finds(ways))

describe('review finds in the data', () => finds(data))

test.each(['start', 'menu', 'sos', 'danger'])('review misses the flow %s', (id) => {
  const copy = newCopy()
  copy.removes(`flows/${id}.yaml`)
  expect(copy.review()).toContainEqual(
    expect.objectContaining({ file: `flows/${id}.yaml`, cure: `Create flows/${id}.yaml.` }),
  )
})
