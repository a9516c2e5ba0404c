import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handle } from '../../../src/app/turn/handle.ts'
import { startDatabase } from '../../../src/entry/embedded.ts'
import { createStore } from '../../../src/store/store.ts'
import type { Table } from '../../../src/store/table.ts'
import { type Bot, checksOffer, isCloud, newBot, type Person, say } from '../../bot.ts'
import { newReader } from '../../person.ts'
import { type Engine, newTable, scan } from '../../store/engines.ts'

/** What the bot holds of somebody. */
async function held({ world }: Bot, { id }: Person) {
  return { talk: await world.talks.load(id), seen: await world.messages.of(id) }
}

const nothing = { talk: undefined, seen: [] }

const ways: [string, (person: Person) => Promise<unknown>][] = [
  ['by a command', (person) => person.says('/forget')],
  [
    'by a button',
    async (person) => {
      for (const choice of ['menu', 'settings', 'forget', 'yes']) await person.taps(choice)
    },
  ],
]

describe.each(ways)('a person who asks to be forgotten %s', (_how, asks) => {
  test('is held by no entry', async () => {
    const bot = await newBot()
    const person = await checksOffer(bot, 'fee')
    await asks(person)
    expect(await held(bot, person)).toEqual(nothing)
  })

  test('is told so, without a button', async () => {
    const person = await checksOffer(await newBot(), 'fee')
    await asks(person)
    expect(person.last()).toMatchObject({ text: say('common:forgotten'), buttons: [] })
  })

  test.each(['hm', '/start', '/menu praca'])('begins anew with %s', async (text) => {
    const bot = await newBot()
    const person = await checksOffer(bot, 'fee')
    await asks(person)
    await person.says(text)
    const { talk } = await held(bot, person)
    expect(talk?.language).toBeUndefined()
    expect(talk?.country).toBeUndefined()
    expect(talk?.state?.resume).toBeUndefined()
  })

  test('is asked for the language again', async () => {
    const person = await checksOffer(await newBot(), 'fee')
    await asks(person)
    await person.says('hm')
    expect(person.at()).toBe('start.language')
  })

  test('is held by no entry when a message is pinned afterwards', async () => {
    const bot = await newBot()
    const person = await checksOffer(bot, 'fee')
    await asks(person)
    await person.pins(person.last()?.id ?? 0)
    expect(await held(bot, person)).toEqual(nothing)
  })

  test('is held by no entry though Telegram was in trouble', async () => {
    const bot = await newBot()
    const person = await checksOffer(bot, 'fee')
    for (const method of ['sendMessage', 'editMessageText'])
      bot.telegram.faults.add({ kind: 'status', method, status: 502 })
    await asks(person)
    expect(await held(bot, person)).toEqual(nothing)
  })

  test('does not take anybody else along', async () => {
    const bot = await newBot()
    const [person, other] = [await checksOffer(bot, 'fee'), await checksOffer(bot, 'debt')]
    const before = await held(bot, other)
    await asks(person)
    expect(await held(bot, other)).toEqual(before)
  })
})

test('a command to forget that comes twice leaves nothing either', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  bot.telegram.faults.add({ kind: 'redeliver' })
  await person.says('/forget')
  expect(await held(bot, person)).toEqual(nothing)
})

test('a press that was put off before and comes again afterwards begins nothing', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  await person.says('/tips')
  bot.telegram.faults.add({
    kind: 'status',
    method: 'editMessageText',
    status: 429,
    retry_after: 9,
  })
  const press = person.press('on-offers')
  await bot.until(() => bot.asked('editMessageText').some(({ ok }) => !ok))
  await person.says('/forget')
  await bot.telegram.settled()
  expect(press).toBeDefined()
  expect([await held(bot, person), await bot.world.tips.of(person.id)]).toEqual([nothing, []])
})

test.each([1, 2])(
  'what was sent before %i forgettings begins nothing afterwards',
  async (times) => {
    const person = await newReader()
    const before = await person.opens('privacy')
    for (let count = 0; count < times; count++) {
      await person.opens('forget')
      await person.opens('start')
    }
    const keys = person.keys()
    await handle(person.world, before)
    expect(person.keys()).toEqual(keys)
  },
)

test('who thinks better of it is asked first, and keeps everything', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  for (const choice of ['menu', 'settings', 'forget', 'no', 'menu', 'continue'])
    await person.taps(choice)
  expect(person.at()).toBe('offer.fee')
})

test('who blocks the bot right after asking is forgotten all the same', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  person.phone.send('/forget')
  person.phone.block()
  await bot.telegram.settled()
  expect(await held(bot, person)).toEqual(nothing)
})

/** In the cloud every bot stands over a table of its own. */
describe.skipIf(isCloud)('the table in the database', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await startDatabase()
  })
  afterAll(() => engine.stop())

  /** The bot over a table; what was written into it. */
  async function newBotOverTable() {
    const tables: Table[] = []
    const bot = await newBot({
      store: async (now) => {
        const table = await newTable(engine.endpoint, now)
        tables.push(table)
        return createStore(table)
      },
    })
    const items = async () => (await Promise.all(tables.map(scan))).flat()
    return { bot, items }
  }

  test('holds something of somebody who checks an offer', async () => {
    const { bot, items } = await newBotOverTable()
    await checksOffer(bot, 'fee')
    expect((await items()).map(({ sk }) => sk).sort()).toEqual(['SEEN', 'TALK'])
  })

  test.each(ways)('holds nothing of somebody who was forgotten %s', async (_how, asks) => {
    const { bot, items } = await newBotOverTable()
    const person = await checksOffer(bot, 'fee')
    await asks(person)
    // Only that somebody was, so that a restored backup forgets them too.
    expect((await items()).map(({ pk }) => pk)).toEqual(['FORGOTTEN'])
  })
})
