import { route, type Seeker } from '../../core/desk/route.ts'
import { bearsScreen } from '../carried.ts'
import { ownUpdate } from '../own-update.ts'
import type { Performance } from '../pending/performance.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { isStaffed } from './staff.ts'

/** Which desk would talk with the person, as an input of its own that takes the place of the screen that asked. */
export async function deskFor(
  world: Pick<World, 'desks' | 'content' | 'now'>,
  turn: Performance & { speaks: string },
): Promise<Incoming> {
  const { chat, talk, entry, speaks, language } = turn
  const seeker = { language: speaks, country: talk.country, minor: talk.minor }
  const desk = await staffedFor(world, seeker, entry.update)
  return {
    update: ownUpdate(`desk/${entry.update}`),
    chat,
    source: 'desk',
    message: bearsScreen(turn) ? entry.message : 0,
    sentAt: entry.sentAt,
    ...(language && { language }),
    event: { kind: 'desk-found', ...(desk && { desk: desk.id }) },
  }
}

/** The best one where somebody may take a case; each is asked only if those before it are empty. */
async function staffedFor(
  world: Pick<World, 'desks' | 'content' | 'now'>,
  seeker: Seeker,
  draw: number,
): Promise<Desk | undefined> {
  let left = await world.desks.all()
  for (;;) {
    const desk = route(left, seeker, draw)
    if (!desk || (await isStaffed(world, desk.id))) return desk
    left = left.filter(({ id }) => id !== desk.id)
  }
}
