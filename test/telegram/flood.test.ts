import { expect, test } from 'vitest'
import { newBot, say } from '../bot.ts'
import { newListener, offsets, until } from './listener.ts'

/** What somebody writes all at once. */
function flood(count: number) {
  return Array.from({ length: count }, (_, index) => `word ${index}`)
}

test('nobody waits for a person who sends a thousand messages, though the first of them fails', async () => {
  const { telegram, refused, kept } = await newListener()
  const person = telegram.person()
  refused.add('word 0')
  for (const text of flood(1000)) person.send(text)
  telegram.person().send('two')
  await until(() => kept.length > 0)
  expect(kept).toEqual(['two'])
})

test('a person who sends a hundred at once has all of them read', async () => {
  const { telegram, kept, unread } = await newListener()
  const person = telegram.person()
  for (const text of flood(100)) person.send(text)
  await until(() => kept.length === 100)
  expect([kept, unread]).toEqual([flood(100), []])
})

test('a person who sends many more is told once that the last ones are not read', async () => {
  const { telegram, refused, tried, kept, unread } = await newListener()
  const person = telegram.person()
  refused.add('word 0')
  for (const text of flood(250)) person.send(text)
  await until(() => tried.length > 0)
  await telegram.settled()
  refused.clear()
  await until(() => unread.length > 0)
  expect([kept, unread]).toEqual([flood(101), [149]])
})

test('what they send before the first ones are done is not read either', async () => {
  const { telegram, refused, held, tried, kept, unread } = await newListener()
  const person = telegram.person()
  refused.add('word 0')
  held.add('word 50')
  for (const text of flood(250)) person.send(text)
  await until(() => tried.length > 0)
  await telegram.settled()
  refused.clear()
  await until(() => kept.length === 50)
  person.send('later')
  await telegram.settled()
  held.clear()
  await until(() => unread.length > 0)
  person.send('afterwards')
  await telegram.settled()
  expect(unread).toEqual([150])
  expect(kept).toEqual([...flood(101), 'afterwards'])
})

test('what is at work for somebody else stays with Telegram until it is kept', async () => {
  const { telegram, refused, held, tried, ids } = await newListener()
  const person = telegram.person()
  refused.add('word 0')
  held.add('two')
  const words = flood(150)
  for (const text of words.slice(0, 50)) person.send(text)
  telegram.person().send('two')
  for (const text of words.slice(50)) person.send(text)
  await until(() => tried.includes('two') && offsets(telegram).length > 3)
  expect(Math.max(...offsets(telegram))).toBe(0)
  held.clear()
  await until(() => Math.max(...offsets(telegram)) > (ids.get('two') ?? 0))
})

test('a call for help in a flood is heard before what waits', async () => {
  const { telegram, refused, kept } = await newListener()
  const person = telegram.person()
  refused.add('word 0')
  for (const text of flood(250)) person.send(text)
  person.send('help')
  await until(() => offsets(telegram).length > 4)
  refused.clear()
  await until(() => kept.length > 2)
  expect(kept.slice(0, 3)).toEqual(['word 0', 'help', 'word 1'])
})

test('one update that fails holds nobody up, however many write behind it', async () => {
  const { telegram, refused, kept } = await newListener()
  refused.add('one')
  telegram.person().send('one')
  for (const text of flood(250)) telegram.person().send(text)
  await until(() => kept.length === 250)
  expect(kept).not.toContain('one')
})

test('where the updates of everybody fail, all of them stay with Telegram', async () => {
  const { telegram, refused, tried } = await newListener()
  for (const text of flood(150)) {
    refused.add(text)
    telegram.person().send(text)
  }
  await until(() => new Set(tried).size === 100)
  const polls = offsets(telegram).length
  await until(() => offsets(telegram).length > polls + 1)
  expect(Math.max(...offsets(telegram))).toBe(0)
})

test('a stop finishes what Telegram no longer holds', async () => {
  const { telegram, refused, kept, unread, stop } = await newListener()
  const person = telegram.person()
  refused.add('word 0')
  for (const text of flood(250)) person.send(text)
  await telegram.settled()
  refused.clear()
  await stop()
  expect([kept, unread]).toEqual([flood(101), [149]])
})

test('a crowd is served in turns', async () => {
  const { telegram, most, kept } = await newListener()
  for (const text of flood(50)) telegram.person().send(text)
  await until(() => kept.length === 50)
  expect(most()).toBeLessThanOrEqual(16)
})

test('a call for help does not wait for the turns of a crowd', async () => {
  const { telegram, held, tried, kept } = await newListener()
  for (const text of flood(50)) {
    held.add(text)
    telegram.person().send(text)
  }
  telegram.person().send('help')
  await until(() => kept.length > 0)
  expect([kept, tried.length]).toEqual([['help'], 17])
  held.clear()
})

test('a thousand updates at most are at hand at once, whoever sends them', async () => {
  const { telegram, refused, ids } = await newListener()
  for (let count = 0; count < 15; count++) {
    const person = telegram.person()
    refused.add(`first ${count}`)
    person.send(`first ${count}`)
    for (const text of flood(99)) person.send(text)
  }
  const first = () => ids.get('first 0') ?? 0
  await until(() => Math.max(...offsets(telegram)) >= first() + 900)
  const polls = offsets(telegram).length
  await until(() => offsets(telegram).length > polls + 2)
  expect(Math.max(...offsets(telegram))).toBe(first() + 900)
})

test('a stop leaves with Telegram what was not tried', async () => {
  const { telegram, held, tried, kept, start, stop } = await newListener()
  for (const text of flood(120)) {
    held.add(text)
    telegram.person().send(text)
  }
  await until(() => tried.length === 16)
  const stopped = stop()
  held.clear()
  await stopped
  expect(kept).toHaveLength(16)
  start()
  await telegram.settled()
  expect(new Set(kept).size).toBe(120)
})

test('a person who floods the bot finds help at once, one word on the rest, and an empty chat after hiding', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  for (const text of flood(400)) person.phone.send(text)
  person.phone.send('pomocy')
  const shown = () => person.bubbles().map(({ text }) => text)
  await bot.until(() => shown().includes(say('common:too-many')))
  const isHelp = (text: string) => text.includes(say('sos:now.text'))
  expect(shown().findIndex(isHelp)).toBeLessThan(10)
  expect(shown().filter((text) => text === say('common:too-many'))).toHaveLength(1)
  await person.says('/hide')
  await bot.until(() => person.chat().length === 1)
  expect(shown()).toEqual([say('common:hidden')])
})
