import type { ReadNumbers } from '../../app/ports/firms.ts'
import { type NumberRead, numberId } from '../../core/firm/firm.ts'
import { readAlone, readAsked } from './bare.ts'
import { isRight } from './kinds.ts'
import {
  type Labelled,
  labelAt,
  labelsAt,
  numbersAfter,
  readAllLabelled,
  readLabelled,
} from './labelled.ts'
import { isFiller } from './labels.ts'
import { readProven } from './proof.ts'
import { countriesSaid, type Place } from './senses.ts'
import { beginsNumber, runAt, toWords, type Word } from './words.ts'

/**
 * Reads numbers of firms in free typing and in whole adverts. A label decides the kind, then the country that the text
 * names, then the person's; a text of nothing but numbers gives every kind that each can be, and so does a short one where
 * a number was asked for. Among other words a number without a label must prove itself: a VAT prefix, the way NIPs are
 * written, a LEI. Telephones, dates, accounts and prices are passed over.
 * Goes through the text once, word by word, so its time grows with the length of the text alone.
 */
export const readNumbers: ReadNumbers = (text, country, isAsked = false) => {
  const words = toWords(text)
  const reads =
    readAlone(words, country) ?? readAmong(words, { country, said: countriesSaid(words) })
  const more = isAsked && reads.length === 0 ? readAsked(words, country) : []
  const unique = [...new Map([...more, ...reads].map((read) => [numberId(read), read])).values()]
  return [...unique.filter(isRight), ...unique.filter((read) => !isRight(read))]
}

function readAmong(words: Word[], place: Place): NumberRead[] {
  const reads: NumberRead[] = []
  let at = 0
  while (at < words.length) {
    const read = beginsNumber(words, at)
      ? readUnlabelled(words, at, place)
      : readFrom(words, at, place)
    reads.push(...read.reads)
    at = read.end
  }
  return reads
}

/** From a word that is no number: the numbers of the labels that begin here. */
function readFrom(words: Word[], at: number, place: Place) {
  const labels = labelsAt(words, at)
  const label = labels.at(-1)
  if (!label) return { reads: [], end: at + 1 }
  const numbers = numbersAfter(words, label)
  const tries = numbers.map((after) =>
    readAllLabelled(words, after.at, { ...after, labels, place }),
  )
  const right = tries.find(({ reads }) => reads.some(isRight))
  const [first] = tries
  const [after] = numbers
  // A number that its label refuses is no other one; with a prefix of its own it may speak for itself.
  const isPrefixed = after && /^[A-Z]{2}/.test(words[after.at]?.text ?? '')
  const isRefused = after?.nearness === 'close' && !isPrefixed
  return (
    right ?? (isRefused || first?.reads.length ? first : undefined) ?? { reads: [], end: label.end }
  )
}

/** "356 000 000 RCS Paris", "7740001454 (NIP)": the label may stand behind, if it has no number of its own. */
function readUnlabelled(words: Word[], at: number, place: Place) {
  const run = runAt(words, at, 1)
  const end = at + run.length
  const behind = labelBehind(words, end)
  if (behind && behind.senses.length === 0) return { reads: [], end }
  if (behind) {
    const clue = { label: behind, place, nearness: 'close' as const }
    const { reads, length } = readLabelled(words, at, clue)
    if (length === run.length && reads.length > 0 && reads.every(isRight))
      return { reads, end: behind.end }
  }
  return { reads: readProven(run), end }
}

function labelBehind(words: Word[], end: number): Labelled | undefined {
  const isOpening = (at: number) => /^[\s()[\]-]{0,3}$/.test(words[at]?.gap ?? '-----')
  if (!isOpening(end)) return undefined
  const start = isFiller(words[end]?.plain ?? '') && isOpening(end + 1) ? end + 1 : end
  const label = labelAt(words, end) ?? labelAt(words, start)
  if (!label || words[end]?.gap.includes('(')) return label
  const [after] = numbersAfter(words, label)
  return after?.nearness === 'close' && after.at === label.end ? undefined : label
}
