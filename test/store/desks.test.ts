import { expect } from 'vitest'
import { retention } from '../../src/app/retention.ts'
import { describeStores, noon } from './kinds.ts'
import { someDesk } from './some-desk.ts'

const { id, group } = someDesk
const other = { ...someDesk, id: 'z9y8x7w6', group: group - 1 }

describeStores('desks', (story) => {
  story('are none before the first', async ({ desks }) => {
    expect([await desks.all(), await desks.get(id)]).toEqual([[], undefined])
  })

  story('are known as they were connected', async ({ desks }) => {
    expect(await desks.connect(someDesk)).toBe('connected')
    expect([await desks.all(), await desks.get(id)]).toEqual([[someDesk], someDesk])
  })

  story('are known by their group', async ({ desks }) => {
    await desks.connect(someDesk)
    expect([await desks.at(group), await desks.at(group - 1)]).toEqual([{ desk: id }, {}])
  })

  story('move with their group', async ({ desks }) => {
    await desks.connect(someDesk)
    for (const _ of ['once', 'twice']) await desks.move(id, other.group)
    expect([await desks.at(group), await desks.at(other.group), await desks.get(id)]).toEqual([
      {},
      { desk: id },
      { ...someDesk, group: other.group },
    ])
  })

  story('are several', async ({ desks }) => {
    for (const one of [someDesk, other]) await desks.connect(one)
    expect((await desks.all()).map((one) => one.id).sort()).toEqual([id, other.id])
  })

  story('may be connected again, and stay as they are', async ({ desks }) => {
    await desks.connect(someDesk)
    await desks.change(id, { isPaused: true })
    expect(await desks.connect(someDesk)).toBe('connected')
    expect(await desks.get(id)).toEqual({ ...someDesk, isPaused: true })
  })

  story('have a code that opens one group', async ({ desks }) => {
    await desks.connect(someDesk)
    expect(await desks.connect({ ...someDesk, group: other.group })).toBe('used')
    expect([await desks.at(other.group), await desks.all()]).toEqual([{}, [someDesk]])
  })

  story('leave a code unused where another desk works', async ({ desks }) => {
    await desks.connect(someDesk)
    expect(await desks.connect({ ...other, group })).toBe('taken')
    expect([await desks.at(group), await desks.get(other.id)]).toEqual([{ desk: id }, undefined])
    expect(await desks.connect(other)).toBe('connected')
  })

  story('that are connected side by side: one in each group', async ({ desks }) => {
    const ids = ['a', 'b', 'c', 'd']
    const became = await Promise.all(ids.map((one) => desks.connect({ ...someDesk, id: one })))
    expect(became.toSorted()).toEqual(['connected', 'taken', 'taken', 'taken'])
    const winner = ids[became.indexOf('connected')]
    expect([await desks.at(group), (await desks.all()).map((one) => one.id)]).toEqual([
      { desk: winner },
      [winner],
    ])
  })

  story('whose code is used side by side work in one group', async ({ desks }) => {
    const groups = [-1, -2, -3, -4]
    const became = await Promise.all(
      groups.map((one) => desks.connect({ ...someDesk, group: one })),
    )
    expect(became.toSorted()).toEqual(['connected', 'used', 'used', 'used'])
    const places = await Promise.all(groups.map((one) => desks.at(one)))
    expect(places.map(({ desk }) => desk)).toEqual(
      became.map((one) => (one === 'connected' ? id : undefined)),
    )
  })

  story('can be paused and go on', async ({ desks }) => {
    await desks.connect(someDesk)
    await desks.change(id, { isPaused: true })
    expect(await desks.get(id)).toEqual({ ...someDesk, isPaused: true })
    await desks.change(id, { isPaused: null })
    expect(await desks.get(id)).toEqual(someDesk)
  })

  story('can be changed in two ways at once', async ({ desks }) => {
    await desks.connect(someDesk)
    await desks.change(id, { isPaused: true })
    await desks.change(id, { isPaused: null, isClosed: true })
    expect(await desks.all()).toEqual([{ ...someDesk, isClosed: true }])
  })

  story('that nobody connected cannot be changed', async ({ desks }) => {
    await desks.change(id, { isPaused: true })
    expect([await desks.get(id), await desks.all()]).toEqual([undefined, []])
    expect(await desks.connect(someDesk)).toBe('connected')
  })

  story('that are closed are no desks any more', async ({ desks }) => {
    await desks.connect(someDesk)
    await desks.change(id, { isClosed: true })
    const closed = { ...someDesk, isClosed: true }
    expect([await desks.all(), await desks.at(group)]).toEqual([[closed], {}])
    expect(await desks.get(id)).toEqual(closed)
  })

  story('that are closed keep their code used, also for their group', async ({ desks }) => {
    await desks.connect(someDesk)
    await desks.change(id, { isClosed: true })
    const tries = [await desks.connect(someDesk), await desks.connect({ ...someDesk, group: -5 })]
    expect(tries).toEqual(['used', 'used'])
  })

  story('that are closed leave their group to others', async ({ desks }) => {
    await desks.connect(someDesk)
    await desks.change(id, { isClosed: true })
    expect(await desks.connect({ ...other, group })).toBe('connected')
    await desks.change(id, { isClosed: true })
    expect(await desks.at(group)).toEqual({ desk: other.id })
  })

  story('that are closed stay closed also where another desk works by now', async ({ desks }) => {
    await desks.connect(someDesk)
    await desks.change(id, { isClosed: true })
    await desks.connect({ ...other, group })
    expect(await desks.connect(someDesk)).toBe('taken')
    expect(await desks.get(id)).toEqual({ ...someDesk, isClosed: true })
  })
})

describeStores('groups', (story) => {
  story('that are no desk are known for two days', async ({ desks }, forward) => {
    await desks.noteInvited(group)
    forward(retention.invitedMs - 1000)
    expect(await desks.at(group)).toEqual({ invitedAt: noon })
  })

  story('and no longer', async ({ desks }, forward) => {
    await desks.noteInvited(group)
    forward(retention.invitedMs)
    expect(await desks.at(group)).toEqual({})
  })

  story('that become a desk are not waited for any more', async ({ desks }) => {
    await desks.noteInvited(group)
    await desks.connect(someDesk)
    await desks.change(id, { isClosed: true })
    expect(await desks.at(group)).toEqual({})
  })

  story('that are a desk stay one for ever', async ({ desks }, forward) => {
    await desks.noteInvited(group)
    await desks.connect(someDesk)
    await desks.noteInvited(group)
    forward(10 * retention.conductMs)
    expect(await desks.at(group)).toEqual({ desk: id })
  })
})

describeStores('topics', (story) => {
  story('tell whose case they are, beside the desk', async ({ desks }) => {
    await desks.connect(someDesk)
    await desks.keepTopic(group, { thread: 71, chat: 7 })
    const places = [await desks.at(group, 71), await desks.at(group, 72), await desks.at(group)]
    expect(places).toEqual([{ desk: id, chat: 7 }, { desk: id }, { desk: id }])
  })

  story('of one group are not those of another', async ({ desks }) => {
    await desks.keepTopic(group, { thread: 71, chat: 7 })
    expect([await desks.at(other.group, 71), await desks.topics(other.group)]).toEqual([{}, []])
  })

  story('are listed from the oldest on', async ({ desks }) => {
    const threads = [1_234_567, 9, 71, 100, 2_000_000_000]
    for (const thread of threads) await desks.keepTopic(group, { thread, chat: thread + 1 })
    expect(await desks.topics(group)).toEqual(
      threads.toSorted((a, b) => a - b).map((thread) => ({ thread, chat: thread + 1 })),
    )
  })

  story('stay without their person, until their day', async ({ desks }) => {
    await desks.keepTopic(group, { thread: 71, chat: 7 })
    await desks.keepTopic(group, { thread: 71, until: noon })
    expect([await desks.topics(group), await desks.at(group, 71)]).toEqual([
      [{ thread: 71, until: noon }],
      {},
    ])
  })

  story('are dropped alone, also twice', async ({ desks }) => {
    for (const thread of [71, 72]) await desks.keepTopic(group, { thread, chat: 7 })
    for (const thread of [71, 71]) await desks.dropTopic(group, thread)
    expect(await desks.topics(group)).toEqual([{ thread: 72, chat: 7 }])
  })

  story('of a group are all found, however many', async ({ desks }) => {
    const threads = Array.from({ length: 300 }, (_, index) => index * 7 + 1)
    await Promise.all(threads.map((thread) => desks.keepTopic(group, { thread, chat: thread })))
    expect((await desks.topics(group)).map(({ thread }) => thread)).toEqual(threads)
  })
})

describeStores('the code of conduct', (story) => {
  const acceptance = { wording: '2026-11-30', at: noon }

  story('is accepted by who has accepted it, for that desk', async ({ desks }) => {
    await desks.accept(id, 11, acceptance)
    const asked = [await desks.accepted(id, 11), await desks.accepted(id, 12)]
    expect([...asked, await desks.accepted(other.id, 11)]).toEqual([
      acceptance,
      undefined,
      undefined,
    ])
  })

  story('is accepted in its newest wording', async ({ desks }) => {
    await desks.accept(id, 11, acceptance)
    await desks.accept(id, 11, { wording: '2026-12-24', at: noon + 1 })
    expect(await desks.accepted(id, 11)).toEqual({ wording: '2026-12-24', at: noon + 1 })
  })

  story('is to be accepted again after 400 days', async ({ desks }, forward) => {
    await desks.accept(id, 11, acceptance)
    forward(retention.conductMs - 1000)
    const before = await desks.accepted(id, 11)
    forward(1000)
    expect([before, await desks.accepted(id, 11)]).toEqual([acceptance, undefined])
  })

  story('is accepted by several of a desk', async ({ desks }) => {
    for (const user of [11, 12]) await desks.accept(id, user, { ...acceptance, at: noon + user })
    await desks.accept(other.id, 13, acceptance)
    const found = await desks.members(id)
    expect(found.map(({ at }) => at - noon).toSorted()).toEqual([11, 12])
  })

  story('is accepted by nobody after 400 days', async ({ desks }, forward) => {
    await desks.accept(id, 11, acceptance)
    forward(retention.conductMs)
    expect(await desks.members(id)).toEqual([])
  })

  story('is not accepted by who is no member any more, also twice', async ({ desks }) => {
    for (const user of [11, 12]) await desks.accept(id, user, acceptance)
    for (const user of [11, 11]) await desks.dropMember(id, user)
    expect([await desks.accepted(id, 11), await desks.members(id)]).toEqual([
      undefined,
      [{ ...acceptance, user: 12 }],
    ])
  })
})

describeStores('who is on call', (story) => {
  const acceptance = { wording: '2026-11-30', at: noon }
  const member = { ...acceptance, user: 11 }

  story('is known until they are no more', async ({ desks }) => {
    await desks.accept(id, 11, acceptance)
    await desks.setOnCall(id, 11, true)
    const before = await desks.members(id)
    await desks.setOnCall(id, 11, false)
    expect([before, await desks.members(id)]).toEqual([[{ ...member, isOnCall: true }], [member]])
  })

  story('stays so when the code of conduct is accepted anew', async ({ desks }) => {
    await desks.accept(id, 11, acceptance)
    await desks.setOnCall(id, 11, true)
    await desks.accept(id, 11, acceptance)
    expect(await desks.members(id)).toEqual([{ ...member, isOnCall: true }])
  })

  story('is nobody who has not accepted it', async ({ desks }) => {
    await desks.setOnCall(id, 12, true)
    expect(await desks.members(id)).toEqual([])
  })
})

describeStores('hours', (story) => {
  const hours = { tz: 'Europe/Kyiv', week: { sat: [['10:00', '14:00'] as [string, string]] } }

  story('change, and are taken away', async ({ desks }) => {
    await desks.connect(someDesk)
    await desks.change(id, { hours })
    const before = (await desks.get(id))?.hours
    await desks.change(id, { hours: null })
    expect([before, (await desks.get(id))?.hours]).toEqual([hours, undefined])
  })
})

describeStores('what the clock brings to the desk of a case', (story) => {
  const minute = noon / 60_000 + 60
  const due = { chat: 7, desk: id, minute, what: 'limit' } as const

  story('lies under its minute, apart from what it brings to people', async ({ plans }) => {
    await plans.setForCase(due)
    await plans.set(8, [{ minute, what: 'arrival' }])
    expect([await plans.minutes(minute - 1, minute), await plans.casesAt(minute)]).toEqual([
      [minute],
      [due],
    ])
    expect(await plans.at(minute)).toEqual([{ chat: 8, minute, what: 'arrival' }])
  })

  story('is there once, and no more when it is done', async ({ plans }) => {
    for (const what of ['limit', 'limit', 'plan'] as const) await plans.setForCase({ ...due, what })
    await plans.doneForCase(due)
    expect(await plans.casesAt(minute)).toEqual([{ ...due, what: 'plan' }])
  })

  story('is not brought two weeks late', async ({ plans }, forward) => {
    await plans.setForCase(due)
    forward(60 * 60_000 + retention.lateMs)
    expect(await plans.casesAt(minute)).toEqual([])
  })
})
