import { noWord, type Place } from './place.ts'
import { dateAt, digitsIn, isCounted, isDigits, plainSet, type Word } from './words.ts'

/** A person's number has ten digits or more in most countries, and six in Britain. */
const personalFrom = 6

/** A passport's number has six digits or more. */
const documentFrom = 5

/** What may stand between a label and its number. */
const fillers = plainSet(
  'nr nru no numer numerem numeru number num nummer номер номером номера n н № ne ni mo me mi to mam mój moj is my це это мій мой seria serii serie series серія серії серия серии i та и and o о под за',
)

function afterFillers({ words, at, until }: Place): number {
  let start = at
  while (start < until && start - at < 4 && fillers.has(words[start]?.plain ?? '')) start++
  return start
}

/** Digits, and codes of letters and digits, until so many digits are there. */
export function endOfNumber(place: Place): number {
  const { words, until } = place
  const filled = afterFillers(place)
  // "QQ 12 34 56 C"
  const start = isSeries(words[filled] ?? noWord) ? filled + 1 : filled
  const end = endOfDigits(words, start, until)
  if (digitsIn(words.slice(start, end)) < personalFrom) return place.at
  return isCounted(words[end]) ? place.at : end
}

function endOfDigits(words: Word[], start: number, until: number): number {
  let end = start
  while (end < until && end - start < 12 && isOfNumber(words, end, start)) end++
  return end
}

function isOfNumber(words: Word[], at: number, start: number): boolean {
  const word = words[at]
  if (!word || (at > start && !/^[\s./()\-–—:_]{0,3}$/.test(word.gap))) return false
  return isDigits(word) || isCode(word)
}

/** `4120588A012PB3`, `PL61` */
function isCode({ text }: Word): boolean {
  return /\d{2}/.test(text) && /^[\p{Lu}\dl]+$/u.test(text)
}

export function endOfDocument(place: Place): number {
  const { words, until } = place
  let start = afterFillers(place)
  const letters = words[start]
  if (letters && isSeries(letters) && start + 1 < until) {
    start = afterFillers({ ...place, at: start + 1 })
    if (!/^[\s.,№:-]*$/.test(words[start]?.gap ?? '')) return place.at
  }
  if (dateAt(words, start) > 0) return place.at
  const first = words[start]
  const end = endOfDocumentNumber(words, start, until)
  if (!first || isCounted(words[end])) return place.at
  const isEnough = digitsIn(words.slice(start, end)) >= documentFrom || isLongCode(first)
  return isEnough ? end : place.at
}

/** "SPECI2014" */
function isLongCode({ text }: Word): boolean {
  return text.length > 7 && text.length < 12 && isCapitalsAndDigits(text) && /\d.*\d/.test(text)
}

function isCapitalsAndDigits(text: string): boolean {
  return /^[\p{Lu}\p{N}]+$/u.test(text) && /\d/.test(text)
}

function endOfDocumentNumber(words: Word[], start: number, until: number): number {
  const first = words[start]
  if (!first || start >= until || !(isDigits(first) || isCapitalsAndDigits(first.text)))
    return start
  let end = start + 1
  while (end < until && end - start < 4 && isPartOfDocument(words[end])) end++
  return end
}

/** "XZ 123 456" */
function isPartOfDocument(word: Word | undefined): boolean {
  return word !== undefined && isDigits(word) && /^[\s/-]$/.test(word.gap)
}

function isSeries({ text }: Word): boolean {
  return /^[\p{Lu}01]{1,3}$/u.test(text) && /\p{Lu}/u.test(text)
}
