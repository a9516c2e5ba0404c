import { needs } from '../needs.ts'
import { answers, type Counted, endings, type Group, groups } from './counted.ts'
import { fewest, type Part, type Shown, shownAlone, shownOfMany, shownOfOne, sum } from './shown.ts'
import { daysOf, type Week } from './weeks.ts'

/** What was counted in a week; what is not named was not. */
export type WeekCounts = { [Name in Counted]?: number }

/** One of the groups of a report; of weeks each part is named by its days, `2026-11-30/2026-12-06`. */
export type Section = Shown & { group: Group | 'weeks' }

export interface Report {
  /** The first day and the last. */
  from: string
  until: string
  cases: number
  sections: Section[]
}

/** What a desk may see of these weeks, the oldest first; undefined: fewer cases than any report is made of. */
export function reportOf(weeks: Week[], counts: WeekCounts[]): Report | undefined {
  const [first = '', last = ''] = [weeks[0], weeks.at(-1)]
  const cases = counts.reduce((all, one) => all + (one.cases ?? 0), 0)
  if (cases < fewest) return undefined
  return {
    from: daysOf(first).from,
    until: daysOf(last).until,
    cases,
    sections: [
      { group: 'weeks', ...weeksShown(weeks, counts) },
      ...groups.map((group) => ({ group, ...shown[group](partsOf(group, counts), cases) })),
    ],
  }
}

const shown: Record<Group, (parts: Part[], cases: number) => Shown> = {
  language: shownOfOne,
  country: shownOfOne,
  sign: shownOfMany,
  need: (parts, cases) => ordered(shownOfMany(parts, cases), needs),
  answer: (parts) => ordered(shownOfOne(parts), answers),
  ending: (parts) => ordered(shownOfOne(parts), endings),
  // Some answer in another week than that in which their case was counted, and some never.
  helped: (parts) => ordered(shownAlone(parts), ['yes', 'partly', 'no']),
}

function ordered({ parts, ...rest }: Shown, names: readonly string[]): Shown {
  const sorted = parts.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
  return { ...rest, parts: sorted }
}

function partsOf(group: Group, counts: WeekCounts[]): Part[] {
  const all = new Map<string, number>()
  for (const week of counts)
    for (const [counted, count = 0] of Object.entries(week)) {
      const [of, name = ''] = split(counted)
      if (of === group) all.set(name, (all.get(name) ?? 0) + count)
    }
  return [...all].map(([name, count]) => ({ name, count }))
}

function split(counted: string): [string, string?] {
  const at = counted.indexOf('/')
  return at < 0 ? [counted] : [counted.slice(0, at), counted.slice(at + 1)]
}

/** So many weeks together. */
const spans = [1, 2, 4, 13, 26]

/** More bars than a quarter has weeks nobody compares. */
const barsAtMost = 13

/** As short as they may be: the first at which nothing has to be hidden. */
function weeksShown(weeks: Week[], counts: WeekCounts[]): Shown {
  const each = weeks.map((week, at) => ({ name: week, count: counts[at]?.cases ?? 0 }))
  const found = spans
    .filter((span) => weeks.length <= barsAtMost * span)
    .map((span) => together(each, span))
    .find((parts) => parts.every(({ count }) => count === 0 || count >= fewest))
  return { parts: found ?? together(each, each.length) }
}

/** From the newest back, so that only the oldest may be of fewer weeks. */
function together(weeks: Part[], span: number): Part[] {
  const parts: Part[] = []
  for (let end = weeks.length; end > 0; end -= span) {
    const some = weeks.slice(Math.max(0, end - span), end)
    const [first, last] = [some[0]?.name ?? '', some.at(-1)?.name ?? '']
    parts.unshift({ name: `${daysOf(first).from}/${daysOf(last).until}`, count: sum(some) })
  }
  return parts
}
