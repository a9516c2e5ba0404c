import { isFiller, isSmallTalk, labelOf, plain } from './number-labels.ts'

/** A word of a text, made of letters and digits. */
export interface Word {
  text: string
  /** Small letters without accents. */
  plain: string
  /** What stands between it and the word before. */
  gap: string
}

/** The words of a text, in one pass; "NIP7740001454" is two. */
export function toWords(text: string): Word[] {
  const normal = text.replaceAll('№', ' nr ').normalize('NFKC')
  const words: Word[] = []
  let end = 0
  for (const { 0: word, index } of normal.matchAll(/[\p{L}\p{N}]+/gu)) {
    words.push(...splitLabel(word, normal.slice(end, index)))
    end = index + word.length
  }
  return words
}

function splitLabel(word: string, gap: string): Word[] {
  const [, label = '', number = ''] = word.match(/^(\p{L}{2,8})(\d.*)$/u) ?? []
  if (!labelOf(plain(label))) return [{ text: word, plain: plain(word), gap }]
  return [
    { text: label, plain: plain(label), gap },
    { text: number, plain: plain(number), gap: '' },
  ]
}

/** Whether a number may begin here: digits, or two capitals before digits as in "DE 136 695 976". */
export function beginsNumber(words: Word[], at: number): boolean {
  const word = words[at]
  if (!word || isDigits(word)) return word !== undefined
  const isWord = isFiller(word.plain) || isSmallTalk(word.plain) || labelOf(word.plain)
  if (!/^[A-Z]{2}$/.test(word.text) || isWord) return false
  const second = words[at + 1]
  const next = second && isLetter(second) ? words[at + 2] : second
  return next !== undefined && isDigits(next) && isJoined(next)
}

/** The words from here that are written as one number, joined by a space, a hyphen, a full stop or a slash. */
export function runAt(words: Word[], start: number): Word[] {
  let end = start + 1
  while (end < words.length && end - start < longestRun && continuesRun(words[end])) end += 1
  return words.slice(start, end)
}

/** A bank account in groups of two has thirteen words; nothing that we read has more than nine. */
const longestRun = 16

export function compact(run: Word[]): string {
  return run.map((word) => word.text.toUpperCase()).join('')
}

/** The parts of a run that no space divides: "774-000-14-54" in "774-000-14-54 600 700 800". */
export function partsOf(run: Word[]): Word[][] {
  const parts: Word[][] = []
  for (const word of run) {
    const part = parts.at(-1)
    if (part && !/\s/.test(word.gap)) part.push(word)
    else parts.push([word])
  }
  return parts
}

function continuesRun(word: Word | undefined): boolean {
  if (!word || !isJoined(word)) return false
  return isDigits(word) || isLetter(word) || word.text === 'MVA'
}

function isJoined({ gap }: Word): boolean {
  return /^[\s.\-‐‑–/]?$/.test(gap) && gap !== '\n'
}

function isDigits({ text }: Word): boolean {
  return text.length <= 34 && /^[A-Za-z]*\d/.test(text) && /^[A-Za-z0-9]+$/.test(text)
}

function isLetter({ text }: Word): boolean {
  return /^[A-Za-z]$/.test(text)
}
