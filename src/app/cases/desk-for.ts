import type { Case } from '../../core/case.ts'
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
  world: Pick<World, 'desks' | 'cases' | 'blocks' | 'content' | 'now'>,
  turn: Performance & { speaks: string },
): Promise<Incoming> {
  const { chat, talk, entry, speaks, language } = turn
  const seeker = { language: speaks, country: talk.country, minor: talk.minor }
  // Who asks while a desk talks with them asks for another one.
  const theirs = talk.case ? [talk.case, ...((await world.cases.of(chat))?.left ?? [])] : []
  const parted = await world.blocks.of(chat)
  const draw = entry.update
  const desk = await staffedFor(world, seeker, { draw, not: [...theirs, ...parted] })
  const isAway = desk && !isOpenAt(desk.hours, world.now(), world.content.holidays)
  const others = desk || parted.length === 0 ? undefined : { draw, not: theirs }
  const isParted = others && (await staffedFor(world, seeker, others)) !== undefined
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
      ...(isParted && { isParted }),
    },
  }
}

/** Another desk that could go on with somebody's case: none that had it before, or has parted from them. */
export async function otherDeskFor(
  world: Pick<World, 'desks' | 'blocks' | 'content' | 'now'>,
  chat: number,
  { id: draw, desk, left = [], language, isMinor, shared }: Case,
): Promise<Desk | undefined> {
  const not = [desk, ...left, ...(await world.blocks.of(chat))]
  return staffedFor(world, { language, country: shared.country, minor: isMinor }, { draw, not })
}

/** The best one of all but these where somebody may take a case; each is asked only if those before it are empty. */
async function staffedFor(
  world: Pick<World, 'desks' | 'content' | 'now'>,
  seeker: Seeker,
  { draw, not }: { draw: number; not: string[] },
): Promise<Desk | undefined> {
  const { desks, content, now } = world
  let left = (await desks.all()).flatMap((desk) =>
    not.includes(desk.id)
      ? []
      : [{ desk, ...desk, opens: opensAt(desk.hours, now(), content.holidays) ?? Infinity }],
  )
  for (;;) {
    const found = route(left, seeker, draw)
    if (!found || (await isStaffed(world, found.id))) return found?.desk
    left = left.filter(({ id }) => id !== found.id)
  }
}
