import { type Doors, toPlace } from '../knowledge/doors.ts'
import type { Spoken } from '../knowledge/meaning.ts'
import type { Match } from '../scan/book.ts'
import type { Place } from '../turn.ts'
import { isAdvert, isStory } from './kinds.ts'
import { best } from './rooms.ts'
import { covered, found, foundForgiving, isShort, type Said, whole } from './said.ts'

/**
 * Where a message leads that no step may keep waiting: danger, body and soul, somebody else in danger, a long telling of what
 * happens to the writer. Undefined: it is none of these.
 */
export function urgent(one: Said, doors: Doors): Place | undefined {
  const { danger, passed, other, story } = doors
  const cry = cryIn(one, doors)
  if (one.isTheirs) return cry && !isAdvert(one) ? passed : undefined
  if (cry) return cry === 'theirs' ? other : danger
  if (isStory(one)) return story
  const [room] = urgentRooms(one)
  return room === undefined || isAdvert(one) ? undefined : toPlace(room)
}

/** Danger to the writer or to somebody else, in a few words that are no advert. */
function cryIn(one: Said, doors: Doors): 'mine' | 'theirs' | undefined {
  if (whole(one) === 'danger') return 'mine'
  if (!isShort(one)) return undefined
  const isDanger = uncovered(one, doors, 'danger').length > 0 || isAlarming(one, doors)
  if (!isDanger || isAdvert(one)) return undefined
  return isOfSomebody(one) ? 'theirs' : 'mine'
}

/** Words that may be harmless alone are danger together, or where nothing else is said. */
function isAlarming(one: Said, doors: Doors): boolean {
  const alarms = separate(uncovered(one, doors, 'alarm'))
  const worries = separate(uncovered(one, doors, 'worry'))
  if (alarms + worries === 0) return false
  if (alarms > 0 && !found(one, 'room').some(({ size }) => size > 1)) return true
  if (alarms === 0 && urgentRooms(one).length > 0) return false
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

/**
 * What no longer phrase means otherwise: `may they take my passport` asks, `they took my passport` tells. That somebody else is in
 * danger too takes nothing back.
 */
function uncovered(
  one: Said,
  { other: { flow, step } }: Doors,
  kind: 'danger' | 'alarm' | 'worry',
): Match<Spoken>[] {
  const urgencies = foundForgiving(one, 'urgent')
  const beside = urgencies.filter(({ means }) => means.place !== `${flow}.${step}`)
  const longer = [...beside, ...found(one, 'room')]
  const isOther = ({ from, to, size }: Match<Spoken>) =>
    longer.some((match) => match.size > size && match.from < to && from < match.to)
  return foundForgiving(one, kind).filter((match) => !isOther(match))
}

/** How many there are that share no word. */
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
