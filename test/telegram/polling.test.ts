import { expect, test } from 'vitest'
import { allowedUpdates } from '../../src/telegram/parse.ts'
import { newListener, offsets, until } from './listener.ts'

test('what one person says comes in order, though it fails at first', async () => {
  const { telegram, refused, tried, kept } = await newListener()
  const person = telegram.person()
  refused.add('one')
  for (const text of ['one', 'two', 'three']) person.send(text)
  await until(() => tried.length > 3)
  expect(new Set(tried)).toEqual(new Set(['one']))
  refused.clear()
  await telegram.settled()
  expect(kept).toEqual(['one', 'two', 'three'])
})

test('what others say comes meanwhile', async () => {
  const { telegram, refused, kept } = await newListener()
  const [person, other] = [telegram.person(), telegram.person()]
  refused.add('one')
  person.send('one')
  for (const text of ['ein', 'zwei']) other.send(text)
  await until(() => kept.includes('zwei'))
  other.send('drei')
  await until(() => kept.includes('drei'))
  expect(kept).toEqual(['ein', 'zwei', 'drei'])
})

test('a press does not wait behind a word of the same person', async () => {
  const { telegram, refused, kept } = await newListener()
  const person = telegram.person()
  refused.add('one')
  const message = person.send('one')
  person.press(message, 'press')
  await until(() => kept.includes('press'))
  expect(kept).toEqual(['press'])
})

test('nothing is confirmed from the first update on that is not kept', async () => {
  const { telegram, refused, kept, ids } = await newListener()
  const [person, other] = [telegram.person(), telegram.person()]
  refused.add('two')
  for (const [from, text] of [
    [other, 'one'],
    [person, 'two'],
    [other, 'three'],
  ] as const)
    from.send(text)
  await until(() => kept.includes('three'))
  const before = offsets(telegram).length
  await until(() => offsets(telegram).length > before + 1)
  expect(Math.max(...offsets(telegram))).toBe(ids.get('two'))
})

test('everything is confirmed when everything is kept', async () => {
  const { telegram, refused, kept, ids, stop } = await newListener()
  const person = telegram.person()
  refused.add('one')
  for (const text of ['one', 'two']) person.send(text)
  telegram.person().send('three')
  await until(() => kept.includes('three'))
  refused.clear()
  await telegram.settled()
  await stop()
  expect(Math.max(...offsets(telegram))).toBe((ids.get('three') ?? 0) + 1)
})

test('what is kept is not taken again while something before it waits', async () => {
  const { telegram, refused, kept } = await newListener()
  refused.add('one')
  telegram.person().send('one')
  telegram.person().send('two')
  await until(() => kept.includes('two'))
  const before = offsets(telegram).length
  await until(() => offsets(telegram).length > before + 1)
  expect(kept).toEqual(['two'])
})

test('only what the bot reads is asked for', async () => {
  const { telegram } = await newListener()
  telegram.person().send('one')
  await telegram.settled()
  const asked = telegram.calls.find(({ method }) => method === 'getUpdates')
  expect(asked?.payload.allowed_updates).toEqual(allowedUpdates)
})
