import { expect, test } from 'vitest'
import { arrive } from '../../src/app/arrive.ts'
import type { Event, GroupEvent } from '../../src/app/ports/arrival.ts'
import { keysOf } from '../person.ts'
import { desk, member, newGround } from './ground.ts'
import type { Crash } from './mortal.ts'

const chat = 7
const { group } = desk

/** Everything that happens to a case, and a process that dies at one of the calls that it takes. */
async function plays(crash?: Crash) {
  const ground = await newGround()
  const { world, phone, room } = ground
  const calm = ground.mortal()
  let life = calm
  let update = 0
  const base = () => ({ update: ++update, chat, sentAt: world.now().getTime() / 1000 })
  const does = async (arrival: Parameters<typeof arrive>[1]) => {
    await life.live((mine) => arrive(mine, arrival))
    await ground.works(life)
  }
  const typed = (event: Event, replyTo?: number) => {
    const answered = replyTo !== undefined && { replyTo }
    const incoming = { ...base(), source: 'message' as const, message: update, ...answered, event }
    return does({ kind: 'person', incoming })
  }
  const taps = (choice: string) => {
    const open = phone.bubbles.findLast(({ buttons }) => buttons)
    const at = open?.screen.at ?? { flow: '', step: '' }
    const press = { id: `p${update}`, on: 'screen' } as const
    const event = { kind: 'press', ...at, choice } as const
    const incoming = { ...base(), source: 'press' as const, message: open?.id ?? 0, press, event }
    return does({ kind: 'person', incoming })
  }
  const topic = () => [...room.topics].findLast(([, state]) => state !== 'deleted')?.[0] ?? 0
  const inTopic = async (event: GroupEvent, about: { message?: number; replyTo?: number } = {}) => {
    const thread = (await world.cases.of(chat))?.thread ?? topic()
    const { update: id, sentAt } = base()
    const where = { update: id, group, thread, message: id, sentAt, from: member, ...about }
    return does({ kind: 'group', incoming: { ...where, event } })
  }
  await typed({ kind: 'command', name: 'start' })
  for (const choice of ['pl', 'next', 'next']) await taps(choice)
  await typed({ kind: 'command', name: 'talk' })
  await taps('adult')
  update = 20
  const mortal = ground.mortal(crash)
  life = mortal
  await taps('send') // 21
  await typed({ kind: 'text', text: 'Czy ta umowa jest dobra?' }) // 22
  await typed({ kind: 'text', text: 'Co mam zrobić?' }) // 23
  life = calm
  await inTopic({ kind: 'command', name: 'take', words: '' }) // 24
  life = mortal
  await inTopic({ kind: 'said' }) // 25
  await inTopic({ kind: 'said' }) // 26
  await inTopic({ kind: 'said', isEdit: true }, { message: 26 }) // 27
  await inTopic({ kind: 'command', name: 'delete', words: '' }, { replyTo: 25 }) // 28
  await typed({ kind: 'command', name: 'delete' }, 23) // 29
  await typed({ kind: 'text', text: 'Dziękuję.' }) // 30
  await taps('leave') // 31
  const one = await world.cases.of(chat)
  const { state, case: isOpen, pending } = (await world.talks.load(chat)) ?? {}
  const [counts] = await world.reports.of(desk.id, ['2026-W47'])
  const inGroup = room.lines.filter(({ thread }) => thread === one?.thread)
  return {
    hasDied: life.hasDied(),
    story: life.trace.join(' '),
    atDesk: inGroup.map(({ what }) => what),
    onPhone: room.lines.flatMap(({ chat: to, what }) => (to === chat ? [what] : [])),
    bubbles: phone.bubbles.map(({ screen }) => keysOf(screen.text)[0]),
    topics: [...room.topics.values()],
    case: one?.state,
    counted: counts?.cases ?? 0,
    isOpen,
    pending,
    at: state?.path.at(-1)?.step,
  }
}

/** Where what Telegram answered died with the process, so that nobody knows of the message or the topic. */
const unknown = [
  ...['copy†', 'pair!', 'say†', 'of!', 'of†', 'keep!', 'openTopic†', 'keepTopic!', 'unpair!'],
]

const whole = ['m22', 'm23', 'm30']
const told = ['m25', 'm26']
const lines = ['desk:card.text', 'desk:line.took-back', 'desk:line.left']
/** With what was changed, and the topic itself. */
const once = whole.length + told.length + lines.length + 2

test('a case is whole wherever a process dies', async () => {
  let lost = 0
  for (const when of ['before', 'after'] as const) {
    for (let call = 0; ; call++) {
      const { hasDied, story, ...end } = await plays({ call, when })
      if (!hasDied) break
      const words = end.atDesk.filter((what) => /^m\d/.test(what))
      expect([...new Set(words)], story).toEqual(whole)
      expect([...new Set(end.onPhone)], story).toEqual(told)
      const said = end.atDesk.filter((what) => !/^m\d/.test(what))
      expect([...new Set(said)], story).toEqual(lines)
      expect([end.case, end.isOpen, end.at], story).toEqual(['closed', false, 'left'])
      expect(end.topics.at(-1), story).toBe('closed')
      expect(end.counted, story).toBeLessThanOrEqual(1)
      lost += 1 - end.counted
      const died = story.split(' ').find((name) => /[!†]/.test(name)) ?? ''
      const more = end.atDesk.length + end.onPhone.length + end.topics.length - once
      expect(more, story).toBeLessThanOrEqual(unknown.includes(died) ? 1 : 0)
    }
  }
  // Between the mark and the count: after the one, before the other.
  expect(lost).toBe(2)
})
