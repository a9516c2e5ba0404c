import { Api } from 'grammy/web'
import { describe, expect, test } from 'vitest'
import type { Arrival } from '../../src/app/ports/arrival.ts'
import type { Notice } from '../../src/app/ports/room.ts'
import { createWords } from '../../src/content/words.ts'
import { parse } from '../../src/telegram/parse.ts'
import { createRoom } from '../../src/telegram/room.ts'
import { newTelegram, updates } from '../simulator/telegram.ts'

const locales = {
  en: {
    desk: {
      case: 'Case <b>{{name}}</b>',
      take: 'Take it',
      drop: 'Leave it to somebody else',
      long: 'x'.repeat(300),
    },
  },
}
const voice = { language: 'en', ambient: {} }
const notice: Notice = {
  text: { key: 'desk:case', vars: { name: 'K7 & Q2' } },
  of: 'c7f',
  choices: ['take', 'drop'].map((id) => ({ id, label: { key: `desk:${id}` } })),
}
const bare: Notice = { text: { key: 'desk:take' } }

describe('what is said', () => {
  test('stands in its topic, with its buttons', async () => {
    const { room, group, thread } = await aRoom()
    const id = await room.say({ group: group.id, thread }, notice, voice)
    expect(group.messages(thread).at(-1)).toMatchObject({
      id,
      html: 'Case <b>K7 &amp; Q2</b>',
      buttons: [
        [{ text: 'Take it', data: 'desk.c7f.take' }],
        [{ text: 'Leave it to somebody else', data: 'desk.c7f.drop' }],
      ],
    })
  })

  test('stands where no topic is asked for too', async () => {
    const { room, group } = await aRoom()
    const id = await room.say({ group: group.id }, bare, voice)
    expect(group.messages().at(-1)).toMatchObject({ id, text: 'Take it', buttons: [] })
  })

  test('answers a message, or none where that is gone', async () => {
    const { room, group, thread, helper } = await aRoom()
    const to = { group: group.id, thread }
    const message = group.send(helper, 'hello', thread)
    await room.say(to, bare, voice, message)
    expect(group.messages(thread).at(-1)).toMatchObject({ replyTo: message })
    await room.say(to, bare, voice, 9999)
    expect(group.messages(thread).at(-1)).not.toHaveProperty('replyTo')
  })

  test('is changed in its place', async () => {
    const { room, group, thread } = await aRoom()
    const to = { group: group.id, thread }
    const id = await room.say(to, notice, voice)
    expect(await room.edit(to, id, bare, voice)).toBe(true)
    expect(await room.edit(to, id, bare, voice)).toBe(true)
    expect(group.messages(thread).at(-1)).toMatchObject({ id, text: 'Take it', buttons: [] })
    expect(await room.edit(to, 9999, bare, voice)).toBe(false)
  })

  test('in a topic that is gone is lost', async () => {
    const { room, group, thread } = await aRoom()
    group.deleteTopic(thread)
    const said = room.say({ group: group.id, thread }, bare, voice)
    await expect(said).rejects.toMatchObject({ name: 'Lost', what: 'topic' })
  })

  test('does not stay where Telegram puts it astray', async () => {
    const { telegram, room, group, thread } = await aRoom()
    const before = group.messages()
    telegram.faults.add({ kind: 'astray', method: 'sendMessage' })
    const said = room.say({ group: group.id, thread }, bare, voice)
    await expect(said).rejects.toMatchObject({ name: 'Lost', what: 'topic' })
    expect(group.messages()).toEqual(before)
  })

  test('in a group without the bot is lost', async () => {
    const { room, group, thread } = await aRoom()
    group.removeBot()
    const said = room.say({ group: group.id, thread }, bare, voice)
    await expect(said).rejects.toMatchObject({ name: 'Lost', what: 'group' })
  })

  test('in a group that Telegram does not know is lost', async () => {
    const { room } = await aRoom()
    const said = room.say({ group: -1 }, bare, voice)
    await expect(said).rejects.toMatchObject({ name: 'Lost', what: 'group' })
  })
})

describe('a press', () => {
  test('comes back with what it belongs to, and is answered', async () => {
    const { room, group, thread, helper, last } = await aRoom()
    const message = await room.say({ group: group.id, thread }, notice, voice)
    group.tap(helper, 'Take it')
    const arrival = await last()
    expect(arrival).toMatchObject({
      incoming: { message, thread, event: { kind: 'press', of: 'c7f', choice: 'take' } },
    })
    await room.answer(pressIn(arrival), voice, { key: 'desk:long' }, 'alert')
    expect(helper.alerts()).toEqual([{ text: `${'x'.repeat(199)}…`, alert: true }])
  })

  test('that Telegram has forgotten needs no answer', async () => {
    const { telegram, room, group, thread, helper, last } = await aRoom()
    await room.say({ group: group.id, thread }, notice, voice)
    group.tap(helper, 'Take it')
    const press = pressIn(await last())
    telegram.clock.forward(200)
    await room.answer(press, voice)
    expect(helper.alerts()).toEqual([])
  })
})

describe('a topic', () => {
  test('has a name without markup, as long as Telegram takes', async () => {
    const { room, group } = await aRoom()
    const thread = await room.openTopic(group.id, notice.text, voice)
    await room.openTopic(group.id, { key: 'desk:long' }, voice)
    expect(group.topics().slice(1)).toMatchObject([
      { id: thread, name: 'Case K7 & Q2' },
      { name: `${'x'.repeat(127)}…` },
    ])
  })

  test('is named, closed, opened and deleted, and all that twice', async () => {
    const { room, group, thread } = await aRoom()
    const state = () => group.topics().map((topic) => `${topic.name} ${topic.state}`)
    const seen: string[][] = []
    for (const act of [
      () => room.nameTopic(group.id, thread, { key: 'desk:take' }, voice),
      () => room.closeTopic(group.id, thread),
      () => room.reopenTopic(group.id, thread),
      () => room.deleteTopic(group.id, thread),
    ]) {
      await act()
      await act()
      seen.push(state())
    }
    expect(seen).toEqual([
      ['Take it open'],
      ['Take it closed'],
      ['Take it open'],
      ['Take it deleted'],
    ])
  })

  test('that is closed takes what the bot says', async () => {
    const { room, group, thread } = await aRoom()
    await room.closeTopic(group.id, thread)
    await room.say({ group: group.id, thread }, bare, voice)
    expect(group.messages(thread).at(-1)).toMatchObject({ text: 'Take it' })
  })

  test('is not opened without the right, nor where there are none', async () => {
    const { telegram, room, group } = await aRoom()
    group.addBot({ denied: ['can_manage_topics'] })
    const flat = telegram.group({ title: 'Flat' })
    flat.addBot()
    for (const { id } of [group, flat])
      await expect(room.openTopic(id, notice.text, voice)).rejects.toMatchObject({ what: 'rights' })
  })
})

describe('a copy', () => {
  test('goes to the desk and back, and names nobody', async () => {
    const { room, group, thread, helper, person } = await aRoom()
    const asked = person.send('I am afraid')
    const there = await room.copy({
      from: { chat: person.id, message: asked },
      to: { chat: group.id, thread },
    })
    expect(group.messages(thread).at(-1)).toMatchObject({ id: there, text: 'I am afraid' })
    const answer = group.send(helper, 'You are not alone', thread)
    const here = await room.copy({
      from: { chat: group.id, message: answer },
      to: { chat: person.id, replyTo: asked },
      isProtected: true,
    })
    const shown = { id: here, from: 'bot', text: 'You are not alone', replyTo: asked }
    expect(person.chat().at(-1)).toMatchObject(shown)
  })

  test('cannot be passed on where that is wished', async () => {
    const { telegram, room, group, helper, person } = await aRoom()
    const from = { chat: group.id, message: group.send(helper, 'x') }
    await room.copy({ from, to: { chat: person.id }, isProtected: true })
    expect(telegram.calls.at(-1)?.payload).toMatchObject({ protect_content: true })
  })

  test('answers nothing where what it answers is gone or elsewhere', async () => {
    const { telegram, room, group, thread, person } = await aRoom()
    const description = 'Bad Request: message to be replied not found'
    telegram.faults.add({ kind: 'status', status: 400, method: 'copyMessage', description })
    const from = { chat: person.id, message: person.send('x') }
    const id = await room.copy({ from, to: { chat: group.id, thread, replyTo: 1 } })
    expect(group.messages(thread).at(-1)).toMatchObject({ id, text: 'x' })
  })

  test('of long words below a picture answers nothing', async () => {
    const { room, group, thread, person } = await aRoom()
    const photo = [{ file_id: 'a', file_unique_id: 'a', width: 1, height: 1, file_size: 1 }]
    const message = person.sendAny({ photo, caption: 'x'.repeat(2000) })
    const replyTo = await room.say({ group: group.id, thread }, bare, voice)
    const from = { chat: person.id, message }
    const id = await room.copy({ from, to: { chat: group.id, thread, replyTo } })
    expect(group.messages(thread).at(-1)).toMatchObject({ id, text: 'x'.repeat(2000) })
  })

  test('of what Telegram does not copy is impossible', async () => {
    const { room, group, thread, person } = await aRoom()
    const message = person.sendAny({ paid_media: { star_count: 1, paid_media: [] } })
    const from = { chat: person.id, message }
    expect(await room.copy({ from, to: { chat: group.id, thread } })).toBe('impossible')
  })

  test('of what is not there any more is gone', async () => {
    const { room, group, thread, person } = await aRoom()
    const message = person.send('x')
    person.delete(message, { forBoth: true })
    const from = { chat: person.id, message }
    expect(await room.copy({ from, to: { chat: group.id, thread } })).toBe('gone')
  })

  test('into a topic that is gone is lost', async () => {
    const { room, group, thread, person } = await aRoom()
    group.deleteTopic(thread)
    const from = { chat: person.id, message: person.send('x') }
    const copied = room.copy({ from, to: { chat: group.id, thread } })
    await expect(copied).rejects.toMatchObject({ name: 'Lost', what: 'topic' })
  })

  test('to somebody who has blocked the bot reaches nobody', async () => {
    const { room, group, helper, person } = await aRoom()
    const from = { chat: group.id, message: group.send(helper, 'x') }
    person.block()
    const copied = room.copy({ from, to: { chat: person.id } })
    await expect(copied).rejects.toMatchObject({ name: 'Gone' })
  })
})

describe('a sign on a message', () => {
  test('takes the place of the last', async () => {
    const { room, group, helper } = await aRoom()
    const message = group.send(helper, 'x')
    const seen: unknown[] = []
    for (const mark of ['waits', 'arrived', 'failed'] as const) {
      await room.mark(group.id, message, mark)
      seen.push(group.messages().at(-1)?.reactions)
    }
    expect(seen).toEqual([['✍'], ['👌'], ['👎']])
  })

  test.each([
    [400, 'Bad Request: REACTION_INVALID'],
    [400, 'Bad Request: message to react not found'],
    [400, 'Bad Request: not enough rights to react'],
    [403, 'Forbidden: bot was kicked from the supergroup chat'],
  ])('that is refused is no trouble: %i %s', async (status, description) => {
    const { telegram, room, group } = await aRoom()
    telegram.faults.add({ kind: 'status', status, description })
    await expect(room.mark(group.id, 1, 'arrived')).resolves.toBeUndefined()
  })

  test('waits where Telegram asks to', async () => {
    const { telegram, room, group } = await aRoom()
    telegram.faults.add({ kind: 'status', status: 429, retry_after: 7 })
    await expect(room.mark(group.id, 1, 'arrived')).rejects.toMatchObject({ seconds: 7 })
  })
})

test('a message is pinned', async () => {
  const { room, group, thread } = await aRoom()
  const id = await room.say({ group: group.id, thread }, bare, voice)
  await room.pin(group.id, id)
  expect(group.messages(thread).find((one) => one.id === id)).toMatchObject({ pinned: true })
  await expect(room.pin(group.id, 9999)).resolves.toBeUndefined()
})

test('a message is deleted where Telegram allows it', async () => {
  const { room, group, helper } = await aRoom()
  const message = group.send(helper, 'x')
  group.addBot({ denied: ['can_delete_messages'] })
  expect(await room.erase(group.id, message)).toBe(false)
  group.addBot()
  expect(await room.erase(group.id, message)).toBe(true)
})

describe('what the bot may do', () => {
  const all = { isForum: true, isAdmin: true, topics: true, deleting: true, pinning: true }

  test('is all that a desk needs', async () => {
    const { room, group } = await aRoom()
    expect(await room.rights(group.id)).toEqual(all)
  })

  test.each([
    ['can_manage_topics', 'topics'],
    ['can_delete_messages', 'deleting'],
    ['can_pin_messages', 'pinning'],
  ] as const)('is denied %s', async (right, name) => {
    const { room, group } = await aRoom()
    group.addBot({ denied: [right] })
    expect(await room.rights(group.id)).toEqual({ ...all, [name]: false })
  })

  test('is little as a member of a group without topics', async () => {
    const { telegram, room } = await aRoom()
    const flat = telegram.group({ title: 'Flat' })
    flat.addBot({ status: 'member' })
    const none = { isForum: false, isAdmin: false, topics: false, deleting: false, pinning: false }
    expect(await room.rights(flat.id)).toEqual(none)
  })
})

test('members are known by what they call themselves', async () => {
  const { telegram, room, group, helper, person } = await aRoom()
  const member = telegram.person({ name: 'Oksana' })
  group.join(member)
  expect(await room.member(group.id, helper.id)).toEqual({ name: 'Iza', isAdmin: true })
  expect(await room.member(group.id, member.id)).toEqual({ name: 'Oksana', isAdmin: false })
  group.leave(member)
  for (const { id } of [member, person, { id: 1234 }])
    expect(await room.member(group.id, id)).toBeUndefined()
})

test('the bot knows its own name, and asks for it once', async () => {
  const { telegram, room } = await aRoom()
  expect(await room.isOurName('simulator_bot')).toBe(true)
  expect(await room.isOurName('other_bot')).toBe(false)
  expect(telegram.calls.filter(({ method }) => method === 'getMe')).toHaveLength(1)
})

/** A desk with one topic, somebody who owns its group, and a person who has written to the bot. */
async function aRoom() {
  const telegram = await newTelegram()
  const helper = telegram.person({ name: 'Iza' })
  const person = telegram.person({ name: 'Ola', premium: true })
  person.send('/start')
  const group = telegram.group({ title: 'Desk', forum: true })
  group.join(helper)
  group.addBot()
  const api = new Api(telegram.token, { apiRoot: telegram.url })
  const room = createRoom(api, createWords(locales, ['en']), Number.parseInt(telegram.token, 10))
  const thread = await room.openTopic(group.id, { key: 'desk:take' }, voice)
  const last = async () => parse((await updates(telegram)).at(-1))
  return { telegram, helper, person, group, room, thread, last }
}

function pressIn(arrival: Arrival): string {
  const event = arrival.kind === 'group' ? arrival.incoming.event : undefined
  return event?.kind === 'press' ? event.id : ''
}
