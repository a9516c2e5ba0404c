import { describe, expect, test } from 'vitest'
import { type Bot, newBot, say } from '../bot.ts'

async function inviter(language = 'pl') {
  const bot = await newBot()
  const person = bot.person({ language })
  const group = bot.telegram.group({ title: 'Praca za granicą' })
  group.join(person)
  /** What the bot itself says there. */
  const said = () => group.messages().flatMap(({ from, text }) => (from === 'bot' ? [text] : []))
  return { bot, person, group, said }
}

/** Requests beside the polling. */
function asked(bot: Bot) {
  return bot.telegram.calls
    .filter(({ method }) => !['getUpdates', 'setWebhook', 'deleteWebhook'].includes(method))
    .map(({ method, ok }) => ({ method, ok }))
}

describe.each(['member', 'administrator'] as const)('put into a group as %s', (status) => {
  test('the bot says one sentence and leaves', async () => {
    const { bot, person, group, said } = await inviter()
    group.addBot({ by: person, status })
    await bot.telegram.settled()
    expect(said()).toEqual([say('common:no-groups')])
    expect(asked(bot)).toEqual([
      { method: 'sendMessage', ok: true },
      { method: 'leaveChat', ok: true },
    ])
  })
})

test('the sentence is in the language of whoever put it there', async () => {
  const { bot, person, group, said } = await inviter('en')
  group.addBot({ by: person })
  await bot.telegram.settled()
  expect(said()).toEqual([say('common:no-groups', 'en')])
})

test('put there again it leaves again', async () => {
  const { bot, person, group } = await inviter()
  for (let times = 0; times < 2; times++) {
    group.addBot({ by: person })
    await bot.telegram.settled()
  }
  expect(asked(bot).filter(({ method }) => method === 'leaveChat')).toHaveLength(2)
})

test('where it may not write it leaves without a word', async () => {
  const { bot, person, group, said } = await inviter()
  bot.telegram.faults.add({
    kind: 'status',
    method: 'sendMessage',
    status: 400,
    description: 'Bad Request: not enough rights to send text messages to the chat',
  })
  group.addBot({ by: person })
  await bot.telegram.settled()
  expect(said()).toEqual([])
  expect(asked(bot).at(-1)).toEqual({ method: 'leaveChat', ok: true })
})

test('thrown out before it can leave, it takes that for no mistake', async () => {
  const { bot, person, group } = await inviter()
  const description = 'Forbidden: bot was kicked from the supergroup chat'
  bot.telegram.faults.add({ kind: 'status', status: 403, description, times: 2, chat: group.id })
  group.addBot({ by: person })
  await bot.telegram.settled()
  expect(bot.lines.filter((line) => /"(bug|put-off|person-gone)"/.test(line))).toEqual([])
})

test('a word in a group makes it leave, if it is still there', async () => {
  const { bot, person, group, said } = await inviter()
  await bot.stop()
  group.addBot({ by: person })
  bot.telegram.clock.forward(25 * 3600)
  group.send(person, 'czy ktoś był w Holandii?')
  await bot.start()
  await bot.telegram.settled()
  expect(asked(bot).at(-1)).toEqual({ method: 'leaveChat', ok: true })
  expect(said()).toHaveLength(1)
})

test('thrown out of a group it says nothing', async () => {
  const { bot, person, group } = await inviter()
  bot.telegram.faults.add({ kind: 'status', status: 400, times: 2, chat: group.id })
  group.addBot({ by: person })
  await bot.telegram.settled()
  const before = asked(bot)
  group.removeBot({ by: person })
  await bot.telegram.settled()
  expect(asked(bot)).toEqual(before)
})

test('a button pressed in a group does nothing', async () => {
  const { bot, person, group } = await inviter()
  bot.telegram.faults.add({ kind: 'status', status: 400, times: 2, chat: group.id })
  group.addBot({ by: person })
  await bot.telegram.settled()
  const before = asked(bot)
  group.press(person, 1, 'offer.fee.yes')
  await bot.telegram.settled()
  expect(asked(bot)).toEqual(before)
})

describe('a channel', () => {
  const chat = { id: -1_003_000_000_001, type: 'channel', title: 'Oferty' }
  const from = { id: 5, is_bot: false, first_name: 'Ola' }
  const user = { id: 1, is_bot: true, first_name: 'Bot' }

  test.each([
    ['a post', { channel_post: { message_id: 1, date: 1, chat, text: '/start' } }],
    ['a message', { message: { message_id: 1, date: 1, chat, text: '/start' } }],
    [
      'to be put there',
      {
        my_chat_member: {
          chat,
          from,
          date: 1,
          old_chat_member: { status: 'left', user },
          new_chat_member: { status: 'administrator', user },
        },
      },
    ],
  ])('is ignored: %s', async (_what, update) => {
    const bot = await newBot()
    expect(await bot.receive({ update_id: 1, ...update })).toEqual({ kept: true })
    expect(asked(bot)).toEqual([])
  })
})

test('a person is answered as before while the bot leaves a group', async () => {
  const { person, group } = await inviter()
  group.addBot({ by: person })
  await person.says('/sos')
  expect(person.at()).toBe('sos.now')
})

test('what is ignored is counted and named in the log, without anybody', async () => {
  const bot = await newBot()
  await bot.receive({ update_id: 1, poll: { id: '7' } })
  expect(await bot.counts()).toEqual({ 'ignored#poll': 1 })
  const lines = bot.lines.map((line) => JSON.parse(line))
  expect(lines).toEqual([
    { event: 'update', kind: 'ignored' },
    { event: 'ignored', what: 'poll' },
  ])
})
