import type { Case } from '../../core/case.ts'
import { hurried } from '../../core/desk/deeds.ts'
import { changeCase } from '../cases/change.ts'
import { deskLost, unlessMoved } from '../cases/desk-lost.ts'
import { sayBeside } from '../cases/say-beside.ts'
import type { Opened } from '../cases/topic.ts'
import { touch } from '../cases/touch.ts'
import { ownUpdate } from '../own-update.ts'
import type { Copied } from '../ports/room.ts'
import type { World } from '../ports/world.ts'
import { Lost } from '../trouble.ts'
import { bringLast, sayUnpassed } from './bring-last.ts'
import { type Telling, tellNews } from './desk-news.ts'
import type { JobOf } from './job.ts'
import { lose } from './lose.ts'
import { ready, remake } from './remake.ts'

type Relaying = JobOf<'relay'>

/** Updates that are so near to each other were counted one after the other. */
const nearby = 10_000

/**
 * A word of the person comes to the topic of their case. Where they have taken back what they agreed to, nothing does; where the desk is
 * no more, they hear it.
 */
export async function toDesk(world: World, job: Relaying): Promise<void> {
  const { chat, message, update, isEdit, isUrgent } = job
  const [{ one, twin }, desk] = await Promise.all([
    world.cases.look(chat, 'chat', message),
    world.desks.get(job.desk),
  ])
  if (twin?.update === update) return world.room.mark(chat, message, 'arrived')
  if (one?.desk !== job.desk)
    return job.isLast ? sayUnpassed(world, job, one) : tellOver(world, job, { news: 'lost' })
  if (isOfEarlier(job, one)) return world.room.mark(chat, message, 'failed')
  const isThere = desk !== undefined && !desk.isClosed
  if (job.isLast) return bringLast(world, job, one)
  if (one.state === 'closed')
    return tellOver(world, job, { news: await endOf(world, job, isThere), waits: one.waits })
  if (isEdit && !twin && !isUrgent && isFromBefore(job, one)) return
  // A complaint may be about whoever reads there.
  if (isEdit && one.apart?.includes(message)) return
  if (!isThere) return lose(world, chat, one.id)
  try {
    await bring(world, job, { one, answered: isEdit ? twin?.message : await copyOf(world, job) })
  } catch (error) {
    if (!(error instanceof Lost)) throw error
    await unlessMoved(world, one.desk, error)
    await deskLost(world, one.desk, error.what)
    await lose(world, chat, one.id)
  }
}

/** How it has ended. */
async function endOf({ blocks }: World, { chat, desk }: Relaying, isThere: boolean) {
  if (!isThere) return 'lost'
  return (await blocks.of(chat)).includes(desk) ? 'parted' : 'closed'
}

/** It was on its way to the desk when the person ended that talk and agreed to this one. Telegram counts up, but may begin anywhere. */
function isOfEarlier({ update }: Relaying, { id }: Case): boolean {
  return update < id && id - update < nearby
}

/** It was written before they agreed to anything, or in the same second. */
function isFromBefore({ writtenAt = 0 }: Relaying, { consent }: Case): boolean {
  return writtenAt <= Math.floor(consent.at / 1000)
}

/** Whose talk still knows of a case that is over, has expired or became another one hears that nobody reads what they write. */
async function tellOver(
  world: World,
  { chat, message, update }: Relaying,
  over: Pick<Telling, 'news' | 'waits'>,
): Promise<void> {
  await world.room.mark(chat, message, 'failed')
  await tellNews(world, chat, { ...over, update: ownUpdate(`over/${update}`) })
}

/** With what the person answers to, or changes. */
async function bring(
  world: World,
  job: Relaying,
  { one, answered }: { one: Case; answered: number | undefined },
) {
  const { chat, message, update, isUrgent } = job
  const opened = await ready(world, job, isUrgent ? await cried(world, job, one) : one)
  if (!opened) return
  const copied = await copyAnew(world, opened, { ...job, answered })
  if (copied === 'gone') return
  if (copied === 'impossible') return sayImpossible(world, job, one)
  await world.cases.pair(chat, { chat: message, topic: copied, update })
  await world.room.mark(chat, message, 'arrived')
  await touch(world, chat, opened)
}

/** Help was asked for: everybody at the desk shall see it. */
async function cried(world: World, { chat, desk, update }: Relaying, one: Case): Promise<Case> {
  if (one.urgent === 'cry') return one
  // In the same line, so it comes behind this job, which may be repeated.
  await world.queue.enqueue({ kind: 'case-card', chat, desk, update, line: 'cried' })
  const kept = await changeCase(world, chat, (now) => ({ ...hurried(now), urgent: 'cry' }))
  return kept ?? one
}

async function copyOf({ cases }: World, { chat, replyTo }: Relaying) {
  if (replyTo === undefined) return undefined
  return (await cases.look(chat, 'chat', replyTo)).twin?.message
}

/** Somebody may have deleted the topic: Telegram tells nobody, so it is found out here, and a new one takes its place. */
async function copyAnew(
  world: World,
  opened: Opened,
  job: Relaying & { answered: number | undefined },
): Promise<Copied> {
  try {
    return await copy(world, opened, job)
  } catch (error) {
    if (!(error instanceof Lost) || error.what !== 'topic') throw error
    const anew = await remake(world, job, opened)
    if (!anew) return 'gone'
    return copy(world, anew, { ...job, answered: undefined })
  }
}

function copy(
  { room }: World,
  { group, thread }: Opened,
  { chat, message, answered }: Relaying & { answered: number | undefined },
): Promise<Copied> {
  const replyTo = answered !== undefined && { replyTo: answered }
  return room.copy({ from: { chat, message }, to: { chat: group, thread, ...replyTo } })
}

/** Who sent it hears that the desk did not get it. */
async function sayImpossible(world: World, { chat, message, update }: Relaying, one: Case) {
  await world.room.mark(chat, message, 'failed')
  await sayBeside(world, { chat, update, language: one.language }, 'impossible')
}
