import { describe, expect, test } from 'vitest'
import { type Bot, newBot } from '../bot.ts'

/** What was counted of a day. */
function counted(bot: Bot) {
  return bot.counts()
}

describe('a link to the offer check', () => {
  test('opens it for somebody who has chosen a language', async () => {
    const person = await (await newBot()).reader()
    await person.says('/start offer')
    expect(person.at()).toBe('offer.age')
  })

  test('waits for a stranger behind the language and the welcome', async () => {
    const person = (await newBot()).person()
    await person.says('/start offer')
    const way = [person.at()]
    for (const choice of ['pl', 'next', 'next']) {
      await person.taps(choice)
      way.push(person.at())
    }
    expect(way).toEqual(['start.language', 'start.welcome', 'start.kept', 'offer.age'])
  })

  test('counts nobody', async () => {
    const bot = await newBot()
    await bot.person().says('/start offer')
    expect(await counted(bot)).toEqual({})
  })
})

describe('a link of a poster', () => {
  test('opens the flow that it names', async () => {
    const person = await (await newBot()).reader()
    await person.says('/start offer-poster7')
    expect(person.at()).toBe('offer.age')
  })

  test('is counted, for strangers and for others', async () => {
    const bot = await newBot()
    await bot.person().says('/start offer-poster7')
    const reader = await bot.reader()
    await reader.says('/start offer-poster7')
    expect(await counted(bot)).toEqual({ 'source#offer#poster7': 2 })
  })

  test('is counted once when it comes twice', async () => {
    const bot = await newBot()
    bot.telegram.faults.add({ kind: 'redeliver', update: 'message' })
    await bot.person().says('/start offer-poster7')
    expect(await counted(bot)).toEqual({ 'source#offer#poster7': 1 })
  })
})

describe.each(['nonsense', 'offers', 'constructor', '__proto__', 'nonsense-poster7'])(
  'a link to %s',
  (payload) => {
    test('is a plain start', async () => {
      const bot = await newBot()
      const person = await bot.reader()
      await person.says(`/start ${payload}`)
      expect(person.at()).toBe('menu.groups')
      expect(await counted(bot)).toEqual({})
    })

    test('is a plain start for a stranger', async () => {
      const person = (await newBot()).person()
      await person.says(`/start ${payload}`)
      for (const choice of ['pl', 'next', 'next']) await person.taps(choice)
      expect(person.at()).toBe('menu.groups')
    })
  },
)

test.each(['<b>', 'a b', 'x'.repeat(33), '{{x}}', 'zażółć'])(
  'a poster called "%s" is not counted',
  async (poster) => {
    const bot = await newBot()
    await bot.person().says(`/start offer-${poster}`)
    expect(await counted(bot)).toEqual({})
  },
)
