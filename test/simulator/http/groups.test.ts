import { expect, test } from 'vitest'
import type { Simulator } from '../../../src/simulator/start.ts'
import { call, newTelegram, updates } from '../telegram.ts'
import { ask } from './ask.ts'

test('a desk is made with its consultants, the first its owner, who brings the bot', async () => {
  const telegram = await newTelegram()
  const { id, members } = await aDesk(telegram)
  expect(await ask(telegram, 'GET /groups')).toMatchObject([
    {
      id,
      forum: true,
      basic: false,
      bot: 'administrator',
      members: [
        { id: members[0], name: 'Marta', status: 'creator' },
        { id: members[1], name: 'Piotr', status: 'member' },
      ],
    },
  ])
  const [put] = (await updates(telegram)).flatMap(({ my_chat_member: change }) => change ?? [])
  expect(put).toMatchObject({ from: { first_name: 'Marta', language_code: 'pl' } })
})

test('a bot may come without rights, lose some, and be taken out', async () => {
  const telegram = await newTelegram()
  const { id } = await ask(telegram, 'POST /groups', { title: 'Desk', bot: 'member' })
  const seen = async () => {
    const [{ bot, denied }] = await ask(telegram, 'GET /groups')
    return [bot, denied]
  }
  expect(await seen()).toEqual(['member', []])
  const denied = ['can_pin_messages']
  await ask(telegram, `POST /groups/${id}/bot`, { status: 'administrator', denied })
  expect(await seen()).toEqual(['administrator', denied])
  await ask(telegram, `POST /groups/${id}/bot`, { status: 'kicked' })
  expect(await seen()).toEqual(['kicked', []])
})

test('members come and go', async () => {
  const telegram = await newTelegram()
  const { id, members } = await aDesk(telegram)
  const [owner] = members
  const added = await ask(telegram, `POST /groups/${id}/members`, { name: 'Jan', language: 'uk' })
  await ask(telegram, `POST /groups/${id}/leave`, { personId: members[1] })
  await ask(telegram, `POST /groups/${id}/leave`, { personId: added.id, by: owner })
  const ola = await ask(telegram, 'POST /people', { name: 'Ola' })
  const other = { personId: ola.id, status: 'administrator' }
  await ask(telegram, `POST /groups/${id}/members`, other)
  expect(await ask(telegram, 'GET /groups')).toMatchObject([
    { members: [{ id: owner }, { id: ola.id, status: 'administrator' }] },
  ])
})

test('a topic is opened, closed, opened again and deleted', async () => {
  const telegram = await newTelegram()
  const { id, members } = await aDesk(telegram)
  const personId = members[0]
  const { thread } = await ask(telegram, `POST /groups/${id}/topics`, { personId, name: 'Case 1' })
  for (const state of ['closed', 'open', 'deleted']) {
    await ask(telegram, `POST /groups/${id}/topic`, { personId, thread, state })
    expect(await ask(telegram, 'GET /groups')).toMatchObject([{ topics: [{ state }] }])
  }
})

test('a basic group takes another number for its topics, and is listed once', async () => {
  const telegram = await newTelegram()
  const wish = { title: 'Desk', basic: true, members: [{ name: 'Marta' }] }
  const { id, members } = await ask(telegram, 'POST /groups', wish)
  const body = { personId: members[0], forum: true }
  const next = await ask(telegram, `POST /groups/${id}/forum`, body)
  expect(await ask(telegram, 'GET /groups')).toMatchObject([{ id: next.id, forum: true }])
})

test('a sample, anything else and a picture are sent into a topic, as an answer', async () => {
  const telegram = await newTelegram()
  const { id, members } = await aDesk(telegram)
  const personId = members[0]
  const { thread } = await ask(telegram, `POST /groups/${id}/topics`, { personId, name: 'Case 1' })
  const place = { personId, thread }
  const said = { ...place, text: 'one', asGroup: true }
  const { messageId: replyTo } = await ask(telegram, `POST /groups/${id}/send`, said)
  await ask(telegram, `POST /groups/${id}/send-sample`, { ...place, replyTo, kind: 'contact' })
  const location = { latitude: 1, longitude: 2 }
  const content = { ...place, replyTo, content: { location } }
  await ask(telegram, `POST /groups/${id}/send-any`, content)
  const query = `personId=${personId}&thread=${thread}&replyTo=${replyTo}&width=9&height=9`
  const init = { method: 'POST', body: new Uint8Array(9) }
  await fetch(`${telegram.url}/groups/${id}/picture?${query}`, init)
  const { messages } = await ask(telegram, `GET /groups/${id}/messages?thread=${thread}`)
  expect(messages.slice(1)).toMatchObject([
    { text: 'one', name: 'Desk' },
    { card: { kind: 'Contact' }, replyTo },
    { card: { kind: 'Place' }, replyTo },
    { photo: true, replyTo, name: 'Marta' },
  ])
})

test('the answer to a press says in which group the button is', async () => {
  const telegram = await newTelegram()
  const { id, members } = await aDesk(telegram)
  const heard: unknown[] = []
  telegram.subscribe((event) => heard.push(event))
  const inline_keyboard = [[{ text: 'Take it', callback_data: 'take' }]]
  const card = { chat_id: id, text: 'Card', reply_markup: { inline_keyboard } }
  await call(telegram, 'sendMessage', card)
  const [, person] = members
  const tap = { personId: person, label: 'Take it' }
  const { queryId: callback_query_id } = await ask(telegram, `POST /groups/${id}/tap`, tap)
  await call(telegram, 'answerCallbackQuery', { callback_query_id, text: 'Yours' })
  expect(heard).toContainEqual({ type: 'alert', person, text: 'Yours', alert: false, group: id })
})

function aDesk(telegram: Simulator) {
  const members = ['Marta', 'Piotr'].map((name) => ({ name, language: 'pl' }))
  return ask(telegram, 'POST /groups', { title: 'Desk', forum: true, members })
}
