import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { call, newTelegram, somebody, updates } from '../telegram.ts'

/** A poll has certainly arrived by then. */
const ON_ITS_WAY_MS = 150

test('updates come again until a later offset confirms them', async () => {
  const telegram = await newTelegram()
  somebody(telegram)
  const first = await updates(telegram)
  expect(await updates(telegram)).toEqual(first)
  expect(await updates(telegram, { offset: (first[0]?.update_id ?? 0) + 1 })).toEqual([])
})

test('ids of updates count up', async () => {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  person.send('two')
  const [one, two] = await updates(telegram)
  expect(two?.update_id).toBe((one?.update_id ?? 0) + 1)
})

test('a negative offset forgets all but the last', async () => {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  person.send('two')
  expect(await updates(telegram, { offset: -1 })).toMatchObject([{ message: { text: 'two' } }])
  expect(await updates(telegram)).toHaveLength(1)
})

test('a limit is kept', async () => {
  const telegram = await newTelegram()
  somebody(telegram).send('two')
  expect(await updates(telegram, { limit: 1 })).toHaveLength(1)
})

test('a long poll ends with the first update', async () => {
  const telegram = await newTelegram()
  const polled = updates(telegram, { timeout: 30 })
  await sleep(ON_ITS_WAY_MS)
  somebody(telegram)
  expect(await polled).toMatchObject([{ message: { text: '/start' } }])
})

test('a long poll ends empty when its time is over', async () => {
  const telegram = await newTelegram()
  const polled = updates(telegram, { timeout: 30 })
  await sleep(ON_ITS_WAY_MS)
  telegram.clock.forward(31)
  expect(await polled).toEqual([])
})

test('a second poll ends the first', async () => {
  const telegram = await newTelegram()
  const first = call(telegram, 'getUpdates', { timeout: 30 })
  await sleep(ON_ITS_WAY_MS)
  const second = updates(telegram, { timeout: 30 })
  expect(await first).toMatchObject({ error_code: 409 })
  somebody(telegram)
  expect(await second).toHaveLength(1)
})

test('a webhook ends the poll and keeps others away', async () => {
  const telegram = await newTelegram()
  const polled = call(telegram, 'getUpdates', { timeout: 30 })
  await sleep(ON_ITS_WAY_MS)
  await call(telegram, 'setWebhook', { url: 'http://127.0.0.1:1/' })
  expect(await polled).toMatchObject({ error_code: 409 })
  expect(await call(telegram, 'getUpdates')).toMatchObject({ error_code: 409 })
})

test('only the kinds asked for come', async () => {
  const telegram = await newTelegram()
  await updates(telegram, { allowed_updates: ['callback_query'] })
  somebody(telegram).press(1, 'x')
  expect(await updates(telegram)).toMatchObject([{ callback_query: { data: 'x' } }])
})

test('presses are lost after 150 seconds, messages after a day', async () => {
  const telegram = await newTelegram()
  somebody(telegram).press(1, 'x')
  telegram.clock.forward(150)
  expect(await updates(telegram)).toMatchObject([{ message: { text: '/start' } }])
  telegram.clock.forward(86_400)
  expect(await updates(telegram)).toEqual([])
})

test('it is settled when the bot has confirmed everything', async () => {
  const telegram = await newTelegram()
  somebody(telegram)
  const [one] = await updates(telegram)
  const race = () => Promise.race([telegram.settled().then(() => 'settled'), sleep(20, 'waiting')])
  expect(await race()).toBe('waiting')
  await updates(telegram, { offset: (one?.update_id ?? 0) + 1 })
  expect(await race()).toBe('settled')
})

test('a confirmed update can be delivered once more', async () => {
  const telegram = await newTelegram()
  telegram.faults.add({ kind: 'redeliver' })
  somebody(telegram)
  const [one] = await updates(telegram)
  const offset = (one?.update_id ?? 0) + 1
  expect(await updates(telegram, { offset })).toEqual([])
  expect(await updates(telegram, { offset, timeout: 5 })).toEqual([one])
  expect(await updates(telegram, { offset })).toEqual([])
})

test('blocking and unblocking are told', async () => {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  person.block()
  person.unblock()
  const told = (await updates(telegram)).slice(1).map(({ my_chat_member }) => my_chat_member)
  expect(told).toMatchObject([
    { new_chat_member: { status: 'kicked' } },
    { new_chat_member: { status: 'member' } },
  ])
})

test('what a person edits is told', async () => {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  person.edit(person.send('ofer'), 'offer')
  expect((await updates(telegram)).at(-1)).toMatchObject({ edited_message: { text: 'offer' } })
})
