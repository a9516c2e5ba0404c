import type { Bar, Chart, Drawing } from '../app/ports/charts.ts'

/** As wide as most phones have points, so that nothing is made smaller there. */
export const width = 1080
const margin = 48
const gap = 48

/** Heights in points. On a phone a third of it is left. */
export const sizes = { title: 46, about: 32, heading: 34, text: 30, bar: 14 } as const

const inner = width - 2 * margin
const column = (inner - gap) / 2

/** Somewhere in the picture, from its upper left corner. */
export interface Area {
  left: number
  top: number
  width: number
}

export interface Line extends Area {
  text: string
  size: number
  isFaint?: true
}

/** Bars below each other, each with its name above it. */
export interface Bars extends Area {
  bars: Bar[]
  /** How many points lie from one to the next, and how many lines a name has. */
  step: number
}

/** Where all of a picture stands. */
export interface Layout {
  height: number
  lines: Line[]
  bars: Bars[]
}

/** Charts whose names are short stand side by side, the others below each other. */
export function layOut({ title, about, charts, note }: Drawing): Layout {
  const head = textAt({ left: margin, top: margin, width: inner }, title, sizes.title)
  const period = textAt(below(head, 8), about, sizes.about)
  const foot = textAt(below(period, 8), note, sizes.text, true)
  const layout: Layout = { height: 0, lines: [head, period, foot], bars: [] }
  const start = bottomOf(foot) + gap
  const columns = [0, 1].map((at) => ({ left: margin + at * (column + gap), top: start }))
  for (const chart of charts.filter(isNarrow)) {
    const place = columns.reduce((one, other) => (other.top < one.top ? other : one))
    place.top = put(layout, { ...place, width: column }, chart)
  }
  let top = Math.max(...columns.map((one) => one.top))
  for (const chart of charts.filter((one) => !isNarrow(one)))
    top = put(layout, { left: margin, top, width: inner }, chart)
  return { ...layout, height: Math.ceil(top - gap + margin) }
}

function isNarrow({ bars }: Chart) {
  return bars.every(({ name }) => wrapped(name, nameWidth(column), sizes.text).length === 1)
}

/** Returns where the next one may begin. */
function put({ lines, bars: all }: Layout, area: Area, { title, bars, note }: Chart): number {
  const heading = textAt(area, title, sizes.heading)
  lines.push(heading)
  const why = note ? textAt(below(heading, 8), note, sizes.text, true) : undefined
  if (why) lines.push(why)
  if (bars.length === 0) return bottomOf(why ?? heading) + gap
  const named = bars.map(({ name, count }) => {
    return { name: wrapped(name, nameWidth(area.width), sizes.text).join('\n'), count }
  })
  const most = Math.max(...named.map(({ name }) => linesIn(name)))
  const step = most * lineHeight(sizes.text) + sizes.bar + 18
  const top = bottomOf(why ?? heading) + 4
  all.push({ ...area, top, bars: named, step })
  return top + step * bars.length + gap
}

/** Right of a name stands its number. */
function nameWidth(whole: number) {
  return whole - 90
}

function textAt({ left, top, width }: Area, text: string, size: number, isFaint = false): Line {
  const whole = wrapped(text, width, size).join('\n')
  return { left, top, width, text: whole, size, ...(isFaint && { isFaint }) }
}

function below(line: Line, space: number): Area {
  const { left, width } = line
  return { left, top: bottomOf(line) + space, width }
}

function bottomOf({ top, text, size }: Line) {
  return top + linesIn(text) * lineHeight(size)
}

function linesIn(text: string) {
  return text.split('\n').length
}

export function lineHeight(size: number) {
  return Math.round(size * 1.25)
}

/** How wide letters are beside their height, at most; which others there are does not matter. */
const letterWidths: [RegExp, number][] = [
  [/[mwMW@жшщюыфЖШЩЮЫФ]/, 0.97],
  [/[ijl.,:;'’ і]/, 0.3],
  [/[tfrI()їІЇ-]/, 0.45],
  [/\d/, 0.58],
  [/\p{Lu}/u, 0.76],
  [/./u, 0.6],
]

/** Without a browser nobody knows how wide words are, so lines end a little early. */
function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1), word].join(' ')
    if (lines.length > 0 && widthOf(longer) * size <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function widthOf(text: string): number {
  const widths = [...text].map((one) => letterWidths.find(([kind]) => kind.test(one))?.[1] ?? 1)
  return widths.reduce((all, one) => all + one, 0)
}
