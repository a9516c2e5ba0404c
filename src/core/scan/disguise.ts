/** A word, a number or a sign for money, by its place in the folded text. */
export interface Piece {
  text: string
  index: number
  end: number
  /** Its letters were set apart, or digits stand for some of them. It may be a heading, so it is a sign only in a phrase. */
  isDisguised: boolean
}

/** `f e e` is a word; two letters set apart are none. */
const apartAtLeast = 3

/** Not words: `z o.o.` and other kinds of firms. */
const kinds = /^(zoo|sro|doo|vof|spa)/

/** Words of a text as they are meant: `k a u c j a`, `0płata`, `dep0sit`, `3OOO`. One pass over the pieces, and one over their letters. */
export function readPieces(text: string): Piece[] {
  const pieces = [...text.matchAll(/\p{L}+|\p{N}+|[€$£@]/gu)].map(({ 0: word, index }) => ({
    text: word,
    index,
    end: index + word.length,
    isDisguised: false,
  }))
  return joinLetters(joinDigits(pieces), text)
}

/** Digits among letters, with nothing between. */
function joinDigits(pieces: Piece[]): Piece[] {
  return runs(pieces, (before, piece) => before.end === piece.index).flatMap((run) => {
    const text = meant(run.map(({ text }) => text))
    return text === undefined ? run : joined(run, text)
  })
}

/** `k a u c j a`, `k.a.u.c.j.a`: letters with one sign between. */
function joinLetters(pieces: Piece[], text: string): Piece[] {
  const isNext = (before: Piece, piece: Piece) =>
    isLetter(before.text) &&
    isLetter(piece.text) &&
    /^[ ._*·-]$/.test(text.slice(before.end, piece.index))
  return runs(pieces, isNext).flatMap((run) => {
    const word = run.map(({ text }) => text).join('')
    return run.length < apartAtLeast || kinds.test(word) ? run : joined(run, word)
  })
}

function runs(pieces: Piece[], isNext: (before: Piece, piece: Piece) => boolean): Piece[][] {
  const all: Piece[][] = []
  for (const piece of pieces) {
    const before = all.at(-1)?.at(-1)
    if (before && isNext(before, piece)) all.at(-1)?.push(piece)
    else all.push([piece])
  }
  return all
}

function joined(run: Piece[], text: string): Piece[] {
  const [first, last] = [run[0], run.at(-1)]
  return first && last ? [{ text, index: first.index, end: last.end, isDisguised: true }] : []
}

/** The word or number that letters and digits make together, if they make one. */
function meant(parts: string[]): string | undefined {
  const written = parts.join('')
  if (numberInLetters.test(written)) return written.replaceAll(/[oо]/g, '0')
  return isWord(parts, written) ? withLetters(parts, written) : undefined
}

/** `3OOO`: noughts that are letters, Latin or Cyrillic. */
const numberInLetters = /^\d+[oо]{2,}$/

/** Not `15zł`, `praca24`, where digits say how many, and not `b2b`. */
function isWord(parts: string[], written: string) {
  const letters = written.replaceAll(/\d/g, '')
  const isMixed = parts.length > 1 && parts.length <= partsAtMost
  return isMixed && wordWithDigits.test(written) && letters.length >= lettersAtLeast
}

/** `dep0sit`, `0płata`: single digits between letters, before them only a nought. */
const wordWithDigits = /^0?\p{L}+(\d\p{L}+)*$/u
const lettersAtLeast = 3
/** A word with more digits is none. */
const partsAtMost = 9

/** Each digit as the letter that it looks like. */
function withLetters(parts: string[], written: string) {
  const like = /\p{Script=Cyrillic}/u.test(written) ? cyrillic : latin
  return parts.map((part, at) => (part === '1' ? one(parts, at) : (like[part] ?? part))).join('')
}

/** Which letters digits look like. */
const latin: Record<string, string> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
}
const cyrillic: Record<string, string> = { '0': 'о', '3': 'з', '4': 'ч', '6': 'б', '8': 'в' }

/** `zal1czka`, `b1ik`: a vowel where consonants stand on both sides, else an l. */
function one(parts: string[], at: number) {
  const around = `${parts[at - 1]?.at(-1) ?? ''}${parts[at + 1]?.charAt(0) ?? ''}`
  if (/\p{Script=Cyrillic}/u.test(around)) return 'і'
  return /[aeiouy]/.test(around) ? 'l' : 'i'
}

function isLetter(text: string) {
  return text.length === 1 && /\p{L}/u.test(text)
}
