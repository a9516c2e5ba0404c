import { describe, expect, test } from 'vitest'
import { type Bot, checksOffer, newBot, type Person, say } from '../bot.ts'

const hour = 3600

/** All that somebody who takes the phone in their hands can read. */
function read(person: Person) {
  return person.chat().map(({ text, buttons }) => ({ text, buttons }))
}

const neutral = { text: say('common:hidden'), buttons: [] }
const partly = { text: say('common:hidden-partly'), buttons: [] }
const blank = { text: say('common:blank'), buttons: [] }

/** Somebody who has written a lot, with a verdict and a typed word among it. */
async function hasTalked(bot: Bot) {
  const person = await checksOffer(bot, 'papers')
  await person.says('mam skan')
  await person.sendsPicture()
  await person.taps('scan')
  return person
}

describe('a chat that is hidden', () => {
  test('by a command holds one neutral line and nothing else', async () => {
    const person = await hasTalked(await newBot())
    await person.says('/hide')
    expect(read(person)).toEqual([neutral])
  })

  test.each<[string, string[]]>([
    ['of SOS', ['sos', 'watched', 'hide']],
    ['of the settings', ['menu', 'settings', 'hide', 'yes']],
  ])('by a button %s holds one neutral line and nothing else', async (_where, way) => {
    const person = await hasTalked(await newBot())
    for (const choice of way) await person.taps(choice)
    expect(read(person)).toEqual([neutral])
  })

  test('asks before it is hidden by the button of the settings', async () => {
    const person = await hasTalked(await newBot())
    const before = person.chat().length
    for (const choice of ['menu', 'settings', 'hide', 'no']) await person.taps(choice)
    expect([person.at(), person.chat().length]).toEqual(['settings.choose', before])
  })

  test('twice holds one line again', async () => {
    const person = await hasTalked(await newBot())
    for (const line of ['/hide', '/hide']) await person.says(line)
    expect(read(person)).toEqual([neutral])
  })

  test('of a stranger holds one line', async () => {
    const person = (await newBot()).person()
    await person.says('/hide')
    expect(read(person)).toEqual([neutral])
  })

  test('of more than a hundred messages is emptied', async () => {
    const bot = await newBot()
    const person = await hasTalked(bot)
    for (let count = 0; count < 60; count++) person.phone.send(`${count}`)
    await bot.telegram.settled()
    expect(person.chat().length).toBeGreaterThan(120)
    await person.says('/hide')
    expect(read(person)).toEqual([neutral])
    expect(bot.asked('deleteMessage')).toEqual([])
  })

  test('where the person deleted some messages is emptied', async () => {
    const person = await hasTalked(await newBot())
    for (const { id } of person.chat().slice(0, 4)) person.phone.delete(id, { forBoth: true })
    await person.says('/hide')
    expect(read(person)).toEqual([neutral])
  })

  test('after an update came twice is emptied', async () => {
    const bot = await newBot()
    const person = await hasTalked(bot)
    bot.telegram.faults.add({ kind: 'redeliver', times: 2 })
    for (const line of ['hm', '/hide']) await person.says(line)
    expect(read(person)).toEqual([neutral])
  })

  test('after Telegram was in trouble is emptied', async () => {
    const bot = await newBot()
    const person = await hasTalked(bot)
    bot.telegram.faults.add({ kind: 'status', method: 'deleteMessages', status: 502 })
    await person.says('/hide')
    expect(read(person)).toEqual([neutral])
  })
})

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

describe('afterwards', () => {
  test.each(['hm', 'praca w Holandii', '/start'])(
    'typing %s opens the menu, which offers to go on',
    async (text) => {
      const person = await checksOffer(await newBot(), 'fee')
      for (const line of ['/hide', text]) await person.says(line)
      expect(person.at()).toBe('menu.groups')
      await person.taps('continue')
      expect(person.at()).toBe('offer.fee')
    },
  )

  test('a button that was still on the screen opens the menu too', async () => {
    const person = await checksOffer(await newBot(), 'fee')
    const { id = 0 } = person.open() ?? {}
    await person.says('/hide')
    await person.presses(id, 'offer.fee.yes')
    expect(person.at()).toBe('menu.groups')
  })

  test('the next time the line before is gone as well', async () => {
    const person = await checksOffer(await newBot(), 'fee')
    for (const line of ['/hide', 'hm', '/hide']) await person.says(line)
    expect(read(person)).toEqual([neutral])
  })
})
