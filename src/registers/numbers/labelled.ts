import type { NumberRead } from '../../core/firm/firm.ts'
import { isProven, isRight } from './kinds.ts'
import {
  announcesNumber,
  beginsLabel,
  isFiller,
  type Label,
  labelOf,
  longestLabel,
  type Sense,
} from './labels.ts'
import { type Place, readingsOf, readSenses, rightOf } from './senses.ts'
import { shortWays, type Way, waysFrom } from './ways.ts'
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

/** Where the number of a label begins, and whether it is sure that it is the label's. */
export interface After {
  at: number
  isSure: boolean
}

const fillersAtMost = 6
/** Words that we do not know, between a clear label and its number: "KvK Limburg 71840262". */
const strangersAtMost = 2
const farAtMost = 16
const unsureAtMost = 8

/** After words like "nr"; farther where the label allows it and a word announces it; else only what proves itself. */
export function numberAfter(words: Word[], { end, isFar, isVague }: Labelled): After | undefined {
  let isNear = true
  let unknown = 0
  let isOneSentence = true
  for (let at = end; at <= end + farAtMost && at < words.length; at += 1) {
    const { gap = '', plain = '' } = words[at] ?? {}
    if (at > end && /[!?;,\n]/.test(gap)) isOneSentence = false
    if (beginsLabelled(words, at)) {
      const isAnnounced = announcesNumber(words[at - 1]?.plain ?? '')
      if (isNear || (isFar && isAnnounced)) return { at, isSure: true }
      return at - end <= unsureAtMost && isOneSentence ? { at, isSure: false } : undefined
    }
    if (at > end && labelAt(words, at)) return undefined
    if (!isFiller(plain)) unknown += 1
    isNear = unknown <= (isVague ? 0 : strangersAtMost) && at - end < fillersAtMost
  }
  return undefined
}

interface Clue {
  label: Label
  place: Place
  /** False where other words stand between: then only what is whole counts. */
  isSure: boolean
}

type Clues = Omit<Clue, 'label'> & { labels: Labelled[] }

/** The numbers of a chain of labels; the last tells whether they are a firm's at all. */
export function readAllLabelled(words: Word[], start: number, { labels, place, isSure }: Clues) {
  const reads: NumberRead[] = []
  let end = start
  let open = labels.filter(({ senses }) => senses.length > 0)
  if (labels.at(-1)?.senses.length === 0)
    return { reads, end: start + runAt(words, start, 1).length }
  while (open.length > 0 && beginsLabelled(words, end) && (end === start || follows(words[end]))) {
    const at = end
    const tries = open.map((label) => ({
      label,
      ...readLabelled(words, at, { label, place, isSure }),
    }))
    const best = tries.find((one) => one.reads.some(isRight)) ?? tries[0]
    if (!best || (end !== start && !best.reads.some(isRight))) break
    if (!isSure && !best.reads.every(isUnmistakable)) break
    reads.push(...best.reads)
    end += best.length
    open = open.filter((label) => label !== best.label)
  }
  return { reads, end: Math.max(end, start + 1) }
}

function isUnmistakable(read: NumberRead): boolean {
  return isProven(read) || (read.kind === 'krs' && isRight(read))
}

/** The number at the head of a run, as its label says, and how many words it takes. */
export function readLabelled(words: Word[], start: number, { label, place, isSure }: Clue) {
  const groups = readingsOf(label, place, start)
  const ways = waysFrom(words, start)
  for (const way of ways) {
    const reads = rightOf(groups, way.text, 'none').filter((read) => isHeld(read, way))
    if (reads.length > 0) return longer(reads, { way, ways, groups })
  }
  const short = isSure ? shortWays(words, start) : []
  const [first] = short
  const reads = short.flatMap(({ text }) => rightOf(groups, text, 'labelled'))
  if (reads.length > 0) return { reads, length: first?.words.length ?? 1 }
  const tight = ways.filter((way) => way.looseness < 2)
  const [likeliest = []] = groups
  const faulty = tight
    .filter(({ text }) => !label.isVague || text.length >= vagueFrom)
    .flatMap(({ text }) => readSenses(likeliest, text, 'none'))
    .slice(0, 1)
  const run = runAt(words, start, 1)
  return { reads: faulty.length > 0 ? faulty : readLength(tight, label), length: run.length }
}

interface Found {
  way: Way
  ways: Way[]
  groups: Sense[][]
}

/** "REGON 361097497 00111": more digits that make one number with those before, and the check digit of the whole holds. */
function longer(reads: NumberRead[], { way, ways, groups }: Found) {
  const kinds = new Set(reads.filter(isProven).map(({ kind }) => kind))
  const more = ways
    .filter(({ words, looseness }) => words.length > way.words.length && looseness < 2)
    .map(({ text, words }) => {
      const same = rightOf(groups, text, 'none').filter(({ kind }) => kinds.has(kind))
      return { reads: same, length: words.length }
    })
  return more.findLast((one) => one.reads.length > 0) ?? { reads, length: way.words.length }
}

/** "VAT 12 500" is a price: what so few digits are is not said by a label that means other things too. */
const vagueFrom = 8

/** What is loosely joined must prove itself; over a line break its parts must be short, or two numbers became one. */
function isHeld(read: NumberRead, { words, looseness }: Way): boolean {
  if (looseness < 2) return true
  return isProven(read) && words.every(({ text }) => text.length <= 5)
}

/** A clear label before a number of another length: it is wrong as it stands. */
function readLength(ways: Way[], { senses, isVague }: Label): NumberRead[] {
  const [sense] = senses
  const value = ways.findLast(({ text }) => text.length <= 20)?.text
  if (!sense || sense.kind === 'own' || !value || isVague) return []
  return [{ kind: sense.kind, value, fault: 'length' }]
}

function follows(word: Word | undefined): boolean {
  return /^[\s/,;&+]*$/.test(word?.gap ?? 'none')
}
