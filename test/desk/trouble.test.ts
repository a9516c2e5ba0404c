import { describe, expect, test } from 'vitest'
import { voiceFor } from '../../src/core/voice.ts'
import { say } from '../bot.ts'
import { newScene } from './scene.ts'
import { type DeskTalk, newTalk } from './talk.ts'

/** The part of a line behind the name of a bird. */
const tail = (key: string) => say(key).split('}}').at(-1) ?? ''

describe('a topic that is made anew', () => {
  test('begins with what the person wrote last, in its order', async () => {
    const { desk, thread, writes } = await newTalk()
    const words = ['raz', 'dwa', 'trzy', 'cztery', 'pięć', 'sześć']
    for (const one of words) await writes(one)
    desk.group.deleteTopic(thread)
    await writes('siedem')
    const there = desk.fromBot(desk.topic()).filter((text) => [...words, 'siedem'].includes(text))
    expect(there).toEqual(['dwa', 'trzy', 'cztery', 'pięć', 'sześć', 'siedem'])
  })

  test('brings no word of the desk as if the person had written it', async () => {
    const { desk, thread, writes, answers } = await newTalk()
    await answers('proszę nie jechać')
    desk.group.deleteTopic(thread)
    await writes('jestem')
    expect(desk.fromBot(desk.topic())).not.toContain('proszę nie jechać')
  })

  test.each(['pinChatMessage', 'copyMessage', 'createForumTopic', 'sendMessage'])(
    'has what the person wrote last once, where Telegram asks to wait: %s',
    async (method) => {
      const { bot, desk, thread, writes } = await newTalk()
      for (const one of ['raz', 'dwa', 'trzy']) await writes(one)
      desk.group.deleteTopic(thread)
      const chat = desk.group.id
      const wait = { kind: 'status', status: 429, retry_after: 1, chat, method } as const
      if (method === 'copyMessage')
        bot.telegram.faults.add({
          ...{ kind: 'status', status: 400, chat, method },
          description: 'Bad Request: message thread not found',
        })
      bot.telegram.faults.add(wait)
      await writes('cztery')
      const words = ['raz', 'dwa', 'trzy', 'cztery']
      const there = desk.fromBot(desk.topic()).filter((text) => words.includes(text))
      expect(there).toEqual(words)
      expect(desk.group.messages(desk.topic()).some(({ pinned }) => pinned)).toBe(true)
    },
  )

  test('says that it is new', async () => {
    const { desk, thread, writes } = await newTalk()
    desk.group.deleteTopic(thread)
    await writes('jestem')
    expect(desk.fromBot(desk.topic()).at(-1)?.endsWith(tail('desk:line.moved'))).toBe(true)
  })

  test('says that what waited there did not reach the person, and a press shows nothing else', async () => {
    const { desk, thread, answers, writes, person, settled, onPhone, caseOf } = await newTalk({
      showing: 'waits',
    })
    await answers('proszę nie jechać')
    desk.group.deleteTopic(thread)
    await writes('jestem')
    expect((await caseOf())?.unseen).toBeUndefined()
    const line = desk.fromBot(desk.topic()).at(-1)
    expect(line?.endsWith(tail('desk:line.moved-waiting'))).toBe(true)
    await person.taps('show')
    await settled()
    expect([onPhone().includes('proszę nie jechać'), person.at()]).toEqual([
      false,
      'consultant.talk',
    ])
  })

  test('brings nothing that was taken back', async () => {
    const { desk, thread, person, settled, writes } = await newTalk()
    const message = await person.says('mój adres')
    await settled()
    await person.sends({ text: '/delete' }, { replyTo: message })
    await settled()
    desk.group.deleteTopic(thread)
    await writes('jestem')
    expect(desk.texts(desk.topic())).not.toContain('mój adres')
  })

  test('lets the desk answer to what it brings', async () => {
    const { desk, thread, writes, person, settled } = await newTalk()
    const asked = await person.says('Kiedy?')
    await settled()
    desk.group.deleteTopic(thread)
    await writes('jestem')
    const again = desk.group.messages(desk.topic()).find(({ text }) => text === 'Kiedy?')
    await desk.says(desk.second, 'Jutro', desk.topic(), again?.id)
    expect(person.bubbles().at(-1)).toMatchObject({ text: 'Jutro', replyTo: asked })
  })

  test('has what Telegram had put elsewhere in silence', async () => {
    const { bot, desk, thread, writes } = await newTalk()
    bot.telegram.faults.add({ kind: 'astray', method: 'copyMessage' })
    await writes('zabłąkane')
    expect(desk.texts(thread)).not.toContain('zabłąkane')
    desk.group.deleteTopic(thread)
    await writes('następne')
    expect(desk.fromBot(desk.topic())).toEqual(expect.arrayContaining(['zabłąkane', 'następne']))
  })

  test('takes the place of one that a large forum has lost', async () => {
    const { bot, desk, thread, writes } = await newTalk()
    bot.telegram.faults.add({
      kind: 'status',
      method: 'copyMessage',
      status: 400,
      description: 'Bad Request: message thread not found',
    })
    await writes('jestem tu')
    expect(desk.topic()).not.toBe(thread)
    expect(desk.fromBot(desk.topic())).toContain('jestem tu')
  })
})

describe('a topic', () => {
  test('that somebody has named anew gets its name back with the next change', async () => {
    const { bot, desk, thread } = await newTalk()
    const name = () => desk.group.topics().find(({ id }) => id === thread)?.name
    const before = name()
    await bot.world.room.nameTopic(
      desk.group.id,
      thread,
      { key: 'name:plain', vars: { text: 'Jan Kowalski' } },
      voiceFor(bot.world.content, { language: 'pl' }),
    )
    await desk.says(desk.second, '/urgent', thread)
    await desk.says(desk.second, '/urgent', thread)
    expect([name(), before]).toEqual([before, expect.any(String)])
  })

  test('whose first line is answered brings the words without it', async () => {
    const { desk, thread, person } = await newTalk()
    await desk.says(desk.second, 'Dzień dobry', thread, thread)
    const [last] = person.bubbles().toReversed()
    expect([last?.text, last?.replyTo]).toEqual(['Dzień dobry', undefined])
  })
})

describe('a group that lives on under another number', () => {
  const moves = async (wish?: Parameters<typeof newTalk>[0]) => {
    const talk = await newTalk(wish)
    const { bot, desk } = talk
    const next = bot.telegram.group({ title: 'Dyżur', forum: true })
    next.join(desk.lead, 'administrator')
    next.join(desk.second)
    next.addBot({ by: desk.lead })
    await talk.settled()
    return {
      ...talk,
      next,
      topic: () => next.topics().at(-1)?.id ?? 0,
      texts: () => next.messages().map(({ text }) => text),
    }
  }
  type Moved = Awaited<ReturnType<typeof moves>>

  const tells = async ({ bot, desk, next, settled }: Moved) => {
    const chat = { id: desk.group.id, type: 'supergroup' }
    const service = { message_id: 9000, date: 1, chat, migrate_to_chat_id: next.id }
    await bot.receive({ update_id: 1, message: { ...service, from: { id: desk.lead.id } } })
    await settled()
  }

  const refuses = ({ bot, desk, next }: Moved, method: string) =>
    bot.telegram.faults.add({
      kind: 'status',
      method,
      chat: desk.group.id,
      status: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      migrate_to_chat_id: next.id,
      times: 100,
    })

  test('takes its open cases along: each gets a topic with its card', async () => {
    const moved = await moves()
    await tells(moved)
    expect(moved.next.topics()).toHaveLength(1)
    expect(moved.texts().join()).toContain(say('desk:state.taken'))
    expect(moved.texts().at(-1)?.endsWith(tail('desk:line.moved'))).toBe(true)
  })

  test('leaves nothing known of the topics that stay behind', async () => {
    const moved = await moves()
    await tells(moved)
    const { desks } = moved.bot.world
    expect(await desks.topics(moved.desk.group.id)).toEqual([])
    expect(await desks.topics(moved.next.id)).toMatchObject([{ chat: moved.person.id }])
  })

  test('keeps apart what its messages were called before and now', async () => {
    const moved = await moves()
    const { person, settled, next } = moved
    const before = await person.says('mój adres')
    await settled()
    await tells(moved)
    for (let nth = 0; nth < 40; nth++) next.send(moved.desk.lead, '// grafik', moved.topic())
    await settled()
    const texts = moved.texts()
    await person.sends({ text: '/delete' }, { replyTo: before })
    await settled()
    expect([moved.texts(), person.chat().some(({ id }) => id === before)]).toEqual([texts, false])
  })

  test('shows nothing of the new group in the place of what waited in the old one', async () => {
    const moved = await moves({ showing: 'waits' })
    await moved.answers('proszę nie jechać')
    await tells(moved)
    for (let nth = 0; nth < 40; nth++) moved.next.send(moved.desk.lead, '// grafik', moved.topic())
    await moved.settled()
    await moved.person.taps('show')
    await moved.settled()
    expect(moved.onPhone()).not.toContain('// grafik')
  })

  test('leaves what the desk wrote before within reach of /hide', async () => {
    const moved = await moves()
    await moved.answers('proszę nie jechać')
    await tells(moved)
    await moved.person.says('/hide')
    await moved.settled()
    expect(moved.onPhone()).not.toContain('proszę nie jechać')
  })

  test('goes on both ways', async () => {
    const moved = await moves()
    const { next, desk, writes, settled, onPhone } = moved
    await tells(moved)
    await writes('jestem tu')
    next.send(desk.second, 'widzę', moved.topic())
    await settled()
    expect([moved.texts().includes('jestem tu'), onPhone().includes('widzę')]).toEqual([true, true])
  })

  test('is found out by a word that cannot be brought, and loses none', async () => {
    const moved = await moves()
    refuses(moved, 'copyMessage')
    for (const word of ['raz', 'dwa', 'trzy']) await moved.person.says(word)
    await moved.settled()
    const there = moved.texts().filter((text) => ['raz', 'dwa', 'trzy'].includes(text))
    expect([there, moved.person.at()]).toEqual([['raz', 'dwa', 'trzy'], 'consultant.talk'])
  })

  test('opens the topic of a new case there', async () => {
    const moved = await moves()
    refuses(moved, 'createForumTopic')
    const other = await moved.seeker()
    await other.taps('send')
    await moved.settled()
    expect([moved.next.topics().length > 0, other.at()]).toEqual([true, 'consultant.talk'])
  })

  test('where topics are off there is the end of its cases, which people hear', async () => {
    const moved = await moves()
    moved.next.setForum(moved.desk.lead, false)
    await tells(moved)
    expect([moved.person.at(), (await moved.caseOf())?.state]).toEqual([
      'consultant.lost',
      'closed',
    ])
  })
})

describe('a bot that may do less than before', () => {
  test('says at once what is missing, and nobody is led there', async () => {
    const { desk, settled, seeker } = await newDesk()
    desk.group.addBot({ by: desk.lead, denied: ['can_manage_topics'] })
    await settled()
    const [last] = desk.fromBot().toReversed()
    for (const key of ['desk:rights.topics', 'desk:about.not-ready', 'desk:paused'])
      expect(last).toContain(say(key))
    expect((await seeker()).at()).toBe('consultant.no-desk')
  })

  test('goes on with new cases where it may only not pin, and says so', async () => {
    const { desk, settled, seeker } = await newDesk()
    desk.group.addBot({ by: desk.lead, denied: ['can_pin_messages'] })
    await settled()
    expect(desk.fromBot().at(-1)).toContain(say('desk:rights.pinning'))
    expect((await seeker()).at()).toBe('consultant.consent')
  })

  test('is told to the operator', async () => {
    const { bot, desk, settled } = await newDesk()
    desk.group.addBot({ by: desk.lead, status: 'member' })
    await settled()
    expect(bot.lines.filter((line) => line.includes('desk-lost'))).toHaveLength(1)
  })

  const newDesk = async () => {
    const scene = await newScene()
    return { ...scene, desk: await scene.desk() }
  }
})

test('a group that may not be written to for everything else loses a topic all the same', async () => {
  const { bot, desk, person, settled, thread } = await newTalk()
  bot.telegram.faults.add({
    kind: 'status',
    method: 'sendMessage',
    chat: desk.group.id,
    status: 400,
    description: 'Bad Request: TOPIC_CLOSED',
  })
  await person.says('/forget')
  await settled()
  expect(desk.group.topics().find(({ id }) => id === thread)?.state).toBe('deleted')
})

describe('another bot', () => {
  const other = { id: 77, is_bot: true, first_name: 'Inny bot' }

  test('in the group is not passed on, and nothing answers it', async () => {
    const { bot, desk, thread, onPhone, settled } = await newTalk()
    const [heard, read] = [onPhone(), desk.texts(thread)]
    const chat = { id: desk.group.id, type: 'supergroup' }
    const where = { message_thread_id: thread, is_topic_message: true, chat }
    const message = { message_id: 9000, date: 1, from: other, text: 'Echo', ...where }
    await bot.receive({ update_id: 1, message })
    await settled()
    expect([onPhone(), desk.texts(thread)]).toEqual([heard, read])
  })

  test('in a chat of its own is not answered', async () => {
    const { bot } = await newTalk()
    const before = bot.telegram.calls.length
    const message = { message_id: 1, date: 1, chat: { id: 77, type: 'private' }, from: other }
    await bot.receive({ update_id: 1, message: { ...message, text: 'Echo' } })
    expect(bot.telegram.calls.length).toBe(before)
  })
})

test('a word of the desk that is on its way while the bot is put out breaks nothing', async () => {
  const { bot, desk, thread, settled }: DeskTalk = await newTalk()
  bot.telegram.faults.add({
    kind: 'status',
    method: 'copyMessage',
    status: 403,
    description: 'Forbidden: bot was kicked from the supergroup chat',
  })
  await desk.says(desk.second, 'Halo?', thread)
  await settled()
  expect(bot.lines.filter((line) => line.includes('bug'))).toEqual([])
})
