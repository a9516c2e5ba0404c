import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Point, points, topics } from '../knowledge/phrases.ts'
import { isLouder, type Severity } from '../knowledge/severity.ts'
import type { Match } from './book.ts'
import { mailDomains } from './mail.ts'
import { type Money, readMoney } from './money.ts'
import { comparePay, type PayCompared } from './pay.ts'
import { quote } from './quote.ts'
import { type Reading, read } from './read.ts'
import type { Tokens } from './tokens.ts'

/** Signs that no phrase raises but the way the text is written, and what it pays. */
export const hiddenLetters = 'offer_hidden_letters'
export const belowMinimum = 'work_below_minimum'
export const farAbove = 'offer_pay_too_high'

/** A sign with the very words that raised it. */
export interface Hit {
  sign: string
  severity: Severity
  words: string
}

/** What stands in the text of an advert. It holds words of the text, so it is used at once and never kept. */
export interface Scan {
  /** One a sign, the loudest first, otherwise as they stand in the text. */
  hits: Hit[]
  stated: Point[]
  /** Points that matter because the advert speaks of a flat or an agency. */
  spokenOf: Point[]
  /** ISO code of the country of work, if the text leaves no doubt. */
  country?: string
  pay?: PayCompared
  domains: string[]
  /** How many words it has; a greeting is no advert. */
  length: number
}

/** Reads the text of an advert. Pure; takes time in proportion to the text, whatever it holds. */
export function scan(text: string, knowledge: Knowledge): Scan {
  return scanned(read(text, knowledge), knowledge)
}

/** The same, where the text has been read already. */
export function scanned({ words, advert }: Reading, knowledge: Knowledge): Scan {
  const matches = advert()
  const { rents, pays } = moneyIn(words, matches)
  const country = countryIn(matches)
  const pay = comparePay(pays, { wages: knowledge.wages, country })
  const facts = matches.flatMap(({ means }) => (means.kind === 'fact' ? means.point : []))
  if (rents.length > 0) facts.push('flat')
  if (pays.length > 0) facts.push('pay')
  const spoken = matches.flatMap(({ means }) => (means.kind === 'topic' ? means.point : []))
  const found: Found[] = [
    ...phrasesFound(words, matches, { stated: facts, knowledge }),
    ...lettersHidden(words, matches),
    ...payFound(words, pay),
  ]
  return {
    hits: loudest(found, knowledge).map(({ sign, severity, from, to }) => ({
      sign,
      severity,
      words: quote(words.original.slice(from, to)),
    })),
    stated: points.filter((point) => facts.includes(point)),
    spokenOf: topics.filter((point) => spoken.includes(point)),
    ...(country && { country }),
    ...(pay && { pay }),
    domains: mailDomains(words),
    length: words.tokens.length,
  }
}

/** Amounts that are the rent, and amounts that are pay. */
function moneyIn(words: Tokens, matches: Match[]): { rents: Money[]; pays: Money[] } {
  const flats = new Set(
    matches.flatMap(({ means, to }) =>
      means.kind === 'topic' && means.point === 'flat' ? to : [],
    ),
  )
  const all = readMoney(words, matches)
  const rents = new Set(all.filter((one) => isRent(one, words.tokens, flats)))
  return { rents: [...rents], pays: all.filter((one) => !rents.has(one)) }
}

interface Found {
  sign: string
  severity?: Severity
  /** In the original text. */
  from: number
  to: number
}

/** Many adverts name the country they are written in, too; the other one is meant. */
function countryIn(places: Match[]): string | undefined {
  const all = new Set(places.flatMap(({ means }) => (means.kind === 'place' ? means.country : [])))
  all.delete('EU')
  if (all.size > 1) for (const home of homes) all.delete(home)
  return all.size === 1 ? [...all][0] : undefined
}

/** Where most adverts in the languages of the scan are written. */
const homes = ['PL', 'UA']

/** An amount that follows a word for a flat, in the same sentence, is the rent. */
function isRent({ from }: Money, tokens: Tokens['tokens'], flats: Set<number>) {
  for (let at = from; at >= from - rentWithin; at--) {
    if (flats.has(at)) return true
    if (tokens[at]?.before === 'stop') return false
  }
  return false
}

const rentWithin = 5

function phrasesFound(
  { tokens }: Tokens,
  matches: Match[],
  { stated, knowledge: { indicators } }: { stated: Point[]; knowledge: Knowledge },
): Found[] {
  return matches.flatMap(({ means, from, to }) => {
    if (means.kind !== 'sign' || (means.unless && stated.includes(means.unless))) return []
    const { sign, severity = indicators[sign]?.severity ?? 'info' } = means
    if (isLouder(severity, 'caution') && hasComma(tokens, from, to)) return []
    const places = { from: tokens[from]?.from ?? 0, to: tokens[to - 1]?.to ?? 0 }
    return [{ sign, ...places, severity }]
  })
}

/** `dowód osobisty, koordynator czeka`: what warns loudly is said in one clause. */
function hasComma(tokens: Tokens['tokens'], from: number, to: number) {
  return tokens.slice(from + 1, to).some(({ before }) => before === 'comma')
}

/** The first word whose letters hide: of two scripts, with signs that nobody sees, or in disguise in a phrase. */
function lettersHidden({ tokens, hidden }: Tokens, matches: Match[]): Found[] {
  const inPhrases = matches.flatMap(({ means, from, to }) =>
    means.kind === 'sign' ? tokens.slice(from, to) : [],
  )
  const disguised = inPhrases.filter(({ isDisguised }) => isDisguised)
  return [...hidden, ...disguised]
    .slice(0, 1)
    .map(({ from, to }) => ({ sign: hiddenLetters, ...wordAround(tokens, from, to) }))
}

/** Pay that the law does not allow, or that nobody pays. */
function payFound({ tokens }: Tokens, pay: PayCompared | undefined): Found[] {
  if (!pay || pay.is === 'usual') return []
  const sign = pay.is === 'below' ? belowMinimum : farAbove
  const from = tokens[pay.money.from]?.from ?? 0
  return [{ sign, from, to: tokens[pay.money.to - 1]?.to ?? from }]
}

/** The whole word in which a sign hides, so that the person finds it. */
function wordAround(tokens: Tokens['tokens'], from: number, to: number) {
  const word = tokens.find((token) => token.from <= from && token.to >= to)
  return word ? { from: word.from, to: word.to } : { from, to }
}

/** Each sign once, by the words that weigh most. */
function loudest(found: Found[], { indicators }: Knowledge) {
  const bySign = new Map<string, Found & { severity: Severity }>()
  for (const one of found) {
    const severity = one.severity ?? indicators[one.sign]?.severity ?? 'info'
    const before = bySign.get(one.sign)
    if (!before || isLouder(severity, before.severity)) bySign.set(one.sign, { ...one, severity })
  }
  return [...bySign.values()].sort(
    (a, b) => Number(isLouder(b.severity, a.severity)) - Number(isLouder(a.severity, b.severity)),
  )
}
