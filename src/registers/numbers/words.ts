import { announcesNumber, isSmallTalk, labelOf, plain } from './labels.ts'
import { isVatPrefix } from './vat.ts'

/** A word of a text, made of letters and digits. */
export interface Word {
  text: string
  /** Small letters without accents. */
  plain: string
  /** What stands between it and the word before. */
  gap: string
}

/** The words of a text, in one pass; "NIP7740001454" is two, "C.I.F." is one. */
export function toWords(text: string): Word[] {
  const normal = normalized(text)
  const words: Word[] = []
  let end = 0
  for (const { 0: word, index } of normal.matchAll(/[\p{L}\p{N}]+/gu)) {
    words.push(...unglued(word, normal.slice(end, index)))
    end = index + word.length
  }
  return joinInitials(words)
}

/** Without what nobody sees, with one sign for every kind of hyphen, space and line break. */
function normalized(text: string): string {
  return text
    .replaceAll('№', ' nr ')
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Mn}]/gu, '')
    .replaceAll(/\p{Pd}|\u2212/gu, '-')
    .replaceAll(/[\p{Zs}\t]/gu, ' ')
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
}

/** "NIP7740001454REGON610188201" falls into its labels and numbers, "0000661590kapitał" into a number and a word. */
function unglued(word: string, gap: string): Word[] {
  if (!/\d/.test(word) || isOfLei(word)) return [toWord(word, gap)]
  const parts: string[][] = []
  for (const piece of word.match(/\d+|\D+/g) ?? []) {
    const part = parts.at(-1)
    if (part && !isApart(piece, part)) part.push(piece)
    else parts.push([piece])
  }
  return parts
    .flatMap((part) => prefixOff(part.join('')))
    .map((part, at) => toWord(part, at === 0 ? gap : ''))
}

/** A LEI, or one of its groups of four. */
function isOfLei(word: string): boolean {
  const [letters = ''] = /^[A-Z]*/.exec(word) ?? []
  const isGroup = /^[A-Z0-9]{4}$/.test(word) && labelOf(plain(letters)) === undefined
  return isGroup || /^[A-Z0-9]{20}$/.test(word)
}

/** Whether a piece of letters or digits begins another part. */
function isApart(piece: string, part: string[]): boolean {
  if (!/\d/.test(piece)) return endsNumber(piece)
  return part.length === 1 && part.every(standsApart)
}

/** A label, or a word: digits behind it begin anew. Two letters, ATU and CHE are prefixes of numbers. */
function standsApart(letters: string): boolean {
  const small = plain(letters)
  if (labelOf(small) !== undefined || (announcesNumber(small) && !isPrefix(letters))) return true
  return /^\p{L}{3,}$/u.test(letters) && !isPrefix(letters) && prefixOff(letters).length === 1
}

/** Letters behind digits that are no part of their number. */
function endsNumber(letters: string): boolean {
  return letters.length > 2 || labelOf(plain(letters)) !== undefined || /^\p{Ll}{2}$/u.test(letters)
}

/** "BTWNL004495445": a label and the prefix of its number. */
function prefixOff(part: string): string[] {
  const [, label = '', number = ''] = /^(\p{L}{3,})((?:\p{Lu}{2})(?:\d.*)?)$/u.exec(part) ?? []
  const isTwo = isVatPrefix(number.slice(0, 2)) && labelOf(plain(label)) !== undefined
  return isTwo && labelOf(plain(part)) === undefined ? [label, number] : [part]
}

/** A bank account of 34 signs is the longest that anybody writes. */
const longestNumber = 34

function toWord(word: string, gap: string): Word {
  const text = /\d/.test(word) && word.length <= longestNumber ? withoutLookalikes(word) : word
  return { text, plain: plain(text), gap }
}

/** A Cyrillic keyboard writes other letters that look the same, and hands write O for 0 and l for 1. Two Cyrillic letters are a passport's. */
const lookalikes: Record<string, string> = {
  ...{ А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', О: 'O', Р: 'P', Т: 'T', Х: 'X' },
  ...{ І: 'I', У: 'U' },
}

function withoutLookalikes(word: string): string {
  const isMixed = /[A-Z]/.test(word) || /\dО/.test(word)
  const latin = isMixed ? word.replaceAll(/[А-ЯІ]/g, (one) => lookalikes[one] ?? one) : word
  return latin.replaceAll(/(?<=\d{2}O*)O(?=[\dO]|$)/g, '0').replaceAll(/(?<=\d{2})[Il](?=\d)/g, '1')
}

/** Single letters with full stops between are one word, where that is a label. */
function joinInitials(words: Word[]): Word[] {
  const joined: Word[] = []
  for (let at = 0; at < words.length; ) {
    const end = endOfInitials(words, at)
    const text = words
      .slice(at, end)
      .map((word) => word.text)
      .join('')
    const isOne = end - at > 1 && labelOf(plain(text)) !== undefined
    joined.push(
      ...(isOne ? [toWord(text, words[at]?.gap ?? '')] : words.slice(at, Math.max(end, at + 1))),
    )
    at = Math.max(end, at + 1)
  }
  return joined
}

function endOfInitials(words: Word[], start: number): number {
  let end = start
  while (isInitial(words[end]) && (end === start || words[end]?.gap === '.')) end += 1
  return end
}

function isInitial(word: Word | undefined): boolean {
  return word !== undefined && /^\p{L}$/u.test(word.text)
}

/** Whether a number may begin here: digits, or a prefix before digits as in "DE 136 695 976", "ATU 135 856 27". */
export function beginsNumber(words: Word[], at: number): boolean {
  const word = words[at]
  if (!word || isDigits(word)) return word !== undefined
  // "D E 1 3 6": every sign apart.
  const second = words[at + 1]
  if (isCapital(word) && isCapital(second) && isVatPrefix(word.text + second?.text))
    return leadsToDigits(words, at)
  return isPrefix(word.text) && !labelOf(word.plain) && leadsToDigits(words, at)
}

/** After a label one letter may begin it too: "RCS Luxembourg B 123456". */
export function beginsLabelled(words: Word[], at: number): boolean {
  const word = words[at]
  if (beginsNumber(words, at)) return true
  return word !== undefined && /^[A-Z]{1,2}$/.test(word.text) && leadsToDigits(words, at)
}

function leadsToDigits(words: Word[], at: number): boolean {
  const second = words[at + 1]
  const next = second && isLetter(second) ? words[at + 2] : second
  return next !== undefined && isDigits(next) && looseness(next.gap) < 2
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^[A-Z]$/.test(word.text)
}

function isPrefix(text: string): boolean {
  return /^(?!NR|NO|ID)(?:[A-Z]{2}|ATU|CHE)$/.test(text)
}

/**
 * How much stands between two parts of one number: 0 nothing or one sign, 1 a little more ("774 - 000", a hyphen at the end of the
 * line), 2 what joins only parts whose check digit holds (a line break, brackets); undefined where another thing begins.
 */
export function looseness(gap: string): 0 | 1 | 2 | 3 {
  if (gap === '' || gap === ' ' || /^[.\-/']$/.test(gap)) return 0
  if (/^(?: {2,3}| ?[-.·•_’'/] ?|-\n ?)$/.test(gap) && gap !== '. ') return 1
  return /^[ .\-/·•_’'|*:()[\],\n]{1,4}$/.test(gap) && !/, |\n.*\n/s.test(gap) ? 2 : 3
}

/** The words from here that are written as one number, joined by no more than so much. */
export function runAt(words: Word[], start: number, most: 0 | 1 | 2): Word[] {
  let end = start + 1
  const isOfFours = () => words.slice(start, end).every(({ text }) => /^[A-Z0-9]{4}$/.test(text))
  while (end < words.length && end - start < longestRun && continues(words[end], most, isOfFours))
    end += 1
  return words.slice(start, end)
}

/** A bank account in groups of two has thirteen words; nothing that we read has more than fourteen. */
const longestRun = 16

/** A LEI is written in groups of four, and some have no digit. */
function continues(word: Word | undefined, most: number, isOfFours: () => boolean): boolean {
  if (!word || looseness(word.gap) > most) return false
  if (/^[A-Z]{4}$/.test(word.text)) return isOfFours()
  if (isDigits(word) || word.text === 'MVA') return true
  // "8448/1b w KRAZ": a small letter behind a space is a word.
  return isLetter(word) && !(/\s/.test(word.gap) && isSmallTalk(word.plain))
}

export function compact(run: Word[]): string {
  return run.map((word) => word.text.toUpperCase()).join('')
}

/** The parts of a run that no space divides: "774-000-14-54" in "774-000-14-54 600 700 800". */
export function partsOf(run: Word[]): Word[][] {
  const parts: Word[][] = []
  for (const word of run) {
    const part = parts.at(-1)
    const isPrefix = part?.length === 1 && /^[A-Z]{2}$/.test(part[0]?.text ?? '')
    if (part && (isPrefix || !/^\s*$/.test(word.gap || '-'))) part.push(word)
    else parts.push([word])
  }
  return parts
}

function isDigits({ text }: Word): boolean {
  return text.length <= longestNumber && /^[A-Za-z]*\d/.test(text) && /^[A-Za-z0-9]+$/.test(text)
}

function isLetter({ text }: Word): boolean {
  return /^[A-Za-z]$/.test(text)
}
