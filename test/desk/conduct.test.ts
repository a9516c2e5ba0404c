import { describe, expect, test } from 'vitest'
import { say } from '../bot.ts'
import { content } from '../person.ts'
import { type Forum, newScene } from './scene.ts'

const first = say('desk:conduct.first')
const { pages } = content.conduct

/** A desk with a case, and a third member who has not accepted anything. */
async function newThird(options?: Parameters<typeof newScene>[0]) {
  const scene = await newScene(options)
  const desk = await scene.desk()
  const person = await scene.seeker()
  await person.taps('send')
  await scene.settled()
  const third = scene.bot.telegram.person({ name: 'Zenon', language: 'pl' })
  desk.group.join(third)
  const one = () => scene.bot.world.cases.of(person.id)
  return { ...scene, desk, third, person, thread: desk.topic(), one }
}

describe('who has not accepted the code of conduct', () => {
  const deeds = ['take', 'transfer reason', 'urgent', 'close', 'pause', 'open']
  const notes = ['need', 'plan 12.12', 'remind 3d', 'review', 'refer', 'handover', 'hours always']
  for (const word of [...deeds, ...notes, 'oncall on'])
    test(`may not /${word}`, async () => {
      const { desk, third, thread, one, bot } = await newThird()
      const before = await one()
      await desk.says(third, `/${word}`, thread)
      expect(desk.fromBot(thread).at(-1)).toBe(first)
      const [stands] = await bot.world.desks.all()
      expect([await one(), stands?.isPaused]).toEqual([before, undefined])
    })

  for (const button of ['take', 'urgent', 'close'])
    test(`may not press ${button}`, async () => {
      const { desk, third, thread, one } = await newThird()
      const before = await one()
      await desk.presses(third, button, thread)
      expect([third.alerts().at(-1)?.text, await one()]).toEqual([first, before])
    })

  test('does not write to the person', async () => {
    const { desk, third, thread, person } = await newThird()
    const before = person.bubbles()
    await desk.says(third, 'Dzień dobry', thread)
    expect(desk.fromBot(thread).at(-1)).toBe(first)
    expect(person.bubbles()).toEqual(before)
  })

  test('does not close a case by closing its topic, which is opened again', async () => {
    const { desk, third, thread, one, settled } = await newThird()
    desk.group.closeTopic(third, thread)
    await settled()
    expect([(await one())?.state, topicOf(desk, thread)?.state]).toEqual(['waiting', 'open'])
  })

  test('may take a case once they have', async () => {
    const { desk, third, thread, one } = await newThird()
    await desk.accepts(third)
    await desk.presses(third, 'take', thread)
    expect(await one()).toMatchObject({ state: 'taken', by: third.id })
  })
})

describe('the code of conduct', () => {
  test('can be accepted on its last page alone', async () => {
    const { forum, choices } = await newReader()
    const shown: string[][] = []
    await forum.says(forum.second, '/conduct')
    for (let page = 1; page < pages.length; page++) {
      shown.push(choices())
      await forum.presses(forum.second, `page-${page}`)
    }
    expect(shown.flat().filter((id) => id === 'accept')).toEqual([])
    expect(choices()).toContain('accept')
  })

  test('is accepted by each for themselves', async () => {
    const { forum, bot } = await newReader()
    await forum.accepts(forum.second)
    const asked = [forum.lead, forum.second].map(({ id }) =>
      bot.world.desks.accepted('k3f9qx2a', id),
    )
    expect((await Promise.all(asked)).map((one) => one?.wording)).toEqual([
      undefined,
      content.conduct.wording,
    ])
  })

  test('is shown in the language of who asks, whatever the desk speaks', async () => {
    const { forum, bot } = await newReader()
    const reader = bot.telegram.person({ language: 'uk' })
    await forum.says(reader, '/conduct')
    await forum.presses(reader, 'page-1')
    expect(forum.fromBot().at(-1)).toContain(say(`desk:conduct.page.${pages[1]}`, 'uk'))
  })

  test('makes a desk of a group for people once somebody has accepted it', async () => {
    const { forum, seeker } = await newReader()
    const before = (await seeker()).at()
    await forum.accepts(forum.second)
    expect([before, (await seeker()).at()]).toEqual(['consultant.no-desk', 'consultant.consent'])
  })

  test('makes it none again once whoever had accepted it has left', async () => {
    const { desk, bot, seeker, settled } = await newThird()
    const before = (await seeker()).at()
    for (const member of [desk.lead, desk.second]) desk.group.leave(member)
    await settled()
    expect([before, (await seeker()).at()]).toEqual(['consultant.consent', 'consultant.no-desk'])
    await desk.accepts(bot.telegram.person({ language: 'pl' }))
    expect((await seeker()).at()).toBe('consultant.consent')
  })

  test('leads to another desk where nobody of the fitting one holds to it', async () => {
    const { bot, desk: open, seeker, settled } = await newScene()
    const fitting = await open()
    const other = await open({ id: 'b7c4m9pq', name: 'Inna Droga', languages: ['de'] })
    for (const member of [fitting.lead, fitting.second]) fitting.group.leave(member)
    await settled()
    const person = await seeker({ name: 'Olena' })
    await person.taps('send')
    await settled()
    expect((await bot.world.cases.of(person.id))?.group).toBe(other.group.id)
  })

  test('is looked at once more when the person sends', async () => {
    const { desk, bot, seeker, settled } = await newThird()
    const person = await seeker({ name: 'Olena' })
    for (const member of [desk.lead, desk.second]) desk.group.leave(member)
    await settled()
    await person.taps('send')
    await settled()
    expect(await bot.world.cases.of(person.id)).toBeUndefined()
    expect(person.at()).toBe('consultant.lost')
  })

  test('makes it none again once a year is over for all', async () => {
    const { bot, seeker } = await newThird()
    bot.telegram.clock.forward(365 * 24 * 3600)
    expect((await seeker()).at()).toBe('consultant.no-desk')
  })

  test('is read anew by who has left and comes back', async () => {
    const { desk, thread, settled, one } = await newThird()
    desk.group.leave(desk.second)
    await settled()
    desk.group.join(desk.second)
    await desk.presses(desk.second, 'take', thread)
    expect([desk.second.alerts().at(-1)?.text, (await one())?.state]).toEqual([first, 'waiting'])
  })

  test('is asked again when its wording has changed', async () => {
    const mine = { ...content }
    const { desk, thread, one } = await newThird({ content: mine })
    mine.conduct = { ...content.conduct, wording: '2027-01-01' }
    await desk.presses(desk.second, 'take', thread)
    expect([desk.second.alerts().at(-1)?.text, (await one())?.state]).toEqual([first, 'waiting'])
  })

  test('is asked again after a year', async () => {
    const { desk, bot } = await newThird()
    const day = 24 * 3600
    bot.telegram.clock.forward(364 * day)
    await desk.says(desk.second, '/pause')
    bot.telegram.clock.forward(day)
    await desk.says(desk.second, '/open')
    expect(desk.fromBot().slice(-2)).toEqual([say('desk:paused'), first])
  })
})

/** A desk that nobody has accepted anything for. */
async function newReader() {
  const scene = await newScene()
  const forum = await scene.forum()
  await forum.says(forum.lead, `/connect ${scene.code()}`)
  const choices = () =>
    forum.group
      .messages()
      .findLast(({ buttons }) => buttons.length > 0)
      ?.buttons.flat() ?? []
  const idOf = ({ data = '' }) => data.split('.').at(-1) ?? ''
  return { ...scene, forum, choices: () => choices().map(idOf) }
}

function topicOf({ group }: Forum, thread: number) {
  return group.topics().find(({ id }) => id === thread)
}
