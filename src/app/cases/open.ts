import type { Case, Urgency } from '../../core/case.ts'
import { birdFor } from '../../core/desk/names.ts'
import { takes } from '../../core/desk/route.ts'
import type { HandOff } from '../../core/turn.ts'
import type { Performance } from '../pending/performance.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { changeCase } from './change.ts'
import { stopClock } from './clock.ts'
import { noteCopies } from './copies.ts'
import { countEnded } from './count.ts'
import { keepUntil } from './keep-until.ts'
import { isStaffed } from './staff.ts'

/**
 * Writes down what the person has agreed to, and asks for a topic. Safe to repeat: the update that brought it is known. Who has an open
 * case keeps that one.
 */
export async function openCase(
  world: World,
  turn: Performance & { speaks: string },
  agreed: HandOff,
): Promise<void> {
  const { chat, entry, talk } = turn
  const { cases, desks, queue } = world
  const before = await cases.of(chat)
  // Its own may be over by the time that the update comes again.
  const isKept = before && (isOpenAt(before, agreed.desk) || before.id === entry.update)
  if (isKept) return askForTopic(world, chat, before)
  const desk = await desks.get(agreed.desk)
  // Since the person was asked it may have been paused or closed, or the last who may take a case has left.
  if (!desk || !takes(desk, talk) || !(await isThere(world, chat, desk))) {
    // Who had an open case with another one stays there.
    const news = before && before.state !== 'closed' ? 'kept' : 'lost'
    return queue.enqueue({ kind: 'desk-news', chat, update: entry.update, news })
  }
  // Which message is whose copy belongs to the case that is over.
  const isLeaving = before !== undefined && isToLeave(before, entry.update)
  if (before) {
    if (isLeaving) await leaveFor(world, turn, before)
    await noteCopies(world, chat)
    await cases.drop(chat)
  }
  const one = { ...newCase(world, turn, { agreed, desk }), ...(isLeaving && leftBy(before)) }
  await askForTopic(world, chat, await cases.keep(chat, one))
}

function isOpenAt({ state, desk }: Case, wanted: string) {
  return state !== 'closed' && desk === wanted
}

/** Who goes on with another desk is not led back to those that did not answer. */
function leftBy({ left = [], desk }: Case): Pick<Case, 'left'> {
  return { left: [...left, desk] }
}

/** Also where a crash came before the desk heard it. */
function isToLeave({ state, deed }: Case, update: number) {
  return state !== 'closed' || deed === update
}

/** The person goes on with another desk; the one before hears it. */
async function leaveFor(world: World, { chat, entry }: Performance, before: Case) {
  const { update } = entry
  const closedAt = world.now().getTime()
  const closed = await changeCase(world, chat, (one) =>
    one.state === 'closed' ? undefined : { ...one, state: 'closed', closedAt, deed: update },
  )
  await countEnded(world, chat, before, 'gone-on')
  const { desk, thread, name } = closed ?? before
  await keepUntil(world, chat, closed ?? before)
  await stopClock(world, chat, before)
  // What was not shown comes to nobody any more, and whoever wrote it sees that.
  for (const message of before.unseen ?? []) await world.room.mark(before.group, message, 'failed')
  const of = thread !== undefined && { of: { thread, name } }
  await world.queue.enqueue({ kind: 'case-card', chat, desk, update, line: 'gone-on', ...of })
}

/** Somebody there may take a case, and it talks with this person. */
async function isThere(world: World, chat: number, { id }: Desk): Promise<boolean> {
  return (await isStaffed(world, id)) && !(await world.blocks.of(chat)).includes(id)
}

function askForTopic({ queue }: World, chat: number, { id, desk }: Case): Promise<void> {
  return queue.enqueue({ kind: 'open-case', chat, desk, update: id })
}

function newCase(
  { content, now }: World,
  { chat, entry, talk, speaks }: Performance & { speaks: string },
  { agreed, desk }: { agreed: HandOff; desk: Desk },
): Case {
  const { shared, wording, waits } = agreed
  const urgent = urgencyOf(talk.minor, shared.signs ?? [], content.indicators)
  return {
    id: entry.update,
    version: 0,
    desk: desk.id,
    group: desk.group,
    name: birdFor(entry.update * 31 + (chat % 1009)),
    language: speaks,
    ...(talk.minor && { isMinor: true }),
    ...(!desk.languages.includes(speaks) && { isForeign: true }),
    shared,
    consent: { at: now().getTime(), wording },
    state: 'waiting',
    ...(urgent && { urgent }),
    ...(waits && { waits }),
  }
}

function urgencyOf(
  minor: boolean | undefined,
  signs: string[],
  indicators: World['content']['indicators'],
): Urgency | undefined {
  if (signs.some((id) => indicators[id]?.severity === 'critical')) return 'critical'
  return minor ? 'minor' : undefined
}
