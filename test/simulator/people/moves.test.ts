import { describe, expect, test } from 'vitest'
import { call, newTelegram, updates } from '../telegram.ts'

describe('an administrator who stays hidden', () => {
  test('writes as the group, by the hand of its stand-in', async () => {
    const { telegram, group, owner } = await aGroup()
    group.send(owner, 'hello', undefined, { asGroup: true })
    expect((await updates(telegram)).at(-1)).toMatchObject({
      message: {
        from: { is_bot: true, username: 'GroupAnonymousBot' },
        sender_chat: { id: group.id, title: 'Desk' },
      },
    })
  })

  test('is seen by the name of the group', async () => {
    const { group, owner } = await aGroup()
    group.send(owner, 'hello', undefined, { asGroup: true })
    expect(group.messages().at(-1)).toMatchObject({ from: 'person', name: 'Desk' })
  })

  test('is no plain member', async () => {
    const { telegram, group } = await aGroup()
    const member = telegram.person()
    group.join(member)
    expect(() => group.send(member, 'x', undefined, { asGroup: true })).toThrow('administrator')
  })
})

describe('a member who goes', () => {
  test('is told by themselves', async () => {
    const { telegram, group, owner } = await aGroup()
    group.leave(owner)
    const { id } = owner
    expect((await updates(telegram)).at(-1)).toMatchObject({
      message: { from: { id }, left_chat_member: { id } },
    })
    expect(group.messages().at(-1)).toMatchObject({ name: 'Iza', service: 'left the group' })
  })

  test('is told by whoever took them out', async () => {
    const { telegram, group, owner } = await aGroup()
    const member = telegram.person({ name: 'Jan' })
    group.join(member)
    group.leave(member, { by: owner })
    expect(group.members).toHaveLength(1)
    expect(group.messages().at(-1)).toMatchObject({ name: 'Iza', service: 'removed Jan' })
  })
})

describe('a basic group that becomes a supergroup', () => {
  test('says so in both chats', async () => {
    const { telegram, group, owner } = await aGroup({ basic: true })
    const { id } = group.upgrade(owner)
    const told = (await updates(telegram)).flatMap(({ message }) => message ?? []).slice(-2)
    expect(told).toMatchObject([
      { chat: { id: group.id, type: 'group' }, migrate_to_chat_id: id },
      { chat: { id, type: 'supergroup' }, migrate_from_chat_id: group.id },
    ])
  })

  test('keeps its members and its bot', async () => {
    const { telegram, group, owner } = await aGroup({ basic: true })
    const next = group.upgrade(owner)
    expect(next.members).toEqual(group.members)
    expect(await call(telegram, 'sendMessage', { chat_id: next.id, text: 'x' })).toMatchObject({
      ok: true,
    })
  })

  test('tells whoever writes to the old one where it is', async () => {
    const { telegram, group, owner } = await aGroup({ basic: true })
    const { id } = group.upgrade(owner)
    expect(await call(telegram, 'sendMessage', { chat_id: group.id, text: 'x' })).toMatchObject({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: id },
    })
    expect(() => group.send(owner, 'x')).toThrow('supergroup')
  })

  test('may do so only once', async () => {
    const { group, owner } = await aGroup({ basic: true })
    const next = group.upgrade(owner)
    for (const again of [group, next]) expect(() => again.upgrade(owner)).toThrow('supergroup')
  })

  test('does so for its topics', async () => {
    const { telegram, group, owner } = await aGroup({ basic: true })
    const next = group.setForum(owner, true)
    expect(next.id).not.toBe(group.id)
    const opened = await call(telegram, 'createForumTopic', { chat_id: next.id, name: 'Case 1' })
    expect(opened.ok).toBe(true)
  })
})

test('where topics are off, none is opened, and those that were stay', async () => {
  const { telegram, group, owner } = await aGroup()
  group.setForum(owner, true)
  group.openTopic(owner, 'Case 1')
  expect(group.setForum(owner, false).id).toBe(group.id)
  const refused = await call(telegram, 'createForumTopic', { chat_id: group.id, name: 'Case 2' })
  expect(refused.description).toBe('Bad Request: the chat is not a forum')
  group.setForum(owner, true)
  expect(group.topics()).toMatchObject([{ name: 'Case 1' }])
})

test('a photo, a picture and a contact come into a topic', async () => {
  const { telegram, group, owner } = await aGroup()
  group.setForum(owner, true)
  const thread = group.openTopic(owner, 'Case 1')
  group.sendPhoto(owner, 'first', thread)
  const picture = { bytes: new Uint8Array(9), width: 400, height: 400, caption: 'second' }
  group.sendPicture(owner, picture, thread)
  group.sendSample(owner, 'contact', thread)
  const place = { message_thread_id: thread, is_topic_message: true }
  expect((await updates(telegram)).slice(-3)).toMatchObject([
    { message: { ...place, caption: 'first' } },
    { message: { ...place, caption: 'second' } },
    { message: { ...place, contact: {} } },
  ])
})

test('anything can answer a message of the topic', async () => {
  const { group, owner } = await aGroup()
  group.setForum(owner, true)
  const thread = group.openTopic(owner, 'Case 1')
  const replyTo = group.send(owner, 'where?', thread)
  group.sendAny(owner, { location: { latitude: 1, longitude: 2 } }, thread, { replyTo })
  expect(group.messages(thread).at(-1)).toMatchObject({ replyTo, card: { kind: 'Place' } })
})

async function aGroup(wish: { basic?: boolean } = {}) {
  const telegram = await newTelegram()
  const owner = telegram.person({ name: 'Iza' })
  const group = telegram.group({ title: 'Desk', ...wish })
  group.join(owner)
  group.addBot()
  return { telegram, group, owner }
}
