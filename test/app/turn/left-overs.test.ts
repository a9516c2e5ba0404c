import { describe, expect, test } from 'vitest'
import { runJob } from '../../../src/app/jobs/jobs.ts'
import { after } from '../../../src/app/pending/pending.ts'
import type { Store } from '../../../src/app/ports/world.ts'
import { Busy, Gone } from '../../../src/app/trouble.ts'
import { checked } from '../../../src/app/turn/checked.ts'
import { handle } from '../../../src/app/turn/handle.ts'
import type { Answer } from '../../../src/core/firm/firm.ts'
import type { Deed } from '../../../src/core/turn.ts'
import { createMemoryStore } from '../../../src/store/memory/memory.ts'
import { newReader, type Person } from '../../person.ts'
import { replaceCall, type StoreCall } from '../../store-calls.ts'

const begin = Date.parse('2026-11-22T12:00:00Z')

/** Somebody who has read the welcome; the clock stands until it is told, and a crash left something undone. */
async function withLeftOver(...effects: Deed[]) {
  let at = begin
  const now = () => new Date(at)
  const store = createMemoryStore(now)
  const person = await newReader({ now, store })
  const talk = await store.talks.load(7)
  if (!talk) throw new Error('nobody talks')
  const entry = { update: 901, at: 0, message: 1, sentAt: begin / 1000, effects }
  const recent = [...talk.recent, 901]
  await store.talks.keep(7, { ...talk, recent, pending: { message: entry } })
  const forward = (seconds: number) => {
    at += seconds * 1000
  }
  return { person, store, forward }
}

/** From now on these calls fail. Returns how often they were made. */
function fails(store: Store, calls: StoreCall[], error: () => Error) {
  let count = 0
  for (const call of calls)
    replaceCall(store, call, () => async () => {
      count++
      throw error()
    })
  return () => count
}

/** Somebody may still be at work on the press that decided this. */
async function isAtWork(store: Store, deed: Deed) {
  const talk = await store.talks.load(7)
  if (!talk) throw new Error('nobody talks')
  const entry = { update: 902, at: begin, message: 0, sentAt: 0, effects: [deed] }
  await store.talks.keep(7, { ...talk, pending: { press: entry } })
}

/** As if an update had been decided elsewhere: its wish joins what is not done yet. */
async function wishes(store: Store, deed: Deed) {
  const talk = await store.talks.load(7)
  if (!talk) throw new Error('nobody talks')
  const entry = { update: 950, at: begin, message: 0, sentAt: 0, effects: [deed] }
  const recent = [...talk.recent, 950]
  await store.talks.keep(7, { ...talk, recent, pending: after(talk.pending, 'press', entry) })
}

const busy = () => new Busy(2, 'a test wants it')
const bug = () => new TypeError('a test wants it')
const question = { by: 'number', number: 'nip-7740001454', proves: 'firm' } as const
const offers: Deed = { kind: 'subscribe', theme: 'offers', on: true }

/** The keys of the screens on the phone, oldest first. */
const shown = ({ phone }: Person) => phone.bubbles.map(({ screen }) => screen.text.key)

describe('what a crash left undone', () => {
  test('is done by whatever comes next', async () => {
    const { person, store } = await withLeftOver(offers)
    await person.opens('privacy')
    expect(await store.tips.of(7)).toEqual(['offers'])
  })

  test('is not asked of registers again, neither by a word nor by a press: their step asks anew', async () => {
    const { person, store, forward } = await withLeftOver({ kind: 'check', question })
    await isAtWork(store, { kind: 'check', question })
    forward(31)
    await person.opens('privacy')
    await person.taps('menu')
    await person.opens('privacy')
    expect(person.jobs).toEqual([])
  })

  test('is done once', async () => {
    const { person, store } = await withLeftOver(offers)
    await person.opens('privacy')
    await store.tips.remove(7, 'offers')
    await person.opens('menu')
    expect(await store.tips.of(7)).toEqual([])
  })

  test('comes after the answer', async () => {
    const { person, store } = await withLeftOver(offers)
    const subscribe = store.tips.add
    const before: string[] = []
    store.tips.add = (...given) => {
      before.push(...shown(person).slice(-1))
      return subscribe(...given)
    }
    await person.opens('privacy')
    expect(before).toEqual(['settings:kept.text'])
  })

  test('shows no screen of old over the answer', async () => {
    const screen: Deed = { kind: 'show', text: { key: 'common:changed' } }
    const { person } = await withLeftOver(offers, screen)
    await person.opens('privacy')
    expect(shown(person)).not.toContain('common:changed')
  })

  test('that has no time is tried again by the next input', async () => {
    const { person, store, forward } = await withLeftOver(offers)
    const subscribe = store.tips.add
    fails(store, ['tips.add'], busy)
    await person.opens('privacy')
    store.tips.add = subscribe
    forward(31)
    await person.opens('menu')
    expect(await store.tips.of(7)).toEqual(['offers'])
  })

  test('that has no time does not hold up each input of half a minute', async () => {
    const { person, store } = await withLeftOver(offers)
    const count = fails(store, ['tips.add'], busy)
    for (const line of ['privacy', 'menu', 'sos']) await person.opens(line)
    expect(count()).toBe(1)
  })

  test('is carried on by the entry that takes its place', async () => {
    const { person, store } = await withLeftOver(offers)
    fails(store, ['tips.add'], busy)
    await person.opens('privacy')
    const { message } = (await store.talks.load(7))?.pending ?? {}
    expect(message?.left?.map(({ update, effects }) => [update, effects])).toEqual([
      [901, [offers]],
    ])
  })

  test('that is a bug is dropped', async () => {
    const { person, store, forward } = await withLeftOver(offers)
    const count = fails(store, ['tips.add'], bug)
    await person.opens('privacy')
    forward(31)
    await person.opens('menu')
    expect(count()).toBe(1)
  })

  test('of somebody who cannot be reached is ended', async () => {
    const { person, store, forward } = await withLeftOver(offers)
    const count = fails(store, ['tips.add'], () => new Gone())
    await person.opens('privacy')
    forward(31)
    await person.opens('menu')
    expect(count()).toBe(1)
  })

  test('is not done for somebody who went away amid it and comes back', async () => {
    const { person, store, forward } = await withLeftOver()
    await person.opens('tips')
    const { edit } = person.phone.port
    person.phone.port.edit = async () => {
      throw new Gone()
    }
    await expect(person.taps('on-offers')).rejects.toThrow(Gone)
    await store.tips.remove(7, 'offers')
    person.phone.port.edit = edit
    forward(31)
    await person.opens('menu')
    expect(await store.tips.of(7)).toEqual([])
  })

  test('is not done again after it was ended', async () => {
    const dues = [{ minute: begin / 60_000 + 600, what: 'arrival' }]
    const { person, store, forward } = await withLeftOver({ kind: 'remind', dues })
    await person.opens('stop')
    forward(31)
    await person.opens('menu')
    expect(await store.plans.of(7)).toEqual([])
  })

  test('is ended even if whoever died over it had done it already', async () => {
    const dues = [{ minute: begin / 60_000 + 600, what: 'arrival' }]
    const { person, store, forward } = await withLeftOver()
    await isAtWork(store, { kind: 'remind', dues })
    await person.opens('stop')
    await store.plans.set(7, dues, 'pl')
    forward(31)
    await person.opens('menu')
    expect(await store.plans.of(7)).toEqual([])
  })

  test('and waits does not end in the end what was wished meanwhile', async () => {
    const { person, store, forward } = await withLeftOver({ kind: 'end', what: ['dues', 'themes'] })
    await store.tips.add(7, 'rights')
    const plan = store.plans.set
    fails(store, ['plans.set'], busy)
    await person.opens('tips')
    await person.taps('on-offers')
    store.plans.set = plan
    forward(31)
    await person.opens('menu')
    expect(await store.tips.of(7)).toEqual(['offers'])
  })

  test('by somebody still at work on it comes to what was wished last', async () => {
    const { person, store } = await withLeftOver({ kind: 'subscribe', theme: 'offers', on: false })
    const unsubscribe = store.tips.remove
    store.tips.remove = async (...given) => {
      store.tips.remove = unsubscribe
      // A button is pressed while a word's turn is about to end the tips.
      await person.opens('tips')
      await store.tips.add(7, 'offers')
      await wishes(store, { kind: 'subscribe', theme: 'offers', on: true })
      await unsubscribe(...given)
    }
    await person.opens('privacy')
    expect(await store.tips.of(7)).toEqual(['offers'])
  })

  test('by somebody still at work on it comes in the language that was chosen last', async () => {
    const dues = [{ minute: begin / 60_000 + 60, what: 'arrival' }]
    const { person, store } = await withLeftOver({ kind: 'remind', dues })
    const plan = store.plans.set
    store.plans.set = async (...given) => {
      store.plans.set = plan
      await plan(...given)
      // A button is pressed while a word's turn has just planned in the language before.
      const talk = await store.talks.load(7)
      if (talk) await store.talks.keep(7, { ...talk, language: 'uk' })
      await wishes(store, { kind: 'speak' })
    }
    await person.opens('privacy')
    const [due] = await store.plans.at(begin / 60_000 + 60)
    expect(due?.language).toBe('uk')
  })

  test('is undone where the person was erased while somebody was at work on it', async () => {
    const { person, store } = await withLeftOver(offers)
    const add = store.tips.add
    store.tips.add = async (...given) => {
      await add(...given)
      await store.talks.drop(7)
    }
    await person.opens('privacy')
    expect(await store.tips.of(7)).toEqual([])
  })

  test('and planned is undone as well', async () => {
    const dues = [{ minute: begin / 60_000 + 60, what: 'arrival' }]
    const { person, store } = await withLeftOver({ kind: 'remind', dues })
    const plan = store.plans.set
    store.plans.set = async (...given) => {
      await plan(...given)
      await store.talks.drop(7)
    }
    await person.opens('privacy')
    expect(await store.plans.of(7)).toEqual([])
  })

  test('does not pile up', async () => {
    const { person, store } = await withLeftOver({ kind: 'end', what: ['dues', 'themes'] })
    fails(store, ['plans.set'], busy)
    for (let count = 0; count < 12; count++) await person.opens('stop').catch(() => {})
    expect((await store.talks.load(7))?.pending.message?.left?.length ?? 0).toBeLessThan(2)
  })

  test('does not end what was asked for later', async () => {
    const { person, store, forward } = await withLeftOver({ kind: 'end', what: ['dues', 'themes'] })
    await person.opens('tips')
    await person.taps('on-offers')
    forward(31)
    await person.opens('menu')
    expect(await store.tips.of(7)).toEqual(['offers'])
  })
})

describe('a hiding that was left undone', () => {
  const hide: Deed = { kind: 'hide' }
  const erases = (person: Person, error: () => Error) => {
    person.phone.port.erase = async () => {
      throw error()
    }
  }

  test('goes before the answer', async () => {
    const { person } = await withLeftOver(hide)
    await person.opens('privacy')
    expect(shown(person)).toEqual(['common:hidden', 'settings:kept.text'])
  })

  test('comes after help, which stays', async () => {
    const { person } = await withLeftOver(hide)
    await person.opens('sos')
    expect(shown(person)).toEqual(['sos:now.text', 'common:hidden'])
  })

  test('spares help that took the place of an old word', async () => {
    const { person } = await withLeftOver(hide)
    await person.taps('sos')
    expect(shown(person)).toEqual(['sos:now.text', 'common:hidden'])
  })

  test.each([
    ['has no time', busy],
    ['is a bug', bug],
  ])('and %s is told, before the answer', async (_why, error) => {
    const { person } = await withLeftOver(hide)
    erases(person, error)
    await person.opens('privacy')
    expect(shown(person).slice(-2)).toEqual(['common:hide-failed', 'settings:kept.text'])
  })

  test('and is told does not count as the answer', async () => {
    const { person, store } = await withLeftOver(hide)
    erases(person, busy)
    const { send } = person.phone.port
    let sent = 0
    person.phone.port.send = async (...given) => {
      if (++sent === 2) throw busy()
      return send(...given)
    }
    const incoming = {
      update: 700,
      chat: 7,
      source: 'message',
      message: 700,
      sentAt: begin / 1000,
      event: { kind: 'command', name: 'privacy' },
    } as const
    await expect(handle(person.world, incoming)).rejects.toThrow(Busy)
    await handle(person.world, incoming)
    expect(shown(person).at(-1)).toBe('settings:kept.text')
    expect(await store.talks.load(7)).toBeDefined()
  })

  test('and is a bug is told beside an answer of a register, too', async () => {
    const { person } = await withLeftOver(hide)
    erases(person, bug)
    const question = { by: 'number', number: 'nip-7740001454', proves: 'firm' } as const
    const answer: Answer = { question, findings: [], candidates: [] }
    const asker = { chat: 7, update: 5, at: begin, message: 0 }
    await handle(person.world, await checked(person.world, asker, answer))
    expect(shown(person).at(-1)).toBe('common:hide-failed')
  })

  test('and waits longer than thirty-two words does not take help away', async () => {
    const { person, forward } = await withLeftOver(hide)
    const { erase } = person.phone.port
    erases(person, busy)
    for (let count = 0; count < 33; count++) await person.says('hm')
    person.phone.port.erase = erase
    forward(31)
    await person.opens('sos')
    expect(shown(person)).toContain('sos:now.text')
  })

  test('and is a bug does not come again', async () => {
    const { person, forward } = await withLeftOver(hide)
    erases(person, bug)
    await person.opens('privacy')
    forward(31)
    await person.opens('menu')
    expect(shown(person).filter((key) => key === 'common:hide-failed')).toHaveLength(1)
  })

  test('and has no time is done as soon as it can be', async () => {
    const { person, forward } = await withLeftOver(hide)
    const { erase } = person.phone.port
    erases(person, busy)
    await person.opens('privacy')
    person.phone.port.erase = erase
    forward(31)
    await person.opens('menu')
    expect(shown(person)).toContain('common:hidden')
  })
})

describe('a forgetting that was left undone', () => {
  const forget: Deed = { kind: 'forget' }

  test('goes before the answer, which begins anew', async () => {
    const { person } = await withLeftOver(forget)
    await person.opens('menu')
    expect([shown(person).at(-2), person.at()]).toEqual(['common:forgotten', 'start.language'])
  })

  test('that was decided a moment before a press leaves it its own screen', async () => {
    const { person, store } = await withLeftOver()
    await person.opens('menu')
    const before = person.phone.bubbles.length
    const { keep } = store.talks
    store.talks.keep = async (...given) => {
      store.talks.keep = keep
      await isAtWork(store, forget)
      return keep(...given)
    }
    await person.taps('settings')
    expect([person.phone.bubbles.length, shown(person).at(-1)]).toEqual([
      before,
      'settings:choose.text',
    ])
  })

  test('goes before a hiding, too', async () => {
    const { person, store } = await withLeftOver({ kind: 'hide' })
    const talk = await store.talks.load(7)
    const entry = { update: 902, at: 0, message: 0, sentAt: 0, effects: [forget] }
    if (talk) await store.talks.keep(7, { ...talk, pending: { ...talk.pending, press: entry } })
    await person.opens('menu')
    expect([shown(person).at(-2), person.at()]).toEqual(['common:forgotten', 'start.language'])
  })

  test('comes after help, which keeps nothing', async () => {
    const { person, store } = await withLeftOver(forget)
    await person.opens('sos')
    expect([
      shown(person).slice(-2),
      await store.talks.load(7),
      await store.messages.of(7),
    ]).toEqual([['sos:now.text', 'common:forgotten'], undefined, []])
  })

  test('keeps nothing of help while somebody may still be at work on it', async () => {
    const { person, store } = await withLeftOver()
    await isAtWork(store, forget)
    const before = [await store.talks.load(7), await store.messages.of(7)]
    await person.opens('sos')
    expect([await store.talks.load(7), await store.messages.of(7)]).toEqual(before)
  })

  test('leaves help at work: its buttons lead on', async () => {
    const { person } = await withLeftOver(forget)
    await person.opens('sos')
    await person.taps('quiet')
    expect(person.at()).toBe('sos.quiet')
  })

  test('and stays undone leaves the buttons of help at work', async () => {
    const { person, store } = await withLeftOver(forget)
    fails(store, ['messages.drop'], busy)
    await person.opens('sos')
    await person.taps('quiet')
    expect(person.at()).toBe('sos.quiet')
  })

  test('and is a bug is told after help', async () => {
    const { person, store } = await withLeftOver(forget)
    fails(store, ['messages.drop'], bug)
    await person.opens('sos')
    expect(shown(person).slice(-2)).toEqual(['sos:now.text', 'common:forget-failed'])
  })

  test('makes a word wait while somebody is at work on it, and then begin anew', async () => {
    const { person, store, forward } = await withLeftOver()
    await isAtWork(store, forget)
    await expect(person.says('hej')).rejects.toThrow(Busy)
    forward(3)
    await person.says('hej')
    expect(person.at()).toBe('start.language')
  })

  test('and has no time is told instead of an answer', async () => {
    const { person, store } = await withLeftOver(forget)
    fails(store, ['messages.drop'], busy)
    await person.opens('menu')
    expect(shown(person).at(-1)).toBe('common:forget-failed')
  })

  test('and has no time is told to a press as well', async () => {
    const { person, store } = await withLeftOver(forget)
    fails(store, ['messages.drop'], busy)
    await person.taps('menu')
    expect(shown(person).at(-1)).toBe('common:forget-failed')
  })

  test('and has no time is not told where a register answers', async () => {
    const { person, store } = await withLeftOver(forget)
    fails(store, ['messages.drop'], busy)
    const before = shown(person)
    const asker = { chat: 7, update: 300, at: begin, message: 0 }
    const answer: Answer = { question, findings: [], candidates: [] }
    await handle(person.world, await checked(person.world, asker, answer))
    expect(shown(person)).toEqual(before)
  })

  test('and is a bug is told, and the talk goes on', async () => {
    const { person, store } = await withLeftOver(forget)
    fails(store, ['messages.drop'], bug)
    await person.opens('privacy')
    expect(shown(person).slice(-2)).toEqual(['common:forget-failed', 'settings:kept.text'])
  })

  test('is finished by the clock, which brings nothing to who has left', async () => {
    const minute = begin / 60_000
    const { person, store } = await withLeftOver(forget)
    await store.plans.set(7, [{ minute, what: 'arrival' }])
    await runJob(person.world, { kind: 'due', chat: 7, minute, what: 'arrival', language: 'pl' })
    expect([shown(person).at(-1), await store.talks.load(7), await store.plans.of(7)]).toEqual([
      'common:forgotten',
      undefined,
      [],
    ])
  })

  test('brings nothing either while somebody may still be at work on it', async () => {
    const minute = begin / 60_000
    const { person, store } = await withLeftOver()
    await store.plans.set(7, [{ minute, what: 'arrival' }])
    await isAtWork(store, forget)
    await runJob(person.world, { kind: 'due', chat: 7, minute, what: 'arrival', language: 'pl' })
    expect(shown(person)).not.toContain('check-in:arrival.text')
  })
})

describe('hiding and forgetting that fail at once', () => {
  test('a bug in hiding is told as such', async () => {
    const { person } = await withLeftOver()
    person.phone.port.erase = async () => {
      throw bug()
    }
    await person.opens('hide')
    expect(shown(person).at(-1)).toBe('common:hide-failed')
  })

  test('a bug in forgetting is told as such', async () => {
    const { person, store } = await withLeftOver()
    fails(store, ['messages.drop'], bug)
    await person.opens('forget')
    expect(shown(person).at(-1)).toBe('common:forget-failed')
  })

  test('a day later everything is answered as ever', async () => {
    const { person, forward } = await withLeftOver()
    person.phone.port.erase = async () => {
      throw bug()
    }
    await person.opens('hide')
    forward(86_400)
    await person.opens('start')
    expect(shown(person).at(-1)).toMatch(/^(menu|start):/)
  })
})

describe('a wish that has no time for too long', () => {
  /** The fourth try gives up waiting: three have failed. */
  async function putAside() {
    const { person, store, forward } = await withLeftOver()
    await person.opens('tips')
    const subscribe = store.tips.add
    fails(store, ['tips.add'], busy)
    const bubble = person.phone.bubbles.at(-1)?.id ?? 0
    const incoming = {
      update: 800,
      chat: 7,
      source: 'press',
      message: bubble,
      sentAt: begin / 1000,
      event: { kind: 'press', flow: 'tips', step: 'themes', choice: 'on-offers' },
    } as const
    const tries = async () => handle(person.world, incoming)
    for (let count = 0; count < 3; count++) await expect(tries()).rejects.toThrow(Busy)
    return { person, store, forward, tries, subscribe }
  }

  test('is told that it waits', async () => {
    const { person, tries } = await putAside()
    await tries()
    expect(shown(person).at(-1)).toBe('common:later')
  })

  test('is done without another word of the person', async () => {
    const { person, store, tries, subscribe } = await putAside()
    await tries()
    const [job] = person.jobs
    store.tips.add = subscribe
    if (job) await runJob(person.world, job)
    expect([job?.kind, await store.tips.of(7)]).toEqual(['rest', ['offers']])
  })

  test('is tried again while it has no time', async () => {
    const { person, tries } = await putAside()
    await tries()
    const [job] = person.jobs
    await expect(job && runJob(person.world, job)).rejects.toThrow(Busy)
  })

  test('waits on where it cannot be told', async () => {
    const { person, tries } = await putAside()
    person.phone.port.send = async () => {
      throw busy()
    }
    await expect(tries()).rejects.toThrow(Busy)
  })

  test('does not keep its own answer from a repeat', async () => {
    const { person, store, tries, subscribe } = await putAside()
    await tries()
    store.tips.add = subscribe
    await tries()
    expect(person.at()).toBe('tips.themes')
  })
})
