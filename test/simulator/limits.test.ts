import { expect, test } from 'vitest'
import type { Simulator } from '../../src/simulator/start.ts'
import { call, newTelegram, somebody } from './telegram.ts'

test('a burst of 20 messages goes into one chat, then one a second', async () => {
  const telegram = await newTelegram({ now: () => new Date('2026-01-01') })
  const person = somebody(telegram)
  expect(await sent(telegram, person.id, 21)).toBe(20)
  telegram.clock.forward(1)
  expect(await sent(telegram, person.id, 2)).toBe(1)
})

test('a refusal says how long to wait', async () => {
  const telegram = await newTelegram({ now: () => new Date('2026-01-01') })
  const person = somebody(telegram)
  await sent(telegram, person.id, 20)
  expect(await call(telegram, 'sendMessage', { chat_id: person.id, text: 'x' })).toMatchObject({
    error_code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  })
})

test('30 messages a second go out in all', async () => {
  const telegram = await newTelegram({ now: () => new Date('2026-01-01') })
  const people = Array.from({ length: 31 }, () => somebody(telegram))
  const answers = people.map(({ id }) => sent(telegram, id, 1))
  expect((await Promise.all(answers)).filter((count) => count === 1)).toHaveLength(30)
})

test('a group takes 20 messages, edits and new topics a minute', async () => {
  const telegram = await newTelegram({ now: () => new Date('2026-01-01') })
  const group = telegram.group({ title: 'Desk', forum: true })
  group.addBot()
  await sent(telegram, group.id, 18)
  const message_id = group.messages()[0]?.id
  await call(telegram, 'editMessageText', { chat_id: group.id, message_id, text: 'y' })
  await call(telegram, 'createForumTopic', { chat_id: group.id, name: 'one' })
  expect(
    await call(telegram, 'createForumTopic', { chat_id: group.id, name: 'two' }),
  ).toMatchObject({ error_code: 429, parameters: { retry_after: 60 } })
  telegram.clock.forward(60)
  expect(await sent(telegram, group.id, 1)).toBe(1)
})

test('edits and answers in a private chat do not count', async () => {
  const telegram = await newTelegram({ now: () => new Date('2026-01-01') })
  const person = somebody(telegram)
  await sent(telegram, person.id, 20)
  const message_id = person.chat().at(-1)?.id
  const edit = { chat_id: person.id, message_id, text: 'y' }
  expect(await call(telegram, 'editMessageText', edit)).toMatchObject({ ok: true })
})

test('limits can be switched off', async () => {
  const telegram = await newTelegram({ limits: false })
  const person = somebody(telegram)
  expect(await sent(telegram, person.id, 40)).toBe(40)
})

async function sent(telegram: Simulator, chat_id: number, count: number): Promise<number> {
  let taken = 0
  for (let done = 0; done < count; done++) {
    const { ok } = await call(telegram, 'sendMessage', { chat_id, text: 'x' })
    if (ok) taken++
  }
  return taken
}
