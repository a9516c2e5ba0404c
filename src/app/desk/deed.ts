import type { Case, News } from '../../core/case.ts'
import { type DeedName, type Done, deeds } from '../../core/desk/deeds.ts'
import { countEnded } from '../cases/count.ts'
import { keepUntil } from '../cases/keep-until.ts'
import type { World } from '../ports/world.ts'
import { changeHere } from './change-here.ts'
import type { Here } from './here.ts'

/**
 * Somebody of the desk does something with a case: by a button of its card, by a word in its topic. Two never take one, because each writes
 * what they have read. A repeat changes nothing and does what was left to do.
 */
export async function deed(world: World, here: Here, name: DeedName): Promise<void> {
  const at = world.now().getTime()
  const changed = await changeHere(world, here, (one, by) =>
    notingLead(here, deeds[name](one, by, at)),
  )
  if (!changed) return
  const { chat, kept } = changed
  await follow(world, { chat, name, kept, update: here.incoming.update })
  await confirm(world, here, name)
}

/** Who leads the desk has the case, or has had it: complaints do not go to them. */
function notingLead({ desk }: Here, done: Done): Done {
  if (!('one' in done) || done.one.by !== desk.lead) return done
  return { one: { ...done.one, isOfLead: true } }
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
  if (kept.state === 'closed') {
    await countEnded(world, chat, kept, 'closed')
    await keepUntil(world, chat, kept)
  }
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
