import type { Doors } from '../knowledge/doors.ts'
import { toPlace } from '../knowledge/doors.ts'
import type { Place } from '../turn.ts'
import { isAdvert, isStory } from './kinds.ts'
import { best } from './rooms.ts'
import { found, foundForgiving, isShort, type Said, whole } from './said.ts'

/**
 * Where a message leads that no step may keep waiting: danger, body and soul, somebody else in danger, a long telling of what
 * happens to the writer. Undefined: it is none of these.
 */
export function urgent(one: Said, { danger, passed, story }: Doors): Place | undefined {
  if (one.isTheirs) return isCry(one) && !isAdvert(one) ? passed : undefined
  if (isCry(one)) return danger
  if (isStory(one)) return story
  const [room] = urgentRooms(one)
  return room === undefined || isAdvert(one) ? undefined : toPlace(room)
}

/** Danger to the writer, in a few words that are no advert. */
function isCry(one: Said): boolean {
  if (whole(one) === 'danger') return true
  if (!isShort(one)) return false
  return foundForgiving(one, 'danger').length > 0 && !isAdvert(one)
}

function urgentRooms(one: Said): string[] {
  const rooms = best(found(one, 'urgent'))
  return rooms.length > 0 || !isShort(one) ? rooms : best(foundForgiving(one, 'urgent'))
}
