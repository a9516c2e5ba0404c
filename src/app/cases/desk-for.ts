import { route } from '../../core/desk/route.ts'
import { bearsScreen } from '../carried.ts'
import { ownUpdate } from '../own-update.ts'
import type { Performance } from '../pending/performance.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { World } from '../ports/world.ts'

/** Which desk would talk with the person, as an input of its own that takes the place of the screen that asked. */
export async function deskFor(
  { desks }: Pick<World, 'desks'>,
  turn: Performance & { speaks: string },
): Promise<Incoming> {
  const { chat, talk, entry, speaks, language } = turn
  const seeker = { language: speaks, country: talk.country, minor: talk.minor }
  const desk = route(await desks.all(), seeker, entry.update)
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
