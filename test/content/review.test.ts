import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { load } from '../../src/content/load.ts'
import { review } from '../../src/core/review/review.ts'
import { type Copy, newCopy, today } from './copy.ts'
import { type Case, type Found, finds, newTrial } from './trial.ts'

const flow = 'flows/trial.yaml'
const signs = 'flows/indicators.yaml'
const registers = 'flows/registers.yaml'
const contacts = 'flows/contacts/mx.yaml'
const wages = 'flows/wages.yaml'
const trialWage = '    nextChange: 2027-01-01\n    source: https://example.org/wage\n'
const languages = readdirSync('locales')

const remind =
  '  plan: { kind: remind, on: papers, brings: { song: 1 }, hour: 10, next: verdict, no: verdict }\n'

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
    'a choice that leads to an unknown step of another flow',
    (copy) => copy.replaces(flow, 'flow:menu', 'flow:menu.befor'),
    [[flow, 'steps.more', /flow:menu\.befor.*no such step.*before/]],
  ],
  [
    'a choice that leads to a step of an unknown flow',
    (copy) => copy.replaces(flow, 'flow:menu', 'flow:memu.before'),
    [[flow, 'steps.more', /flow:memu.*menu/]],
  ],
  [
    'a choice that leads past the age',
    (copy) => copy.replaces(flow, 'flow:menu', 'flow:contract.paper'),
    [[flow, 'steps.more', /flow:contract\.paper.*past.*age.*flow:contract\./]],
  ],
  [
    'a step of the same flow that is named like one of another',
    (copy) => {
      copy.replaces(flow, 'steps:', 'steps:\n  lonely: { kind: act, does: hide, next: more }')
      copy.replaces(flow, 'flow:menu', 'flow:trial.lonely')
    },
    [
      [flow, 'steps.more', /flow:trial\.lonely.*same flow.*Write lonely\./],
      [flow, 'steps.lonely', /no way leads/],
    ],
  ],
  [
    'a command that opens an unknown step',
    (copy) => copy.replaces('flows/sos.yaml', 'commands: { sos: now }', 'commands: { sos: noww }'),
    [['flows/sos.yaml', 'commands.sos', /noww.*now/]],
  ],
  [
    'something due that opens an unknown step, of a flow that is no room beside the way',
    (copy) => copy.replaces(flow, 'start: fee', 'start: fee\ndues: { trial: helo }'),
    [
      [flow, 'dues.trial', /helo.*hello/],
      [flow, 'dues', /aside: true/],
    ],
  ],
  [
    'help that a reminder may interrupt',
    (copy) => copy.replaces('flows/sos.yaml', 'quiet: true', 'quiet: false'),
    [
      ['flows/sos.yaml', 'quiet', /quiet: true/],
      ['flows/doors.yaml', 'danger', /quiet: true/],
    ],
  ],
  [
    'a door that leads nowhere',
    (copy) => copy.replaces('flows/doors.yaml', 'story.now', 'story.then'),
    [['flows/doors.yaml', 'story', /no such step.*now/]],
  ],
  [
    'words of danger that do not lead to help',
    (copy) => copy.replaces('flows/doors.yaml', 'danger: sos.now', 'danger: menu.groups'),
    [['flows/doors.yaml', 'danger', /sos\.now/]],
  ],
  [
    'an advert that comes where nobody reads it',
    (copy) => copy.replaces('flows/doors.yaml', 'offer.advert', 'offer.way'),
    [['flows/doors.yaml', 'advert', /kind scan/]],
  ],
  [
    'a language in which nobody is understood',
    (copy) => copy.removes('flows/phrases/ru.yaml'),
    [['flows/phrases/ru.yaml', '', /emergency/]],
  ],
  [
    'a list of helpers that a reminder may interrupt',
    (copy) => copy.replaces('flows/contacts.yaml', 'quiet: true', 'quiet: false'),
    [['flows/contacts.yaml', 'quiet', /quiet: true/]],
  ],
  [
    'a reminder that opens nothing',
    (copy) => {
      copy.replaces(flow, 'taken: verdict', 'taken: plan')
      copy.appends(flow, remind)
      for (const language of languages) {
        for (const name of ['text', 'yes', 'no'])
          copy.says(`locales/${language}/trial.json`, `plan.${name}`, 'x')
      }
    },
    [[flow, 'steps.plan', /song.*dues/]],
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
    [
      [flow, 'steps.fee', /trial_sing.*indicators\.yaml/],
      [signs, 'trial_sign', /raised by nothing/],
    ],
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

const posters: Case[] = [
  ...['Warszawa Żoliborz', 'a.b', '#', ''].map(
    (poster): Case => [
      `a poster that Telegram takes in no link: "${poster}"`,
      (copy) => names(copy, poster),
      [[flow, 'posters', /cannot stand in a link.*Latin letters/]],
    ],
  ),
  [
    'a poster whose link is too long for Telegram',
    (copy) => names(copy, long),
    [[flow, 'posters', /aaaa.*too long.*58/]],
  ],
  [
    'a poster that is called like all the others together',
    (copy) => names(copy, 'other'),
    [[flow, 'posters', /not named here.*another name/]],
  ],
  [
    'a poster that stands there twice',
    (copy) => names(copy, 'office', 'office'),
    [[flow, 'posters', /office.*twice.*Delete one/]],
  ],
  [
    'a poster whose link opens another flow',
    (copy) => {
      names(copy, 'night', 'night-bus', 'nights')
      copy.writes(
        'flows/trial-night.yaml',
        'id: trial-night\nstart: a\nsteps: { a: { kind: say } }',
      )
      const words = { title: 'Night', a: { text: 'Hello.' } }
      for (const language of languages)
        copy.writes(`locales/${language}/trial-night.json`, JSON.stringify(words))
    },
    [
      [flow, 'posters', /^night makes a link that opens the flow trial-night/],
      [flow, 'posters', /^night-bus makes a link that opens the flow trial-night/],
    ],
  ],
]

/** Names posters of the trial. */
function names(copy: Copy, ...posters: string[]) {
  copy.replaces(flow, 'start: fee', `start: fee\nposters: ${JSON.stringify(posters)}`)
}

const data: Case[] = [
  [
    'a sign that nothing raises, without words',
    (copy) =>
      copy.appends(signs, 'mute: { stage: offer, severity: info, sources: [https://a.org] }'),
    [
      [signs, 'mute', /raised by nothing.*choice/],
      ...['label', 'why', 'advice'].flatMap((part) =>
        inEvery('indicators', `mute.${part}`, /missing/),
      ),
    ],
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
  ...['memory', 'VERIFY'].map(
    (mark): Case => [
      `a wage marked ${mark}`,
      (copy) => copy.replaces(wages, '/wage\n    mark: verified', `/wage\n    mark: ${mark}`),
      [[wages, 'MX, 10', new RegExp(`${mark}.*Read the source`)]],
    ],
  ),
  [
    'a wage that changes before it begins',
    (copy) => copy.replaces(wages, trialWage, trialWage.replace('2027', '2025')),
    [[wages, 'MX, 10', /before it begins.*nextChange/]],
  ],
  [
    'a wage for people without a name',
    (copy) => copy.replaces(wages, trialWage, `    who: nobody\n${trialWage}`),
    inEvery('wage', 'who.nobody', /missing/),
  ],
  [
    'a register whose page is not https',
    (copy) => copy.replaces(registers, 'https://example.org/', 'http://example.org/'),
    [[registers, 'MX_TRIAL', /without https.*remove the page/]],
  ],
  [
    'a register whose page has a hole that nothing fills',
    (copy) => copy.replaces(registers, 'example.org/{number}', 'example.org/{siren}'),
    [[registers, 'MX_TRIAL', /\{siren\}.*\{number\}/]],
  ],
  [
    'a register whose page needs a number that it does not take',
    (copy) => copy.replaces(registers, 'takes: [lei, vat]', 'takes: []'),
    [[registers, 'MX_TRIAL', /takes none/]],
  ],
  [
    'words for agencies that find everything, and such as stand there twice',
    (copy) => copy.appends('flows/agency-names.yaml', 'eo: [p*, Zeitárbeit*]'),
    [
      ['flows/agency-names.yaml', 'eo', /p\*.*one letter/],
      ['flows/agency-names.yaml', 'eo', /twice/],
    ],
  ],
  [
    'a page that asks for number and name at once',
    (copy) => copy.replaces(registers, 'example.org/{number}', 'example.org/{number}?{name}'),
    [[registers, 'MX_TRIAL', /two holes/]],
  ],
  [
    'a register without a page for somebody who knows nothing',
    (copy) =>
      copy.replaces(registers, 'https://example.org/search', '"https://example.org/{name}"'),
    [
      [registers, 'MX_TRIAL', /no page without a hole/],
      [registers, 'MX', /no register of firms/],
    ],
  ],
  [
    'a country whose only register nobody has opened',
    (copy) => copy.replaces(registers, 'mark: seen, source: a list', 'mark: memory'),
    [[registers, 'MX', /no register of firms.*ZZ/]],
  ],
  [
    'a page that nobody knows the origin of',
    (copy) => copy.replaces(registers, 'mark: seen, source: a list', 'mark: seen'),
    [[registers, 'MX_TRIAL', /page without a source/]],
  ],
  [
    'words of a register that nobody knows the origin of',
    (copy) => copy.replaces(registers, ', source: another list', ''),
    [[registers, 'MX_TRIAL', /words without a source/]],
  ],
  [
    'words of a register that do not tell when a firm has ended',
    (copy) => copy.replaces(registers, 'ended: [Closed]', 'ended: []'),
    [[registers, 'MX_TRIAL', /ended.*remove says/]],
  ],
  [
    'a shape for numbers that a register does not take',
    (copy) =>
      copy.replaces(
        registers,
        'takes: [lei, vat]\n  pages:\n    - { url: "https://example.org/{number}", mark: memory }',
        'written: "##"\n  pages:',
      ),
    [[registers, 'MX_TRIAL', /takes none.*remove written/]],
  ],
  [
    'a register that takes a number of another country',
    (copy) => copy.replaces(registers, 'takes: [lei, vat]', 'takes: [lei, orgnr]'),
    [[registers, 'MX_TRIAL', /orgnr, a number of NO/]],
  ],
  [
    'a register of a country that does not exist',
    (copy) => copy.replaces(registers, 'countries: [MX]', 'countries: [MX, UK]'),
    [[registers, 'MX_TRIAL', /UK.*no country.*GB/]],
  ],
  [
    'a register that rests on a fact that is missing',
    (copy) => {
      copy.replaces(registers, 'fact: trial-fact', 'fact: trial-fakt')
      for (const language of languages)
        copy.says(`locales/${language}/registers.json`, 'note.MX_TRIAL', 'Soon.')
    },
    [[registers, 'MX_TRIAL', /trial-fakt.*facts\.yaml/]],
  ],
  [
    'a register without words',
    (copy) => {
      for (const language of languages) copy.says(`locales/${language}/registers.json`, 'MX_TRIAL')
    },
    ['proves', 'limits'].flatMap((part) => inEvery('registers', `MX_TRIAL.${part}`, /missing/)),
  ],
  [
    'a register with a fact but without a note',
    (copy) => {
      for (const language of languages)
        copy.says(`locales/${language}/registers.json`, 'note.MX_TRIAL')
    },
    inEvery('registers', 'note.MX_TRIAL', /missing/),
  ],
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
  ...['+48 22 628-99-99', '0048 (22) 6289999', 'Contact@FairWorkAgency.gov.uk'].map(
    (text): Case => [
      `a contact that names what must never be shown: ${text}`,
      (copy) => copy.replaces(contacts, 'name: Trial', `name: Trial ${text}`),
      [[contacts, 'mx-trial', /holds .* never.*Delete it/]],
    ],
  ),
  [
    'a contact whose id stands twice',
    (copy) => copy.appends(contacts, copy.read(contacts)),
    [[contacts, 'mx-trial', /twice/]],
  ],
]

test('our own content is without fault', () => {
  const { content, locales, scenarios, faults } = load(process.cwd())
  expect([...faults, ...review(content, locales, today, scenarios)]).toEqual([])
})

test('the trial is without fault before it is broken', () => {
  expect(newTrial().review()).toEqual([])
})

test('a step to which only another flow leads is reached', () => {
  const copy = newTrial()
  copy.writes(
    'flows/room.yaml',
    'id: room\nstart: a\nsteps: { a: { kind: say }, b: { kind: say } }',
  )
  copy.replaces(flow, 'flow:menu', 'flow:room.b')
  const words = { title: 'Room', a: { text: 'Hello.' }, b: { text: 'Hello again.' } }
  for (const language of languages)
    copy.writes(`locales/${language}/room.json`, JSON.stringify(words))
  expect(copy.review()).toEqual([])
})

describe('review finds in the flows', () => finds(ways))

describe('review finds in the posters', () => finds(posters))

describe('review finds in the data', () => finds(data))

test.each(['start', 'menu', 'sos', 'danger'])('review misses the flow %s', (id) => {
  const copy = newCopy()
  copy.removes(`flows/${id}.yaml`)
  expect(copy.review()).toContainEqual(
    expect.objectContaining({ file: `flows/${id}.yaml`, cure: `Create flows/${id}.yaml.` }),
  )
})
