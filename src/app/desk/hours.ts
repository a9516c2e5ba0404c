import { cut } from '../../core/cut.ts'
import type { DeskHours } from '../../core/desk/hours.ts'
import { readWeek } from '../../core/desk/write-hours.ts'
import type { Content } from '../../core/engine/flow.ts'
import { isTimeZone } from '../../core/knowledge/contact.ts'
import type { Text } from '../../core/turn.ts'
import { countryOfZone, zoneNamed } from '../../core/zones.ts'
import { watchAll } from '../cases/watch.ts'
import { zoneOf } from '../cases/zone-of.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { mayAct } from './conduct.ts'
import { hoursLines } from './desk-text.ts'
import { type Here, reply } from './here.ts'

/** `/hours`: when somebody is to answer. An administrator of the group writes them behind it. */
export async function hours(world: World, here: Here, words: string): Promise<void> {
  const typed = words.trim()
  if (typed === '') return show(world, here, here.desk, { key: 'desk:hours.how', vars: example })
  const by = await mayAct(world, here)
  if (by === undefined) return
  if (!(await world.room.member(here.desk.group, by))?.isAdmin)
    return reply(world, here, { key: 'desk:hours.not-admin' })
  const read = readHours(typed, here.desk, world.content)
  if ('why' in read) return reply(world, here, read.why)
  await world.desks.change(here.desk.id, { hours: read.hours })
  const { hours: _, ...desk } = here.desk
  await watchAll(world, here.desk)
  await show(world, here, { ...desk, ...(read.hours && { hours: read.hours }) })
}

function show(world: World, here: Here, desk: Desk, ...more: Text[]) {
  const lines: Text = { key: 'join:lines', vars: { items: hoursLines(desk) } }
  return reply(world, here, { key: 'join:paragraphs', vars: { items: [lines, ...more] } })
}

/** How times are written, to show it. */
const example = { times: '9-13 15-18', saturday: '10-14' }

type Read = { hours: DeskHours | null } | { why: Text }

/** Words for "at any time". */
const always = ['always', 'zawsze', 'завжди', 'всегда', '24/7']

/**
 * `pn-pt 9-13 15-18, sob 10-14`, perhaps with a zone (`Europe/Berlin`) and whose holidays are free (`DE`, or `-` for none); what is
 * left out stays as it was, or is as in the country of the desk's first language.
 */
export function readHours(
  typed: string,
  { hours: before, languages }: Pick<Desk, 'hours' | 'languages'>,
  { holidays: known }: Pick<Content, 'holidays'>,
): Read {
  if (always.includes(typed.toLowerCase())) return { hours: null }
  const joined = typed.replaceAll(
    /(?<=\d)\s*[-–—]\s*(?=\d)|(?<=\p{L}\.?)\s*[-–—]\s*(?=\p{Ll})/gu,
    '-',
  )
  const words = joined.split(/\s+/)
  const named = words.find((word) => word.includes('/'))
  const place = words.find(isPlace)
  const zone = named && zoneNamed(named)
  const times = without(joined, [named, place])
  const isSame = times.trim() === '' && before
  const week = isSame ? { week: before.week } : readWeek(times)
  if ('unread' in week) return { why: wrong('unread', week.unread) }
  const tz = zone ?? zoneOf({ languages, ...(before && { hours: before }) })
  if (!isTimeZone(tz)) return { why: wrong('zone', tz) }
  const free =
    place?.replace(/[–—]/, '-') ??
    (zone ? undefined : before && (before.holidays ?? '-')) ??
    countryOfZone(tz)
  if (free !== undefined && free !== '-' && !Object.hasOwn(known, free))
    return { why: wrong('place', free) }
  const holidays = free === '-' ? undefined : free
  return { hours: { tz, ...week, ...(holidays && { holidays }) } }
}

/** Lines stay lines. */
function without(typed: string, words: (string | undefined)[]): string {
  const kept = typed.split(/(\s+)/).filter((word) => !words.includes(word))
  return kept.join('')
}

function isPlace(word: string) {
  return /^[-–—]$/.test(word) || /^[A-Z]{2}(-[A-Z]+){0,2}$/.test(word)
}

/** So much of what cannot be read is quoted. */
const quotedAtMost = 60

function wrong(name: 'unread' | 'zone' | 'place', typed: string): Text {
  return { key: `desk:hours.${name}`, vars: { typed: cut(typed, quotedAtMost), ...example } }
}
