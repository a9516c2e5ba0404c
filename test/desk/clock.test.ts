import { describe, expect, test } from 'vitest'
import type { DeskTerms } from '../../src/app/desk/terms.ts'
import { heard } from './heard.ts'
import { newScene, type Scene } from './scene.ts'

const calls = ['ring', 'limit', 'offered', 'unanswered'].map((name) => `desk:clock.${name}`)
const told = ['late', 'offered', 'unseen'].map((name) => `consultant:talk.${name}`)
const lost = 'consultant:lost.text'

/** It is Sunday noon in the stories. */
const weekdays = {
  hours: { tz: 'Europe/Warsaw', week: { 'mon-fri': [['09:00', '17:00'] as [string, string]] } },
}

interface Wish {
  terms?: Partial<DeskTerms>
  /** Another desk stands beside it. */
  other?: Partial<DeskTerms>
  /** Somebody is on call. */
  isOnCall?: boolean
  showing?: 'waits' | 'shows'
}

/** Somebody whose case waits at a desk. */
async function newWaiting({ terms, other, isOnCall, showing }: Wish = {}) {
  const scene = await newScene()
  const desk = await scene.desk(terms)
  if (isOnCall) await desk.says(desk.second, '/oncall on')
  const person = await scene.seeker()
  if (person.at() === 'consultant.closed') await person.taps('next')
  if (showing) await person.taps(showing)
  await person.taps('send')
  await scene.settled()
  const next = other && (await scene.desk({ id: 'z9y8x7w6', ...other }))
  const thread = desk.topic()
  const bubbles = person.bubbles().length
  return {
    ...scene,
    desk,
    next,
    person,
    thread,
    one: () => scene.bot.world.cases.of(person.id),
    called: () => heard(desk.fromBot(thread), calls).map((key) => key.split('.').at(-1)),
    told: () => {
      const texts = person.bubbles().map(({ text }) => text)
      return heard(texts.slice(bubbles), [...told, lost]).map((key) => key.split('.').at(-1))
    },
  }
}

/** How many were called by name the last time. */
function mentioned({ bot }: Pick<Scene, 'bot'>) {
  const texts = bot.asked('sendMessage').map(({ payload }) => String(payload.text))
  return texts.findLast((text) => text.includes('tg://user'))?.match(/tg:\/\/user\?id=\d+/g)?.length
}

describe('a case that nobody takes', () => {
  test('lets the desk be called after an hour, and the person hears it', async () => {
    const { called, told, passes } = await newWaiting()
    await passes(59)
    const before = [called(), told()]
    await passes(2)
    expect([before, called(), told()]).toEqual([[[], []], ['limit'], ['late']])
  })

  test('calls everybody who may take it by name', async () => {
    const talk = await newWaiting()
    await talk.passes(61)
    expect(mentioned(talk)).toBe(2)
  })

  test('does so after five minutes where it is urgent', async () => {
    const { desk, thread, called, told, passes } = await newWaiting()
    await desk.presses(desk.second, 'urgent', thread)
    await passes(6)
    expect([called(), told()]).toEqual([['limit'], ['late']])
  })

  test('waits anew from the moment when it was given back', async () => {
    const { desk, thread, called, passes } = await newWaiting()
    await passes(50)
    await desk.presses(desk.second, 'take', thread)
    await desk.presses(desk.second, 'transfer', thread)
    await passes(30)
    const before = called()
    await passes(31)
    expect([before, called()]).toEqual([[], ['limit']])
  })

  test('is offered to another desk the second time', async () => {
    const { called, told, passes } = await newWaiting({ other: { name: 'Druga' } })
    await passes(61)
    await passes(61)
    const before = [called(), told()]
    await passes(24 * 60)
    expect([before, told()]).toEqual([
      [
        ['limit', 'offered'],
        ['late', 'offered'],
      ],
      ['late', 'offered'],
    ])
  })

  test('is not put off by what the desk notes meanwhile', async () => {
    const { desk, thread, called, passes } = await newWaiting()
    await passes(61)
    await passes(50)
    await desk.says(desk.second, '/need', thread)
    await desk.presses(desk.second, 'on-money', thread)
    await passes(11)
    expect(called()).toEqual(['limit', 'limit'])
  })

  test('is told of neutrally where somebody may look at the phone', async () => {
    const { told, person, settled, passes } = await newWaiting({ showing: 'waits' })
    await passes(61)
    const before = told()
    await person.taps('show')
    await settled()
    expect([before, heard([person.open()?.text ?? ''], ['consultant:talk.late'])]).toEqual([
      ['unseen'],
      ['consultant:talk.late'],
    ])
  })

  test('ends with an honest word after some days', async () => {
    const { told, one, passes } = await newWaiting()
    for (let day = 0; day < 9; day++) await passes(24 * 60)
    expect([told(), (await one())?.state]).toEqual([['late', 'text'], 'closed'])
  })

  test('ends at once where nobody may take it any more', async () => {
    const { desk, told, one, settled, passes } = await newWaiting()
    for (const member of [desk.lead, desk.second]) desk.group.leave(member)
    await settled()
    await passes(61)
    expect([told(), (await one())?.state]).toEqual([['text'], 'closed'])
  })
})

describe('outside of the hours of a desk', () => {
  test('nobody is called before an hour of them is over', async () => {
    const { called, passes } = await newWaiting({ terms: weekdays })
    await passes(20 * 60 + 59)
    const before = called()
    await passes(2)
    expect([before, called()]).toEqual([[], ['limit']])
  })

  test('whoever is on call is called by an urgent case at once', async () => {
    const talk = await newWaiting({ terms: weekdays, isOnCall: true })
    const { desk, thread, called, told, passes } = talk
    await desk.presses(desk.lead, 'urgent', thread)
    await passes(2)
    expect([called(), told(), mentioned(talk)]).toEqual([['ring'], [], 1])
  })

  test('and a little later once more, and the person hears it', async () => {
    const { desk, thread, called, told, passes } = await newWaiting({
      terms: weekdays,
      isOnCall: true,
    })
    await desk.presses(desk.lead, 'urgent', thread)
    await passes(2)
    await passes(6)
    expect([called(), told()]).toEqual([['ring', 'limit'], ['late']])
  })

  test('nobody on call is called by a case that is not urgent', async () => {
    const { called, passes } = await newWaiting({ terms: weekdays, isOnCall: true })
    await passes(120)
    expect(called()).toEqual([])
  })
})

describe('a case that was taken', () => {
  test('and is not answered lets whoever has it be called by name, and the person hears nothing', async () => {
    const talk = await newWaiting()
    const { desk, thread, called, told, passes } = talk
    await desk.presses(desk.second, 'take', thread)
    await passes(61)
    expect([called(), told(), mentioned(talk)]).toEqual([['unanswered'], [], 1])
  })

  test('is left alone once it was answered', async () => {
    const { desk, thread, called, passes } = await newWaiting()
    await desk.presses(desk.second, 'take', thread)
    await desk.says(desk.second, 'Dzień dobry', thread)
    await passes(61)
    expect(called()).toEqual([])
  })
})

describe('what changes while a case waits', () => {
  test('is its urgency: it is called soon however often it was called before', async () => {
    const { desk, thread, called, passes } = await newWaiting()
    await passes(61)
    await passes(61)
    await desk.presses(desk.second, 'urgent', thread)
    await passes(6)
    expect(called()).toHaveLength(3)
  })

  test('is that it is not urgent after all: then the hour counts', async () => {
    const { desk, thread, called, passes } = await newWaiting()
    for (let times = 0; times < 2; times++) await desk.presses(desk.second, 'urgent', thread)
    await passes(30)
    const before = called()
    await passes(31)
    expect([before, called()]).toEqual([[], ['limit']])
  })

  test('are the hours of its desk: nobody is called when it is closed by then', async () => {
    const { desk, called, passes } = await newWaiting()
    await desk.says(desk.lead, '/hours pn-pt 9-17')
    await passes(61)
    const before = called()
    await passes(20 * 60)
    expect([before, called()]).toEqual([[], ['limit']])
  })

  test('is that somebody is on call by now', async () => {
    const { desk, thread, called, passes } = await newWaiting({ terms: weekdays })
    await desk.presses(desk.lead, 'urgent', thread)
    await desk.says(desk.second, '/oncall on')
    await passes(2)
    expect(called()).toEqual(['ring'])
  })
})

describe('where the call cannot be made', () => {
  test('because the topic is gone, it is made in a new one', async () => {
    const { desk, thread, passes } = await newWaiting()
    desk.group.deleteTopic(thread)
    await passes(61)
    expect(desk.topic()).not.toBe(thread)
    expect(heard(desk.fromBot(desk.topic()), calls)).toEqual(['desk:clock.limit'])
  })

  test('because the bot was put out, the person hears that nobody is there', async () => {
    const { desk, told, one, settled, passes } = await newWaiting()
    desk.group.removeBot({ by: desk.lead })
    await settled()
    await passes(61)
    expect([told().at(-1), (await one())?.state]).toEqual(['text', 'closed'])
  })
})

test('the end shows on a press only, where answers do', async () => {
  const { desk, told, settled, passes } = await newWaiting({ showing: 'waits' })
  for (const member of [desk.lead, desk.second]) desk.group.leave(member)
  await settled()
  await passes(61)
  expect(told()).toEqual(['unseen'])
})

test('the desk reads that a case is over because nobody took it', async () => {
  const { desk, thread, passes } = await newWaiting()
  for (let day = 0; day < 9; day++) await passes(24 * 60)
  expect(heard(desk.fromBot(thread), ['desk:line.given-up'])).toHaveLength(1)
  expect(desk.group.topics().find(({ id }) => id === thread)?.state).toBe('closed')
})

test('what the clock brings comes once, also where its job runs again', async () => {
  const { jobs, called, told, passes } = await newWaiting()
  await passes(61)
  for (const job of jobs.done.filter(({ kind }) => kind === 'case-due')) await jobs.again(job)
  expect([called(), told()]).toEqual([['limit'], ['late']])
})

test('who was forgotten leaves nothing to the clock', async () => {
  const { person, bot, passes, settled } = await newWaiting()
  const { clock = {} } = (await bot.world.cases.of(person.id)) ?? {}
  await person.says('/forget')
  await settled()
  expect(await bot.world.plans.casesAt(clock.limit ?? 0)).toEqual([])
  await passes(61)
})
