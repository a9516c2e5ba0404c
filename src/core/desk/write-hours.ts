import { weekdays } from '../knowledge/contact.ts'
import type { DeskHours } from './hours.ts'

/** A week as somebody has typed it, or the part that cannot be read. */
export type WeekRead = { week: DeskHours['week'] } | { unread: string }

/** So many times a day; all of a week must fit into a code. */
export const spansAtMost = 4

/** How the days are called where desks are, each list as a week goes. */
const called = [
  weekdays,
  ['pn', 'wt', 'śr', 'cz', 'pt', 'sb', 'nd'],
  ['pon', 'wto', 'śro', 'czw', 'pią', 'sob', 'nie'],
  ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'нд'],
  ['пон', 'вівт', 'сер', 'чет', 'пят', 'суб', 'нед'],
  ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  ['пон', 'вто', 'сре', 'чет', 'пят', 'суб', 'вос'],
]

/**
 * Reads `mon-fri 9-13 15-18:30, sat 10-14`: days or spans of days, each with its times, in the short names of days that people write. What
 * goes past midnight is split there.
 */
export function readWeek(typed: string): WeekRead {
  const week: DeskHours['week'] = {}
  let named: string[] = []
  for (const part of typed
    .toLowerCase()
    .replaceAll(/[–—]/g, '-')
    .split(/[,;\n]/)) {
    const [days = '', ...times] = part.trim().split(/\s+/)
    const known = daysIn(days)
    const spans = times.map(spanIn)
    if (known.length === 0 || spans.includes(undefined)) return { unread: part.trim() }
    named = [...named, ...known]
    if (spans.length === 0) continue
    for (const day of named) for (const span of spans) if (span) add(week, day, span)
    named = []
  }
  return named.length > 0 ? { unread: named.join(' ') } : tidied(week)
}

/** `22:00`–`06:00` is until midnight, and from midnight on the day after. */
function add(week: DeskHours['week'], day: string, [from, to]: [string, string]) {
  if (from < to) put(week, day, [from, to])
  else {
    put(week, day, [from, '24:00'])
    if (to > '00:00') put(week, after(day), ['00:00', to])
  }
}

function put(week: DeskHours['week'], day: string, span: [string, string]) {
  week[day] = [...(week[day] ?? []), span]
}

/** In the order of a week and of a day; times that overlap say nothing clear. */
function tidied(week: DeskHours['week']): WeekRead {
  const days = weekdays.filter((day) => week[day])
  const sorted = days.map((day) => [day, (week[day] ?? []).toSorted()] as const)
  const crossed = sorted.find(
    ([, spans]) =>
      spans.length > spansAtMost ||
      spans.some(([from], index) => index > 0 && from < (spans[index - 1]?.[1] ?? '')),
  )
  if (crossed)
    return { unread: `${crossed[0]} ${crossed[1].map((span) => span.join('-')).join(' ')}` }
  return { week: Object.fromEntries(grouped(sorted)) }
}

type DayTimes = readonly [string, [string, string][]]

/** Days in a row with the same times are written as one: `mon-fri`. */
function grouped(days: DayTimes[]): [string, [string, string][]][] {
  const groups: { from: string; to: string; spans: [string, string][] }[] = []
  for (const [day, spans] of days) {
    const last = groups.at(-1)
    const isSame = last && after(last.to) === day && String(last.spans) === String(spans)
    if (isSame && day !== weekdays[0]) last.to = day
    else groups.push({ from: day, to: day, spans })
  }
  return groups.map(({ from, to, spans }) => [from === to ? from : `${from}-${to}`, spans])
}

function after(day: string): string {
  return weekdays[(weekdays.indexOf(day) + 1) % weekdays.length] ?? day
}

/** `pn-pt` → `mon` to `fri`, `pt-pn` also over the end of the week; none where a name is unknown. */
function daysIn(typed: string): string[] {
  if (everyDay.includes(typed)) return weekdays
  const [from = -1, to = from, more] = typed.split('-').map(dayIn)
  if (from < 0 || to < 0 || more !== undefined) return []
  const days =
    from <= to
      ? weekdays.slice(from, to + 1)
      : [...weekdays.slice(from), ...weekdays.slice(0, to + 1)]
  return days
}

const everyDay = ['daily', 'codziennie', 'щодня', 'ежедневно']

function dayIn(typed: string): number {
  const name = typed.replaceAll(/[.'’ʼ]/g, '')
  const found = called.map((names) => names.findIndex((one) => name === one || isLonger(name, one)))
  return found.find((index) => index >= 0) ?? -1
}

/** `monday` for `mon`; two letters may begin more than one name. */
function isLonger(name: string, short: string) {
  return short.length > 2 && name.startsWith(short)
}

/** `9-13:30` → `09:00`, `13:30`. */
function spanIn(typed: string): [string, string] | undefined {
  const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] =
    /^(\d{1,2})(?:[:.](\d\d))?-(\d{1,2})(?:[:.](\d\d))?$/.exec(typed) ?? []
  if (fromHour === undefined || toHour === undefined) return undefined
  const [from, to] = [
    `${fromHour.padStart(2, '0')}:${fromMinute}`,
    `${toHour.padStart(2, '0')}:${toMinute}`,
  ]
  return isTime(from) && isTime(to) && from !== to && from !== '24:00' ? [from, to] : undefined
}

function isTime(time: string) {
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)
}
