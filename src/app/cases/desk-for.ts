import { isOpenAt, opensAt } from '../../core/desk/hours.ts'
import { route, type Seeker } from '../../core/desk/route.ts'
import { bearsScreen } from '../carried.ts'
import { ownUpdate } from '../own-update.ts'
import type { Performance } from '../pending/performance.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { pastCase } from './reopen.ts'
import { isStaffed } from './staff.ts'

/** Which desk would talk with the person, as an input of its own that takes the place of the screen that asked. */
export async function deskFor(
  world: Pick<World, 'desks' | 'cases' | 'content' | 'now'>,
  turn: Performance & { speaks: string },
): Promise<Incoming> {
  const { chat, talk, entry, speaks, language } = turn
  const seeker = { language: speaks, country: talk.country, minor: talk.minor }
  // Who asks while a desk talks with them asks for another one.
  const desk = await staffedFor(world, seeker, { draw: entry.update, not: talk.case || undefined })
  const opens = desk && opensAt(desk.hours, world.now(), world.content.holidays)
  const isAway = opens === undefined || opens > world.now().getTime()
  const before = (await pastCase(world, chat, talk))?.desk
  return {
    update: ownUpdate(`desk/${entry.update}`),
    chat,
    source: 'desk',
    message: bearsScreen(turn) ? entry.message : 0,
    sentAt: entry.sentAt,
    ...(language && { language }),
    event: {
      kind: 'desk-found',
      ...(desk && { desk: desk.id, ...(isAway && { isAway }) }),
      ...(before && { before }),
    },
  }
}

/** The best one where somebody may take a case; each is asked only if those before it are empty. */
export async function staffedFor(
  world: Pick<World, 'desks' | 'content' | 'now'>,
  seeker: Seeker,
  { draw, not }: { draw: number; not?: string | undefined },
): Promise<Desk | undefined> {
  const { desks, content, now } = world
  let left = (await desks.all()).flatMap((desk) =>
    desk.id === not
      ? []
      : [{ desk, ...desk, isAway: !isOpenAt(desk.hours, now(), content.holidays) }],
  )
  for (;;) {
    const found = route(left, seeker, draw)
    if (!found || (await isStaffed(world, found.id))) return found?.desk
    left = left.filter(({ id }) => id !== found.id)
  }
}
