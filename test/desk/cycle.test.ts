import { describe, expect, test } from 'vitest'
import { minuteAt } from '../../src/core/zones.ts'
import { say } from '../bot.ts'
import { heard } from './heard.ts'
import { newCase } from './new-case.ts'
import { newScene } from './scene.ts'
import { newTalk } from './talk.ts'

const lines = [
  ...['card.score', 'card.needs', 'card.plan', 'card.review', 'clock.remind', 'clock.plan'],
  ...['plan.how', 'plan.set', 'remind.how', 'remind.set', 'remind.off', 'when.past', 'when.far'],
  ...['refused.own-review', 'refused.over', 'refused.theirs', 'refused.untaken', 'transfer.how'],
  ...['refer.nobody', 'refer.asked', 'handover.none', 'handover.text', 'line.gone-on'],
].map((name) => `desk:${name}`)

/** By keys, without the name of the file. */
const keys = (texts: string[]) => heard(texts, lines).map((key) => key.slice('desk:'.length))

/** A case that the second member has. */
async function newHeld() {
  const talk = await newTalk()
  const { desk, thread } = talk
  await talk.answers('Dzień dobry')
  const card = () => desk.group.messages(thread).find(({ pinned }) => pinned)?.text ?? ''
  return { ...talk, card, last: () => keys(desk.fromBot(thread).slice(-1))[0] }
}

describe('what is needed', () => {
  test('is noted by buttons and stands on the card', async () => {
    const { desk, thread, caseOf, card } = await newHeld()
    await desk.says(desk.second, '/need', thread)
    await desk.presses(desk.second, 'on-money', thread)
    await desk.presses(desk.second, 'on-shelter', thread)
    await desk.presses(desk.second, 'off-money', thread)
    expect((await caseOf())?.needs).toEqual(['shelter'])
    expect(card()).toContain(say('desk:needs.shelter'))
  })

  test('is shown to the person, with the day of the plan', async () => {
    const { desk, thread, person } = await newHeld()
    await desk.says(desk.second, '/need', thread)
    await desk.presses(desk.second, 'on-money', thread)
    await desk.says(desk.second, '/plan 24.11', thread)
    await person.says('/mydata')
    await person.taps('case')
    expect(person.open()?.text).toContain(`${say('desk:needs.money')}, 24.11.2026`)
  })

  test('is noted once by a press that comes twice', async () => {
    const { bot, desk, thread, caseOf, settled } = await newHeld()
    await desk.says(desk.second, '/need', thread)
    bot.telegram.faults.add({ kind: 'redeliver', update: 'callback_query' })
    await desk.presses(desk.second, 'on-money', thread)
    await settled()
    expect((await caseOf())?.needs).toEqual(['money'])
  })
})

describe('what was agreed', () => {
  test('stands on the card with its day and its message, and comes back on that day', async () => {
    const { desk, thread, caseOf, card, last, passes } = await newHeld()
    const message = await desk.says(desk.second, '/plan 24.11 telefon do związku', thread)
    expect((await caseOf())?.plan).toEqual({ day: '2026-11-24', message })
    expect([keys(card().split('\n')), last()]).toEqual([['card.plan'], 'plan.set'])
    await passes(2 * 24 * 60)
    const told = desk.group.messages(thread).at(-1)
    expect([keys([told?.text ?? '']), told?.replyTo]).toEqual([['clock.plan'], message])
  })

  test.each([
    ['', 'plan.how'],
    ['kiedyś', 'plan.how'],
    ['31.2', 'plan.how'],
    ['2026-11-01', 'when.past'],
    ['2027-06-01', 'when.far'],
  ])('is not noted from „%s”', async (words, why) => {
    const { desk, thread, caseOf, last } = await newHeld()
    await desk.says(desk.second, `/plan ${words}`, thread)
    expect([(await caseOf())?.plan, last()]).toEqual([undefined, why])
  })

  test('is set for the morning of that day', async () => {
    const { desk, thread, caseOf } = await newHeld()
    await desk.says(desk.second, '/plan 24.11', thread)
    expect((await caseOf())?.clock?.plan).toBe(minuteAt('2026-11-24', 9, 'Europe/Warsaw'))
  })
})

describe('a reminder', () => {
  test('answers to the message that asked for it, once', async () => {
    const { desk, thread, last, passes } = await newHeld()
    const message = await desk.says(desk.second, '/remind 3d zapytać, jak poszło', thread)
    const set = last()
    await passes(3 * 24 * 60 + 1)
    const told = desk.group.messages(thread).at(-1)
    expect([set, keys([told?.text ?? '']), told?.replyTo]).toEqual([
      'remind.set',
      ['clock.remind'],
      message,
    ])
    await passes(24 * 60)
    expect(desk.group.messages(thread).at(-1)?.id).toBe(told?.id)
  })

  test('takes the place of the one before, and is taken back', async () => {
    const { desk, thread, last, passes } = await newHeld()
    await desk.says(desk.second, '/remind 2h', thread)
    await desk.says(desk.second, '/remind 3d', thread)
    await passes(121)
    expect(last()).toBe('remind.set')
    await desk.says(desk.second, '/remind off', thread)
    await passes(3 * 24 * 60)
    expect(last()).toBe('remind.off')
  })

  test.each([
    ['', 'remind.how'],
    ['jutro', 'remind.how'],
    ['0d', 'remind.how'],
    ['51d', 'when.far'],
  ])('is not set from „%s”', async (words, why) => {
    const { desk, thread, caseOf, last } = await newHeld()
    await desk.says(desk.second, `/remind ${words}`, thread)
    expect([(await caseOf())?.clock?.remind, last()]).toEqual([undefined, why])
  })

  test('says nothing of a case that is over', async () => {
    const { desk, thread, passes } = await newHeld()
    await desk.says(desk.second, '/remind 2h', thread)
    await desk.says(desk.second, '/close', thread)
    const before = desk.fromBot(thread).length
    await passes(121)
    expect(desk.fromBot(thread)).toHaveLength(before)
  })
})

describe('a second reader', () => {
  test('signs, and stands on the card', async () => {
    const { desk, thread, caseOf, card } = await newHeld()
    await desk.says(desk.second, '/review', thread)
    await desk.presses(desk.lead, 'sign', thread)
    expect((await caseOf())?.review?.by).toBe(desk.lead.id)
    expect(card()).toContain('Grażyna')
  })

  test('is a second one no more once they take the case', async () => {
    const { desk, thread, caseOf } = await newHeld()
    await desk.says(desk.second, '/review', thread)
    await desk.presses(desk.lead, 'sign', thread)
    await desk.says(desk.second, '/transfer koniec zmiany', thread)
    await desk.says(desk.lead, '/take', thread)
    expect([(await caseOf())?.by, (await caseOf())?.review]).toEqual([desk.lead.id, undefined])
  })

  test('is not whoever has the case', async () => {
    const { desk, thread, caseOf } = await newHeld()
    await desk.says(desk.second, '/review', thread)
    await desk.presses(desk.second, 'sign', thread)
    const alert = desk.second.alerts().at(-1)?.text ?? ''
    expect([(await caseOf())?.review, keys([alert])]).toEqual([undefined, ['refused.own-review']])
  })
})

describe('whoever ends a shift', () => {
  test('gives all their cases back, with a line of each, and each person hears it', async () => {
    const { desk, thread, caseOf, onPhone } = await newHeld()
    await desk.says(desk.second, '/need', thread)
    await desk.presses(desk.second, 'on-money', thread)
    await desk.says(desk.second, '/handover')
    const told = desk.fromBot().findLast((text) => text !== '') ?? ''
    expect([(await caseOf())?.state, keys([told])]).toEqual(['waiting', ['handover.text']])
    expect(told).toContain(say('desk:needs.money'))
    expect(onPhone().at(-1)).toBe(say('consultant:talk.is-waiting'))
  })

  test('leaves those of others', async () => {
    const { desk, caseOf } = await newHeld()
    await desk.says(desk.lead, '/handover')
    expect([(await caseOf())?.state, keys(desk.fromBot().slice(-1))]).toEqual([
      'taken',
      ['handover.none'],
    ])
  })

  test('says why, where they give back one by a word', async () => {
    const { desk, thread, caseOf, last } = await newHeld()
    await desk.says(desk.second, '/transfer', thread)
    expect([(await caseOf())?.state, last()]).toEqual(['taken', 'transfer.how'])
    await desk.says(desk.second, '/transfer koniec zmiany', thread)
    expect((await caseOf())?.state).toBe('waiting')
  })
})

describe('points for the order', () => {
  test('are explained on the card', async () => {
    const { person, settled, desk, thread } = await newCase()
    await person.says('Pomocy, on mnie bije')
    await settled()
    const card = desk.group.messages(thread).find(({ pinned }) => pinned)?.text ?? ''
    expect(keys(card.split('\n'))).toEqual(['card.score'])
  })

  test('are not given to a case without a reason', async () => {
    const { card } = await newCase()
    expect(keys((card()?.text ?? '').split('\n'))).toEqual([])
  })
})

describe('another desk', () => {
  async function newTwo() {
    const scene = await newScene()
    const desk = await scene.desk()
    const person = await scene.seeker()
    await person.taps('send')
    await scene.settled()
    const thread = desk.topic()
    await desk.presses(desk.second, 'take', thread)
    const other = await scene.desk({ id: 'z9y8x7w6', name: 'Druga' })
    const caseOf = () => scene.bot.world.cases.of(person.id)
    return { ...scene, desk, other, person, thread, caseOf }
  }

  type Two = Awaited<ReturnType<typeof newTwo>>

  test('is offered by whoever has the case, and takes it once the person agrees anew', async () => {
    const { desk, other, person, thread, caseOf, settled } = await newTwo()
    await desk.says(desk.second, '/refer', thread)
    const before = await caseOf()
    await person.taps('ask-elsewhere')
    await settled()
    const asked = [person.at(), other.topic()]
    await person.taps('next')
    await person.taps('send')
    await settled()
    expect([before?.desk, asked]).toEqual(['k3f9qx2a', ['consultant.another', 0]])
    expect(await caseOf()).toMatchObject({ desk: 'z9y8x7w6', state: 'waiting' })
    expect(other.topic()).toBeGreaterThan(0)
    expect(keys(desk.fromBot(thread).slice(-1))).toEqual(['line.gone-on'])
    expect(desk.group.topics().find(({ id }) => id === thread)?.state).toBe('closed')
  })

  test('hears nothing where the person stays', async () => {
    const { desk, other, person, thread, caseOf, settled } = await newTwo()
    await desk.says(desk.second, '/refer', thread)
    await person.taps('ask-elsewhere')
    await settled()
    await person.taps('not')
    await person.says('Zostaję')
    await settled()
    expect([(await caseOf())?.desk, other.topic()]).toEqual(['k3f9qx2a', 0])
    expect(desk.fromBot(thread)).toContain('Zostaję')
  })

  test('gets what the person writes from then on, and the first one nothing more', async () => {
    const { desk, other, person, thread, settled } = await newTwo()
    await desk.says(desk.second, '/refer', thread)
    await person.taps('ask-elsewhere')
    await settled()
    for (const choice of ['next', 'send']) await person.taps(choice)
    await settled()
    await person.says('Dzień dobry raz jeszcze')
    await settled()
    expect(other.fromBot(other.topic())).toContain('Dzień dobry raz jeszcze')
    expect(desk.fromBot(thread)).not.toContain('Dzień dobry raz jeszcze')
  })

  for (const [how, goes] of [
    ['pauses', (two: Two) => two.other.says(two.other.lead, '/pause')],
    ['is revoked', (two: Two) => two.bot.world.desks.change('z9y8x7w6', { isClosed: true })],
  ] as const)
    test(`that ${how} before the person agrees costs them nothing`, async () => {
      const two = await newTwo()
      const { desk, person, thread, caseOf, settled } = two
      await desk.says(desk.second, '/refer', thread)
      await person.taps('ask-elsewhere')
      await settled()
      await person.taps('next')
      await goes(two)
      await person.taps('send')
      await settled()
      await person.says('Jestem tu')
      await settled()
      expect([(await caseOf())?.desk, (await caseOf())?.state]).toEqual(['k3f9qx2a', 'taken'])
      expect(desk.fromBot(thread).at(-1)).toBe('Jestem tu')
    })

  test('of which there is none any more is said so, and the talk goes on', async () => {
    const two = await newTwo()
    const { desk, other, person, thread, settled } = two
    await desk.says(desk.second, '/refer', thread)
    await other.says(other.lead, '/pause')
    await person.taps('ask-elsewhere')
    await settled()
    expect(person.at()).toBe('consultant.nowhere')
  })

  test('is not the one that had the case before', async () => {
    const { desk, other, person, thread, settled } = await newTwo()
    await desk.says(desk.second, '/refer', thread)
    await person.taps('ask-elsewhere')
    await settled()
    for (const choice of ['next', 'send']) await person.taps(choice)
    await settled()
    await other.presses(other.second, 'take', other.topic())
    await other.says(other.second, '/refer', other.topic())
    expect(keys(other.fromBot(other.topic())).at(-1)).toBe('refer.nobody')
  })

  test('shows its answers as the first one did, until the person says otherwise', async () => {
    const { desk, person, thread, settled } = await newTwo()
    await desk.says(desk.second, '/refer', thread)
    await person.taps('ask-elsewhere')
    await settled()
    await person.taps('next')
    expect(person.choices()).toContain('waits')
  })

  test('may have a topic of the same number: the first one has no say there', async () => {
    const { desk, other, person, thread, caseOf, settled } = await newTwo()
    await desk.says(desk.second, '/refer', thread)
    await person.taps('ask-elsewhere')
    await settled()
    for (const choice of ['next', 'send']) await person.taps(choice)
    await settled()
    expect(other.topic()).toBe(thread)
    desk.group.reopenTopic(desk.lead, thread)
    await desk.says(desk.second, '/take', thread)
    expect([(await caseOf())?.state, keys(desk.fromBot(thread)).at(-1)]).toEqual([
      'waiting',
      'refused.over',
    ])
  })

  test('is not offered where there is none', async () => {
    const { desk, thread, last } = await newHeld()
    await desk.says(desk.second, '/refer', thread)
    expect(last()).toBe('refer.nobody')
  })

  test('is offered by nobody but who has the case', async () => {
    const { desk, thread, caseOf } = await newTwo()
    await desk.says(desk.lead, '/refer', thread)
    expect([(await caseOf())?.isOffered, keys(desk.fromBot(thread).slice(-1))]).toEqual([
      undefined,
      ['refused.theirs'],
    ])
  })
})

describe('another organisation', () => {
  const answers = ['line.referral-yes', 'line.referral-no', 'refer.passing', 'refer.unknown']
  const said = (texts: string[]) =>
    heard(
      texts,
      answers.map((name) => `desk:${name}`),
    ).map((key) => key.slice('desk:'.length))

  test('may get the case once the person agrees to that alone', async () => {
    const { desk, thread, person, caseOf, settled, card } = await newHeld()
    await desk.says(desk.second, '/refer nl-fairwork', thread)
    const asked = [person.open()?.text.includes('FairWork'), (await caseOf())?.referrals]
    await person.taps('agree')
    await settled()
    expect(asked).toEqual([true, [{ to: 'nl-fairwork' }]])
    expect((await caseOf())?.referrals).toMatchObject([{ to: 'nl-fairwork', isAgreed: true }])
    expect(said(desk.fromBot(thread))).toEqual(['refer.passing', 'line.referral-yes'])
    expect(heard(card().split('\n'), ['desk:card.referral.yes'])).toHaveLength(1)
  })

  test('may not where they say no, and the talk goes on', async () => {
    const { desk, thread, person, caseOf, writes } = await newHeld()
    await desk.says(desk.second, '/refer nl-fairwork', thread)
    await person.taps('refuse')
    await writes('Wolę nie')
    expect((await caseOf())?.referrals).toMatchObject([{ isAgreed: false }])
    expect([said(desk.fromBot(thread)), desk.fromBot(thread).includes('Wolę nie')]).toEqual([
      ['refer.passing', 'line.referral-no'],
      true,
    ])
  })

  test('is asked about neutrally where somebody may look at the phone', async () => {
    const { desk, thread, person, settled, onPhone } = await newTalk({ showing: 'waits' })
    await desk.says(desk.second, '/refer nl-fairwork', thread)
    const before = onPhone().some((text) => text.includes('FairWork'))
    await person.taps('show')
    await settled()
    expect([before, person.open()?.text.includes('FairWork')]).toEqual([false, true])
  })

  test('is answered once: an old button changes nothing', async () => {
    const { desk, thread, person, caseOf, settled } = await newHeld()
    await desk.says(desk.second, '/refer nl-fairwork', thread)
    const asks = person.open()
    const data = (choice: string) =>
      asks?.buttons.flat().find((one) => one.data?.endsWith(`.${choice}`))?.data ?? ''
    await person.taps('refuse')
    await person.presses(asks?.id ?? 0, data('agree'))
    await settled()
    expect((await caseOf())?.referrals).toMatchObject([{ isAgreed: false }])
  })

  test('stands in what the person is shown of their data', async () => {
    const { desk, thread, person, settled } = await newHeld()
    await desk.says(desk.second, '/refer nl-fairwork', thread)
    await person.taps('agree')
    await settled()
    await person.says('/mydata')
    await person.taps('case')
    expect(heard([person.open()?.text ?? ''], ['settings:held.referred'])).toHaveLength(1)
  })

  test.each(['nobody-at-all', 'a'])('called „%s” is not known', async (name) => {
    const { desk, thread, caseOf } = await newHeld()
    await desk.says(desk.second, `/refer ${name}`, thread)
    expect([said(desk.fromBot(thread)), (await caseOf())?.referrals]).toEqual([
      ['refer.unknown'],
      undefined,
    ])
  })
})
