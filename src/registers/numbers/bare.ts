import { type NumberRead, numberCountries } from '../../core/firm/firm.ts'
import {
  checkedKinds,
  isProven,
  isRight,
  present,
  readAs,
  readLocal,
  readVatOf,
  uncheckedKinds,
} from './kinds.ts'
import { labelAt } from './labelled.ts'
import { isFiller, isSmallTalk } from './labels.ts'
import { isNoFirm, readProven } from './proof.ts'
import { isVatPrefix } from './vat.ts'
import { isCertificate, isMeasured } from './ways.ts'
import { beginsNumber, compact, partsOf, runAt, type Word } from './words.ts'

interface Run {
  at: number
  words: Word[]
}

const aloneAtMost = 40
const askedAtMost = 16

/** Fewer digits beside another number are a day, an hour, a house. */
const digitsFrom = 5

/** A part of so many digits may be a number of its own. */
const wholeFrom = 7

/** Fewer digits among words are a count, or a house. */
const clearFrom = 4

/** The readings of a text that is numbers and nothing else; undefined where there is more. */
export function readAlone(all: Word[], country: string | undefined): NumberRead[] | undefined {
  if (all.length > aloneAtMost || all.some((_, at) => labelAt(all, at))) return undefined
  const words = all.map(inCapitals)
  const runs = runsOf(words)
  if (runs.length === 0) return []
  const isNumber = new Set(runs.flatMap((run) => run.words))
  const around = words.filter((word) => !isNumber.has(word))
  if (!around.every(({ plain }) => isSmallTalk(plain) || isFiller(plain))) return undefined
  const whole = readWhole(words, runs)
  if (whole) return whole
  if (runs.some((run) => isNoFirm(run.words) || isMeasured(words, run.at, run.words)))
    return undefined
  return readRuns(runs, country)
}

/** What stands in a short answer to the question for a number, whatever words are beside it. */
export function readAsked(all: Word[], country: string | undefined): NumberRead[] {
  if (all.length > aloneAtMost) return []
  const words = all.map(inCapitals)
  const runs = runsOf(words)
  const isNumber = new Set(runs.flatMap((run) => run.words))
  if (words.length - isNumber.size > askedAtMost) return []
  const isClear = ({ words: run }: Run) => compact(run).replaceAll(/\D/g, '').length >= clearFrom
  return readRuns(
    runs.filter((run) => isFree(all, run) && isClear(run)),
    country,
  )
}

/** A prefix may be typed small; a word of a sentence is none. */
function inCapitals(word: Word): Word {
  const text = word.text.toUpperCase()
  const isWord = isSmallTalk(word.plain) || isFiller(word.plain)
  return isWord && !isVatPrefix(text) ? word : { ...word, text }
}

function runsOf(words: Word[]): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < words.length; ) {
    const run = beginsNumber(words, at) ? runAt(words, at, 1) : []
    if (run.length > 0) runs.push({ at, words: run })
    at += Math.max(run.length, 1)
  }
  return runs
}

/** One number in lines or brackets, whose check digit holds and whose parts are no numbers of their own. */
function readWhole(words: Word[], [first, ...others]: Run[]): NumberRead[] | undefined {
  if (!first || others.length === 0) return undefined
  const run = runAt(words, first.at, 2)
  const isAll = run.length >= [first, ...others].flatMap((one) => one.words).length
  const isShort = run.every(({ text }) => text.length < wholeFrom)
  if (!isAll || !isShort || isTelephone(run) || isHours(run)) return undefined
  const reads = present(checkedKinds.map((kind) => readAs(kind, compact(run)))).filter(isRight)
  return reads.length > 0 ? reads : undefined
}

/** "(22) 621 45 78" */
function isTelephone(run: Word[]) {
  return run.some(({ gap }) => gap.includes(')')) && compact(run).length === 9
}

/** "8:30-16:00" */
function isHours(run: Word[]) {
  return run.some(({ gap }) => gap === ':') && run.every(({ text }) => text.length <= 2)
}

function readRuns(runs: Run[], country: string | undefined): NumberRead[] {
  const [first, ...others] = runs
  if (!first) return []
  if (others.length === 0) return readRun(first.words, country)
  const long = runs.filter((run) => compact(run.words).replaceAll(/\D/g, '').length >= digitsFrom)
  const reads = long.flatMap((run) => readRun(run.words, country)).filter(isRight)
  // Several numbers of which nothing proves any are parts of something else.
  return reads.filter(isProven)
}

function readRun(run: Word[], country: string | undefined): NumberRead[] {
  const text = compact(run)
  const prefixed = present([readAs('vat', text), readAs('crn', text), ...readChe(text)])
  if (/^[A-Z]{2}/.test(text) && prefixed.length > 0) return prefixed
  if (isCertificate(run)) return present([readAs('kraz', run[0]?.text ?? '', 'labelled')])
  const parts = readParts(run, country)
  if (parts) return parts
  const proven = run.length > 1 ? readProven(run) : []
  return proven.length > 0 ? proven : readBare(text, country)
}

function readChe(text: string) {
  return text.startsWith('CHE') ? [readLocal('CH', text, 'none')] : []
}

/** Two numbers with a space between them. */
function readParts(run: Word[], country: string | undefined): NumberRead[] | undefined {
  const parts = partsOf(run).map((part) => readBare(compact(part), country).filter(isProven))
  return parts.length > 1 && parts.every((reads) => reads.length > 0) ? parts.flat() : undefined
}

function readBare(text: string, country: string | undefined): NumberRead[] {
  const kinds = text.startsWith('000')
    ? [...uncheckedKinds, ...checkedKinds]
    : [...checkedKinds, ...uncheckedKinds]
  const reads = present(kinds.map((kind) => readAs(kind, text, 'bare'))).flatMap(withTwin)
  const isHome = ({ kind }: NumberRead) =>
    country !== undefined && numberCountries[kind] === country
  const own = [
    ...reads.filter(isHome),
    ...present([country !== undefined && readLocal(country, text, 'bare')]),
  ]
  const vat = present([country !== undefined && readVatOf(country, text)])
  const home = own.some((read) => isRight(read)) ? own : [...own, ...vat]
  const isPerson = /^\d{10}$/.test(text) && tenDigits.has(country ?? '')
  const abroad = isPerson ? [] : reads.filter((read) => !isHome(read))
  // Where the home country has such numbers, a slip in one is likelier than a number abroad that nothing proves.
  const near = home.length === 0 ? abroad.filter(isRight) : abroad.filter(isProven)
  const isHomeless = country !== undefined && country !== 'PL'
  const choices = [
    home.filter(isRight),
    near,
    isMobile(text) ? [] : home.slice(0, 1),
    abroad.filter(isRight),
    isHomeless || isMobile(text) ? [] : abroad.slice(0, 1),
  ]
  return choices.find((choice) => choice.length > 0) ?? []
}

/** Countries whose people have a number of ten digits; one of them is none of a firm elsewhere. */
const tenDigits = new Set(['BG', 'CZ', 'SK', 'UA'])

/** Nine digits that begin like a Polish mobile telephone: nobody should look for the wrong digit in them. */
function isMobile(text: string): boolean {
  return /^(?:45|5[0137]|6[069]|7[2389]|88)\d{7}$/.test(text)
}

/** Czechia and Slovakia give the same numbers to different firms. */
function withTwin(read: NumberRead): NumberRead[] {
  return read.kind === 'ico' ? [read, { ...read, kind: 'local', value: `SK${read.value}` }] : [read]
}

/** Two letters of another script before six digits are what a passport bears. */
function isPassport(words: Word[], { at, words: run }: Run): boolean {
  return /^\p{Lu}{2}$/u.test(words[at - 1]?.text ?? '') && compact(run).length === 6
}

/** No telephone, no date, no price, and no number that its label has refused. */
function isFree(words: Word[], run: Run): boolean {
  if (isNoFirm(run.words) || isMeasured(words, run.at, run.words)) return false
  const after = run.at + run.words.length
  // "3894 AB", "CE 512903": a postal code, a passport.
  if (/^\p{Lu}{2}$/u.test(words[after]?.text ?? '') || isPassport(words, run)) return false
  const near = [run.at - 3, run.at - 2, run.at - 1, after]
  const labels = near.flatMap((at) => labelAt(words, at) ?? [])
  return labels.every(
    ({ senses }) => senses.length > 0 && senses.every(({ kind }) => kind === 'own'),
  )
}
