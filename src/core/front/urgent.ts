import { type Doors, toPlace } from '../knowledge/doors.ts'
import type { Spoken } from '../knowledge/meaning.ts'
import type { Match } from '../scan/book.ts'
import type { Place } from '../turn.ts'
import { isAdvert, isOffering, isTelling, stated } from './kinds.ts'
import { best } from './rooms.ts'
import { ageSaid, covered, found, foundForgiving, isShort, type Said, said, whole } from './said.ts'

/**
 * Where a message leads that no step may keep waiting: danger, body and soul, somebody else in danger, a long telling of what
 * happens to the writer. Undefined: it is none of these.
 */
export function urgent(one: Said, doors: Doors): Place | undefined {
  const { danger, passed, other, story } = doors
  if (one.isTheirs) return isPassedOn(one, doors) ? passed : undefined
  const cry = cryIn(one, doors)
  if (cry) return cry === 'theirs' ? other : danger
  if (isTelling(one)) return story
  const [room] = urgentRooms(one)
  // `17 years old` says how old the writer is, and of nobody that they are in danger.
  if (room === undefined || ageSaid(one) || isAdvert(one)) return undefined
  return toPlace(room)
}

/**
 * The same of a picture, where a phone and others say much around a cry: also in a line or two of it, by a phrase and not
 * by a word that may be a name. In an advert only who speaks of themselves cries.
 */
export function urgentInside(one: Said, doors: Doors): Place | undefined {
  const whole = urgent(one, doors)
  if (whole) return whole
  const { text, isTheirs, isRead, knowledge } = one
  const isOffered = isAdvert(one) && (found(one, 'offer').length > 0 || stated(one).length > 2)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  // A bubble may break a phrase.
  const parts = [...lines, ...lines.map((line, at) => `${line}\n${lines[at + 1] ?? ''}`)]
  const isHeard = parts.some((part) => {
    const line = said({ text: part, isTheirs, ...(isRead && { isRead }) }, knowledge)
    return isPhrased(line, doors) && (!isOffered || speaks(line))
  })
  return isHeard ? doors.passed : undefined
}

function isPhrased(one: Said, doors: Doors): boolean {
  if (!isShort(one)) return false
  const isDanger = uncovered(one, doors, 'danger').length > 0
  return isDanger || (!isAdvert(one) && urgentRooms(one).length > 0)
}

/** Whether nothing but one word could alarm, and nobody speaks or calls: so may the name of a firm. */
export function isQuietWord(one: Said): boolean {
  const words = [...foundForgiving(one, 'alarm'), ...foundForgiving(one, 'worry')]
  if (speaks(one) || separate(words) >= several || isCall(one)) return false
  const tells = ['danger', 'urgent', 'dear'] as const
  return tells.every((kind) => foundForgiving(one, kind).length === 0)
}

/** `help` in any place of it. */
function isCall(one: Said): boolean {
  return found(one, 'whole').some(({ means }) => means.says === 'danger')
}

/** Danger, body and soul of somebody whose words were passed on. */
function isPassedOn(one: Said, doors: Doors): boolean {
  const isDanger = found(one, 'danger').length + found(one, 'alarm').length > 0
  if (isTelling(one)) return isDanger && speaks(one)
  if (isOffering(one) || (isAdvert(one) && !speaks(one))) return false
  return cryIn(one, doors) !== undefined || (isShort(one) && urgentRooms(one).length > 0)
}

/** Danger to the writer or to somebody else, in a few words that are no advert. */
function cryIn(one: Said, doors: Doors): 'mine' | 'theirs' | undefined {
  if (whole(one) === 'danger') return 'mine'
  if (!isShort(one)) return undefined
  const isDanger = uncovered(one, doors, 'danger').length > 0 || isAlarming(one, doors)
  if (!isDanger || isOffer(one)) return undefined
  return isOfSomebody(one) ? 'theirs' : 'mine'
}

/** An advert; but who speaks of themselves and offers nothing tells of a debt, not of a job. */
function isOffer(one: Said): boolean {
  if (one.isTheirs) return isOffering(one)
  return isAdvert(one) && (found(one, 'offer').length > 0 || !speaks(one))
}

/** Words that may be harmless alone are danger together, or where nothing else is said. */
function isAlarming(one: Said, doors: Doors): boolean {
  const alarms = separate(uncovered(one, doors, 'alarm'))
  if (alarms < several && isElse(one, doors)) return false
  if (alarms > 0 && !found(one, 'room').some(({ size }) => size > 1)) return true
  return unease(one, doors) >= enough
}

/** Whether it tells of body and soul, or offers work, more than of danger. */
function isElse(one: Said, doors: Doors): boolean {
  return isAdvert(one) || urgentRooms(one).some((room) => !isOther(room, doors))
}

/** How much danger single words speak of; the writer alone is none. */
function unease(one: Said, doors: Doors, kinds: ('worry' | 'trouble')[] = ['worry']): number {
  const alarms = separate(uncovered(one, doors, 'alarm'))
  const worries = separate(kinds.flatMap((kind) => uncovered(one, doors, kind)))
  if (alarms + worries === 0) return 0
  return alarms * weights.alarm + worries * weights.worry + (speaks(one) ? weights.me : 0)
}

/** Whether words that worry had better open help: a tap too many costs less than help that does not come. */
export function isUneasy(one: Said, doors: Doors): boolean {
  return !one.isTheirs && isShort(one) && unease(one, doors) >= enough - 1
}

/** Whose danger a message that means nothing else may be: here trouble counts like a worry, and somebody else like the writer. */
export function troubled(one: Said, doors: Doors): 'mine' | 'theirs' | undefined {
  if (one.isTheirs || !isShort(one)) return undefined
  const isOther = isOfSomebody(one)
  const told = unease(one, doors, ['worry', 'trouble']) + (isOther ? weights.dear : 0)
  if (told < enough - 1) return undefined
  return isOther ? 'theirs' : 'mine'
}

const weights = { alarm: 2, worry: 1, me: 1, dear: 1 }
const enough = 3

/** So many words of danger are more than what body and soul may tell of themselves: `forced me` alone may be of either. */
const several = 2

/** Whether somebody else's danger is meant. */
function isOther(place: string, { other: { flow, step } }: Doors) {
  return place === `${flow}.${step}`
}

/** Whether it tells of somebody else, and of the writer only to ask for help. */
function isOfSomebody(one: Said): boolean {
  return found(one, 'dear').length > 0 && !speaks(one)
}

/** Whether the writer is among those it happens to: `help me` says nothing of that, `they beat me` does. */
function speaks(one: Said): boolean {
  const told = covered([...found(one, 'danger'), ...found(one, 'alarm')])
  const asking = found(one, 'whole').filter(({ from, to }) => !told.has(from) && !told.has(to - 1))
  const pleas = covered([...found(one, 'filler'), ...asking])
  return found(one, 'me').some(({ from }) => !pleas.has(from))
}

/**
 * What no longer phrase means otherwise: `may they take my passport` asks, `they took my passport` tells. That somebody else is in
 * danger too takes nothing back.
 */
function uncovered(
  one: Said,
  doors: Doors,
  kind: 'danger' | 'alarm' | 'worry' | 'trouble',
): Match<Spoken>[] {
  const urgencies = foundForgiving(one, 'urgent')
  const beside = urgencies.filter(({ means }) => !isOther(means.place, doors))
  const longer = [...beside, ...found(one, 'room')]
  const isMeantElse = ({ from, to, size }: Match<Spoken>) =>
    longer.some((match) => match.size > size && match.from < to && from < match.to)
  return foundForgiving(one, kind).filter((match) => !isMeantElse(match))
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
