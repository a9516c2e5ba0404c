import { createHash } from 'node:crypto'
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Seen } from '../../src/app/ports/talk.ts'
import type { Store } from '../../src/app/ports/world.ts'
import { retention } from '../../src/app/retention.ts'
import { Stale } from '../../src/app/trouble.ts'
import { handle } from '../../src/app/turn/handle.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { createStore } from '../../src/store/store.ts'
import { chatKey, type Table } from '../../src/store/table.ts'
import { newPerson } from '../person.ts'
import { type Engine, newTable, scan } from './engines.ts'
import { anyTalk, richTalk } from './talks.ts'

const hour = 3_600_000
const begin = Date.parse('2026-11-22T12:00:00Z')

/** A clock that stands still until it is told. */
function newClock() {
  let at = begin
  return {
    now: () => new Date(at),
    forward: (ms: number) => {
      at += ms
    },
  }
}
type Clock = ReturnType<typeof newClock>

/** A store that nobody wrote to before, and a look at its counters. */
interface Fresh {
  store: Store
  counted: (name: string) => Promise<number | undefined>
}

interface Kind {
  name: string
  start: () => Promise<{ fresh: (clock: Clock) => Promise<Fresh>; stop: () => Promise<void> }>
}

const memory: Kind = {
  name: 'memory',
  start: async () => ({
    fresh: async ({ now }) => {
      const store = createMemoryStore(now)
      return { store, counted: async (name) => store.counts.get(name) }
    },
    stop: async () => {},
  }),
}

const database: Kind = {
  name: 'dynalite',
  start: async () => {
    const { endpoint, stop } = await startDatabase()
    const fresh = async ({ now }: Clock) => {
      const table = await newTable(endpoint, now)
      return { store: createStore(table), counted: (name: string) => counted(table, name) }
    }
    return { fresh, stop }
  },
}

describe.each([memory, database])('the store on $name', ({ start }) => {
  let running: Awaited<ReturnType<Kind['start']>>
  beforeAll(async () => {
    running = await start()
  })
  afterAll(() => running.stop())
  /** A story about a new store. */
  const story = (name: string, tell: (fresh: Fresh, clock: Clock) => Promise<void>) =>
    test(name, async () => {
      const clock = newClock()
      await tell(await running.fresh(clock), clock)
    })

  story('where nothing was kept, nothing is found', async ({ store }) => {
    expect(await store.talks.load(7)).toBeUndefined()
  })

  story('what is kept is what is loaded', async ({ store }) => {
    await store.talks.keep(7, richTalk)
    expect(await store.talks.load(7)).toEqual({ ...richTalk, version: 1 })
  })

  story('keeping returns the talk as it was written', async ({ store }) => {
    const kept = await store.talks.keep(7, richTalk)
    expect(kept).toEqual(await store.talks.load(7))
  })

  story('any talk survives being kept', async ({ store }) => {
    let chat = 0
    await fc.assert(
      fc.asyncProperty(anyTalk, async (talk) => {
        await store.talks.keep(++chat, talk)
        expect(await store.talks.load(chat)).toEqual({ ...talk, version: 1 })
      }),
    )
  })

  story("one person's talk is not another's", async ({ store }) => {
    await store.talks.keep(7, richTalk)
    expect(await store.talks.load(8)).toBeUndefined()
  })

  story('a talk that was read can be written', async ({ store }) => {
    await store.talks.keep(7, richTalk)
    const found = await store.talks.load(7)
    await store.talks.keep(7, { ...richTalk, country: 'NL', version: found?.version ?? 0 })
    expect(await store.talks.load(7)).toMatchObject({ country: 'NL', version: 2 })
  })

  story('who read before somebody else wrote is told so', async ({ store }) => {
    const first = await store.talks.keep(7, richTalk)
    await store.talks.keep(7, first)
    await expect(store.talks.keep(7, first)).rejects.toThrow(Stale)
  })

  story('who thinks that a talk is new, though it is not, is told so', async ({ store }) => {
    await store.talks.keep(7, richTalk)
    await expect(store.talks.keep(7, richTalk)).rejects.toThrow(Stale)
  })

  story('who writes a talk that was dropped meanwhile is told so', async ({ store }) => {
    const kept = await store.talks.keep(7, richTalk)
    await store.talks.drop(7)
    await expect(store.talks.keep(7, kept)).rejects.toThrow(Stale)
  })

  story('a write that came too late changes nothing', async ({ store }) => {
    const kept = await store.talks.keep(7, richTalk)
    await store.talks.keep(7, { ...kept, country: 'NL' })
    await store.talks.keep(7, { ...kept, country: 'BE' }).catch(() => undefined)
    expect(await store.talks.load(7)).toMatchObject({ country: 'NL' })
  })

  story('of many who open a talk at once, one wins', async ({ store }) => {
    expect(await winners(() => store.talks.keep(7, richTalk))).toBe(1)
  })

  story('of many who go on with a talk at once, one wins', async ({ store }) => {
    const kept = await store.talks.keep(7, richTalk)
    expect(await winners(() => store.talks.keep(7, kept))).toBe(1)
  })

  story('a talk is held for 14 days after the last touch', async ({ store }, clock) => {
    const kept = await store.talks.keep(7, richTalk)
    clock.forward(hour)
    await store.talks.keep(7, kept)
    clock.forward(retention.talkMs - 1000)
    expect(await store.talks.load(7)).toBeDefined()
  })

  story('after 14 days it is not returned', async ({ store }, clock) => {
    await store.talks.keep(7, richTalk)
    clock.forward(retention.talkMs)
    expect(await store.talks.load(7)).toBeUndefined()
  })

  story('a talk with a desk is held for 60 days', async ({ store }, clock) => {
    await store.talks.keep(7, { ...richTalk, case: 'k3f9qx2a' })
    clock.forward(retention.caseMs - 1000)
    expect(await store.talks.load(7)).toBeDefined()
  })

  story('an expired talk can be begun anew', async ({ store }, clock) => {
    const kept = await store.talks.keep(7, richTalk)
    await store.talks.keep(7, kept)
    clock.forward(retention.talkMs)
    await store.talks.keep(7, { recent: [], pending: {}, version: 0 })
    expect(await store.talks.load(7)).toEqual({ recent: [], pending: {}, version: 1 })
  })

  story('a dropped talk is gone', async ({ store }) => {
    await store.talks.keep(7, richTalk)
    await store.talks.drop(7)
    expect(await store.talks.load(7)).toBeUndefined()
  })

  story('dropping a talk leaves the messages noted', async ({ store }) => {
    await store.messages.note(7, [own(1, begin)])
    await store.talks.drop(7)
    expect(await store.messages.of(7)).toHaveLength(1)
  })

  story('dropping what is not there is no trouble', async ({ store }) => {
    await store.talks.drop(7)
    await store.messages.drop(7)
    expect(await store.talks.load(7)).toBeUndefined()
  })

  story('messages are noted one after the other', async ({ store }) => {
    const [first, second, third] = [theirs(1, begin), own(2, begin), own(3, begin)]
    await store.messages.note(7, [first, second])
    await store.messages.note(7, [third])
    expect(await store.messages.of(7)).toEqual([first, second, third])
  })

  story('messages noted side by side are all there', async ({ store }) => {
    const all = Array.from({ length: 80 }, (_, index) => own(index, begin))
    await Promise.all(all.map((one) => store.messages.note(7, [one])))
    expect(
      (await store.messages.of(7)).map(({ message }) => message).sort((a, b) => a - b),
    ).toEqual(all.map(({ message }) => message))
  })

  story('a message noted twice counts once', async ({ store }) => {
    await store.messages.note(7, [own(1, begin)])
    await store.messages.note(7, [own(1, begin)])
    expect(await store.messages.of(7)).toEqual([own(1, begin)])
  })

  story('where nothing was noted, nothing is seen', async ({ store }) => {
    expect(await store.messages.of(7)).toEqual([])
  })

  story("a person's message is known for 47 hours", async ({ store }, clock) => {
    await store.messages.note(7, [theirs(1, begin)])
    clock.forward(47 * hour - 1000)
    expect(await store.messages.of(7)).toEqual([theirs(1, begin)])
  })

  story("after 47 hours the person's is forgotten and ours is not", async ({ store }, clock) => {
    await store.messages.note(7, [theirs(1, begin), own(2, begin)])
    clock.forward(47 * hour)
    expect(await store.messages.of(7)).toEqual([own(2, begin)])
  })

  story('after 14 days ours is forgotten too', async ({ store }, clock) => {
    await store.messages.note(7, [own(2, begin)])
    clock.forward(retention.talkMs)
    expect(await store.messages.of(7)).toEqual([])
  })

  story(
    'an id that has expired does not come to life with a newer one',
    async ({ store }, clock) => {
      await store.messages.note(7, [own(2, begin)])
      clock.forward(retention.talkMs)
      await store.messages.note(7, [own(3, begin + retention.talkMs)])
      expect((await store.messages.of(7)).map(({ message }) => message)).toEqual([3])
    },
  )

  story('a long list keeps what still counts', async ({ store }, clock) => {
    await store.messages.note(7, manyOfTheirs)
    clock.forward(47 * hour)
    const late = own(1000, begin + 47 * hour)
    await store.messages.note(7, [late])
    expect(await store.messages.of(7)).toEqual([late])
  })

  story('what was seen can be dropped', async ({ store }) => {
    await store.messages.note(7, [own(1, begin)])
    await store.messages.drop(7)
    expect(await store.messages.of(7)).toEqual([])
  })

  story('what is gone from the phone can be dropped alone', async ({ store }) => {
    await store.messages.note(7, [own(1, begin), own(2, begin), own(3, begin)])
    await store.messages.drop(7, [1, 3, 99])
    expect(await store.messages.of(7)).toEqual([own(2, begin)])
  })

  story('what is noted while something is dropped stays', async ({ store }) => {
    await store.messages.note(7, [own(1, begin)])
    await Promise.all([store.messages.drop(7, [1]), store.messages.note(7, [own(2, begin)])])
    expect(await store.messages.of(7)).toEqual([own(2, begin)])
  })

  story('what is noted and dropped in between is not lost', async ({ store }) => {
    await store.messages.note(7, [own(1, begin), own(2, begin)])
    await Promise.all([
      store.messages.drop(7, [1]),
      store.messages.drop(7, [2]).then(() => store.messages.note(7, [own(3, begin)])),
    ])
    expect(await store.messages.of(7)).toEqual([own(3, begin)])
  })

  story('ours is known as long as something is noted', async ({ store }, clock) => {
    await store.messages.note(7, [own(1, begin)])
    clock.forward(retention.talkMs - hour)
    await store.messages.note(7, [own(2, begin + retention.talkMs - hour)])
    clock.forward(2 * hour)
    expect((await store.messages.of(7)).map(({ message }) => message)).toEqual([1, 2])
  })

  story('a talk that somebody wrote since is not dropped', async ({ store }) => {
    await store.talks.keep(7, richTalk)
    await store.talks.keep(7, { ...richTalk, version: 1 })
    await expect(store.talks.drop(7, 1)).rejects.toThrow(Stale)
    await store.talks.drop(7, 2)
    expect(await store.talks.load(7)).toBeUndefined()
  })

  story('what somebody had sent before they were forgotten is known', async ({ store }) => {
    await store.talks.noteForgotten(7, [1, 2])
    expect([await store.talks.forgotten(7), await store.talks.forgotten(8)]).toEqual([[1, 2], []])
  })

  story('and is forgotten itself after eight days', async ({ store }, clock) => {
    await store.talks.noteForgotten(7, [1, 2])
    clock.forward(retention.forgottenMs)
    expect(await store.talks.forgotten(7)).toEqual([])
  })

  story('a language brings nothing back that was ended', async ({ store }) => {
    const minute = begin / 60_000 + 60
    await store.plans.set(7, [{ minute, what: 'arrival' }], 'pl')
    await store.tips.add(7, 'offers', 'pl')
    await store.plans.speak(7, 'en')
    await store.tips.speak(7, 'en')
    const before = await store.plans.at(minute)
    await store.plans.set(7, [])
    await store.plans.speak(7, 'uk')
    await store.tips.speak(7, 'uk')
    expect([before.map(({ language }) => language), await store.plans.at(minute)]).toEqual([
      ['en'],
      [],
    ])
  })

  story('dropping what was seen leaves the talk', async ({ store }) => {
    await store.talks.keep(7, richTalk)
    await store.messages.drop(7)
    expect(await store.talks.load(7)).toBeDefined()
  })

  story('a counter adds up', async ({ store, counted }) => {
    await Promise.all([1, 2, 3].map(() => store.counters.add('source#offer#poster7')))
    await store.counters.add('source#offer#poster8')
    expect(await counted('source#offer#poster7')).toBe(3)
  })
})

describe('the table on dynalite', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await startDatabase()
  })
  afterAll(() => engine.stop())
  const story = (name: string, tell: (table: Table, clock: Clock) => Promise<void>) =>
    test(name, async () => {
      const clock = newClock()
      await tell(await newTable(engine.endpoint, clock.now), clock)
    })

  for (const [what, item] of Object.entries(corruptTalks)) {
    story(`a talk with ${what} is begun anew`, async (table) => {
      await put(table, { sk: 'TALK', ...item })
      const person = newPerson({ store: createStore(table) })
      await person.opens('start')
      expect(person.at()).toBe('start.language')
    })
  }

  /** A talk as a newer release left it. */
  async function newer(table: Table, change: (item: Record<string, unknown>) => object) {
    const store = createStore(table)
    await store.talks.keep(7, richTalk)
    const [{ packed, ...item } = {}] = await scan(table)
    await put(table, { ...item, ...change({ ...item, packed }) })
    return store.talks.load(7)
  }
  const entryOf = (effects: unknown[]) => ({ update: 5, at: 0, message: 1, sentAt: 0, effects })

  story('an effect of a newer release is passed over, alone', async (table) => {
    const pending = { message: entryOf([{ dance: 1 }, 'speak']) }
    const talk = await newer(table, () => ({ pending }))
    expect(talk).toEqual({
      ...richTalk,
      version: 1,
      pending: { message: entryOf([{ kind: 'speak' }]) },
    })
  })

  story('an ending of which a newer release knows more is not taken for our own', async (table) => {
    const pending = { message: entryOf([{ forget: 'photos' }, 'speak']) }
    const talk = await newer(table, () => ({ pending }))
    expect(talk?.pending.message?.effects).toEqual([{ kind: 'speak' }])
  })

  story('what a newer release has put beside an effect is passed over', async (table) => {
    const pending = { message: entryOf([{ found: 1, glow: true }]) }
    const talk = await newer(table, () => ({ pending }))
    expect(talk?.pending.message?.effects).toEqual([{ kind: 'found', page: 1 }])
  })

  story('a source of a newer release is passed over, alone', async (table) => {
    const pending = { oracle: entryOf(['speak']), press: entryOf(['speak']) }
    const talk = await newer(table, () => ({ pending }))
    expect(talk?.pending).toEqual({ press: entryOf([{ kind: 'speak' }]) })
  })

  story('a way that cannot be read leaves language, age and country', async (table) => {
    const { state: _, ...talk } = richTalk
    const read = await newer(table, ({ packed }) => ({ packed, state: { flow: 7 } }))
    expect(read).toEqual({ ...talk, version: 1 })
  })

  story('a language makes no item anew that is just being ended', async (table) => {
    const store = createStore(table)
    await store.plans.set(7, [{ minute: begin / 60_000 + 60, what: 'arrival' }], 'pl')
    const due = (await scan(table)).find(({ pk }) => String(pk).startsWith('DUE#'))
    const Key = { pk: due?.pk, sk: due?.sk }
    await table.client.send(new DeleteCommand({ TableName: table.name, Key }))
    await store.plans.speak(7, 'en')
    await store.tips.speak(7, 'en')
    const left = (await scan(table)).filter(({ pk }) => String(pk).startsWith('DUE#'))
    expect([due === undefined, left]).toEqual([false, []])
  })

  story('what cannot be read among the noted messages is passed over', async (table) => {
    const store = createStore(table)
    await put(table, { sk: 'SEEN', list: [['1', 2], { message: 3 }], expiresAt: 9_999_999_999 })
    await store.messages.note(7, [own(4, begin)])
    expect(await store.messages.of(7)).toEqual([own(4, begin)])
  })

  story('a long list is cleaned of what has expired', async (table, clock) => {
    const store = createStore(table)
    await store.messages.note(7, manyOfTheirs)
    clock.forward(47 * hour)
    await store.messages.note(7, [own(1000, begin + 47 * hour)])
    const [item] = await scan(table)
    expect(item?.list).toHaveLength(1)
  })

  story('every item says when it may be deleted', async (table) => {
    const store = createStore(table)
    await store.talks.keep(7, richTalk)
    await store.messages.note(7, [own(1, begin)])
    await store.counters.add('source#offer#poster7')
    const days = (await scan(table)).map(({ expiresAt }) => days14or400(Number(expiresAt)))
    expect(days.sort()).toEqual([14, 14, 400])
  })

  story('a chat id stands nowhere, in no form', async (table) => {
    const chat = 5_223_010_204
    await talksAs(chat, table)
    const stored = JSON.stringify(await scan(table)).toLowerCase()
    expect(guises(chat).filter((guise) => stored.includes(guise.toLowerCase()))).toEqual([])
  })

  story('without the key nobody can tell whose talk it is', async (table) => {
    await createStore(table).talks.keep(7, richTalk)
    const other = createStore({ ...table, idKey: 'another key for tests' })
    expect(await other.talks.load(7)).toBeUndefined()
  })
})

/** What an older version, or a hand in the console, may have left behind. */
const corruptTalks: Record<string, Record<string, unknown>> = {
  'a state that is none': {
    version: 3,
    expiresAt: 9_999_999_999,
    recent: [],
    pending: {},
    state: 7,
  },
  'an effect that nobody knows': {
    version: 3,
    expiresAt: 9_999_999_999,
    recent: [],
    pending: {
      press: { update: 1, at: 1, message: 1, sentAt: 1, effects: [{ sing: 'a song' }] },
    },
  },
  'nothing but a version': { version: 3 },
  'no version': { expiresAt: 9_999_999_999, recent: [], pending: {} },
  'a version that is none': { version: 'three', expiresAt: 9_999_999_999, recent: [], pending: {} },
}

const manyOfTheirs = Array.from({ length: 60 }, (_, index) => theirs(index + 1, begin))

function own(message: number, at: number): Seen {
  return { message, at: at / 1000, own: true, update: 812_345_678 }
}

function theirs(message: number, at: number): Seen {
  return { message, at: at / 1000, own: false, update: 812_345_678 }
}

/** How many of five get through; whoever does not must be told Stale. */
async function winners(write: () => Promise<unknown>): Promise<number> {
  const results = await Promise.allSettled([1, 2, 3, 4, 5].map(write))
  const lost = results.filter(({ status }) => status === 'rejected')
  for (const one of lost) expect(one).toMatchObject({ reason: { name: 'Stale' } })
  return results.length - lost.length
}

async function counted({ client, name }: Table, counter: string): Promise<number | undefined> {
  const Key = { pk: 'DAY#2026-11-22', sk: counter }
  const { Item } = await client.send(new GetCommand({ TableName: name, Key }))
  return Item?.count
}

/** Writes an item of the chat 7 behind the store's back. */
async function put(table: Table, item: Record<string, unknown>) {
  const Item = { pk: chatKey(table, 7), ...item }
  await table.client.send(new PutCommand({ TableName: table.name, Item }))
}

function days14or400(expiresAt: number) {
  return Math.round((expiresAt * 1000 - begin) / (24 * hour))
}

/** Comes by a poster, types and presses, so that every kind of item is written. */
async function talksAs(chat: number, table: Table) {
  const { world, phone } = newPerson({ store: createStore(table) })
  const came = { chat, message: 12, sentAt: begin / 1000, language: 'pl' }
  const event = { kind: 'command', name: 'start', payload: 'offer-poster7' } as const
  await handle(world, { ...came, update: 1, source: 'message', event })
  const message = phone.bubbles.at(-1)?.id ?? 0
  const press = { kind: 'press', flow: 'start', step: 'language', choice: 'pl' } as const
  await handle(world, {
    ...came,
    update: 2,
    source: 'press',
    message,
    press: { id: '1', on: 'screen' },
    event: press,
  })
}

/** Whatever somebody could turn a chat id into without a key. */
function guises(chat: number): string[] {
  const decimal = String(chat)
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(chat))
  const hashes = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((name) => {
    const hash = createHash(name).update(decimal).digest()
    return [hash.toString('hex').slice(0, 20), hash.toString('base64url').slice(0, 20)]
  })
  return [
    decimal,
    [...decimal].reverse().join(''),
    chat.toString(16),
    chat.toString(36),
    Buffer.from(decimal).toString('base64url'),
    bytes.toString('base64url').slice(0, 10),
    ...hashes,
  ]
}
