import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { readCode } from '../../src/app/desk/code.ts'
import type { Desk } from '../../src/app/ports/desks.ts'
import { Misconfigured, readConfig } from '../../src/entry/config.ts'
import { list, revoke } from '../../src/entry/desk.ts'
import { readTerms, type Typed } from '../../src/entry/desk-terms.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { content } from '../person.ts'
import { richCase } from '../store/some-desk.ts'

const good: Typed = {
  name: 'KCIK',
  languages: ['pl,uk'],
  countries: ['DE,NL'],
  minors: 'yes',
  themes: ['offers,country-NL'],
  complaints: 'skargi@example.org',
  days: '7',
}

const terms = {
  id: 'k7mq3xra',
  name: 'KCIK',
  languages: ['pl', 'uk'],
  countries: ['DE', 'NL'],
  themes: ['offers', 'country-NL'],
  minors: true,
  complaints: 'skargi@example.org',
}

function deskOf(change: Partial<Typed> = {}) {
  return readTerms({ ...good, ...change }, content, terms.id).desk
}

/** What is said of wrong arguments, a line for each. */
function saidOf(change: Partial<Typed>) {
  try {
    deskOf(change)
  } catch (error) {
    if (error instanceof Misconfigured) return error.message.split('\n')
  }
  return []
}

describe('the arguments of a desk', () => {
  test('become what its code holds', () => {
    expect(readTerms(good, content, terms.id)).toEqual({ desk: terms, days: 7 })
  })

  test('may leave out where it knows its way and what it sends', () => {
    const desk = deskOf({ countries: undefined, themes: undefined })
    expect(desk).toEqual({ ...terms, countries: [], themes: [] })
  })

  test('may be typed carelessly', () => {
    const careless = { name: ' KCIK ', languages: ['PL, uk,', 'pl'], countries: ['de', 'nl'] }
    expect(deskOf(careless)).toEqual(terms)
  })

  test('may be a page instead of an address of mail', () => {
    const complaints = 'https://example.org/skargi?a=b'
    expect(deskOf({ complaints })).toEqual({ ...terms, complaints })
  })

  const wrong: [argument: keyof Typed, typed: string | undefined, cure: string][] = [
    ['name', undefined, '--name "KCIK"'],
    ['name', '  ', '--name "KCIK"'],
    ['name', 'x'.repeat(61), 'Shorten'],
    ['name', 'KC\u202eIK', 'Type it anew'],
    ['languages', undefined, '--languages pl,uk'],
    ['languages', ',', '--languages pl,uk'],
    ['languages', 'pl,polski', 'such as pl'],
    ['languages', 'xx', 'such as pl'],
    ['languages', 'pl,ua', 'where uk is spoken'],
    ['languages', 'CZ', 'where cs is spoken'],
    ['countries', 'XX', 'such as NL'],
    ['countries', 'DEU', 'such as NL'],
    ['countries', 'UK', 'GB'],
    ['countries', 'Holandia', 'NL'],
    ['minors', undefined, '--minors no'],
    ['minors', 'maybe', '--minors no'],
    ['themes', 'offers,money', 'offers, contracts, rights'],
    ['themes', 'country-XX', 'country-NL'],
    ['complaints', undefined, 'https://'],
    ['complaints', 'by phone', 'https://'],
    ['complaints', 'http://example.org', 'https://'],
    ['complaints', `https://example.org/${'x'.repeat(200)}`, '80'],
    ['days', '0', 'from 1 to 30'],
    ['days', '31', 'from 1 to 30'],
    ['days', '1.5', 'from 1 to 30'],
    ['days', 'week', 'from 1 to 30'],
  ]
  const isList = ['languages', 'countries', 'themes']
  test.each(wrong)('--%s %s is told with the cure', (argument, typed, cure) => {
    const value = isList.includes(argument) && typed !== undefined ? [typed] : typed
    const [said = '', ...more] = saidOf({ [argument]: value })
    expect(said.startsWith(`--${argument}: `)).toBe(true)
    expect(said).toContain(cure)
    expect(more).toEqual([])
  })

  test('are all told of at once', () => {
    const said = saidOf({ name: '', minors: 'ja', days: 'x' })
    expect(said.map((line) => line.split(':')[0])).toEqual(['--name', '--minors', '--days'])
  })
})

/** The command as an operator types it. */
function runDesk(args: string[], environment: Record<string, string> = {}) {
  const { PATH = '' } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/entry/desk.ts', ...args], {
    env: { PATH, ...environment },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const typed = [
  ...['--name', 'KCIK', '--languages', 'pl,uk', '--countries', 'DE,NL', '--minors', 'yes'],
  ...['--themes', 'offers,country-NL', '--complaints', 'skargi@example.org'],
]

/** What the bot on this machine makes of the line that is to be sent. */
function readHere(stdout: string, inDays = 0) {
  const [, code = ''] = /^\/connect (\S+)$/m.exec(stdout) ?? []
  const then = new Date(Date.now() + inDays * 24 * 60 * 60 * 1000)
  return readCode(readConfig({}).DESK_KEY, code, then)
}

describe('npm run desk', () => {
  test('prints a code that the bot on this machine takes', () => {
    const { status, stdout, stderr } = runDesk(['--stage', 'local', ...typed])
    expect([status, stderr]).toEqual([0, ''])
    expect(readHere(stdout)).toEqual({ desk: { ...terms, id: expect.any(String) } })
  })

  test('prints one that is good for as many days as were wanted', () => {
    const { stdout } = runDesk(['--stage', 'local', ...typed, '--days', '2'])
    const found = [1.9, 2.1].map((days) => readHere(stdout, days))
    expect(found).toEqual([{ desk: expect.objectContaining({ name: 'KCIK' }) }, { why: 'expired' }])
  })

  test('warns of languages that the bot does not speak, and makes the code all the same', () => {
    const german = typed.with(typed.indexOf('pl,uk'), 'de')
    const { status, stdout, stderr } = runDesk(['--stage', 'local', ...german])
    expect(status).toBe(0)
    expect(stderr).toMatch(/^--languages: .*speaks none/)
    expect(readHere(stdout)).toMatchObject({ desk: { languages: ['de'] } })
  })

  test('says what there is', () => {
    const { status, stdout } = runDesk(['--help'])
    expect(status).toBe(0)
    for (const name of ['--minors', '--complaints', 'list', 'revoke ID'])
      expect(stdout).toContain(name)
  })

  const wrong: [what: string, args: string[], said: RegExp][] = [
    ['an argument that there is not', ['--nmae', 'KCIK'], /^--nmae: there is no such/],
    ['an argument without a value', [...typed, '--days'], /^--days: its value is missing/],
    ['two arguments side by side', ['--name', '--minors', 'yes'], /^--name: its value/],
    ['a name without quotes', ['--name', 'KCIK', 'Fundacja'], /^"Fundacja": .*quotes/],
    ['a word too many', ['list', 'all'], /^"all": /],
    ['a word that every object knows', ['constructor'], /^"constructor": /],
    ['no id to revoke', ['revoke'], /^revoke: which desk/],
    ['no table to list', ['list', '--stage', 'local'], /^--stage: /],
    ['nothing', [], /^--name: missing(.|\n)*^--languages: missing/m],
  ]
  test.each(wrong)('tells of %s by its name, and fails', (_what, args, said) => {
    const { status, stdout, stderr } = runDesk(args)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(said)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('has no code where the stage has no key, and names the cure', () => {
    const parts = { ID_KEY: 'sixteen letters.', SECRETS_PATH: '' }
    const { status, stdout, stderr } = runDesk(typed, parts)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^DESK_KEY: missing.*npm run secrets -- --stage dev/)
  })
})

const desk: Desk = { ...terms, group: -100, lead: 5 }

const now = () => new Date('2026-11-22T12:00:00Z')

async function newStage(...desks: Desk[]) {
  const stage = { ...createMemoryStore(now), content, now }
  for (const one of desks.length > 0 ? desks : [desk]) await stage.desks.connect(one)
  return stage
}

describe('the list of desks', () => {
  test('has a line for each', async () => {
    const other = { ...desk, id: 'other', group: -101, name: 'La Strada', countries: [] }
    expect((await list(await newStage(desk, other))).split('\n')).toEqual([
      expect.stringMatching(/^k7mq3xra · KCIK · pl, uk · DE, NL · /),
      expect.stringMatching(/^other · La Strada · pl, uk · everywhere · /),
    ])
  })

  test('tells desks apart that are at work, paused, and without anybody', async () => {
    const ids = ['works', 'paused', 'empty']
    const stage = await newStage(...ids.map((id, at) => ({ ...desk, id, group: -at })))
    for (const id of ['works', 'paused'])
      await stage.desks.accept(id, 5, { wording: content.conduct.wording, at: now().getTime() })
    await stage.desks.change('paused', { isPaused: true })
    const states = (await list(stage)).split('\n').map((line) => line.split(' · ').at(-1))
    expect(new Set(states).size).toBe(3)
  })

  test('has nobody at work who accepted an earlier code of conduct', async () => {
    const stage = await newStage()
    const before = await list(stage)
    await stage.desks.accept(desk.id, 5, { wording: '2020-01-01', at: now().getTime() })
    expect(await list(stage)).toBe(before)
  })

  test('names no group and no member', async () => {
    const stage = await newStage({ ...desk, group: -100123, lead: 987654 })
    expect(await list(stage)).not.toMatch(/100123|987654/)
  })

  test('is not empty where there is none', async () => {
    expect(await list({ ...createMemoryStore(now), content, now })).toMatch(/\S/)
  })
})

describe('the end of a desk', () => {
  test('closes it', async () => {
    const stage = await newStage()
    expect(await revoke(desk.id, stage)).toContain(desk.name)
    expect(await stage.desks.get(desk.id)).toMatchObject({ isClosed: true })
  })

  test('says so the second time', async () => {
    const stage = await newStage()
    await revoke(desk.id, stage)
    expect(await revoke(desk.id, stage)).toContain('already')
  })

  test('goes on where it broke off', async () => {
    const stage = await newStage()
    await stage.cases.keep(7, { ...richCase, version: 0, desk: desk.id, state: 'taken' })
    await stage.desks.keepTopic(desk.group, { thread: 7, chat: 7 })
    await stage.desks.change(desk.id, { isClosed: true })
    expect(await revoke(desk.id, stage)).not.toContain('already')
    expect((await stage.cases.of(7))?.state).toBe('closed')
  })

  test('of a desk that there is not names the cure', async () => {
    const asked = revoke('none', await newStage())
    await expect(asked).rejects.toThrow(/"none".*npm run desk -- list/)
  })

  test('ends the cases that are open there, and no others', async () => {
    const stage = await newStage()
    for (const [chat, id] of [
      [7, desk.id],
      [8, 'another1'],
    ] as const) {
      await stage.cases.keep(chat, { ...richCase, version: 0, desk: id, state: 'taken' })
      await stage.desks.keepTopic(desk.group, { thread: chat, chat })
    }
    await revoke(desk.id, stage)
    expect((await stage.cases.of(7))?.state).toBe('closed')
    expect((await stage.cases.of(8))?.state).toBe('taken')
  })
})
