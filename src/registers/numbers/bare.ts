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
import { isFiller, isSmallTalk, isUnit } from './labels.ts'
import { isNoFirm, readProven } from './proof.ts'
import { isVatPrefix } from './vat.ts'
import { isCertificate } from './ways.ts'
import { beginsNumber, compact, partsOf, runAt, type Word } from './words.ts'

interface Run {
  at: number
  words: Word[]
}

const aloneAtMost = 40
const askedAtMost = 16

/** Fewer digits beside another number are a day, an hour, a house. */
const digitsFrom = 5

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
  if (runs.some((run) => isNoFirm(run.words) || isMeasured(words, run))) return undefined
  return readRuns(runs, country)
}

/** What stands in a short answer to the question for a number, whatever words are beside it. */
export function readAsked(all: Word[], country: string | undefined): NumberRead[] {
  if (all.length > aloneAtMost) return []
  const words = all.map(inCapitals)
  const runs = runsOf(words)
  const isNumber = new Set(runs.flatMap((run) => run.words))
  if (words.length - isNumber.size > askedAtMost) return []
  return readRuns(
    runs.filter((run) => isFree(words, run)),
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
  const isShort = run.every(({ text }) => text.length < digitsFrom)
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
  const proven = reads.filter(isProven)
  return proven.length > 0 ? proven : reads
}

function readRun(run: Word[], country: string | undefined): NumberRead[] {
  const text = compact(run)
  const prefixed = present([readAs('vat', text), readAs('crn', text), ...readChe(text)])
  if (/^[A-Z]{2}/.test(text) && prefixed.length > 0) return prefixed
  if (isCertificate(run)) return present([readAs('kraz', run[0]?.text ?? '', 'labelled')])
  const proven = run.length > 1 ? readProven(run) : []
  if (proven.length > 0) return proven
  const reads = readBare(text, country)
  return reads.some(isRight) ? reads : (readParts(run, country) ?? reads)
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
  const abroad = reads.filter((read) => !isHome(read))
  // Where the home country has such numbers, a slip in one is likelier than a number abroad that nothing proves.
  const near = home.length === 0 ? abroad.filter(isRight) : abroad.filter(isProven)
  const choices = [
    home.filter(isRight),
    near,
    home.slice(0, 1),
    abroad.filter(isRight),
    abroad.slice(0, 1),
  ]
  return choices.find((choice) => choice.length > 0) ?? []
}

/** Czechia and Slovakia give the same numbers to different firms. */
function withTwin(read: NumberRead): NumberRead[] {
  return read.kind === 'ico' ? [read, { ...read, kind: 'local', value: `SK${read.value}` }] : [read]
}

/** No telephone, no date, no price, and no number that its label has refused. */
function isFree(words: Word[], run: Run): boolean {
  if (isNoFirm(run.words) || isMeasured(words, run)) return false
  const near = [run.at - 3, run.at - 2, run.at - 1, run.at + run.words.length]
  const labels = near.flatMap((at) => labelAt(words, at) ?? [])
  return labels.every(({ senses }) => senses.some(({ kind }) => kind === 'own'))
}

/** Whether it counts or costs something: "2500 zł", "€ 300", "23 %". */
export function isMeasured(words: Word[], { at, words: run }: Run): boolean {
  const after = words[at + run.length]
  const isBefore = /[€$£]\s?$/.test(run[0]?.gap ?? '')
  return isBefore || (after !== undefined && (/^\s?[€$£%]/.test(after.gap) || isUnit(after.plain)))
}
