import { describe, expect, test } from 'vitest'
import { type Bot, checksOffer, harmless, isCloud, newBot, type Person, say } from '../bot.ts'

describe('a person who blocks the bot', () => {
  /** They wrote a word and were gone before the answer. */
  async function blocks() {
    const bot = await newBot()
    const person = await checksOffer(bot, 'fee')
    person.phone.send('hm')
    person.phone.block()
    await bot.telegram.settled()
    return { bot, person }
  }

  test('is written to once, in vain', async () => {
    const { bot, person } = await blocks()
    const refused = bot.asked('sendMessage').filter(({ ok }) => !ok)
    expect(refused.map(({ payload }) => payload.chat_id)).toEqual([person.id])
  })

  test('does not keep anybody else from being answered', async () => {
    const { bot } = await blocks()
    const other = bot.person()
    await other.says('/sos')
    expect(other.at()).toBe('sos.now')
  })

  test('is noted without saying who', async () => {
    const { bot } = await blocks()
    expect(bot.lines.map((line) => JSON.parse(line).event)).toContain('person-gone')
  })

  test('finds the question again when they come back', async () => {
    const { person } = await blocks()
    person.phone.unblock()
    await person.says('hm')
    expect(person.at()).toBe('offer.fee')
  })

  test('is not greeted for coming back', async () => {
    const { bot, person } = await blocks()
    const before = person.chat()
    person.phone.unblock()
    await bot.telegram.settled()
    expect(person.chat()).toEqual(before)
  })

  test('while a press is under way is not written to again', async () => {
    const bot = await newBot()
    const person = await checksOffer(bot, 'fee')
    const calls = bot.telegram.calls.length
    person.press('no')
    person.phone.block()
    await bot.telegram.settled()
    const asked = bot.telegram.calls.slice(calls).map(({ method }) => method)
    expect(asked.filter((method) => method !== 'getUpdates').sort()).toEqual([
      'answerCallbackQuery',
      'editMessageText',
    ])
  })
})

describe('two people at once', () => {
  /** Each answers in turn without waiting for the other. */
  async function answer(bot: Bot, people: [Person, Record<string, string>][]) {
    for (const step of Object.keys(harmless)) {
      for (const [person, answers] of people) person.press(answers[step] ?? '')
      await bot.telegram.settled()
    }
  }

  test('come each to the verdict of their own answers', async () => {
    const bot = await newBot()
    const one = await checksOffer(bot, 'age')
    const two = await checksOffer(bot, 'age', { language: 'en' })
    await answer(bot, [
      [one, { ...harmless, fee: 'yes' }],
      [two, { ...harmless, hurry: 'yes' }],
    ])
    const verdicts = [one, two].map((person) => person.bubbles().at(-1)?.text)
    expect(verdicts[0]).toContain(say('indicators:offer_fee_for_job.label', 'pl'))
    expect(verdicts[1]).toContain(say('indicators:offer_urgent_pressure.label', 'en'))
    expect(verdicts[0]).not.toContain(say('indicators:offer_urgent_pressure.label', 'pl'))
    expect(verdicts[1]).not.toContain(say('indicators:offer_fee_for_job.label', 'en'))
  })

  test('hide each their own chat', async () => {
    const bot = await newBot()
    const [one, two] = [await checksOffer(bot, 'fee'), await checksOffer(bot, 'fee')]
    const before = two.chat()
    await one.says('/hide')
    expect(two.chat()).toEqual(before)
  })
})

describe('what one person says in a hurry', () => {
  test('is answered in its order', async () => {
    const bot = await newBot()
    const person = await checksOffer(bot, 'country')
    for (const text of ['Niemcy', '/menu', '/start offer', 'Holandia', '/sos'])
      person.phone.send(text)
    await bot.telegram.settled()
    const places = person.bubbles().slice(-5).map(placeOf)
    expect(places).toEqual([
      'offer.found-through',
      'menu.groups',
      'offer.way',
      'country.what',
      'sos.now',
    ])
  })
})

function placeOf({ buttons }: { buttons: { data?: string }[][] }) {
  return buttons[0]?.[0]?.data?.split('.').slice(0, 2).join('.')
}

test('a person whose phone is slow does not delay anybody else', async () => {
  const bot = await newBot()
  const [slow, quick] = [await checksOffer(bot, 'fee'), await checksOffer(bot, 'fee')]
  bot.telegram.faults.add({ kind: 'slow', chat: slow.id, delayMs: 1000 })
  const since = bot.telegram.calls.length
  slow.phone.send('hm')
  quick.phone.send('hm')
  await bot.telegram.settled()
  const sent = bot.telegram.calls.slice(since).filter(({ method }) => method === 'sendMessage')
  expect(sent.map(({ payload }) => payload.chat_id)).toEqual([quick.id, slow.id])
})

/** Long polling hands updates out in batches; by webhook each comes alone. */
test.skipIf(isCloud)('a slow person delays nobody whose word comes later either', async () => {
  const bot = await newBot()
  const [slow, quick] = [await checksOffer(bot, 'fee'), await checksOffer(bot, 'fee')]
  bot.telegram.faults.add({ kind: 'slow', chat: slow.id, delayMs: 3000 })
  const since = bot.telegram.calls.length
  const polled = bot.asked('getUpdates').length
  slow.phone.send('hm')
  await bot.until(() => bot.asked('getUpdates').length > polled + 1)
  for (const choice of ['no', 'no']) {
    const press = quick.press(choice)
    await bot.until(() => bot.answersTo(press) === 1 && quick.at() !== 'offer.fee')
  }
  await bot.telegram.settled()
  const done = bot.telegram.calls.slice(since).filter(({ payload }) => payload.chat_id)
  expect(done.map(({ payload }) => payload.chat_id)).toEqual([quick.id, quick.id, slow.id])
})
