import { describe, expect, test } from 'vitest'
import { say } from '../bot.ts'
import { newScene, type Scene } from './scene.ts'
import { newTalk } from './talk.ts'

/** Runs each job that was done once more, as a queue may. */
async function again({ jobs, settled }: Pick<Scene, 'jobs' | 'settled'>) {
  for (const job of [...jobs.done]) await jobs.again(job)
  await settled()
}

const keep = (texts: string[], wanted: string[]) => texts.filter((text) => wanted.includes(text))

describe('a whole case', () => {
  test('is the same where Telegram brings each update twice', async () => {
    const scene = await newScene()
    scene.bot.telegram.faults.add({ kind: 'redeliver', times: 1000 })
    await plays(scene)
  })

  test('is the same where each job runs twice', async () => {
    const scene = await newScene()
    await plays(scene, () => again(scene))
  })

  /** Whatever is done once more must leave phone and topic as they are. */
  async function plays(scene: Scene, repeat = async () => {}) {
    const desk = await scene.desk()
    const person = await scene.seeker()
    await person.taps('send')
    await scene.settled()
    await repeat()
    const thread = desk.topic()
    await desk.presses(desk.second, 'take', thread)
    await person.says('raz')
    await person.says('dwa')
    await scene.settled()
    await repeat()
    await desk.says(desk.second, 'trzy', thread)
    await desk.says(desk.second, 'cztery', thread)
    await repeat()
    await person.taps('leave')
    await scene.settled()
    await repeat()
    const topics = desk.group.topics().map(({ state }) => state)
    const onPhone = person.bubbles().map(({ text }) => text)
    const [, left = ''] = say('desk:line.left').split('}}')
    expect(keep(desk.fromBot(thread), ['raz', 'dwa'])).toEqual(['raz', 'dwa'])
    expect(keep(onPhone, ['trzy', 'cztery'])).toEqual(['trzy', 'cztery'])
    expect(desk.fromBot(thread).some((text) => text.endsWith(left))).toBe(true)
    expect([topics, person.at()]).toEqual([['closed'], 'consultant.left'])
  }
})

test('whoever agrees while Telegram has no time stands in the talk, not before an old question', async () => {
  const scene = await newScene()
  const desk = await scene.desk()
  const person = await scene.seeker()
  scene.bot.telegram.faults.add({ kind: 'status', method: 'answerCallbackQuery', times: 2 })
  await person.taps('send')
  await scene.settled()
  expect([person.at(), desk.topic() > 0]).toEqual(['consultant.talk', true])
})

test('words that wait are shown once, where each job runs twice', async () => {
  const talk = await newTalk({ showing: 'waits' })
  const { answers, person, settled, onPhone } = talk
  await answers('raz')
  await again(talk)
  await answers('dwa')
  await again(talk)
  await person.taps('show')
  await settled()
  await again(talk)
  expect(keep(onPhone(), ['raz', 'dwa'])).toEqual(['raz', 'dwa'])
})

test('what the desk has changed stands there once, where each job runs twice', async () => {
  const talk = await newTalk()
  const { answers, desk, settled, onPhone } = talk
  const message = await answers('o piątej')
  desk.group.edit(desk.second, message, 'o szóstej')
  await settled()
  await again(talk)
  expect(onPhone().filter((text) => text.startsWith('o '))).toEqual(['o szóstej'])
})

test('what cannot be passed on is said once, where each job runs twice', async () => {
  const talk = await newTalk()
  const impossible = say('consultant:talk.impossible')
  talk.bot.telegram.faults.add({
    kind: 'status',
    method: 'copyMessage',
    status: 400,
    description: "Bad Request: message can't be copied",
    times: 2,
  })
  await talk.writes('niemożliwe')
  await again(talk)
  expect(keep(talk.onPhone(), [impossible])).toEqual([impossible])
})

describe('a group that is told to wait', () => {
  test('holds up nobody who talks with another desk', async () => {
    const scene = await newScene()
    const slow = await scene.desk()
    const first = await scene.seeker()
    await first.taps('send')
    await scene.settled()
    await slow.says(slow.lead, '/pause')
    const quick = await scene.desk({ id: 'z9y8x7w6', name: 'Inna Droga' })
    const second = await scene.seeker()
    await second.taps('send')
    await scene.settled()
    const { faults } = scene.bot.telegram
    faults.add({ kind: 'status', status: 429, retry_after: 1, chat: slow.group.id, times: 1000 })
    await first.says('do pierwszego')
    await second.says('do drugiego')
    await scene.bot.until(() => quick.fromBot(quick.topic()).includes('do drugiego'))
    expect(slow.fromBot(slow.topic())).not.toContain('do pierwszego')
    faults.clear()
    await scene.settled()
    expect(slow.fromBot(slow.topic())).toContain('do pierwszego')
  })

  test('hears a line once, also where its card has to wait', async () => {
    const { bot, person, settled, atDesk } = await newTalk()
    const { faults } = bot.telegram
    faults.add({ kind: 'status', status: 429, method: 'closeForumTopic', times: 3 })
    await person.taps('leave')
    await settled()
    const [, left = ''] = say('desk:line.left').split('}}')
    expect(atDesk().filter((text) => text.endsWith(left))).toHaveLength(1)
  })
})

test('Telegram that is away for a while loses nothing', async () => {
  const { bot, person, settled, atDesk } = await newTalk()
  const { faults } = bot.telegram
  for (const status of [502, 429])
    faults.add({ kind: 'status', status, method: 'copyMessage', times: 10, retry_after: 1 })
  faults.add({ kind: 'reset-before', method: 'copyMessage', times: 5 })
  const words = ['raz', 'dwa', 'trzy']
  for (const one of words) person.phone.send(one)
  await settled()
  expect(keep(atDesk(), words)).toEqual(words)
})

describe('a topic that somebody has deleted', () => {
  test('is made anew for what comes then, with a card', async () => {
    const { desk, thread, writes } = await newTalk()
    desk.group.deleteTopic(thread)
    await writes('jestem tu')
    const next = desk.topic()
    expect(next).not.toBe(thread)
    expect(desk.fromBot(next)).toContain('jestem tu')
    expect(desk.fromBot(next).join()).toContain(say('desk:state.taken'))
  })

  test('leads on both ways', async () => {
    const { desk, thread, writes, onPhone } = await newTalk()
    desk.group.deleteTopic(thread)
    await writes('jestem tu')
    await desk.says(desk.second, 'widzę', desk.topic())
    await writes('dobrze')
    expect([onPhone().includes('widzę'), desk.fromBot(desk.topic()).includes('dobrze')]).toEqual([
      true,
      true,
    ])
  })

  test('and an answer to a word in it, which is nowhere any more, is passed on all the same', async () => {
    const { desk, thread, answers, person, settled } = await newTalk()
    await answers('pytanie')
    const asked = person.bubbles().find(({ text }) => text === 'pytanie')
    desk.group.deleteTopic(thread)
    await person.sends({ text: 'odpowiedź' }, { replyTo: asked?.id ?? 0 })
    await settled()
    expect(desk.fromBot(desk.topic())).toContain('odpowiedź')
  })
})

test('a group where the bot is no administrator any more sees the end on the card', async () => {
  const { bot, desk, person, thread, settled } = await newTalk()
  desk.group.addBot({ by: desk.lead, status: 'member' })
  await person.taps('leave')
  await settled()
  const card = desk.group.messages(thread).find(({ pinned }) => pinned)
  expect(card?.text).toContain(say('desk:state.closed'))
  expect(bot.lines.filter((line) => line.includes('bug'))).toEqual([])
})

test('a group from which the bot was taken ends the talk, and the person is shown numbers', async () => {
  const { desk, writes, person, caseOf } = await newTalk()
  desk.group.removeBot()
  await writes('czy ktoś tam jest?')
  expect([person.at(), person.choices()[0]]).toEqual(['consultant.lost', 'next'])
  expect((await caseOf())?.state).toBe('closed')
})
