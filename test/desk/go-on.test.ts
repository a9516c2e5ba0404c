import { describe, expect, test } from 'vitest'
import { reopenCase } from '../../src/app/cases/reopen.ts'
import { revokeDesk } from '../../src/app/desk/revoke.ts'
import { say } from '../bot.ts'
import { heard } from './heard.ts'
import { newTalk } from './talk.ts'
import { worded } from './wording.ts'

const day = 24 * 3600

/** A talk that is over: the desk or the person has ended it. */
async function newPast(by: 'desk' | 'person' = 'person', wish: Parameters<typeof newTalk>[0] = {}) {
  const talk = await newTalk(wish)
  const { desk, thread, person, settled } = talk
  await talk.writes('przedtem')
  if (by === 'person') await person.taps('leave')
  else await desk.presses(desk.second, 'close', thread)
  await settled()
  const topic = () => desk.group.topics().find(({ id }) => id === thread)
  const card = () => desk.group.messages(thread).find(({ pinned }) => pinned)
  const until = async () => {
    const topics = await talk.bot.world.desks.topics(desk.group.id)
    return topics.find((one) => one.thread === thread)?.until
  }
  const taps = async (...choices: string[]) => {
    for (const choice of choices) await person.taps(choice)
    await settled()
  }
  const lines = (name: string) => {
    const [, line = ''] = say(`desk:line.${name}`).split('}}')
    return talk.atDesk().filter((text) => text.endsWith(line)).length
  }
  return { ...talk, topic, card, until, taps, lines }
}

describe('a talk that is over', () => {
  test.each(['person', 'desk'] as const)(
    'goes on by buttons where the %s has ended it',
    async (by) => {
      const { taps, writes, atDesk, person, thread, caseOf } = await newPast(by)
      await taps(...(by === 'desk' ? ['skip'] : []), 'again', 'reopen')
      await writes('potem')
      const { state, thread: now } = (await caseOf()) ?? {}
      expect([person.at(), state, now === thread]).toEqual(['consultant.talk', 'waiting', true])
      expect(atDesk()).toEqual(expect.arrayContaining(['przedtem', 'potem']))
    },
  )

  test('goes on after /talk', async () => {
    const { person, taps, caseOf } = await newPast()
    await person.says('/talk')
    expect(person.choices().slice(0, 3)).toEqual(['reopen', 'anew', 'numbers'])
    await taps('reopen')
    expect((await caseOf())?.state).toBe('waiting')
  })

  test('says before that what was agreed to holds again', async () => {
    const { taps, person } = await newPast()
    await taps('again')
    expect(person.open()?.text).toBe(
      say('consultant:again.text').replaceAll('{{desk}}', 'Dobra Droga'),
    )
  })

  test('opens its topic again, says so in it, and does not delete it', async () => {
    const { taps, topic, until, lines } = await newPast()
    expect(topic()?.state).toBe('closed')
    await taps('again', 'reopen')
    expect([topic()?.state, await until(), lines('reopened')]).toEqual(['open', undefined, 1])
  })

  test('waits for anybody, and its card says who had it', async () => {
    const { taps, card, desk, bot, thread, answers, onPhone } = await newPast()
    await taps('again', 'reopen')
    const had = worded(bot, { key: 'desk:card.had', vars: { name: 'Mirek' } })
    expect(card()?.text).toContain(had)
    await desk.presses(desk.second, 'take', thread)
    expect(card()?.text).not.toContain(had)
    await answers('znowu jestem')
    expect(onPhone()).toContain('znowu jestem')
  })

  test('is kept as long as any that is open', async () => {
    const { taps, bot, caseOf } = await newPast()
    bot.telegram.clock.forward(13 * day)
    await taps('again', 'reopen')
    bot.telegram.clock.forward(31 * day)
    expect((await caseOf())?.state).toBe('waiting')
  })

  test('can be ended and gone on with more than once', async () => {
    const { taps, caseOf, topic, lines } = await newPast()
    await taps('again', 'reopen', 'leave', 'again', 'reopen')
    expect([(await caseOf())?.state, topic()?.state, lines('reopened')]).toEqual([
      'waiting',
      'open',
      2,
    ])
  })

  test('still shows words on a press where that was chosen', async () => {
    const { taps, desk, thread, answers, onPhone } = await newPast('person', { showing: 'waits' })
    await taps('again', 'reopen')
    await desk.presses(desk.second, 'take', thread)
    await answers('tajne')
    expect(onPhone()).not.toContain('tajne')
    await taps('show')
    expect(onPhone()).toContain('tajne')
  })

  test.each(['/menu', 'Wróć do tej rozmowy', 'tak', 'dalej', 'Dzień dobry'])(
    'does not go on by a typed word: %s',
    async (text) => {
      const { taps, writes, caseOf, topic } = await newPast()
      await taps('again')
      await writes(text)
      expect([(await caseOf())?.state, topic()?.state]).toEqual(['closed', 'closed'])
    },
  )

  test('goes on after a cry that came over the question', async () => {
    const { taps, writes, person, caseOf } = await newPast()
    await taps('again')
    await writes('pomocy, on mnie bije')
    expect(person.at()?.split('.')[0]).toBe('sos')
    await taps('back')
    expect(person.at()).toBe('consultant.again')
    await taps('reopen')
    expect((await caseOf())?.state).toBe('waiting')
  })

  test('gives way to a new one where the person wants that', async () => {
    const { taps, desk, thread, person, caseOf } = await newPast()
    await taps('again', 'anew')
    expect(person.at()).toBe('consultant.consent')
    await taps('send')
    expect([desk.topic() === thread, (await caseOf())?.thread]).toEqual([false, desk.topic()])
  })

  test('has a topic anew where somebody has deleted it', async () => {
    const { taps, desk, thread, caseOf, writes } = await newPast()
    desk.group.deleteTopic(thread)
    await taps('again', 'reopen')
    expect([desk.topic() === thread, (await caseOf())?.thread]).toEqual([false, desk.topic()])
    expect(heard(desk.fromBot(desk.topic()), ['desk:line.reopened'])).toHaveLength(1)
    await writes('potem')
    expect(desk.fromBot(desk.topic())).toEqual(expect.arrayContaining(['przedtem', 'potem']))
  })
})

describe('a talk that is over does not go on', () => {
  test('where the person has taken back what they agreed to: they agree anew', async () => {
    const { person, settled, caseOf } = await newTalk()
    await person.says('/mydata')
    for (const choice of ['case', 'withdraw']) await person.taps(choice)
    await settled()
    await person.says('/talk')
    expect([person.at(), (await caseOf())?.state]).toEqual(['consultant.consent', 'closed'])
  })

  test('where its desk is paused: nobody is there', async () => {
    const { taps, desk, person } = await newPast()
    await desk.says(desk.lead, '/pause')
    await taps('again')
    expect(person.at()).toBe('consultant.no-desk')
  })

  test('where its desk is no more', async () => {
    const { taps, bot, person } = await newPast()
    const [one] = await bot.world.desks.all()
    if (one) await revokeDesk(bot.world, one)
    await taps('again')
    expect(person.at()).toBe('consultant.no-desk')
  })

  test('where its desk has stopped since they were asked: they hear it', async () => {
    const { taps, desk, person, caseOf } = await newPast()
    await taps('again')
    await desk.says(desk.lead, '/pause')
    await taps('reopen')
    expect([person.at(), (await caseOf())?.state]).toEqual(['consultant.lost', 'closed'])
  })

  test('where they have said since that they are under 18', async () => {
    const { taps, writes, person } = await newPast('person', { terms: { minors: true } })
    await writes('mam 15 lat')
    await person.says('/talk')
    expect(person.at()).toBe('consultant.consent')
    await taps('send')
  })

  test('after 30 days, by whichever button', async () => {
    const { taps, bot, person, caseOf } = await newPast()
    await taps('again')
    bot.telegram.clock.forward(31 * day)
    await taps('reopen')
    // Their age is not known any more either.
    expect([await caseOf(), person.at()]).toEqual([undefined, 'consultant.age'])
  })

  test('after /forget, by an old button', async () => {
    const { taps, person, bot, desk, settled, caseOf } = await newPast()
    await taps('again')
    const { id = 0, buttons = [] } = person.open() ?? {}
    const button = buttons.flat().find(({ data }) => data?.endsWith('.reopen'))?.data ?? ''
    await person.says('/forget')
    await settled()
    await person.presses(id, button)
    await settled()
    const topics = await bot.world.desks.topics(desk.group.id)
    expect([button === '', await caseOf(), topics]).toEqual([false, undefined, []])
  })

  test('where a member opens its topic by hand: the topic says so', async () => {
    const { desk, thread, writes, lines, atDesk, caseOf, settled } = await newPast()
    desk.group.reopenTopic(desk.lead, thread)
    await settled()
    await writes('halo?')
    expect([lines('reopened-by-hand'), (await caseOf())?.state]).toEqual([1, 'closed'])
    expect(atDesk()).not.toContain('halo?')
  })
})

describe('a press that goes on with a talk', () => {
  test('comes twice and is done once', async () => {
    const { taps, bot, lines, caseOf } = await newPast()
    await taps('again')
    bot.telegram.faults.add({ kind: 'redeliver', times: 1000 })
    await taps('reopen')
    expect([lines('reopened'), (await caseOf())?.state]).toEqual([1, 'waiting'])
  })

  test('does not undo what has ended it since', async () => {
    const { taps, bot, person, settled, caseOf, topic, until } = await newPast()
    await taps('again', 'reopen')
    const press = (await caseOf())?.reopened ?? 0
    await taps('leave')
    const talk = await bot.world.talks.load(person.id)
    if (!talk) throw new Error('there is no talk')
    const entry = { update: press, message: 0, sentAt: 0, at: 0, effects: [] }
    await reopenCase(bot.world, { chat: person.id, source: 'press', talk, entry, repeated: true })
    await settled()
    expect([(await caseOf())?.state, topic()?.state, (await until()) === undefined]).toEqual([
      'closed',
      'closed',
      false,
    ])
  })
})

test('one topic takes the place of a deleted one, where each job runs twice', async () => {
  const { taps, desk, thread, jobs, settled, caseOf } = await newPast()
  desk.group.deleteTopic(thread)
  await taps('again', 'reopen')
  for (const job of [...jobs.done]) await jobs.again(job)
  await settled()
  const open = desk.group.topics().filter(({ state }) => state === 'open')
  expect([open.length, (await caseOf())?.thread]).toEqual([1, open[0]?.id])
})

test('a talk that goes on is looked after by the clock, as any that waits', async () => {
  const { taps, desk, thread, bot, person, caseOf } = await newPast()
  const minute = Math.floor(bot.world.now().getTime() / 60_000)
  const { plan, remind } = { plan: minute + 90_000, remind: minute - 5 }
  const one = await caseOf()
  if (one) await bot.world.cases.keep(person.id, { ...one, clock: { limit: minute, plan, remind } })
  await taps('again', 'reopen')
  const { limit = 0, ...rest } = (await caseOf())?.clock ?? {}
  expect([limit > minute, rest]).toEqual([true, { plan, remind: minute + 1 }])
  await desk.presses(desk.second, 'take', thread)
  expect((await caseOf())?.state).toBe('taken')
})
