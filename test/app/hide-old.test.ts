import { describe, expect, test } from 'vitest'
import { type Bot, newBot } from '../bot.ts'
import { blank, hasTalked, partly, read } from './hidden.ts'

const hour = 3600

describe('a chat of two days', () => {
  /** Everything so far is older than a bot can delete; after it there is a new word. */
  async function hasTalkedLongAgo(bot: Bot) {
    const person = await hasTalked(bot)
    const before = person.chat()
    bot.telegram.clock.forward(50 * hour)
    await person.says('jestem znowu')
    return { person, before }
  }

  test('loses what is younger', async () => {
    const { person, before } = await hasTalkedLongAgo(await newBot())
    await person.says('/hide')
    expect(read(person)).toHaveLength(before.length + 1)
  })

  test('keeps what the person wrote before', async () => {
    const { person, before } = await hasTalkedLongAgo(await newBot())
    await person.says('/hide')
    const theirs = before.filter(({ from }) => from === 'person')
    expect(person.chat().filter(({ from }) => from === 'person')).toEqual(theirs)
  })

  test('holds nothing that the bot wrote before, and says what is left to do', async () => {
    const { person, before } = await hasTalkedLongAgo(await newBot())
    await person.says('/hide')
    const own = before.filter(({ from }) => from === 'bot').map(() => blank)
    const left = person.bubbles().map(({ text, buttons }) => ({ text, buttons }))
    expect(left).toEqual([...own, partly])
  })

  test('is hidden without a request that Telegram refuses', async () => {
    const bot = await newBot()
    const { person } = await hasTalkedLongAgo(bot)
    await person.says('/hide')
    expect(bot.telegram.calls.filter(({ ok }) => !ok)).toEqual([])
  })

  test('by a button is hidden the same way', async () => {
    const bot = await newBot()
    const person = await hasTalked(bot)
    bot.telegram.clock.forward(50 * hour)
    for (const choice of ['sos', 'watched', 'hide']) await person.taps(choice)
    const left = person.bubbles().map(({ text, buttons }) => ({ text, buttons }))
    expect(new Set(left.map(({ text }) => text))).toEqual(new Set([blank.text, partly.text]))
    expect(left.at(-1)).toEqual(partly)
  })
})

test('a chat with more old messages than one request each may blank is blank the second time', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  for (let count = 0; count < 25; count++) person.phone.send(`${count}`)
  await bot.telegram.settled()
  const own = person.bubbles().map(() => blank)
  bot.telegram.clock.forward(50 * hour)
  for (const line of ['/hide', '/hide']) await person.says(line)
  const left = person.bubbles().map(({ text, buttons }) => ({ text, buttons }))
  expect(left).toEqual([...own, partly])
})

describe('a chat whose first messages turn too old while it is emptied', () => {
  /** The others were written two hours ago, so Telegram would delete them, but not in one request with the first. */
  async function hides() {
    const bot = await newBot()
    const person = await bot.reader()
    bot.telegram.clock.forward(46.9 * hour)
    await person.says('/start offer')
    const { erase } = bot.world.channel
    bot.world.channel.erase = (chat, messages) => {
      bot.telegram.clock.forward(2 * hour)
      return erase(chat, messages)
    }
    await person.says('/hide')
    return { bot, person }
  }

  test('loses all the others', async () => {
    const { person } = await hides()
    expect(person.chat().map(({ text }) => text)).toEqual(['/start', blank.text, partly.text])
  })

  test('is tried in one request first', async () => {
    const { bot } = await hides()
    expect(bot.asked('deleteMessages').map(({ ok }) => ok)).toEqual([false])
    expect(bot.asked('deleteMessage').map(({ ok }) => ok)).toEqual([true, true, true, false, false])
  })
})
