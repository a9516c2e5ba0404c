import { expect, test } from 'vitest'
import { call, newTelegram, updates } from '../telegram.ts'

test('a topic of the bot holds its messages', async () => {
  const { telegram, group, thread } = await aDesk()
  const message = { chat_id: group.id, message_thread_id: thread, text: 'A new case' }
  const { result } = await call(telegram, 'sendMessage', message)
  expect(result).toMatchObject({ message_thread_id: thread, is_topic_message: true })
  expect(group.messages(thread).at(-1)).toMatchObject({ from: 'bot', text: 'A new case', thread })
})

test('the bot is told of the topic it opened', async () => {
  const { telegram, thread } = await aDesk()
  expect((await updates(telegram)).at(-1)).toMatchObject({
    message: {
      message_id: thread,
      forum_topic_created: { name: 'Case 1' },
      from: { is_bot: true },
    },
  })
})

test('a message in a topic answers the one that opened it', async () => {
  const { telegram, group, consultant, thread } = await aDesk()
  group.send(consultant, 'Good day', thread)
  expect((await updates(telegram)).at(-1)).toMatchObject({
    message: {
      text: 'Good day',
      message_thread_id: thread,
      is_topic_message: true,
      from: { id: consultant.id },
      reply_to_message: { message_id: thread, forum_topic_created: {} },
    },
  })
})

test('a message in a deleted topic is refused', async () => {
  const { telegram, group, thread } = await aDesk()
  group.deleteTopic(thread)
  const message = { chat_id: group.id, message_thread_id: thread, text: 'x' }
  expect((await call(telegram, 'sendMessage', message)).description).toBe(
    'Bad Request: message thread not found',
  )
})

test('a closed topic cannot be closed again', async () => {
  const { telegram, group, thread } = await aDesk()
  const topic = { chat_id: group.id, message_thread_id: thread }
  await call(telegram, 'closeForumTopic', topic)
  const again = await call(telegram, 'closeForumTopic', topic)
  expect([group.topics()[0]?.state, again.description]).toEqual([
    'closed',
    'Bad Request: TOPIC_NOT_MODIFIED',
  ])
})

test('a topic can be opened again, renamed and deleted', async () => {
  const { telegram, group, thread } = await aDesk()
  const topic = { chat_id: group.id, message_thread_id: thread }
  await call(telegram, 'closeForumTopic', topic)
  await call(telegram, 'reopenForumTopic', topic)
  await call(telegram, 'editForumTopic', { ...topic, name: 'Case 2' })
  expect(group.topics()).toMatchObject([{ name: 'Case 2', state: 'open' }])
  await call(telegram, 'deleteForumTopic', topic)
  expect(group.messages(thread)).toEqual([])
})

test.each(['', 'x'.repeat(129)])('the name "%s" is refused', async (name) => {
  const { telegram, group } = await aDesk()
  expect(await call(telegram, 'createForumTopic', { chat_id: group.id, name })).toMatchObject({
    error_code: 400,
  })
})

test('a bot that is no administrator opens no topic', async () => {
  const { telegram, group } = await aDesk()
  group.addBot({ status: 'member' })
  const answer = await call(telegram, 'createForumTopic', { chat_id: group.id, name: 'x' })
  expect(answer.description).toBe('Bad Request: not enough rights to manage topics')
})

test.each([
  ['can_manage_topics', 'createForumTopic', 'not enough rights to manage topics'],
  ['can_delete_messages', 'deleteForumTopic', 'not enough rights to manage topics'],
  ['can_delete_messages', 'deleteMessage', "message can't be deleted"],
  ['can_pin_messages', 'pinChatMessage', 'not enough rights to manage pinned messages in the chat'],
] as const)(
  'an administrator without %s is refused %s, and no longer with it',
  async (right, method, reason) => {
    const { telegram, group, consultant, thread } = await aDesk()
    const message_id = group.send(consultant, 'Good day', thread)
    group.addBot({ denied: [right] })
    const fields = {
      createForumTopic: { name: 'x' },
      deleteForumTopic: { message_thread_id: thread },
      deleteMessage: { message_id },
      pinChatMessage: { message_id },
    }[method]
    const payload = { chat_id: group.id, ...fields }
    expect((await call(telegram, method, payload)).description).toBe(`Bad Request: ${reason}`)
    group.addBot()
    expect(await call(telegram, method, payload)).toMatchObject({ ok: true })
  },
)

test('a change of its rights is told to the bot, and known afterwards', async () => {
  const { telegram, group } = await aDesk()
  group.addBot({ denied: ['can_pin_messages'] })
  const user_id = Number(telegram.token.split(':')[0])
  const known = { status: 'administrator', can_pin_messages: false, can_manage_topics: true }
  expect((await updates(telegram)).at(-1)).toMatchObject({
    my_chat_member: {
      old_chat_member: { can_pin_messages: true },
      new_chat_member: known,
    },
  })
  const asked = await call(telegram, 'getChatMember', { chat_id: group.id, user_id })
  expect(asked.result).toMatchObject(known)
})

test('a bot closes its own topic without the right for topics, and no other', async () => {
  const { telegram, group, consultant, thread } = await aDesk()
  const other = group.openTopic(consultant, 'Ours')
  group.addBot({ denied: ['can_manage_topics'] })
  const close = (message_thread_id: number) =>
    call(telegram, 'closeForumTopic', { chat_id: group.id, message_thread_id })
  expect([(await close(thread)).ok, (await close(other)).ok]).toEqual([true, false])
})

test('a bot that is no administrator sees only what is meant for it', async () => {
  const { telegram, group, consultant } = await aDesk()
  group.addBot({ status: 'member' })
  group.send(consultant, 'among ourselves')
  group.send(consultant, '/help')
  group.send(consultant, 'hi @simulator_bot')
  const texts = (await updates(telegram)).map(({ message }) => message?.text)
  expect(texts.filter((text) => text !== undefined)).toEqual(['/help', 'hi @simulator_bot'])
})

test('a bot that is an administrator sees everything', async () => {
  const { telegram, group, consultant } = await aDesk()
  group.send(consultant, 'among ourselves')
  expect((await updates(telegram)).at(-1)?.message?.text).toBe('among ourselves')
})

test('a bot that is not in the group sees nothing', async () => {
  const { telegram, group, consultant } = await aDesk()
  const before = await updates(telegram)
  group.removeBot()
  group.send(consultant, '/help')
  expect(await updates(telegram)).toHaveLength(before.length + 1)
})

test('a bot that is there already does not come again', async () => {
  const { telegram, group } = await aDesk()
  const before = await updates(telegram)
  group.addBot()
  expect(await updates(telegram)).toEqual(before)
})

test('coming and going of the bot is told', async () => {
  const { telegram, group } = await aDesk()
  group.removeBot()
  const told = (await updates(telegram)).flatMap(({ my_chat_member: change }) => change ?? [])
  expect(told).toMatchObject([
    { new_chat_member: { status: 'administrator', can_manage_topics: true } },
    { new_chat_member: { status: 'kicked' } },
  ])
})

test('a bot that was removed cannot write', async () => {
  const { telegram, group } = await aDesk()
  group.removeBot()
  expect(await call(telegram, 'sendMessage', { chat_id: group.id, text: 'x' })).toMatchObject({
    error_code: 403,
    description: 'Forbidden: bot was kicked from the supergroup chat',
  })
})

test('a bot that left cannot write', async () => {
  const { telegram, group } = await aDesk()
  await call(telegram, 'leaveChat', { chat_id: group.id })
  const answer = await call(telegram, 'sendMessage', { chat_id: group.id, text: 'x' })
  expect(answer.description).toBe('Forbidden: bot is not a member of the supergroup chat')
})

test('members are known, others have left', async () => {
  const { telegram, group, consultant } = await aDesk()
  const stranger = telegram.person()
  const status = async (user_id: number) =>
    (await call(telegram, 'getChatMember', { chat_id: group.id, user_id })).result
  expect([await status(consultant.id), await status(stranger.id)]).toMatchObject([
    { status: 'creator' },
    { status: 'left' },
  ])
})

test('a consultant taps a button in the group', async () => {
  const { telegram, group, consultant } = await aDesk()
  const inline_keyboard = [[{ text: 'Take it', callback_data: 'take' }]]
  const card = { chat_id: group.id, text: 'Card', reply_markup: { inline_keyboard } }
  await call(telegram, 'sendMessage', card)
  const id = group.tap(consultant, 'take it')
  expect((await updates(telegram)).at(-1)).toMatchObject({
    callback_query: { id, data: 'take', from: { id: consultant.id }, message: { text: 'Card' } },
  })
})

test('a reaction of the bot is seen', async () => {
  const { telegram, group, consultant, thread } = await aDesk()
  const message_id = group.send(consultant, 'Good day', thread)
  const reaction = [{ type: 'emoji', emoji: '👍' }]
  await call(telegram, 'setMessageReaction', { chat_id: group.id, message_id, reaction })
  expect(group.messages(thread).at(-1)?.reactions).toEqual(['👍'])
})

test('a pinned message is known', async () => {
  const { telegram, group, consultant, thread } = await aDesk()
  const message_id = group.send(consultant, 'Card', thread)
  await call(telegram, 'pinChatMessage', { chat_id: group.id, message_id })
  expect((await call(telegram, 'getChat', { chat_id: group.id })).result).toMatchObject({
    is_forum: true,
    pinned_message: { message_id },
  })
})

test('a consultant sends whatever Telegram knows', async () => {
  const { telegram, group, consultant, thread } = await aDesk()
  const contact = { phone_number: '+447700900123', first_name: 'Adam' }
  group.sendAny(consultant, { contact }, thread)
  expect((await updates(telegram)).at(-1)).toMatchObject({
    message: { contact, message_thread_id: thread, from: { id: consultant.id } },
  })
})

test('a consultant changes what they wrote, and nobody else does', async () => {
  const { telegram, group, consultant, thread } = await aDesk()
  const message_id = group.send(consultant, 'Good dya', thread)
  const other = telegram.person({ name: 'Jan' })
  expect(() => group.edit(other, message_id, 'x')).toThrow('message')
  const body = JSON.stringify({ personId: consultant.id, messageId: message_id, text: 'Good day' })
  const address = `${telegram.url}/groups/${group.id}/edit`
  expect((await fetch(address, { method: 'POST', body })).status).toBe(204)
  expect((await updates(telegram)).at(-1)).toMatchObject({
    edited_message: { message_id, text: 'Good day', message_thread_id: thread },
  })
  expect(group.messages(thread).at(-1)).toMatchObject({ text: 'Good day', edited: true })
})

test('a message can go astray', async () => {
  const { telegram, group, thread } = await aDesk()
  telegram.faults.add({ kind: 'astray', method: 'sendMessage' })
  const message = { chat_id: group.id, message_thread_id: thread, text: 'x' }
  expect((await call(telegram, 'sendMessage', message)).result).not.toHaveProperty(
    'message_thread_id',
  )
})

async function aDesk() {
  const telegram = await newTelegram()
  const consultant = telegram.person({ name: 'Iza' })
  const group = telegram.group({ title: 'Desk', forum: true })
  group.join(consultant)
  group.addBot()
  await call(telegram, 'createForumTopic', { chat_id: group.id, name: 'Case 1' })
  return { telegram, consultant, group, thread: group.topics()[0]?.id ?? 0 }
}
