import { expect, test } from 'vitest'
import { call, newTelegram, somebody, updates } from '../telegram.ts'

const DAY = 86_400

test('a message of the bot appears on the phone', async () => {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  const answer = await call(telegram, 'sendMessage', { chat_id: person.id, text: 'Good day' })
  expect(answer.result).toMatchObject({ text: 'Good day', chat: { id: person.id } })
  expect(person.chat().at(-1)).toMatchObject({ from: 'bot', text: 'Good day', edited: false })
})

test('a bot cannot write to somebody who never pressed Start', async () => {
  const telegram = await newTelegram()
  const person = telegram.person()
  expect(await call(telegram, 'sendMessage', { chat_id: person.id, text: 'x' })).toMatchObject({
    error_code: 400,
    description: 'Bad Request: chat not found',
  })
})

test('a bot cannot write to somebody who blocked it', async () => {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  person.block()
  expect(await call(telegram, 'sendMessage', { chat_id: person.id, text: 'x' })).toMatchObject({
    error_code: 403,
    description: 'Forbidden: bot was blocked by the user',
  })
})

test('a bot can write again after it was unblocked', async () => {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  person.block()
  person.unblock()
  expect(await call(telegram, 'sendMessage', { chat_id: person.id, text: 'x' })).toMatchObject({
    ok: true,
  })
})

test.each([
  ['', 'message text is empty'],
  [' \n\0 ', 'message text is empty'],
  ['x'.repeat(4097), 'message is too long'],
])('text %# is refused', async (text, reason) => {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  expect(await call(telegram, 'sendMessage', { chat_id: person.id, text })).toMatchObject({
    error_code: 400,
    description: `Bad Request: ${reason}`,
  })
})

test('the length of a text is counted without its markup', async () => {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  const text = `<b>${'x'.repeat(4096)}</b>`
  const answer = await call(telegram, 'sendMessage', {
    chat_id: person.id,
    text,
    parse_mode: 'HTML',
  })
  expect(answer.ok).toBe(true)
})

test('an edit changes the message in place', async () => {
  const { telegram, person, message } = await aMessage()
  await call(telegram, 'editMessageText', { ...message, text: 'Good evening' })
  expect(person.chat().at(-1)).toMatchObject({ text: 'Good evening', edited: true })
})

test('an edit without a keyboard takes the buttons away', async () => {
  const { telegram, person, message } = await aMessage()
  await call(telegram, 'editMessageText', { ...message, text: 'Good evening' })
  expect(person.chat().at(-1)?.buttons).toEqual([])
})

test('an edit that changes nothing is refused', async () => {
  const { telegram, message, content } = await aMessage()
  expect(await call(telegram, 'editMessageText', { ...message, ...content })).toMatchObject({
    error_code: 400,
    description:
      'Bad Request: message is not modified: specified new message content and reply markup ' +
      'are exactly the same as a current content and reply markup of the message',
  })
})

test('an edit that changes nothing is refused a second time as well', async () => {
  const { telegram, message } = await aMessage()
  await call(telegram, 'editMessageText', { ...message, text: 'Good evening' })
  const again = await call(telegram, 'editMessageText', { ...message, text: 'Good evening' })
  expect(again.description).toContain('message is not modified')
})

test('a message of the bot can be edited at any age', async () => {
  const { telegram, message } = await aMessage()
  telegram.clock.forward(100 * DAY)
  expect(await call(telegram, 'editMessageText', { ...message, text: 'x' })).toMatchObject({
    ok: true,
  })
})

test('a message that is gone cannot be edited', async () => {
  const { telegram, message } = await aMessage()
  await call(telegram, 'deleteMessage', message)
  const answer = await call(telegram, 'editMessageText', { ...message, text: 'x' })
  expect(answer.description).toBe('Bad Request: message to edit not found')
})

test("a person's message cannot be edited", async () => {
  const { telegram, person } = await aMessage()
  const message_id = person.send('mine')
  const edit = { chat_id: person.id, message_id, text: 'x' }
  const answer = await call(telegram, 'editMessageText', edit)
  expect(answer.description).toBe("Bad Request: message can't be edited")
})

test('a message that came with a reply keyboard cannot be edited', async () => {
  const { telegram, person } = await aMessage()
  const chat_id = person.id
  const reply_markup = { keyboard: [[{ text: 'Yes' }]] }
  await call(telegram, 'sendMessage', { chat_id, text: 'Well?', reply_markup })
  const message_id = person.chat().at(-1)?.id
  const answer = await call(telegram, 'editMessageText', { chat_id, message_id, text: 'x' })
  expect(answer.description).toBe("Bad Request: message can't be edited")
})

test('only the buttons can be edited', async () => {
  const { telegram, person, message } = await aMessage()
  const inline_keyboard = [[{ text: 'Back', callback_data: 'b' }]]
  await call(telegram, 'editMessageReplyMarkup', { ...message, reply_markup: { inline_keyboard } })
  expect(person.chat().at(-1)).toMatchObject({
    text: 'Good day',
    buttons: [[{ text: 'Back', data: 'b' }]],
    edited: false,
  })
})

test("a bot may delete its own and the person's messages", async () => {
  const { telegram, person } = await aMessage()
  const message_ids = person.chat().map(({ id }) => id)
  await call(telegram, 'deleteMessages', { chat_id: person.id, message_ids })
  expect(person.chat()).toEqual([])
})

test('a message older than 48 hours cannot be deleted', async () => {
  const { telegram, message } = await aMessage()
  telegram.clock.forward(2 * DAY + 1)
  expect(await call(telegram, 'deleteMessage', message)).toMatchObject({
    error_code: 400,
    description: "Bad Request: message can't be deleted for everyone",
  })
})

test('one message older than 48 hours saves all the others', async () => {
  const { telegram, person } = await aMessage()
  telegram.clock.forward(2 * DAY + 1)
  const fresh = person.send('fresh')
  const message_ids = [fresh, ...person.chat().map(({ id }) => id)]
  await call(telegram, 'deleteMessages', { chat_id: person.id, message_ids })
  expect(person.chat()).toHaveLength(3)
})

test('unknown messages are skipped when many are deleted', async () => {
  const { telegram, person, message } = await aMessage()
  const message_ids = [message.message_id, 999_999]
  const answer = await call(telegram, 'deleteMessages', { chat_id: person.id, message_ids })
  expect(answer.ok).toBe(true)
})

test('what the person deletes on the phone the bot can still edit', async () => {
  const { telegram, person, message } = await aMessage()
  person.delete(message.message_id)
  const answer = await call(telegram, 'editMessageText', { ...message, text: 'x' })
  expect([answer.ok, person.chat().length]).toEqual([true, 1])
})

test('a copy does not tell where it comes from', async () => {
  const { telegram, person } = await aMessage()
  const other = somebody(telegram, 'Olena')
  const message_id = person.send('I need help')
  const copy = { chat_id: other.id, from_chat_id: person.id, message_id }
  await call(telegram, 'copyMessage', copy)
  expect(other.chat().at(-1)).toMatchObject({
    from: 'bot',
    text: 'I need help',
    name: 'Simulator Bot',
  })
})

test('a message that a person pins is told to the bot', async () => {
  const { telegram, person } = await aMessage()
  const { id = 0 } = person.chat().at(-1) ?? {}
  person.pin(id)
  expect((await updates(telegram)).at(-1)).toMatchObject({
    message: { from: { id: person.id }, pinned_message: { message_id: id } },
  })
})

test('a photo can be sent on by its id', async () => {
  const { telegram, person } = await aMessage()
  person.sendPhoto('the contract')
  const { result } = await call(telegram, 'getUpdates', { offset: -1 })
  const photo = JSON.stringify(result).match(/photo-[\w-]+/)?.[0]
  await call(telegram, 'sendPhoto', { chat_id: person.id, photo, caption: 'this one?' })
  expect(person.chat().at(-1)).toMatchObject({ photo: true, text: 'this one?' })
})

test('a photo can be uploaded', async () => {
  const { telegram, person } = await aMessage()
  const form = new FormData()
  form.set('chat_id', String(person.id))
  form.set('photo', 'attach://one')
  form.set('one', new Blob(['bytes']), 'one.jpg')
  const url = `${telegram.url}/bot${telegram.token}/sendPhoto`
  await fetch(url, { method: 'POST', body: form })
  expect(person.chat().at(-1)).toMatchObject({ from: 'bot', photo: true })
})

async function aMessage() {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  const reply_markup = { inline_keyboard: [[{ text: 'Go on', callback_data: 'go' }]] }
  const content = { text: 'Good day', reply_markup }
  await call(telegram, 'sendMessage', { chat_id: person.id, ...content })
  const message_id = person.chat().at(-1)?.id ?? 0
  return { telegram, person, content, message: { chat_id: person.id, message_id } }
}
