import { readPieces } from './disguise.ts'
import { fold } from './fold.ts'

/** What stands between a word and the one before it; `line` is a sentence that goes on in the next line. */
type Break = 'none' | 'line' | 'comma' | 'stop'

/** A word, a number or a sign for money. */
export interface Token {
  text: string
  /** Its place in the original. */
  from: number
  to: number
  isNumber: boolean
  /** Written like a name: one capital, then small letters. */
  isName: boolean
  /** Letters set apart, or digits for letters: a sign of hiding if the word is one of a phrase. */
  isDisguised: boolean
  before: Break
}

export interface Tokens {
  original: string
  tokens: Token[]
  /** Where letters of two scripts stand in one word, or signs that cannot be seen. */
  hidden: { from: number; to: number }[]
}

/** The words of a text. Letters of another script that only look alike are read as the script of their word. */
export function tokenize(original: string): Tokens {
  const folded = fold(original)
  const hidden = [...folded.hidden]
  const tokens: Token[] = []
  let end = 0
  for (const { text, index, end: next, isDisguised } of readPieces(folded.text)) {
    const from = folded.from[index] ?? 0
    const to = folded.to[next - 1] ?? from
    const plain = ofOneScript(text)
    if (plain !== text && !isTyped(text, plain)) hidden.push({ from, to })
    tokens.push({
      text: undrawn(plain),
      from,
      to,
      isNumber: /^\p{N}/u.test(text),
      isName: text.length > 1 && /^\p{Lu}\p{M}*\p{Ll}/u.test(original.slice(from, from + 4)),
      isDisguised,
      before:
        end === index
          ? 'none'
          : breakIn(folded.text.slice(end, index), tokens.at(-1)?.text, original.charAt(from)),
    })
    end = next
  }
  return { original, tokens, hidden }
}

/** `pomocyyyy` is `pomocy`; `www` and `iii` are meant. */
function undrawn(text: string) {
  const plain = text.replaceAll(/(\p{L})\1{2,}/gu, '$1')
  return plain.length > 1 ? plain : text
}

function breakIn(between: string, word: string | undefined, next: string): Break {
  if (between === '' || between === ' ') return 'none'
  if (/^ *\n *$/.test(between)) return goesOn(word, next) ? 'line' : 'stop'
  if (/[.!?;\n]/.test(between)) return 'stop'
  return between.includes(',') ? 'comma' : 'none'
}

/** A small letter goes on; a capital one only behind a word that no sentence ends with, as in "do⏎Holandii". */
function goesOn(word = '', next: string): boolean {
  return /\p{Ll}/u.test(next) || (/\p{Lu}/u.test(next) && joining.has(word))
}

const joining = new Set(
  'a i oraz lub do od na w we z ze za u dla po pod przy przez o and or in at to for from of the by with и та або или в у на до за из з від от для по под при через к с та й'.split(
    ' ',
  ),
)

/** Cyrillic and Greek letters that look like Latin ones. */
const alike: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
}
const alikeBack = Object.fromEntries(
  Object.entries(alike)
    .filter(([letter]) => isCyrillic(letter))
    .map(([letter, latin]) => [latin, letter]),
)

/** `kаucja` with a Cyrillic а → `kaucja`. The script that most letters have is meant, if the others can be of it. */
function ofOneScript(text: string): string {
  if (text.length === 1 || isOneScript(text)) return text
  const letters = [...text]
  const others = letters.filter((letter) => letter > '\u007F' && !isCyrillic(letter)).length
  const cyrillic = letters.filter(isCyrillic).length
  const latin = letters.length - cyrillic - others
  if ((cyrillic > 0 ? 1 : 0) + (latin > 0 ? 1 : 0) + (others > 0 ? 1 : 0) < 2) return text
  const asLatin = letters.map((letter) => alike[letter] ?? letter).join('')
  const asCyrillic = letters.map((letter) => alikeBack[letter] ?? letter).join('')
  const likely = cyrillic > latin ? [asCyrillic, asLatin] : [asLatin, asCyrillic]
  return likely.find(isOneScript) ?? text
}

/** `Люблінi`: who has no Ukrainian keyboard types the i of the Latin one. */
function isTyped(text: string, plain: string) {
  return text.replaceAll('i', 'і') === plain
}

function isOneScript(text: string) {
  return /^([a-z]+|\p{Script=Cyrillic}+)$/u.test(text)
}

function isCyrillic(letter: string) {
  return /\p{Script=Cyrillic}/u.test(letter)
}
