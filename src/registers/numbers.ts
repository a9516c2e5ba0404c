import type { ReadNumbers } from '../app/ports/firms.ts'
import { type NumberKind, type NumberRead, numberCountries, numberId } from '../core/firm/firm.ts'
import {
  type Clue,
  checkedKinds,
  isRight,
  present,
  readAs,
  uncheckedKinds,
} from './number-kinds.ts'
import {
  announcesNumber,
  isFiller,
  isSmallTalk,
  type Label,
  labelOf,
  longestLabel,
} from './number-labels.ts'
import { isNoFirm, readProven } from './number-proof.ts'
import { beginsNumber, compact, runAt, toWords, type Word } from './number-words.ts'
import { isVatPrefix, vatPrefixOf } from './vat-numbers.ts'

/**
 * Reads numbers of firms in free typing and in whole adverts. A label decides the kind, then the country; a text
 * of nothing but a number gives every kind that it can be. Among other words a number without a label must prove
 * itself: a VAT prefix, the way NIPs are written, a LEI. Telephones, dates, accounts and prices are passed over.
 * Goes through the text once, word by word, so its time grows with the length of the text alone.
 */
export const readNumbers: ReadNumbers = (text, country) => {
  const words = toWords(text)
  const reads = readAlone(words, country) ?? readAmong(words, country)
  const unique = [...new Map(reads.map((read) => [numberId(read), read])).values()]
  return [...unique.filter(isRight), ...unique.filter((read) => !isRight(read))]
}

/** The readings of a text that is one number and nothing else; undefined where there is more. */
function readAlone(all: Word[], country: string | undefined): NumberRead[] | undefined {
  if (all.length > 24 || all.some((_, at) => labelAt(all, at))) return undefined
  const words = all.map((word) => ({ ...word, text: word.text.toUpperCase() }))
  const start = words.findIndex((_, at) => beginsNumber(words, at))
  if (start === -1) return []
  const run = runAt(words, start)
  const around = words.toSpliced(start, run.length)
  if (!around.every((word) => isSmallTalk(word.plain)) || isNoFirm(run)) return undefined
  const text = compact(run)
  if (isVatPrefix(text.slice(0, 2))) return present([readAs('vat', text), readAs('crn', text)])
  if (isCertificate(run)) return present([readAs('kraz', run[0]?.text ?? '', 'labelled')])
  const proven = run.length > 1 ? readProven(run) : []
  return proven.length > 0 ? proven : readBare(text, country)
}

/** "8448/1b": agencies' numbers of before 2025 name the kind of service behind a slash. */
function isCertificate([, second, ...rest]: Word[]): boolean {
  return rest.length === 0 && second?.gap === '/' && /^\d[A-Z]?$/.test(second.text)
}

function readBare(text: string, country: string | undefined): NumberRead[] {
  const kinds = text.startsWith('000')
    ? [...uncheckedKinds, ...checkedKinds]
    : [...checkedKinds, ...uncheckedKinds]
  const reads = present(kinds.map((kind) => readAs(kind, text, 'bare')))
  const isHome = ({ kind }: NumberRead) =>
    country !== undefined && numberCountries[kind] === country
  const isProven = (read: NumberRead) =>
    isRight(read) && checkedKinds.some((checked) => checked === read.kind)
  const own = reads.filter(isHome)
  const home = own.some(isRight) ? own : [...own, ...readVat(text, vatPrefixOf(country ?? ''))]
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

function readAmong(words: Word[], country: string | undefined): NumberRead[] {
  const reads: NumberRead[] = []
  let at = 0
  while (at < words.length) {
    const labels = labelsAt(words, at)
    const label = labels.at(-1)
    const number = label ? numberAfter(words, label) : beginsNumber(words, at) ? at : undefined
    if (number === undefined) {
      at = label?.end ?? at + 1
    } else if (!label) {
      const run = runAt(words, number)
      reads.push(...readProven(run))
      at = number + run.length
    } else {
      const read = readAllLabelled(words, number, { labels, country })
      reads.push(...read.reads)
      at = read.end
    }
  }
  return reads
}

interface Labelled extends Label {
  /** The word after the label. */
  end: number
}

/** The label that begins here, with those that follow at once: "NIP/REGON:". */
function labelsAt(words: Word[], start: number): Labelled[] {
  const labels: Labelled[] = []
  for (
    let next = labelAt(words, start);
    next && labels.length < 4;
    next = labelAt(words, next.end)
  ) {
    const isNext =
      labels.length === 0 || /^[\s/,&+.:]*$/.test(words[labels.at(-1)?.end ?? 0]?.gap ?? '')
    if (!isNext) break
    labels.push(next)
  }
  return labels
}

function labelAt(words: Word[], at: number): Labelled | undefined {
  for (let length = longestLabel; length > 0; length -= 1) {
    const end = at + length
    const label = end <= words.length && labelOf(plainText(words.slice(at, end)))
    if (label) return { ...label, end }
  }
  return undefined
}

/** Where the number of a label begins: after at most three words like "nr", or farther where the label allows it. */
function numberAfter(words: Word[], { end, isFar }: Labelled): number | undefined {
  const farthest = end + (isFar ? 14 : 3)
  for (let at = end; at <= farthest && at < words.length; at += 1) {
    const between = words.slice(end, at)
    if (beginsNumber(words, at)) {
      const isNear = at - end <= 3 && between.every((word) => isFiller(word.plain))
      return isNear || announcesNumber(between.at(-1)?.plain ?? '') ? at : undefined
    }
    if (at > end && labelAt(words, at)) return undefined
  }
  return undefined
}

interface Clues {
  labels: Labelled[]
  country: string | undefined
}

/** The numbers of a chain of labels; the last tells whether they are a firm's at all. */
function readAllLabelled(words: Word[], start: number, { labels, country }: Clues) {
  const reads: NumberRead[] = []
  let end = start
  let open = labels.filter(({ kinds }) => kinds.length > 0)
  if (labels.at(-1)?.kinds.length === 0) return { reads, end: start + runAt(words, start).length }
  while (open.length > 0 && beginsNumber(words, end) && (end === start || follows(words[end]))) {
    const run = runAt(words, end)
    const tries = open.map((label) => ({ label, ...readLabelled(run, label, country) }))
    const best = tries.find(({ reads }) => reads.some(isRight)) ?? tries[0]
    if (!best || (end !== start && !best.reads.some(isRight))) break
    reads.push(...best.reads)
    end += best.length
    open = open.filter((label) => label !== best.label)
  }
  return { reads, end: Math.max(end, start + 1) }
}

/** The number at the head of a run, as its label says, and how many words it takes. */
function readLabelled(run: Word[], label: Label, country: string | undefined) {
  const ways = run.slice(0, 9).map((_, at) => compact(run.slice(0, at + 1)))
  const kinds = kindsOf(label, country)
  const prefixes = kinds.includes('vat') ? [vatPrefixOf(country ?? ''), label.prefix] : []
  const readWay = (way: string, clue: Clue) =>
    isVatPrefix(way.slice(0, 2))
      ? readVat(way, '')
      : [
          ...present(kinds.map((kind) => readAs(kind, way, clue))),
          ...prefixes.flatMap((prefix) => readVat(way, prefix)),
        ]
  const full = ways.map((way) => readWay(way, 'none'))
  const short = readWay(ways[0] ?? '', 'labelled')
  const found = [...full, short].findIndex((reads) => reads.some(isRight))
  if (found >= 0) {
    const reads = ([...full, short][found] ?? []).filter(isRight)
    return { reads, length: found < full.length ? found + 1 : 1 }
  }
  const faulty = [...full, short].flat().slice(0, 1)
  return { reads: faulty.length > 0 ? faulty : readLength(ways, label), length: run.length }
}

/** A clear label before a number of another length: it is wrong as it stands. */
function readLength(ways: string[], { kinds, isVague }: Label): NumberRead[] {
  const [kind] = kinds
  const value = ways.findLast((way) => way.length <= 20)
  return kind && value && !isVague ? [{ kind, value, fault: 'length' }] : []
}

/** Where a label has several kinds, the country decides. */
function kindsOf({ kinds }: Label, country: string | undefined): NumberKind[] {
  const own = kinds.filter((kind) => numberCountries[kind] === country)
  return own.length > 0 ? own : kinds
}

function readVat(text: string, prefix: string | undefined): NumberRead[] {
  return prefix === undefined ? [] : present([readAs('vat', prefix + text)])
}

function follows(word: Word | undefined): boolean {
  return /^[\s/,;&+]*$/.test(word?.gap ?? 'none')
}

function plainText(words: Word[]): string {
  return words.map((word) => word.plain).join(' ')
}
