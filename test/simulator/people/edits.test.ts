import { expect, test } from 'vitest'
import { call, newTelegram, somebody, updates } from '../telegram.ts'

const picture = { bytes: new Uint8Array(9), width: 600, height: 400 }

test('an edit brings the new words and when it was', async () => {
  const { telegram, person } = await aPhone()
  const message_id = person.send('ofer')
  person.edit(message_id, '/offer')
  expect((await edits(telegram)).at(-1)).toMatchObject({
    message_id,
    text: '/offer',
    entities: [{ type: 'bot_command' }],
    edit_date: expect.any(Number),
  })
  expect(person.chat().at(-1)).toMatchObject({ text: '/offer', edited: true })
})

test('an edit comes after the message itself, and only to a bot that asks for edits', async () => {
  const { telegram, person } = await aPhone()
  const kinds = async (allowed_updates: string[]) => {
    await updates(telegram, { allowed_updates, offset: -1 })
    person.edit(person.send('ofer'), 'offer')
    return (await updates(telegram)).slice(1).flatMap((update) => Object.keys(update).slice(1))
  }
  expect(await kinds(['message', 'edited_message'])).toEqual(['message', 'edited_message'])
  expect(await kinds(['message'])).toEqual(['message'])
})

test.each([
  ['a picture', {}, 'photo'],
  ['a file', { asFile: { name: 'a.png', mime: 'image/png' } }, 'document'],
])('the words below %s can be changed, and taken away', async (_what, how, kind) => {
  const { telegram, person } = await aPhone()
  const message = person.sendPicture({ ...picture, ...how, caption: 'https://a.pl' })
  person.edit(message, 'is it true?')
  person.edit(message, '')
  const [first, second] = await edits(telegram)
  expect(first).toMatchObject({ caption: 'is it true?', [kind]: expect.anything() })
  expect(first).not.toHaveProperty('caption_entities')
  expect(second).not.toHaveProperty('caption')
  expect(person.chat().at(-1)).toMatchObject({ text: '', edited: true })
})

test('the same words again are no edit', async () => {
  const { telegram, person } = await aPhone()
  person.edit(person.send('offer'), 'offer')
  expect(await edits(telegram)).toEqual([])
  expect(person.chat().at(-1)?.edited).toBe(false)
})

test('Telegram tells of edits that nobody sees, without a time of an edit', async () => {
  const { telegram, person } = await aPhone()
  const message_id = person.send('offer')
  person.touch(message_id)
  const [edit] = await edits(telegram)
  expect(edit).toMatchObject({ message_id, text: 'offer' })
  expect(edit).not.toHaveProperty('edit_date')
  expect(person.chat().at(-1)?.edited).toBe(false)
})

test('what others wrote cannot be changed, nor what has no words', async () => {
  const { telegram, person } = await aPhone()
  await call(telegram, 'sendMessage', { chat_id: person.id, text: 'Hi' })
  const via_bot = { id: 5, is_bot: true, first_name: 'Gifs' }
  const messages = [
    person.chat().at(-1)?.id ?? 0,
    person.send('theirs', { forwarded: true }),
    person.sendAny({ text: 'a card', via_bot }),
    person.sendSample('contact'),
  ]
  for (const message of messages) expect(() => person.edit(message, 'x')).toThrow('message')
  expect(await edits(telegram)).toEqual([])
  expect(person.chat().map(({ editable = false }) => editable)).toEqual([
    ...[true, false, false, false, false],
  ])
})

test('after two days nothing can be changed', async () => {
  const { telegram, person } = await aPhone()
  const message = person.send('old')
  telegram.clock.forward(48 * 3600)
  person.edit(message, 'still')
  telegram.clock.forward(1)
  expect(() => person.edit(message, 'new')).toThrow("can't be edited")
})

test('somebody else can edit', async () => {
  const { telegram, person } = await aPhone()
  const messageId = person.send('ofer')
  for (const [what, more] of [
    ['edit', { text: 'offer' }],
    ['touch', {}],
  ] as const) {
    const body = JSON.stringify({ messageId, ...more })
    const address = `${telegram.url}/people/${person.id}/${what}`
    expect((await fetch(address, { method: 'POST', body })).status).toBe(204)
  }
  expect(await edits(telegram)).toHaveLength(2)
})

async function aPhone() {
  const telegram = await newTelegram()
  return { telegram, person: somebody(telegram) }
}

async function edits(telegram: Awaited<ReturnType<typeof newTelegram>>) {
  return (await updates(telegram)).flatMap(({ edited_message }) => edited_message ?? [])
}
