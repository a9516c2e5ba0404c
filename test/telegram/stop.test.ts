import { expect, test } from 'vitest'
import { checksOffer, newBot } from '../bot.ts'
import { newListener, until } from './listener.ts'

test('what was not kept before a stop comes again afterwards, and all behind it', async () => {
  const { telegram, refused, tried, kept, start, stop } = await newListener()
  const person = telegram.person()
  refused.add('one')
  for (const text of ['one', 'two']) person.send(text)
  await until(() => tried.length > 1)
  await stop()
  refused.clear()
  start()
  await telegram.settled()
  expect(kept).toEqual(['one', 'two'])
})

test('what was kept before a stop does not come again', async () => {
  const { telegram, kept, start, stop } = await newListener()
  telegram.person().send('one')
  await telegram.settled()
  await stop()
  start()
  telegram.person().send('two')
  await telegram.settled()
  expect(kept).toEqual(['one', 'two'])
})

test('after a stop nothing is asked any more', async () => {
  const { telegram, kept, start, stop } = await newListener()
  telegram.person().send('one')
  await telegram.settled()
  await stop()
  const before = telegram.calls.length
  telegram.person().send('two')
  expect([telegram.calls.length, kept]).toEqual([before, ['one']])
  start()
  await telegram.settled()
  expect(kept).toEqual(['one', 'two'])
})

test('a stop ends in the middle of updates that fail', async () => {
  const { telegram, refused, tried, stop } = await newListener()
  refused.add('one')
  telegram.person().send('one')
  await until(() => tried.length > 0)
  await expect(stop()).resolves.toBeUndefined()
})

test('a stop before anything has come ends at once', async () => {
  const { stop } = await newListener()
  await expect(stop()).resolves.toBeUndefined()
})

test('a bot that is started anew over the same store answers what it owes, and nothing twice', async () => {
  const bot = await newBot()
  const [person, other] = [await checksOffer(bot, 'country'), await checksOffer(bot, 'country')]
  const shown = other.bubbles().length
  const fault = { kind: 'status', method: 'sendMessage', status: 502, chat: person.id } as const
  bot.telegram.faults.add({ ...fault, times: 1_000_000 })
  person.phone.send('Niemcy')
  other.phone.send('Holandia')
  await bot.until(() => other.at() === 'offer.found-through' && bot.asked('sendMessage').length > 0)
  await bot.stop()
  bot.telegram.faults.clear()
  await bot.start()
  await bot.telegram.settled()
  expect([person.at(), other.at()]).toEqual(['offer.found-through', 'offer.found-through'])
  expect([person.bubbles().length, other.bubbles().length]).toEqual([shown + 1, shown + 1])
})
