import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Rights } from '../../src/app/ports/room.ts'
import type { Tree } from '../../src/content/words.ts'
import { ages } from '../../src/core/age.ts'
import { inlineKinds } from '../../src/core/cards/inline.ts'
import { helps, urgencies } from '../../src/core/case.ts'
import { commandNames } from '../../src/core/desk/commands.ts'
import { deeds, type Refusal } from '../../src/core/desk/deeds.ts'
import { caseLines } from '../../src/core/desk/lines.ts'
import { birds } from '../../src/core/desk/names.ts'
import type { Told } from '../../src/core/engine/pictures.ts'
import type { Firm, Inactive, NumberRead, Permit } from '../../src/core/firm/firm.ts'
import { audiences, kinds } from '../../src/core/knowledge/contact.ts'
import type { Register } from '../../src/core/knowledge/knowledge.ts'
import { points } from '../../src/core/knowledge/phrases.ts'
import { needs } from '../../src/core/needs.ts'
import { pictureFaults } from '../../src/core/picture.ts'
import { answers, endings, groups } from '../../src/core/report/counted.ts'
import { needed } from '../../src/core/review/needed.ts'
import { everywhere } from '../../src/core/steps/target.ts'
import type { Unread } from '../../src/core/turn.ts'
import type { Verdict } from '../../src/core/verdict/verdict.ts'
import { content, locales } from '../person.ts'

/** Files whose texts the program names, besides those that flows name by themselves. */
const files = [...Object.keys(needed), 'indicators', 'registers', 'replies']

/** `common:back` or `common:verdict.${verdict}`. */
const named = new RegExp(`(['\`])((?:${files.join('|')}):(?:[\\w.-]|\\$\\{[^}]*\\})+)\\1`, 'g')

/** Texts that the code names. The simulator knows none of ours, and review tells of others. */
const asked = sources('src')
  .filter((path) => !path.startsWith('src/simulator') && !path.startsWith('src/core/review'))
  .flatMap((path) => [...codeOf(path).matchAll(named)].map(([, , key = '']) => key))

/** All that a union of words holds; the compiler asks for each. */
const all = <Word extends string>(words: Record<Word, true>) => Object.keys(words)

const verdicts = all<Verdict>({
  danger: true,
  strong: true,
  careful: true,
  unclear: true,
  nothing: true,
})
const permits = all<Permit['what']>({ placement: true, 'temporary-work': true, listings: true })
const proofs = all<Register['proves']>({ firm: true, vat: true, agency: true })
const per = ['hour', 'month']
const signs = Object.keys(content.indicators)

/** What may stand in the hole of a key. One that is not listed here fails below. */
const fillings: Record<string, string[]> = {
  'bot:command.': [], // named by the flows, and asked for with them
  'common:': [...everywhere],
  'common:age.': [...ages],
  'common:unread.': all<Unread>({
    recording: true,
    file: true,
    contact: true,
    place: true,
    link: true,
    other: true,
  }),
  'common:verdict.': verdicts,
  'contact:audience.': [...audiences],
  'contact:kind.': [...kinds],
  'firm:alert.': all<NonNullable<Firm['alerts']>[number]>({
    'strike-off-proposed': true,
    'accounts-overdue': true,
    insolvency: true,
    'address-disputed': true,
  }),
  'firm:fault.': all<NonNullable<NumberRead['fault']>>({
    'check-digit': true,
    'one-digit': true,
    length: true,
  }),
  'firm:guide.': [...proofs],
  'firm:guide.open.': ['number', 'name', 'any', 'offer', 'vat'],
  'firm:guide.open.filled-': ['number', 'name'],
  'firm:guide.state.': [...proofs],
  'firm:permit.': permits.flatMap((what) => [what, `${what}-until`]),
  'firm:source.': ['found', 'not-found'],
  'firm:state.': all<Inactive>({
    'struck-off': true,
    liquidation: true,
    bankrupt: true,
    suspended: true,
    'not-started': true,
    'not-approved': true,
    expired: true,
  }),
  'firm:vat.': all<NonNullable<Firm['vat']>>({ active: true, exempt: true, unregistered: true }),
  'indicators:': signs,
  'inline:enter.': ['check', 'help'],
  'inline:open.': ['check', 'help'],
  'inline:text.': [...inlineKinds, 'alarm'],
  'inline:title.': [...inlineKinds],
  'picture:': all<Told>({
    next: true,
    below: true,
    waits: true,
    'nothing-new': true,
    read: true,
    blurred: true,
    'no-words': true,
    nothing: true,
    unreadable: true,
    paper: true,
    'fault.large': true,
    'fault.pixels': true,
    'fault.kind': true,
    'fault.slow': true,
    'fault.broken': true,
    'fault.gone': true,
    'fault.away': true,
  }),
  'desk:complaint.': ['how', 'own', 'unheard', 'of-member', 'arrived', 'stays'],
  'desk:conduct.page.': content.conduct.pages,
  'desk:command.': [...commandNames],
  'desk:connect.': ['forged', 'expired', 'malformed', 'used', 'taken'],
  'desk:refused.': all<Refusal>({
    over: true,
    theirs: true,
    yours: true,
    untaken: true,
    waiting: true,
    'own-review': true,
  }),
  'desk:score.': ['cry', 'desk', 'minor', 'critical', 'high', 'caution'],
  'desk:card.referral.': ['asked', 'yes', 'no'],
  'desk:needs.': [...needs],
  'desk:clock.': ['ring', 'limit', 'offered', 'remind', 'plan'],
  'desk:hours.': ['unread', 'zone', 'place'],
  'desk:when.': ['past', 'far'],
  'desk:done.': Object.keys(deeds),
  'desk:about.minors.': ['yes', 'no'],
  'desk:report.column.': ['group', 'name', 'count'],
  'desk:report.': [
    ...['title', 'period', 'days', 'heading', 'line', 'more', 'others', 'no-country'],
    ...['nothing', 'hidden'],
    ...['cases', 'weeks', ...groups].map((group) => `group.${group}`),
    ...answers.map((answer) => `answer.${answer}`),
    ...endings.map((ending) => `ending.${ending}`),
    ...helps.map((helped) => `helped.${helped}`),
  ],
  'desk:rights.': [
    ...['there', 'missing'],
    ...all<keyof Rights>({
      isForum: true,
      isAdmin: true,
      topics: true,
      deleting: true,
      pinning: true,
    }),
  ],
  'desk:not-sent.': [
    ...['over', 'theirs', 'untaken', 'impossible', 'unreachable'],
    ...['mention', 'name', 'poll', 'command', 'edit', 'late'],
  ],
  'desk:line.': [...caseLines],
  'desk:card.urgent.': [...urgencies],
  'desk:button.': ['take', 'transfer', 'urgent', 'calm', 'close'],
  'desk:birds.': [...birds],
  'desk:state.': ['waiting', 'waiting-urgent', 'taken', 'taken-urgent', 'closed'],
  'picture:fault.': [...pictureFaults],
  'registers:': Object.keys(content.registers),
  'registers:note.': Object.keys(content.registers).filter((id) => content.registers[id]?.fact),
  'replies:': Object.values(content.replies).flatMap((some) => some.map(({ id }) => id)),
  'replies:theme.': Object.keys(content.replies),
  'scan:ask.': [...points],
  'scan:pay.': ['below', 'far-above'],
  'scan:per.': per,
  'wage:per.': per,
  'wage:who.': Object.values(content.wages).flatMap((scales) =>
    scales.flatMap(({ who }) => who ?? []),
  ),
}

/** Review holds that no language has more than it needs, and none less. */
const written = Object.entries(locales.en ?? {}).flatMap(([file, tree]) =>
  Object.entries(tree).flatMap(([name, inner]) => keysIn(`${file}:${name}`, inner)),
)

function keysIn(key: string, tree: string | Tree): string[] {
  // A plural has a text for each class.
  if (typeof tree === 'string') return [key.replace(/_(zero|one|two|few|many|other)$/, '')]
  return Object.entries(tree).flatMap(([name, inner]) => keysIn(`${key}.${name}`, inner))
}

/** Every key that it can become. */
function filled(key: string): string[] {
  const [, before = '', after = ''] = /^([^$]*)\$\{.*\}([^}]*)$/.exec(key) ?? []
  if (!key.includes('${')) return [key]
  return (fillings[before] ?? []).map((word) => before + word + after)
}

function sources(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => path.endsWith('.ts')).map((path) => join(folder, path))
}

/** Without its comments, which may name a text as an example. */
function codeOf(path: string) {
  return readFileSync(path, 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
}

describe('the texts that the code names', () => {
  test('are asked of the languages', () => {
    expect(asked.flatMap(filled).filter((key) => !written.includes(key))).toEqual([])
  })

  test('have no hole of which nobody knows what fills it', () => {
    const holed = asked.filter((key) => key.includes('${')).map((key) => key.split('${')[0] ?? '')
    expect(holed.filter((before) => !(before in fillings))).toEqual([])
  })

  test('are seen by this test', () => {
    expect(asked.length).toBeGreaterThan(100)
  })
})

/** `own(scene, 'text')` */
const ownText = /\bown\(\w+, '([\w-]+)'\)/g

/** `waiting.ts` asks for a text of the kinds that call it. */
const kindFiles = sources('src/core/steps').filter((path) => codeOf(path).includes('texts: '))

describe.each(kindFiles)('%s', (path) => {
  const code = codeOf(path)
  /** What the kind says that it needs. */
  const [, telling = ''] = /\n {2}texts: ([\s\S]*?)\n {2}\w/.exec(code) ?? []

  test('names every text of its own among those that it needs', () => {
    const own = [...code.matchAll(ownText)].map(([, name = '']) => name)
    expect(own.filter((name) => !telling.includes(`'${name}'`))).toEqual([])
  })
})
