import { describe, expect, test } from 'vitest'
import { type Bot, isCloud, newBot } from '../bot.ts'
import { content } from '../person.ts'

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
    expect(await counted(bot)).toEqual({ 'source#offer#other': 2 })
  })

  test('is counted once when it comes twice', async () => {
    const bot = await newBot()
    bot.telegram.faults.add({ kind: 'redeliver', update: 'message' })
    await bot.person().says('/start offer-poster7')
    expect(await counted(bot)).toEqual({ 'source#offer#other': 1 })
  })

  test.each(['601602603', '<b>', 'a b', 'x'.repeat(60), '{{x}}', 'constructor', '-'])(
    'that no flow names is not noted as it was written: %s',
    async (poster) => {
      const bot = await newBot()
      await bot.person().says(`/start offer-${poster}`)
      expect(await counted(bot)).toEqual({ 'source#offer#other': 1 })
    },
  )

  test('that names none is not counted', async () => {
    const bot = await newBot()
    await bot.person().says('/start offer-')
    expect(await counted(bot)).toEqual({})
  })
})

/** The bundle holds the posters of our own flows. */
describe.skipIf(isCloud)('a poster that its flow names', () => {
  function newBotWithPosters() {
    const offer = content.flows.offer
    if (!offer) throw new Error('there is no offer check')
    const flows = { ...content.flows, offer: { ...offer, posters: ['warsaw-office', '7'] } }
    return newBot({ content: { ...content, flows } })
  }

  test.each(['warsaw-office', '7'])('is counted by its name: %s', async (poster) => {
    const bot = await newBotWithPosters()
    await bot.person().says(`/start offer-${poster}`)
    expect(await counted(bot)).toEqual({ [`source#offer#${poster}`]: 1 })
  })

  test.each(['offer-warsaw', 'offer-warsaw-office-2', 'offer-Warsaw-Office'])(
    'is not %s',
    async (link) => {
      const bot = await newBotWithPosters()
      await bot.person().says(`/start ${link}`)
      expect(await counted(bot)).toEqual({ 'source#offer#other': 1 })
    },
  )

  test('is named for its own flow alone', async () => {
    const bot = await newBotWithPosters()
    await bot.person().says('/start sos-warsaw-office')
    expect(await counted(bot)).toEqual({ 'source#sos#other': 1 })
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
