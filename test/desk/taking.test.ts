import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskVoice } from '../../src/app/cases/desk-voice.ts'
import { deed } from '../../src/app/desk/deed.ts'
import type { Here } from '../../src/app/desk/here.ts'
import type { Room } from '../../src/app/ports/room.ts'
import type { Store, World } from '../../src/app/ports/world.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { noRoom } from '../../src/entry/no-room.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { createStore } from '../../src/store/store.ts'
import { idle } from '../idle.ts'
import { content, newPhone } from '../person.ts'
import { type Engine, newTable } from '../store/engines.ts'
import { someDesk } from '../store/some-desk.ts'

const now = () => new Date('2026-11-22T12:00:00Z')
const { id, group } = someDesk
const both = [812_345_001, 812_345_002]
/** So many cases, and so many of them side by side. */
const [times, atOnce] = [500, 25]

const kinds: { name: string; start: () => Promise<Engine | undefined> }[] = [
  { name: 'memory', start: async () => undefined },
  { name: 'dynalite', start: () => startDatabase() },
]

describe.each(kinds)('over the store on $name', ({ start }) => {
  let engine: Engine | undefined
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine?.stop())

  test(`of two who press Take at the same moment exactly one has the case, ${times} times`, async () => {
    const store = engine
      ? createStore(await newTable(engine.endpoint, now))
      : createMemoryStore(now)
    const { world, said } = await newDesk(store)
    const race = async (chat: number) => {
      await opens(store, chat)
      await Promise.all(both.map((user) => deed(world, press(chat, user), 'take')))
      const { by, state } = (await store.cases.of(chat)) ?? {}
      const heard = both.map((user) => said.get(`${chat}/${user}`))
      const due = both.map((user) => (user === by ? 'desk:done.take' : 'desk:refused.theirs'))
      const isRight =
        state === 'taken' && new Set(heard).size === 2 && String(heard) === String(due)
      return isRight ? 'one has it, the other hears it' : { chat, by, state, heard }
    }
    const chats = Array.from({ length: times }, (_, at) => at + 1)
    const outcomes: unknown[] = []
    for (let at = 0; at < times; at += atOnce)
      outcomes.push(...(await Promise.all(chats.slice(at, at + atOnce).map(race))))
    expect(outcomes.filter((one) => one !== 'one has it, the other hears it')).toEqual([])
  }, 120_000)
})

/** A desk of two, and what was said over each press. */
async function newDesk(store: Store) {
  for (const user of both)
    await store.desks.accept(id, user, { wording: content.conduct.wording, at: now().getTime() })
  const said = new Map<string, string | undefined>()
  const room: Room = {
    ...noRoom,
    answer: async (press, _voice, text) => void said.set(press, text?.key),
  }
  const world: World = {
    ...{ ...idle, ...store, content, room, now, log: () => {} },
    phone: newPhone().port,
  }
  return { world, said }
}

/** A case with the topic of its person's number. */
async function opens({ cases }: Store, chat: number) {
  const consent = { at: now().getTime(), wording: '2026-11-30' }
  const about = { id: chat, version: 0, desk: id, group, name: 'heron-47', language: 'pl' }
  await cases.keep(chat, { ...about, thread: chat, shared: {}, consent, state: 'waiting' })
}

function press(chat: number, user: number): Here {
  const event = { kind: 'press', id: `${chat}/${user}`, of: 'case', choice: 'take' } as const
  const place = { group, thread: chat, message: chat + 1, sentAt: 1 }
  const incoming = {
    update: chat * 10 + (user % 10),
    ...place,
    from: { id: user, name: 'Iza' },
    event,
  }
  return { incoming, desk: someDesk, voice: deskVoice({ content }, someDesk), chat }
}
