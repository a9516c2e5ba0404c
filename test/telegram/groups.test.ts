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

/** A group where the bot has said its welcome. */
async function welcomed() {
  const scene = await inviter()
  scene.group.addBot({ by: scene.person })
  await scene.bot.telegram.settled()
  return scene
}

/** Requests beside the polling. */
function asked(bot: Bot) {
  return bot.telegram.calls
    .filter(({ method }) => !['getUpdates', 'setWebhook', 'deleteWebhook'].includes(method))
    .map(({ method, ok }) => ({ method, ok }))
}

const hour = 3600

describe.each(['member', 'administrator'] as const)('put into a group as %s', (status) => {
  test('the bot says how a group becomes a desk, and stays', async () => {
    const { bot, person, group, said } = await inviter()
    group.addBot({ by: person, status })
    await bot.telegram.settled()
    expect(said()).toEqual([say('desk:welcome')])
    expect(asked(bot)).toEqual([{ method: 'sendMessage', ok: true }])
  })
})

test('the welcome is in the language of whoever put it there', async () => {
  const { bot, person, group, said } = await inviter('en')
  group.addBot({ by: person })
  await bot.telegram.settled()
  expect(said()).toEqual([say('desk:welcome', 'en')])
})

describe('within the hour after its welcome', () => {
  test('it is silent whatever is said or done', async () => {
    const { bot, person, group, said } = await welcomed()
    bot.telegram.clock.forward(hour - 60)
    group.send(person, 'czy ktoś był w Holandii?')
    group.sendPhoto(person)
    group.addBot({ by: person, denied: ['can_pin_messages'] })
    await bot.telegram.settled()
    expect(said()).toEqual([say('desk:welcome')])
  })

  test('a command brings the welcome again', async () => {
    const { bot, person, group, said } = await welcomed()
    group.send(person, '/start')
    await bot.telegram.settled()
    expect(said()).toEqual([say('desk:welcome'), say('desk:welcome')])
  })

  test('a code that is none is answered', async () => {
    const { bot, person, group, said } = await welcomed()
    group.send(person, '/connect x')
    await bot.telegram.settled()
    expect(said()).toEqual([say('desk:welcome'), say('desk:connect.malformed')])
  })
})

describe.each([
  ['a word', 'czy ktoś był w Holandii?'],
  ['a command', '/start'],
])('%s after that hour', (_what, words) => {
  test('makes it say why it leaves, and leave', async () => {
    const { bot, person, group, said } = await welcomed()
    bot.telegram.clock.forward(hour + 60)
    group.send(person, words)
    await bot.telegram.settled()
    expect(said()).toEqual([say('desk:welcome'), say('common:no-groups')])
    expect(asked(bot).at(-1)).toEqual({ method: 'leaveChat', ok: true })
  })
})

test('a word in a group where it was never greeted makes it leave', async () => {
  const { bot, person, group, said } = await inviter()
  await bot.stop()
  group.addBot({ by: person })
  bot.telegram.clock.forward(25 * hour)
  group.send(person, 'czy ktoś był w Holandii?')
  await bot.start()
  await bot.telegram.settled()
  expect(said()).toEqual([say('common:no-groups')])
  expect(asked(bot).at(-1)).toEqual({ method: 'leaveChat', ok: true })
})

test('put there again after it left it waits another hour', async () => {
  const { bot, person, group, said } = await welcomed()
  bot.telegram.clock.forward(hour + 60)
  group.send(person, 'x')
  await bot.telegram.settled()
  group.addBot({ by: person })
  await bot.telegram.settled()
  group.send(person, 'x')
  await bot.telegram.settled()
  expect(said().slice(2)).toEqual([say('desk:welcome')])
})

test('where it may not write it waits without a word, and leaves without one', async () => {
  const { bot, person, group, said } = await inviter()
  const description = 'Bad Request: not enough rights to send text messages to the chat'
  const muted = { kind: 'status', method: 'sendMessage', status: 400, description } as const
  bot.telegram.faults.add({ ...muted, times: 2 })
  group.addBot({ by: person })
  await bot.telegram.settled()
  expect(asked(bot)).toEqual([{ method: 'sendMessage', ok: false }])
  bot.telegram.clock.forward(hour + 60)
  group.send(person, 'x')
  await bot.telegram.settled()
  expect(said()).toEqual([])
  expect(asked(bot).at(-1)).toEqual({ method: 'leaveChat', ok: true })
})

test('thrown out before it can speak, it takes that for no mistake', async () => {
  const { bot, person, group } = await inviter()
  const description = 'Forbidden: bot was kicked from the supergroup chat'
  bot.telegram.faults.add({ kind: 'status', status: 403, description, times: 2, chat: group.id })
  group.addBot({ by: person })
  await bot.telegram.settled()
  expect(bot.lines.filter((line) => /"(bug|put-off|person-gone)"/.test(line))).toEqual([])
})

test('thrown out of a group it says nothing', async () => {
  const { bot, person, group } = await welcomed()
  const before = asked(bot)
  group.removeBot({ by: person })
  await bot.telegram.settled()
  expect(asked(bot)).toEqual(before)
})

test('a button of a chat pressed in a group does nothing', async () => {
  const { bot, person, group } = await welcomed()
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

test('a person is answered as before while the bot comes into a group', async () => {
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
