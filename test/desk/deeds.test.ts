import { describe, expect, test } from 'vitest'
import type { Queue } from '../../src/app/ports/queue.ts'
import { Busy } from '../../src/app/trouble.ts'
import { say } from '../bot.ts'
import { type CaseScene, newCase } from './new-case.ts'

/** What the person was told of the desk's deeds. */
function newsTo({ bubbles }: CaseScene['person']) {
  const keys = ['talk.is-taken', 'talk.is-waiting', 'helped.text']
  const words = keys.map((key) => [key, say(`consultant:${key}`).split('\n')[0] ?? ''] as const)
  const told = bubbles().map(({ text }) => words.find(([, word]) => text.includes(word))?.[0])
  return told.filter((key) => key !== undefined)
}

describe('a case', () => {
  test('that is taken shows who has it, and the person hears it', async () => {
    const { desk, thread, one, card, topic, person } = await newCase()
    await desk.presses(desk.second, 'take', thread)
    expect(await one()).toMatchObject({ state: 'taken', by: desk.second.id })
    expect(card()?.text).toContain('Mirek')
    expect(topic()?.name).toContain(say('desk:state.taken'))
    expect(newsTo(person)).toEqual(['talk.is-taken'])
  })

  test('that somebody has is not taken by another one, who hears it', async () => {
    const { desk, thread, one } = await newCase()
    await desk.presses(desk.second, 'take', thread)
    await desk.says(desk.lead, '/take', thread)
    expect(desk.fromBot(thread).at(-1)).toBe(say('desk:refused.theirs'))
    expect((await one())?.by).toBe(desk.second.id)
  })

  test('that is given back waits, and another one may take it', async () => {
    const { desk, thread, one, person } = await newCase()
    await desk.presses(desk.second, 'take', thread)
    await desk.presses(desk.second, 'transfer', thread)
    const between = (await one())?.state
    await desk.says(desk.lead, '/take', thread)
    expect([between, (await one())?.by]).toEqual(['waiting', desk.lead.id])
    expect(newsTo(person)).toEqual(['talk.is-taken', 'talk.is-waiting', 'talk.is-taken'])
  })

  test('that is urgent says so in words, until it is calm', async () => {
    const { desk, thread, topic, choices, person } = await newCase()
    await desk.presses(desk.second, 'urgent', thread)
    const urgent = topic()?.name
    await desk.presses(desk.second, 'urgent', thread)
    expect(urgent).toContain(say('desk:state.waiting-urgent'))
    expect(topic()?.name).toContain(say('desk:state.waiting'))
    expect([choices(), newsTo(person)]).toEqual([['take', 'urgent', 'close'], []])
  })

  const endings: [name: string, end: (talk: CaseScene) => unknown][] = [
    ['by a button', ({ desk, thread }) => desk.presses(desk.second, 'close', thread)],
    ['by a word', ({ desk, thread }) => desk.says(desk.second, '/close', thread)],
    ['by closing its topic', ({ desk, thread }) => desk.group.closeTopic(desk.second, thread)],
  ]
  for (const [name, end] of endings)
    test(`is closed ${name}`, async () => {
      const talk = await newCase()
      await end(talk)
      await talk.settled()
      const { one, topic, choices, person } = talk
      expect([(await one())?.state, topic()?.state, choices()]).toEqual(['closed', 'closed', []])
      expect(person.at()).toBe('consultant.helped')
    })

  test('that is closed is taken by nobody', async () => {
    const { desk, thread } = await newCase()
    await desk.says(desk.second, '/close', thread)
    await desk.says(desk.lead, '/take', thread)
    expect(desk.fromBot(thread).at(-1)).toBe(say('desk:refused.over'))
  })

  test('that is over stays so where its topic is opened again', async () => {
    const { desk, thread, one, settled } = await newCase()
    await desk.says(desk.second, '/close', thread)
    desk.group.reopenTopic(desk.lead, thread)
    await settled()
    await desk.says(desk.second, 'Jeszcze coś', thread)
    expect([(await one())?.state, desk.fromBot(thread).at(-1)]).toEqual([
      'closed',
      say('desk:not-sent.over'),
    ])
  })
})

/** What a word makes of a case that waits or is taken, and what the person hears of it. */
const deeds = [
  { word: 'take', before: 'waiting', after: { state: 'taken' }, news: ['talk.is-taken'] },
  {
    word: 'transfer koniec zmiany',
    before: 'taken',
    after: { state: 'waiting' },
    news: ['talk.is-waiting'],
  },
  { word: 'urgent', before: 'waiting', after: { urgent: 'desk' }, news: [] },
  { word: 'close', before: 'taken', after: { state: 'closed' }, news: ['helped.text'] },
] as const

describe.each(deeds)('/$word', ({ word, before, after, news }) => {
  async function newDeed() {
    const talk = await newCase()
    const { desk, thread, person } = talk
    if (before === 'taken') await desk.says(desk.second, '/take', thread)
    const known = newsTo(person).length
    return { ...talk, news: () => newsTo(person).slice(known) }
  }

  test('that comes twice is done once, and nobody is refused', async () => {
    const { bot, desk, thread, one, settled, ...talk } = await newDeed()
    bot.telegram.faults.add({ kind: 'redeliver', update: 'message' })
    await desk.says(desk.second, `/${word}`, thread)
    await settled()
    expect([await one(), talk.news()]).toMatchObject([after, news])
    expect(desk.fromBot(thread).filter((text) => refusals.includes(text))).toEqual([])
  })

  test('that broke off behind its write is finished when it comes again', async () => {
    const { desk, thread, one, jobs, topic, ...talk } = await newDeed()
    const name = topic()?.name
    failOnce(jobs.queue)
    await desk.says(desk.second, `/${word}`, thread)
    expect([await one(), talk.news()]).toMatchObject([after, news])
    expect(topic()?.name).not.toBe(name)
  })
})

test('who leaves while the queue is away leaves their case to the others all the same', async () => {
  const { desk, thread, one, jobs, topic, person, settled } = await newCase()
  await desk.presses(desk.second, 'take', thread)
  failOnce(jobs.queue)
  desk.group.leave(desk.second)
  await settled()
  expect([(await one())?.state, newsTo(person)]).toEqual([
    'waiting',
    ['talk.is-taken', 'talk.is-waiting'],
  ])
  expect(topic()?.name).toContain(say('desk:state.waiting'))
})

/** The queue is away for one job. */
function failOnce(queue: Queue) {
  const { enqueue } = queue
  queue.enqueue = async () => {
    queue.enqueue = enqueue
    throw new Busy(1, 'the queue is away')
  }
}

const refusals = ['over', 'theirs', 'yours', 'untaken', 'waiting'].map((key) =>
  say(`desk:refused.${key}`),
)
