import type { Text, Vars } from '../turn.ts'
import { noCountry } from './counted.ts'
import type { Report, Section } from './report.ts'
import { fewest } from './shown.ts'

/** So many weeks can be asked for, and are where nobody says how many. */
export const leastWeeks = 1
export const mostWeeks = 52
export const usualWeeks = 12

export const howToAsk: Text = {
  key: 'desk:report.how',
  vars: { least: leastWeeks, most: mostWeeks, example: usualWeeks },
}

/** A section of a report in words, for a picture, a message and a file alike. */
export interface Told {
  group: Section['group']
  title: Text
  bars: { name: Text; count: number }[]
  /** Why there is nothing. */
  why?: Text
}

/** Minutes within which an answer counts as quick. */
const quick = 5

export function titleOf(desk: string): Text {
  return said('title', { desk })
}

export function periodOf({ from, until, cases }: Report): Text {
  return said('period', { from: date(from), until: date(until), number: cases })
}

/** What is not shown in it, and why. */
export const note: Text = { key: 'desk:report.note', vars: { fewest } }

/** Fewer cases than any report is made of. */
export const tooFew: Text = { key: 'desk:report.few', vars: { fewest, example: mostWeeks } }

export function toldOf({ group, parts, others, isCut }: Section): Told {
  const title = said(`group.${group}`)
  if (parts.length === 0) return { group, title, bars: [], why: said(isCut ? 'hidden' : 'nothing') }
  const bars = parts.map(({ name, count }) => ({ name: nameOf[group](name), count }))
  const rest = others === undefined ? [] : [{ name: said('others'), count: others }]
  return { group, title, bars: [...bars, ...rest] }
}

const nameOf: Record<Section['group'], (name: string) => Text> = {
  weeks: (days) => {
    const [from = '', until = ''] = days.split('/')
    return said('days', { from: date(from), until: date(until) })
  },
  language: (code) => ({ key: 'name:language', vars: { code } }),
  country: (code) =>
    code === noCountry ? said('no-country') : { key: 'name:country', vars: { code } },
  sign: (id) => ({ key: `indicators:${id}.label` }),
  need: (need) => ({ key: `desk:needs.${need}` }),
  answer: (answer) => said(`answer.${answer}`, { minutes: quick }),
  ending: (ending) => said(`ending.${ending}`),
  helped: (helped) => said(`helped.${helped}`),
}

/** Longer lists nobody reads on a phone, or hears to the end; the file has all. */
const linesAtMost = 12

/** The whole report as lines, for whoever does not see a picture. */
export function tableOf(desk: string, report: Report): Text {
  const sections = report.sections.map(toldOf).map((one) => lines([bold(one.title), ...rows(one)]))
  const head = lines([bold(titleOf(desk)), periodOf(report)])
  return { key: 'join:paragraphs', vars: { items: [head, ...sections, note] } }
}

function rows({ bars, why }: Told): Text[] {
  const more = bars.length - linesAtMost
  return [
    ...bars.slice(0, linesAtMost).map(({ name, count }) => said('line', { name, number: count })),
    ...(more > 0 ? [said('more', { number: more })] : []),
    ...(why ? [why] : []),
  ]
}

function bold(text: Text): Text {
  return said('heading', { text })
}

function lines(items: Text[]): Text {
  return { key: 'join:lines', vars: { items } }
}

function date(day: string): Text {
  return { key: 'name:date', vars: { date: day } }
}

function said(name: string, vars?: Vars): Text {
  return { key: `desk:report.${name}`, ...(vars && { vars }) }
}
