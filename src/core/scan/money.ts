import type { Period } from '../knowledge/phrases.ts'
import type { Match } from './book.ts'
import type { Token, Tokens } from './tokens.ts'

/** An amount of money with how often it is paid, as the text states it. */
export interface Money {
  low: number
  high: number
  currency: string
  per: Period
  isNet: boolean
  /** Places of its words. */
  from: number
  to: number
}

/** Words between an amount and what it is counted by: `15 € brutto na godzinę`. */
const unitWithin = 4

/** Every amount that has a currency and a period: `14–16 €/h`, `€15 per hour`, `2 600 zł na rękę miesięcznie`. */
export function readMoney(text: Tokens, matches: Match[]): Money[] {
  const marks = toMarks(matches)
  const found: Money[] = []
  for (let at = 0; at < text.tokens.length; at++) {
    const money = moneyAt(text, marks, at)
    if (!money) continue
    found.push(money)
    at = money.to - 1
  }
  return found
}

interface Marks {
  currency: Map<number, string>
  per: Map<number, Period>
  net: Set<number>
}

function toMarks(matches: Match[]): Marks {
  const marks: Marks = { currency: new Map(), per: new Map(), net: new Set() }
  for (const { means, from } of matches) {
    if (means.kind === 'currency') marks.currency.set(from, means.currency)
    if (means.kind === 'per') marks.per.set(from, means.period)
    if (means.kind === 'net') marks.net.add(from)
  }
  return marks
}

function moneyAt(text: Tokens, marks: Marks, at: number): Money | undefined {
  const one = numberAt(text, at)
  if (!one) return undefined
  const other = rangeAfter(text, one.end, marks)
  const end = other?.end ?? one.end
  const currency = marks.currency.get(end) ?? marks.currency.get(at - 1)
  if (!currency) return undefined
  const limit = nextNumber(text.tokens, end, end + 1 + unitWithin)
  const unit = range(end, limit).find((place) => marks.per.has(place))
  const per = unit === undefined ? undefined : marks.per.get(unit)
  if (!per || unit === undefined) return undefined
  return {
    low: Math.min(one.low, other?.low ?? one.low),
    high: Math.max(one.high, other?.high ?? one.high),
    currency,
    per,
    isNet: range(at - 3, unit + 3).some((place) => marks.net.has(place)),
    from: marks.currency.has(end) ? at : at - 1,
    to: unit + 1,
  }
}

interface Amount {
  low: number
  high: number
  end: number
}

/** `15`, `15,40`, `2 600`, `2.600`: parts of a number are one sign apart, but for `15, 40`. */
function numberAt({ tokens, original }: Tokens, at: number): Amount | undefined {
  const token = tokens[at]
  if (!token?.isNumber || !/^\d{1,6}$/.test(token.text)) return undefined
  const value = Number(token.text)
  const alone = exactly(value, at + 1)
  const next = tokens[at + 1]
  if (!next?.isNumber) return alone
  const between = original.slice(token.to, next.from)
  if (/^[.,\s'’]$/.test(between) && /^\d{3}$/.test(next.text) && token.text.length <= 3)
    return exactly(value * 1000 + Number(next.text), at + 2)
  if (!/^\d{1,2}$/.test(next.text)) return alone
  const decimal = value + Number(next.text) / 10 ** next.text.length
  if (/^[.,]$/.test(between)) return exactly(decimal, at + 2)
  return isSpaced(between) && value < 100 ? eitherOf(decimal, Number(next.text), at + 2) : alone
}

function exactly(value: number, end: number): Amount {
  return { low: value, high: value, end }
}

/** `15, 84 €/h` is 15.84, but `wiek do 50, 15 €/h` is 15: as a range of both it claims neither. */
function eitherOf(one: number, other: number, end: number): Amount {
  return { low: Math.min(one, other), high: Math.max(one, other), end }
}

function isSpaced(between: string) {
  return /^( ?, | ,)$/.test(between)
}

/** `14–16`, `14 € – 16 €`, `od 14 do 16`: the other end of a range. */
function rangeAfter(text: Tokens, end: number, marks: Marks) {
  const at = marks.currency.has(end) && text.tokens[end + 1]?.isNumber ? end + 1 : end
  const [before, next] = [text.tokens[at - 1], text.tokens[at]]
  if (!before || !next) return undefined
  if (['do', 'to', 'до'].includes(next.text)) return numberAt(text, at + 1)
  const between = text.original.slice(before.to, next.from).trim()
  return /^[-–—]$/.test(between) ? numberAt(text, at) : undefined
}

function nextNumber(tokens: Token[], from: number, to: number) {
  const found = range(from, to).find((place) => tokens[place]?.isNumber)
  return found ?? to
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}
