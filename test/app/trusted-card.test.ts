import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createStore } from '../../src/store/store.ts'
import type { Table } from '../../src/store/table.ts'
import { type Bot, newBot, type Person, say } from '../bot.ts'
import { type Engine, newTable, scan } from '../store/engines.ts'

const lines = [
  'Kanałowa 7, Rotterdam',
  'Firma <Wieloryb>',
  'Agencja Kormoran',
  'bus 27.11',
  'w sobotę',
]
const secrets = ['kanałowa', 'wieloryb', 'kormoran', '27.11', 'sobot', 'zosia']

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

/** Somebody in front of the card, a bot over a table, and everything that the table holds. */
async function makesCard() {
  const tables: Table[] = []
  const bot = await newBot({
    store: async (now) => {
      const table = await newTable(engine.endpoint, now)
      tables.push(table)
      return createStore(table)
    },
  })
  const person = await bot.reader()
  await person.says('/start departure')
  await person.taps('card')
  const held = async () =>
    JSON.stringify((await Promise.all(tables.map(scan))).flat()).toLowerCase()
  return { bot, person, held }
}

/** The messages that stay: without a button. */
function cards(person: Person) {
  return person.bubbles().filter(({ text }) => text.startsWith(headline()))
}

function headline() {
  return say('departure:card.card').split('\n')[0] ?? ''
}

function found(text: string) {
  return secrets.filter((secret) => text.includes(secret))
}

test('a blank card can be copied and names every line', async () => {
  const { person } = await makesCard()
  await person.taps('blank')
  const [card] = cards(person)
  for (const line of ['where', 'employer', 'agency', 'travel', 'calls'])
    expect(card?.text).toContain(`${say(`departure:card.${line}`)}: …`)
  expect(card?.buttons).toEqual([])
})

test('lines in their order come back with their names', async () => {
  const { person } = await makesCard()
  await person.says(lines.join('\n'))
  expect(cards(person)[0]?.text).toContain(`${say('departure:card.employer')}: Firma <Wieloryb>`)
})

test('numbers before the lines are left out, dates are not', async () => {
  const { person } = await makesCard()
  await person.says('1. Rotterdam\n2) Wieloryb\n3. –\n4. 27.11 bus\n5. niedziela')
  const text = cards(person)[0]?.text
  expect(text).toContain(`${say('departure:card.where')}: Rotterdam\n`)
  expect(text).toContain(`${say('departure:card.employer')}: Wieloryb\n`)
  expect(text).toContain(`${say('departure:card.travel')}: 27.11 bus\n`)
})

test('a story in one line comes back as it is', async () => {
  const { person } = await makesCard()
  await person.says('Zosia jedzie do Rotterdamu & wraca w marcu')
  expect(cards(person)[0]?.text).toContain('Zosia jedzie do Rotterdamu & wraca w marcu')
})

test('lines of which one is left out come back as they are, so that none gets a wrong name', async () => {
  const { person } = await makesCard()
  await person.says(lines.slice(0, 3).join('\n'))
  const text = cards(person)[0]?.text
  expect(text).toContain(lines.slice(0, 3).join('\n'))
  expect(text).not.toContain(say('departure:card.calls'))
})

test('a message that is too long gets a kind word', async () => {
  const { person } = await makesCard()
  await person.says('x'.repeat(2001))
  expect(cards(person)).toEqual([])
  expect(person.last()?.text).toContain(say('departure:card.long'))
})

test('the longest message fits', async () => {
  const { bot, person } = await makesCard()
  await person.says('&'.repeat(2000))
  expect(cards(person)).toHaveLength(1)
  expect(bot.lines.join()).not.toContain('"bug"')
})

describe('the whole table holds nothing of it', () => {
  test('after the card was shown', async () => {
    const { person, held } = await makesCard()
    await person.says(lines.join('\n'))
    await person.says('Zosia')
    expect(cards(person)).toHaveLength(2)
    expect(found(await held())).toEqual([])
  })

  const troubles: [string, (bot: Bot) => void][] = [
    ['Telegram had no time', ({ telegram }) => fails(telegram, 429)],
    ['Telegram was in trouble', ({ telegram }) => fails(telegram, 502)],
    ['the update came twice', ({ telegram }) => telegram.faults.add({ kind: 'redeliver' })],
  ]

  test.each(troubles)('when %s, and the card comes once', async (_what, happens) => {
    const { bot, person, held } = await makesCard()
    happens(bot)
    await person.says(lines.join('\n'))
    expect(cards(person).map(({ text }) => found(text.toLowerCase()).length)).toEqual([5])
    expect(found(await held())).toEqual([])
  })

  test('when the phone was gone before it came', async () => {
    const { bot, person, held } = await makesCard()
    person.phone.send(lines.join('\n'))
    person.phone.block()
    await bot.telegram.settled()
    expect(found(await held())).toEqual([])
  })

  test('nor does the log', async () => {
    const { bot, person } = await makesCard()
    await person.says(lines.join('\n'))
    expect(found(bot.lines.join('\n').toLowerCase())).toEqual([])
  })
})

function fails({ faults }: Bot['telegram'], status: number) {
  faults.add({ kind: 'status', method: 'sendMessage', status })
}
