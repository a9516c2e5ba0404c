import { type Doors, toPlace } from '../knowledge/doors.ts'
import type { Place } from '../turn.ts'
import { isAdvert, isStory } from './kinds.ts'
import { best } from './rooms.ts'
import { covered, found, foundForgiving, isShort, type Said, whole } from './said.ts'

/**
 * Where a message leads that no step may keep waiting: danger, body and soul, somebody else in danger, a long telling of what
 * happens to the writer. Undefined: it is none of these.
 */
export function urgent(one: Said, { danger, passed, other, story }: Doors): Place | undefined {
  const cry = cryIn(one)
  if (one.isTheirs) return cry && !isAdvert(one) ? passed : undefined
  if (cry) return cry === 'theirs' ? other : danger
  if (isStory(one)) return story
  const [room] = urgentRooms(one)
  return room === undefined || isAdvert(one) ? undefined : toPlace(room)
}

/** Danger to the writer or to somebody else, in a few words that are no advert. */
function cryIn(one: Said): 'mine' | 'theirs' | undefined {
  if (whole(one) === 'danger') return 'mine'
  if (!isShort(one)) return undefined
  const isMine = foundForgiving(one, 'danger').length > 0
  if (!isMine && !isAlarming(one)) return undefined
  if (isAdvert(one)) return undefined
  return isMine || !isOfSomebody(one) ? 'mine' : 'theirs'
}

/** Words that may be harmless alone are danger together, or where nothing else is asked. */
function isAlarming(one: Said): boolean {
  const alarms = separate(foundForgiving(one, 'alarm'))
  const worries = separate(foundForgiving(one, 'worry'))
  if (alarms + worries === 0) return false
  if (alarms > 0 && !found(one, 'room').some(({ size }) => size > 1)) return true
  return alarms * weights.alarm + worries * weights.worry + (speaks(one) ? weights.me : 0) >= enough
}

const weights = { alarm: 2, worry: 1, me: 1 }
const enough = 3

/** Whether it tells of somebody else, and of the writer only to ask for help. */
function isOfSomebody(one: Said): boolean {
  return found(one, 'dear').length > 0 && !speaks(one)
}

/** Whether the writer is among those it happens to: `help me` says nothing of that. */
function speaks(one: Said): boolean {
  const pleas = covered([...found(one, 'filler'), ...found(one, 'whole')])
  return found(one, 'me').some(({ from }) => !pleas.has(from))
}

/** Matches that share no word. */
function separate(matches: { from: number; to: number }[]): number {
  let end = 0
  let count = 0
  for (const { from, to } of matches.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < end) continue
    count += 1
    end = to
  }
  return count
}

function urgentRooms(one: Said): string[] {
  const rooms = best(found(one, 'urgent'))
  return rooms.length > 0 || !isShort(one) ? rooms : best(foundForgiving(one, 'urgent'))
}
