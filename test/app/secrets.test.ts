import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createStore } from '../../src/store/store.ts'
import type { Table } from '../../src/store/table.ts'
import { type Bot, harmless, newBot, type Person } from '../bot.ts'
import { type Engine, newTable, scan } from '../store/engines.ts'
import { noteCalls } from '../store-calls.ts'

/** What nobody but the person may ever know. */
const name = 'Kanarka Nowacka'
const phone = '601602603'
const story = 'Szef Zbigniew zabral paszport'

/** Everything that one can do, with secrets wherever something can be typed. */
async function talks(bot: Bot): Promise<Person> {
  const person = bot.person({ name, language: 'pl' })
  const types = async () => {
    const where = person.at()
    person.phone.sendPhoto(`${name} ${phone}`)
    await bot.telegram.settled()
    for (const text of [name, phone, story, `<b>${story}</b>`, `@kanarka ${phone}`]) {
      await person.says(text)
      // Words of danger have opened help; the question waits behind it.
      if (person.at() === where) continue
      await person.taps(person.choices().includes('go-on') ? 'go-on' : 'menu')
    }
  }
  await person.says(`/start ${name}`)
  await types()
  for (const choice of ['pl', 'next', 'next']) await person.taps(choice)
  await person.says(`/start offer-${phone}`)
  for (const answer of Object.values(harmless)) {
    await types()
    await person.taps(answer)
  }
  await person.says(`/sos ${story}`)
  for (const choice of ['people', 'other', 'menu', 'settings', 'held']) await person.taps(choice)
  await person.says(`/${phone} ${name}`)
  await person.presses(person.open()?.id ?? 0, `${phone}.${phone}.${phone}`)
  await person.presses(person.open()?.id ?? 0, story)
  await types()
  return person
}

/** Whatever of the person can be found in what was written down. */
function found(person: Person, written: string) {
  const secrets = [...name.split(' '), phone, ...story.split(' '), String(person.id), 'kanarka']
  const low = written.toLowerCase()
  return secrets.filter((secret) => low.includes(secret.toLowerCase()))
}

test('the log says what happened, and nothing of the person', async () => {
  const bot = await newBot()
  const person = await talks(bot)
  expect(bot.lines.length).toBeGreaterThan(100)
  expect(found(person, bot.lines.join('\n'))).toEqual([])
})

test('the log says nothing of the person when everything goes wrong', async () => {
  const bot = await newBot()
  const trouble = { status: 400, description: `Bad Request: ${name} said ${story}` }
  for (let count = 0; count < 20; count++) {
    bot.telegram.faults.add({ kind: 'status', method: 'sendMessage', ...trouble })
    bot.telegram.faults.add({ kind: 'status', method: 'sendMessage', status: 200 + 229 })
    bot.telegram.faults.add({ kind: 'reset-before', method: 'sendMessage' })
  }
  const person = bot.person({ name })
  for (let count = 0; count < 20; count++) await person.says(`${story} ${phone}`)
  person.phone.send(story)
  person.phone.block()
  await bot.telegram.settled()
  const events = new Set(bot.lines.map((line) => JSON.parse(line).event))
  expect([...events].sort()).toEqual([
    'bug',
    'help-apart',
    'person-gone',
    'put-off',
    'sorry-not-sent',
    'turn',
    'update',
  ])
  expect(found(person, bot.lines.join('\n'))).toEqual([])
})

test('a bug is noted without the words that its error may hold', async () => {
  const bot = await newBot()
  const person = bot.person({ name })
  bot.world.messages.note = async () => {
    throw new TypeError(`what came\n  at ${phone}.pl:${phone} is no (${name}.x:1)\n    at ${story}`)
  }
  await person.says(story)
  const bugs = bot.lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'bug')
  const at = expect.stringMatching(/^test\.ts:\d+:\d+$/)
  expect(bugs).toEqual([{ event: 'bug', error: 'TypeError', at }])
  expect(found(person, bot.lines.join('\n'))).toEqual([])
})

test('what is kept of a talk holds nothing of the person', async () => {
  const bot = await newBot()
  const written = noteCalls(bot.world, ['talks.keep', 'messages.note', 'counters.add'])
  const person = await talks(bot)
  expect(written.length).toBeGreaterThan(100)
  expect(found(person, written.join('\n'))).toEqual([])
})

describe('the table in the database', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await startDatabase()
  })
  afterAll(() => engine.stop())

  test('holds nothing of the person, neither in its items nor in their keys', async () => {
    const tables: Table[] = []
    const bot = await newBot({
      store: async (now) => {
        const table = await newTable(engine.endpoint, now)
        tables.push(table)
        return createStore(table)
      },
    })
    const person = await talks(bot)
    const items = (await Promise.all(tables.map(scan))).flat()
    expect(items.map(({ sk }) => sk)).toEqual(expect.arrayContaining(['TALK', 'SEEN']))
    expect(found(person, JSON.stringify(items))).toEqual([])
  })
})
