import { describe, expect, test } from 'vitest'
import { revokeDesk } from '../../src/app/desk/revoke.ts'
import type { Store } from '../../src/app/ports/world.ts'
import { weekOf } from '../../src/core/report/weeks.ts'
import { richCase } from '../store/some-desk.ts'
import { newScene, usual } from './scene.ts'
import { type DeskTalk, newTalk } from './talk.ts'

/** Whatever was counted at the desk in the week that is now. */
async function countsOf({ bot }: Pick<DeskTalk, 'bot'>, desk = usual.id) {
  const week = weekOf(bot.world.now().toISOString().slice(0, 10))
  const [counts = {}] = await bot.world.reports.of(desk, [week])
  return counts
}

async function closed(wish?: Parameters<typeof newTalk>[0]) {
  const talk = await newTalk(wish)
  await talk.desk.presses(talk.desk.second, 'close', talk.thread)
  return talk
}

describe('a case that the desk closes', () => {
  test('is counted in each of its groups', async () => {
    const talk = await newTalk()
    await talk.desk.says(talk.desk.second, '/need', talk.thread)
    await talk.desk.presses(talk.desk.second, 'on-shelter', talk.thread)
    await talk.answers('Dzień dobry')
    await talk.desk.presses(talk.desk.second, 'close', talk.thread)
    expect(await countsOf(talk)).toEqual({
      cases: 1,
      'language/pl': 1,
      'country/none': 1,
      'need/shelter': 1,
      'answer/minutes': 1,
      'ending/closed': 1,
    })
  })

  test('without an answer is counted so', async () => {
    expect(await countsOf(await closed())).toMatchObject({ 'answer/never': 1 })
  })

  test('is counted once, though the update comes again', async () => {
    const talk = await newTalk()
    const { faults } = talk.bot.telegram
    faults.add({ kind: 'status', method: 'setMessageReaction', status: 500, times: 1 })
    await talk.desk.says(talk.desk.second, '/close', talk.thread)
    expect(await countsOf(talk)).toMatchObject({ cases: 1 })
  })

  test('is not counted again when its person leaves then', async () => {
    const talk = await closed()
    await talk.person.says('/mydata')
    await talk.person.says('/forget')
    await talk.settled()
    expect(await countsOf(talk)).toMatchObject({ cases: 1, 'ending/closed': 1 })
  })
})

test('a case that is opened again is not counted a second time', async () => {
  const talk = await closed()
  const { cases } = talk.bot.world
  const one = await talk.caseOf()
  const { closedAt: _, ...open } = one ?? richCase
  await cases.keep(talk.person.id, { ...open, state: 'taken', by: talk.desk.second.id })
  await talk.person.says('/forget')
  await talk.settled()
  expect(await countsOf(talk)).toMatchObject({ cases: 1, 'ending/closed': 1 })
})

describe('a case that ends otherwise', () => {
  test('by its person', async () => {
    const talk = await newTalk()
    await talk.person.taps('leave')
    await talk.settled()
    expect(await countsOf(talk)).toMatchObject({ cases: 1, 'ending/left': 1 })
  })

  test('by consent that is taken back', async () => {
    const talk = await newTalk()
    await talk.person.says('/mydata')
    for (const choice of ['case', 'withdraw']) await talk.person.taps(choice)
    await talk.settled()
    expect(await countsOf(talk)).toMatchObject({ cases: 1, 'ending/withdrawn': 1 })
  })

  test('by /forget while it is open', async () => {
    const talk = await newTalk()
    await talk.person.says('/forget')
    await talk.settled()
    expect(await countsOf(talk)).toMatchObject({ cases: 1, 'ending/forgotten': 1 })
  })

  test('because its desk is not reached any more', async () => {
    const talk = await newTalk()
    talk.desk.group.removeBot({})
    await talk.settled()
    await talk.writes('Halo?')
    expect(await countsOf(talk)).toMatchObject({ cases: 1, 'ending/lost': 1 })
  })

  test('because the desk parts from its person', async () => {
    const talk = await newTalk()
    await talk.desk.says(talk.desk.second, '/block grozi nam', talk.thread)
    expect(await countsOf(talk)).toMatchObject({ cases: 1, 'ending/parted': 1 })
  })

  test('because its person goes on with another desk', async () => {
    const scene = await newScene()
    const desk = await scene.desk()
    const person = await scene.seeker()
    await person.taps('send')
    await scene.settled()
    await desk.presses(desk.second, 'take', desk.topic())
    await scene.desk({ id: 'z9y8x7w6', name: 'Druga' })
    await desk.says(desk.second, '/refer', desk.topic())
    for (const choice of ['ask-elsewhere', 'next', 'send']) await person.taps(choice)
    await scene.settled()
    const counts = [await countsOf(scene), await countsOf(scene, 'z9y8x7w6')]
    expect(counts).toMatchObject([{ cases: 1, 'ending/gone-on': 1 }, {}])
  })

  test('by the operator, who closes the desk', async () => {
    const talk = await newTalk()
    const desk = await talk.bot.world.desks.get(usual.id)
    if (desk) for (const _ of [1, 2]) await revokeDesk(talk.bot.world, desk)
    expect(await countsOf(talk)).toMatchObject({ cases: 1, 'ending/revoked': 1 })
  })
})

describe('whether it helped', () => {
  test('is counted once a case', async () => {
    const talk = await closed()
    await talk.person.taps('yes')
    await talk.settled()
    expect(await countsOf(talk)).toMatchObject({ 'helped/yes': 1 })
  })

  test('is counted in the week in which it is said', async () => {
    const talk = await closed()
    const before = await countsOf(talk)
    const week = weekOf(talk.bot.world.now().toISOString().slice(0, 10))
    talk.bot.telegram.clock.forward(8 * 24 * 3600)
    await talk.person.taps('partly')
    await talk.settled()
    expect(await talk.bot.world.reports.of(usual.id, [week])).toEqual([before])
    expect(await countsOf(talk)).toEqual({ 'helped/partly': 1 })
  })
})

test('a table without time to count holds up no ending', async () => {
  const talk = await newTalk()
  const reports: Store['reports'] = talk.bot.world.reports
  reports.count = async () => {
    throw new Error('no time')
  }
  await talk.person.taps('leave')
  await talk.settled()
  expect([talk.person.at(), (await talk.caseOf())?.state]).toEqual(['consultant.left', 'closed'])
  expect(talk.bot.lines.some((line) => line.includes('count-failed'))).toBe(true)
})
