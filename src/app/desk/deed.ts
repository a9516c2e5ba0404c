import type { Case, News } from '../../core/case.ts'
import { type DeedName, type Done, deeds, type Refusal } from '../../core/desk/deeds.ts'
import { changeOnce } from '../cases/change.ts'
import { keepUntil } from '../cases/keep-until.ts'
import type { World } from '../ports/world.ts'
import { mayAct } from './conduct.ts'
import { type Here, reply } from './here.ts'

/**
 * Somebody of the desk does something with a case: by a button of its card, by a word in its topic. Two never take one, because each writes
 * what they have read. A repeat changes nothing and does what was left to do.
 */
export async function deed(world: World, here: Here, name: DeedName): Promise<void> {
  const { chat, incoming } = here
  if (chat === undefined) return reply(world, here, { key: 'desk:no-case' })
  const by = await mayAct(world, here)
  if (by === undefined) return
  const { update } = incoming
  let why: Refusal = 'over'
  const kept = await changeOnce(world, { chat, update }, (one) => {
    const done: Done = isHere(one, here)
      ? deeds[name](one, by, world.now().getTime())
      : { why: 'over' }
    if ('one' in done) return done.one
    why = done.why
    return undefined
  })
  if (!kept) return reply(world, here, { key: `desk:refused.${why}` })
  await follow(world, { chat, name, kept, update })
  await confirm(world, here, name)
}

/** A topic of an earlier case of the same person stays until its day. */
function isHere({ thread }: Case, { incoming }: Here) {
  return thread === incoming.thread
}

interface Followed {
  chat: number
  name: DeedName
  kept: Case
  update: number
}

/** The card says what holds now, and the person hears what concerns them. */
async function follow(world: World, { chat, name, kept, update }: Followed) {
  const { queue } = world
  if (kept.state === 'closed') await keepUntil(world, chat, kept)
  await queue.enqueue({ kind: 'case-card', chat, desk: kept.desk, update })
  const told = news[name]
  if (told) await queue.enqueue({ kind: 'desk-news', chat, update, news: told })
}

const news: Record<DeedName, News | undefined> = {
  take: 'taken',
  transfer: 'waiting',
  urgent: undefined,
  close: 'closed',
}

/** The card shows it; a word over the press is enough. */
async function confirm({ room }: World, { incoming, voice }: Here, name: DeedName) {
  const { event, group, message } = incoming
  if (event.kind === 'press') return room.answer(event.id, voice, { key: `desk:done.${name}` })
  if (message > 0) await room.mark(group, message, 'arrived')
}
