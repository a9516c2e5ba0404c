import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CopyNote, Known } from '../../src/app/ports/firms.ts'
import type { Seen, Talk } from '../../src/app/ports/talk.ts'
import type { Store } from '../../src/app/ports/world.ts'
import type { Due } from '../../src/core/turn.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createStore } from '../../src/store/store.ts'
import { newTable, scan } from './engines.ts'
import { richTalk } from './talks.ts'

/** What one release writes into the table: as the app knows it, and as it is stored. */
export interface Release {
  now: string
  talk: Talk
  seen: Seen[]
  known: Known
  copy: CopyNote
  dues: Due[]
  themes: string[]
  items: Record<string, unknown>[]
  /** Forms that it reads and does not write yet: the next release may. */
  reads?: Form[]
}

/** What is pending, packed. */
export type Form = 'packed'

export const fixtures = join(import.meta.dirname, 'fixtures')

/** The person and the firm of every fixture. */
export const chat = 812_345_678
export const firm = { register: 'PL_WL', number: 'nip-7740001454' }

/** Writes one of each kind of item. */
export async function fill(store: Store, talk: Talk, now: Date): Promise<void> {
  const at = Math.floor(now.getTime() / 1000)
  await store.talks.keep(chat, talk)
  await store.messages.note(chat, [
    { message: 71, at, own: false, update: 812_345_678 },
    { message: 72, at, own: true, update: 812_345_678 },
  ])
  await store.firms.know({ ...firm, asOf: now.toISOString(), outcome: 'active', firm: known })
  const outcomes = new Map([[firm.number, { outcome: 'active' as const, firm: known }]])
  await store.firms.keepCopy('PL_KRAZ', { asOf: '2026-11-21', outcomes })
  await store.paces.take({ register: 'PL_WL' }, { most: 10, perMs: 1000 })
  await store.plans.set(chat, [{ minute, what: 'arrival' }], 'pl')
  await store.plans.moveCursor(minute - 1)
  await store.tips.add(chat, 'offers', 'pl')
  await store.talks.noteForgotten(chat + 1, [1])
  await store.counters.add('source#offer#poster7')
}

/** When the check-in of the fixture comes: the first day of 2027. */
const minute = Date.parse('2027-01-01T09:00:00Z') / 60_000

const known = {
  name: 'ORLEN',
  seat: 'Płock',
  numbers: [{ kind: 'nip' as const, value: '7740001454' }],
}

/** `node test/store/release.ts`: keeps what this release writes, for the tests of all later ones. */
async function main() {
  const now = new Date('2026-11-22T12:00:00Z')
  const engine = await startDatabase()
  const table = await newTable(engine.endpoint, () => now)
  const store = createStore(table)
  await fill(store, richTalk, now)
  const release: Release = {
    now: now.toISOString(),
    talk: { ...richTalk, version: 1 },
    seen: await store.messages.of(chat),
    known: (await store.firms.known(firm.register, firm.number)) ?? {},
    copy: (await store.firms.copyOf('PL_KRAZ')) ?? { asOf: '', fetchedAt: '', count: 0 },
    dues: await store.plans.of(chat),
    themes: await store.tips.of(chat),
    items: await scan(table),
    reads: ['packed'],
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  writeFileSync(join(fixtures, `${version}.json`), `${JSON.stringify(release, asJson, 2)}\n`)
  await engine.stop()
}

/** DynamoDB's sets and bytes, which JSON does not know. */
function asJson(_key: string, value: unknown) {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') }
  return value instanceof Set ? { set: [...value] } : value
}

export function fromJson(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('bytes' in value) return Uint8Array.from(Buffer.from(String(value.bytes), 'base64'))
  return 'set' in value && Array.isArray(value.set) ? new Set(value.set) : value
}

if (import.meta.main) await main()
