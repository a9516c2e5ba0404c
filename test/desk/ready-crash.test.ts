import { expect, test } from 'vitest'
import { arrive } from '../../src/app/arrive.ts'
import { labelOf, runJob } from '../../src/app/jobs/jobs.ts'
import type { Job } from '../../src/app/ports/queue.ts'
import type { Notice } from '../../src/app/ports/room.ts'
import type { World } from '../../src/app/ports/world.ts'
import type { Case } from '../../src/core/case.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { idle } from '../idle.ts'
import { content, keysOf, newPhone } from '../person.ts'
import { richCase, someDesk } from '../store/some-desk.ts'
import { type Crash, newLife } from './mortal.ts'
import { newRoom } from './room.ts'

const chat = 7
const member = { id: 9, name: 'Mirek' }
const { id: desk, group } = someDesk
const thread = 50
/** The message with the preview. */
const shown = 60

const { waits: _, unseen: _1, unseenTo: _2, withheld: _3, albums: _4, ...bare } = richCase
const one: Case = { ...bare, thread, card: 51, by: member.id, state: 'taken' }

/** The holder presses these, with a process that dies at one of the calls that it takes. */
async function plays(choices: string[], crash?: Crash, waits?: true) {
  let time = Date.parse('2026-12-01T12:00:00Z')
  const now = () => new Date(time)
  const store = createMemoryStore(now)
  const phone = newPhone()
  const room = newRoom()
  const edits: string[] = []
  const port = {
    ...room.port,
    edit: async (_to: unknown, message: number, { text }: Notice) => {
      edits.push(`m${message} ${keysOf(text)[0]}`)
      return true
    },
    erase: async (from: number, message: number) => {
      room.lines.push({ chat: from, what: `erased m${message}` })
      return true
    },
  }
  const waiting: Job[] = []
  const known = new Set<string>()
  const enqueue = async (job: Job) => {
    const { once } = labelOf(job)
    if (!known.has(once)) waiting.push(job)
    known.add(once)
  }
  const outside = { phone: phone.port, room: port, queue: { enqueue } }
  const world: World = { ...idle, content, ...store, ...outside, now, log: () => {} }
  await store.desks.connect(someDesk)
  await store.desks.accept(desk, member.id, { wording: content.conduct.wording, at: time })
  await store.desks.keepTopic(group, { thread, chat })
  await store.cases.keep(chat, { ...one, ...(waits && { waits }) })
  const life = newLife(world, crash, (seconds) => {
    time += seconds * 1000
  })
  let update = 100
  for (const choice of choices) {
    const event = { kind: 'press', id: 'p', of: 'reply', choice } as const
    const at = { group, thread, message: shown, sentAt: time / 1000, from: member }
    const incoming = { ...at, update: ++update, event }
    await life.live((mine) => arrive(mine, { kind: 'group', incoming }))
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const next = job
      await life.live((mine) => runJob(mine, next))
    }
  }
  const to = (side: number) =>
    room.lines.filter((line) => line.chat === side).map(({ what }) => what)
  return {
    hasDied: life.hasDied(),
    story: life.trace.join(' '),
    onPhone: to(chat),
    atDesk: to(group),
    edits: [...new Set(edits)],
    unseen: (await world.cases.of(chat))?.unseen ?? [],
    pairs: await world.cases.pairs(chat, 'topic'),
  }
}

/** Where what Telegram answered died with the process, so that nobody knows of the copy. */
const unknown = /copy†|pair!/

async function everywhere(
  choices: string[],
  check: (end: Awaited<ReturnType<typeof plays>>) => void,
  waits?: true,
) {
  for (const when of ['before', 'after'] as const) {
    for (let call = 0; ; call++) {
      const end = await plays(choices, { call, when }, waits)
      if (!end.hasDied) break
      check(end)
    }
  }
}

const send = 'send-uk-documents'

test('a ready reply comes once wherever a process dies, and however often send is pressed', async () => {
  await everywhere([send, send], ({ story, onPhone, edits, atDesk }) => {
    expect([...new Set(onPhone)], story).toEqual([`m${shown}`])
    if (!unknown.test(story)) expect(onPhone, story).toHaveLength(1)
    expect(edits, story).toEqual([`m${shown} replies:documents.text`])
    expect(atDesk, story).toEqual([])
  })
})

test('one that waits does so once wherever a process dies', async () => {
  await everywhere(
    [send, send],
    ({ story, onPhone, unseen }) => expect([onPhone, unseen], story).toEqual([[], [shown]]),
    true,
  )
})

test('cancel behind send takes it back wherever a process dies', async () => {
  await everywhere([send, 'cancel'], ({ story, atDesk, pairs }) => {
    expect([...new Set(atDesk)], story).toEqual([`erased m${shown}`])
    if (!unknown.test(story)) expect(pairs, story).toEqual([])
  })
})
