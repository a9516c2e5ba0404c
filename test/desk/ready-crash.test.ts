import { expect, test } from 'vitest'
import { arrive } from '../../src/app/arrive.ts'
import type { Case } from '../../src/core/case.ts'
import { keysOf } from '../person.ts'
import { richCase } from '../store/some-desk.ts'
import { desk, member, newGround } from './ground.ts'
import type { Crash } from './mortal.ts'

const chat = 7
const { group } = desk
const thread = 50
/** The message with the preview. */
const shown = 60

const { waits: _, unseen: _1, unseenTo: _2, withheld: _3, albums: _4, ...bare } = richCase
const one: Case = { ...bare, thread, card: 51, by: member.id, state: 'taken' }

/** The holder presses these, with a process that dies at one of the calls that it takes. */
async function plays(choices: string[], crash?: Crash, waits?: true) {
  const edits: string[] = []
  const ground = await newGround((port) => ({
    ...port,
    edit: async (_to, message, { text }) => {
      edits.push(`m${message} ${keysOf(text)[0]}`)
      return true
    },
    erase: async (from, message) => {
      room.lines.push({ chat: from, what: `erased m${message}` })
      return true
    },
  }))
  const { world, room, mortal, works } = ground
  await world.desks.keepTopic(group, { thread, chat })
  await world.cases.keep(chat, { ...one, ...(waits && { waits }) })
  const life = mortal(crash)
  let update = 100
  for (const choice of choices) {
    const event = { kind: 'press', id: 'p', of: 'reply', choice } as const
    const at = { group, thread, message: shown, sentAt: world.now().getTime() / 1000, from: member }
    const incoming = { ...at, update: ++update, event }
    await life.live((mine) => arrive(mine, { kind: 'group', incoming }))
    await works(life)
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
