import type { NumberRead } from '../../core/firm/firm.ts'
import { isProven, isRight } from './kinds.ts'
import {
  announcesNumber,
  beginsLabel,
  isFiller,
  type Label,
  labelOf,
  links,
  longestLabel,
  type Sense,
} from './labels.ts'
import { type Place, readingsOf, readSenses, rightOf } from './senses.ts'
import { isDate, isMeasured, leftOver, shortWays, type Way, waysFrom } from './ways.ts'
import { beginsLabelled, runAt, type Word } from './words.ts'

export interface Labelled extends Label {
  /** The word after the label. */
  end: number
}

/** The label that begins here, with those that follow at once: "NIP/REGON:". */
export function labelsAt(words: Word[], start: number): Labelled[] {
  const labels: Labelled[] = []
  for (
    let next = labelAt(words, start);
    next && labels.length < 4;
    next = labelAt(words, next.end)
  ) {
    const isNext =
      labels.length === 0 || /^[\s/,&+.:()-]*$/.test(words[labels.at(-1)?.end ?? 0]?.gap ?? '')
    if (!isNext) break
    labels.push(next)
  }
  return labels
}

export function labelAt(words: Word[], at: number): Labelled | undefined {
  if (!beginsLabel(words[at]?.plain ?? '')) return undefined
  for (let length = Math.min(longestLabel, words.length - at); length > 0; length -= 1) {
    const end = at + length
    const text = words.slice(at, end).map((word) => word.plain)
    const label = labelOf(text.join(' '))
    if (label) return { ...label, end }
  }
  return undefined
}

/** How near a number stands to its label. */
type Nearness =
  /** At once, or behind words like "nr": whatever the label can mean. */
  | 'close'
  /** Behind a few other words: only what has its whole length. */
  | 'near'
  /** Somewhere behind it: only what proves itself. */
  | 'far'

export interface After {
  at: number
  nearness: Nearness
}

const fillersAtMost = 6
/** Words that we do not know, between a clear label and its number: "KvK Limburg 71840262". */
const strangersAtMost = 2
const announcedAtMost = 16
const farAtMost = 8
const numbersAtMost = 3

/** The numbers that may be those of a label, as they follow: up to the end of the sentence, or the next label. */
export function numbersAfter(words: Word[], { end, isFar, isVague, senses }: Labelled): After[] {
  const found: After[] = []
  const strangers = isVague || senses.length === 0 ? 0 : strangersAtMost
  let isClose = true
  let isNear = true
  let isOneClause = true
  let unknown = 0
  for (let at = end; at <= end + announcedAtMost && at < words.length; at += 1) {
    const { gap = '', plain = '' } = words[at] ?? {}
    if (endsSentence(words, at) || (at > end && labelAt(words, at))) break
    if (/[,\n]/.test(gap) && !announcesNumber(plain))
      isOneClause &&= at === end && gap.trim() === ''
    if (beginsLabelled(words, at)) {
      const run = runAt(words, at, 1)
      const isAnnounced = isFar && announcesNumber(words[at - 1]?.plain ?? '')
      const nearness = (isClose && isOneClause) || isAnnounced ? 'close' : isNear ? 'near' : 'far'
      const isPossible = nearness !== 'far' || (isOneClause && at - end <= farAtMost)
      const isOther = isDate(run) || (run.length === 1 && isMeasured(words, at, run))
      if (isPossible && !isOther) found.push({ at, nearness })
      if (found.length === numbersAtMost) break
      at += run.length - 1
      isClose = false
      isNear = false
      continue
    }
    isClose &&= announcesNumber(plain) || links(plain)
    if (!isFiller(plain)) unknown += 1
    isNear &&= unknown <= strangers && at - end < fillersAtMost
  }
  return senses.length === 0 ? found.filter(({ nearness }) => nearness !== 'far') : found
}

/** An abbreviation ends none: "Woj. Mazowieckiego". */
function endsSentence(words: Word[], at: number): boolean {
  const { gap = '', text = '' } = words[at] ?? {}
  if (/[!?;]/.test(gap)) return true
  const isLong = (words[at - 1]?.text.length ?? 0) >= 5
  return /^\.\s/.test(gap) && isLong && /^\p{Lu}\p{Ll}/u.test(text)
}

interface Clue {
  label: Label
  place: Place
  nearness: Nearness
}

type Clues = Omit<Clue, 'label'> & { labels: Labelled[] }

/** The numbers of a chain of labels; the last tells whether they are a firm's at all. */
export function readAllLabelled(words: Word[], start: number, { labels, place, nearness }: Clues) {
  const reads: NumberRead[] = []
  let end = start
  let open = labels.filter(({ senses }) => senses.length > 0)
  if (labels.at(-1)?.senses.length === 0)
    return { reads, end: start + runAt(words, start, 1).length }
  while (open.length > 0 && beginsLabelled(words, end) && (end === start || follows(words[end]))) {
    const at = end
    const tries = open.map((label) => ({
      label,
      ...readLabelled(words, at, { label, place, nearness }),
    }))
    const best = tries.find((one) => one.reads.some(isRight)) ?? tries[0]
    if (!best || (end !== start && !best.reads.some(isRight))) break
    if (nearness === 'far' && !best.reads.every(isUnmistakable)) break
    reads.push(...best.reads)
    end += best.length
    open = open.filter((label) => label !== best.label)
  }
  return { reads, end: Math.max(end, start + 1) }
}

function isUnmistakable(read: NumberRead): boolean {
  return isProven(read) || (read.kind === 'krs' && isRight(read))
}

/** What is known of a number behind its label, whatever it turns out to be. */
interface Sought {
  words: Word[]
  start: number
  label: Label
  groups: Sense[][]
  ways: Way[]
  /** Those that nothing but a space or a sign divides. */
  tight: Way[]
  /** How many words are written as one number. */
  length: number
}

/** The number at the head of a run, as its label says, and how many words it takes. */
export function readLabelled(words: Word[], start: number, { label, place, nearness }: Clue) {
  const groups = readingsOf(label, place, start)
  const ways = waysFrom(words, start)
  const tight = ways.filter(({ looseness }) => looseness < 2)
  const { length } = runAt(words, start, 1)
  const sought = { words, start, label, groups, ways, tight, length }
  const isClose = nearness === 'close'
  return readFull(sought) ?? (isClose ? readShort(sought) : undefined) ?? readWrong(sought, isClose)
}

function readFull(sought: Sought) {
  for (const way of sought.ways) {
    const reads = rightOf(sought.groups, way.text, 'none').filter((read) => isHeld(read, way))
    if (reads.length > 0) return longer(sought, way, reads) ?? alone(sought, way, reads)
  }
  return undefined
}

function readShort(sought: Sought) {
  const { words, start, groups, length } = sought
  const [way, ...others] = shortWays(words, start)
  const reads = [way, ...others].flatMap((one) =>
    one ? rightOf(groups, one.text, 'labelled') : [],
  )
  if (!way || reads.length === 0) return undefined
  const long = reads.filter(isLongEnough)
  return others.length > 0 ? { reads: long, length } : alone(sought, way, long)
}

/** What fits in nothing but a digit, or in nothing but its length. */
function readWrong({ groups: [likeliest = []], label, tight, length }: Sought, isClose: boolean) {
  const faulty = tight
    .filter(({ text }) => !label.isVague || text.length >= vagueFrom)
    .flatMap(({ text }) => readSenses(likeliest, text, 'none'))
    .slice(0, 1)
  const isLength = faulty.length === 0 && isClose
  return { reads: isLength ? readLength(tight, label) : faulty, length }
}

/** Unless more digits stand right behind it, as if they belonged to it. */
function alone({ words, start, label, tight, length }: Sought, way: Way, reads: NumberRead[]) {
  return leftOver(words, start, way).length === 0
    ? { reads, length: way.words.length }
    : { reads: readLength(tight, label), length }
}

/** One digit behind "agencja nr" counts agencies. */
function isLongEnough({ kind, value }: NumberRead): boolean {
  return kind !== 'kraz' || value.length > 1
}

/** "REGON 361097497 00111": more digits that make one number with those before, and the check digit of the whole holds. */
function longer({ tight, groups }: Sought, way: Way, reads: NumberRead[]) {
  const kinds = new Set(reads.filter(isProven).map(({ kind }) => kind))
  const more = tight
    .filter(({ words }) => words.length > way.words.length)
    .map(({ text, words }) => {
      const same = rightOf(groups, text, 'none').filter(({ kind }) => kinds.has(kind))
      return { reads: same, length: words.length }
    })
  return more.findLast((one) => one.reads.length > 0)
}

/** "VAT 12 500" is a price: what so few digits are is not said by a label that means other things too. */
const vagueFrom = 8

/**
 * What is loosely joined must prove itself; over a line break its parts must be short, or two numbers became one. Of a kind
 * without a check digit "1234567 8 High Street" is a number and a house.
 */
function isHeld(read: NumberRead, { words, looseness }: Way): boolean {
  if (isProven(read)) return looseness < 2 || words.every(({ text }) => text.length <= 5)
  const isShort = ({ text }: Word) => text.length <= 4
  const digits = words.filter(({ text }) => /\d/.test(text))
  return looseness < 2 && (digits.length === 1 || digits.every(isShort))
}

/** Fewer digits behind a clear label are a count: "KRS ma 10 cyfr". */
const lengthFrom = 5

/** A clear label before a number of another length: it is wrong as it stands. */
function readLength(ways: Way[], { senses, isVague }: Label): NumberRead[] {
  const [sense] = senses
  const value = ways.findLast(({ text }) => text.length <= 20)?.text
  if (!sense || sense.kind === 'own' || !value || isVague || value.length < lengthFrom) return []
  return [{ kind: sense.kind, value, fault: 'length' }]
}

function follows(word: Word | undefined): boolean {
  return /^[\s/,;&+]*$/.test(word?.gap ?? 'none')
}
