import { type Token, tokenize } from './tokens.ts'

/** One word of a phrase: any of some words, perhaps only how they begin, or a number; a number; a name; or a gap. */
type Part = WordPart | { kind: 'number' | 'name' | 'gap' }

interface WordPart {
  kind: 'word'
  oneOf: Word[]
  orNumber: boolean
}

export interface Word {
  text: string
  isBeginning: boolean
}

/** A phrase as it is looked for: its first words in order, and others that stand anywhere in the same text. */
export interface Pattern {
  parts: Part[]
  anywhere: Part[][]
}

/** Words that `*` alone may stand for. */
const gapAtMost = 3

/** Words that stand behind one name: `me` → `mnie`, `mi`. */
export type Groups = Record<string, string[]>

/** Reads what an author wrote: `kaucja/opłat* przed * wyjazdem & niemcy`. */
export function toPattern(written: string, groups: Groups = {}): Pattern {
  const [parts = [], ...anywhere] = written.split(' & ').map((part) => toParts(part, groups))
  return { parts, anywhere }
}

function toParts(written: string, groups: Groups): Part[] {
  return written
    .trim()
    .split(/\s+/)
    .flatMap((word): Part[] => {
      if (word === '*') return [{ kind: 'gap' }]
      if (word === '<number>') return [{ kind: 'number' }]
      if (word === '<name>') return [{ kind: 'name' }]
      if (word.includes('/') || groupNamed(word) !== undefined) return [anyOf(word, groups)]
      return wordsOf(word).map((one) => ({ kind: 'word', oneOf: [one], orNumber: false }))
    })
}

/** `dom/<me>/<number>` */
function anyOf(written: string, groups: Groups): Part {
  const all = written.split('/')
  const oneOf = all.flatMap((one) => {
    if (one === '<number>') return []
    const group = groupNamed(one)
    return group === undefined ? wordsOf(one) : oneOfGroup(groups, group)
  })
  return { kind: 'word', oneOf, orNumber: all.includes('<number>') }
}

/** `<me>` → `me` */
function groupNamed(word: string) {
  return /^<([a-z]+)>$/.exec(word)?.[1]
}

/** The words of a group are read once. */
const read = new WeakMap<string[], Word[]>()

function oneOfGroup(groups: Groups, name: string): Word[] {
  const written = (Object.hasOwn(groups, name) && groups[name]) || []
  const found = read.get(written) ?? written.flatMap(wordsOf)
  read.set(written, found)
  return found
}

/** Words that are one already when they are written without accents: all but a few of those that a bundle holds. */
const isPlain = /^([a-z]+|[а-ик-яєґі]+)\*?$/

/**
 * The same pattern as it is quickest to read: its words without case and accents, `opłat* przed` as `oplat* przed`. Reading a word as an
 * author wrote it costs fifty times as much.
 */
export function plainPattern(written: string): string {
  return written
    .split(' ')
    .map((word) => (/^[*&]?$/.test(word) ? word : word.split('/').map(plainWord).join('/')))
    .join(' ')
}

function plainWord(word: string) {
  if (groupNamed(word) !== undefined) return word
  return wordsOf(word)
    .map(({ text, isBeginning }) => `${text}${isBeginning ? '*' : ''}`)
    .join(' ')
}

/** `e-mail` is two words, as in the text. */
function wordsOf(word: string): Word[] {
  if (isPlain.test(word)) {
    const isBeginning = word.endsWith('*')
    return [{ text: isBeginning ? word.slice(0, -1) : word, isBeginning }]
  }
  const { tokens } = tokenize(word)
  return tokens.map(({ text }, index) => ({
    text,
    isBeginning: word.endsWith('*') && index === tokens.length - 1,
  }))
}

/** What an author must mend in a phrase, or nothing. */
export function patternFault(written: string, groups: Groups = {}): string | undefined {
  const words = written.split(/\s+/)
  const named = words.flatMap((word) => word.split('/')).filter((word) => /[<>]/.test(word))
  const unknown = named.find((word) => !known(groups).includes(groupNamed(word) ?? ''))
  if (unknown) return `names ${unknown}, which is no group`
  const beside = words.filter((word) => word.includes('/')).flatMap((word) => word.split('/'))
  if (beside.some((word) => word === '<name>' || (!named.includes(word) && !isOneWord(word))))
    return 'has something else than one word beside a /'
  for (const parts of written.split(' & ').map((part) => toParts(part, groups))) {
    if (parts.length === 0) return 'has no word to look for'
    if (parts[0]?.kind === 'gap' || parts.at(-1)?.kind === 'gap') return 'begins or ends with a gap'
    if (parts.every(({ kind }) => kind !== 'word')) return 'has no word to look for'
    const looked = parts.flatMap((part) => (part.kind === 'word' ? part.oneOf : []))
    if (looked.some(({ text, isBeginning }) => isBeginning && text.length < 2))
      return 'has a beginning of one letter, which would find nearly everything'
    if (parts.filter(({ kind }) => kind === 'gap').length > 2) return 'has more than two gaps'
  }
  return undefined
}

function isOneWord(word: string) {
  return wordsOf(word).length === 1
}

function known(groups: Groups) {
  return ['number', 'name', ...Object.keys(groups)]
}

/**
 * Under which keys a pattern is filed: how its first word begins, or `name`. One that begins with a number is filed under
 * its next word, because an advert holds many numbers.
 */
export function keysOf({ parts }: Pattern): string[] {
  const [first, ...rest] = parts
  if (first?.kind === 'word') return [...beginnings(first), ...(first.orNumber ? ['number'] : [])]
  if (first?.kind !== 'number') return first?.kind === 'name' ? ['name'] : []
  const next = rest.find(({ kind }) => kind !== 'gap')
  return next?.kind === 'word' && !next.orNumber ? beginnings(next).map(afterNumber) : ['number']
}

/** How many letters tell in which drawer a word lies: few enough for endings, enough for small drawers. */
const keyLength = 4

/** A shorter word stands for itself, a shorter beginning is marked. */
function beginnings({ oneOf }: WordPart) {
  return oneOf.map(({ text, isBeginning }) =>
    isBeginning && text.length < keyLength ? `${text}*` : text.slice(0, keyLength),
  )
}

function afterNumber(beginning: string) {
  return beginning.endsWith('*') ? 'number' : `number ${beginning}`
}

/** The keys of every pattern that may begin at a word. */
export function keysAt(tokens: Token[], at: number): string[] {
  const token = tokens[at]
  if (!token) return []
  const { text } = token
  const keys = [text.slice(0, keyLength), `${text.slice(0, 3)}*`, `${text.slice(0, 2)}*`]
  if (token.isName) keys.push('name')
  if (!token.isNumber) return keys
  const ahead = tokens.slice(at + 1, at + 2 + gapAtMost).filter(({ isNumber }) => !isNumber)
  const next = new Set(ahead.map(({ text }) => afterNumber(text.slice(0, keyLength))))
  return [...keys, 'number', ...next]
}

/** How many words a pattern asks for. */
export function sizeOf({ parts, anywhere }: Pattern): number {
  return [parts, ...anywhere].flat().filter(({ kind }) => kind !== 'gap').length
}

/** The words in which a pattern is looked for; a country is no name of a firm or a town. */
export interface Page {
  tokens: Token[]
  countries: Set<number>
}

/** Where the parts end if they begin at a word; undefined if they do not. */
export function endOf(parts: Part[], page: Page, at: number, done = 0): number | undefined {
  const part = parts[done]
  if (!part) return at
  if (part.kind === 'gap') {
    for (let next = at; next <= at + gapAtMost; next++) {
      if (next > at && (stopsAt(page, next - 1) || stopsAt(page, next))) break
      const end = endOf(parts, page, next, done + 1)
      if (end !== undefined) return end
    }
    return undefined
  }
  const token = page.tokens[at]
  if (!token || !fits(part, token, page.countries.has(at))) return undefined
  if (part.kind === 'name' && done > 0 && opensSentence(page.tokens, at)) return undefined
  return endOf(parts, page, at + 1, done + 1)
}

function stopsAt({ tokens }: Page, at: number) {
  return tokens[at]?.before === 'stop'
}

/** `Szklarnia. Opłata` names no firm; `ul. Miodowa` and `г. Бремен` name a street and a town. */
function opensSentence(tokens: Token[], at: number) {
  const before = tokens[at - 1]?.text ?? ''
  return tokens[at]?.before === 'stop' && before.length > abbreviatedTo
}

const abbreviatedTo = 3

function fits(part: Part, token: Token, isCountry: boolean) {
  if (part.kind === 'number') return token.isNumber
  if (part.kind === 'name') return token.isName && !isCountry
  if (part.kind !== 'word') return false
  return (part.orNumber && token.isNumber) || isOneOf(token.text, part.oneOf)
}

/** Groups have hundreds of words; to look through so many one by one takes too long. */
const few = 8

function isOneOf(written: string, oneOf: Word[]): boolean {
  if (oneOf.length <= few) return oneOf.some((word) => isWord(written, word))
  const sought = soughtIn.get(oneOf) ?? toSought(oneOf)
  soughtIn.set(oneOf, sought)
  if (sought.whole.has(written)) return true
  const most = Math.min(sought.longest, written.length)
  for (let size = 2; size <= most; size++)
    if (sought.beginnings.has(written.slice(0, size))) return true
  return false
}

interface Sought {
  whole: Set<string>
  beginnings: Set<string>
  longest: number
}

const soughtIn = new WeakMap<Word[], Sought>()

function toSought(oneOf: Word[]): Sought {
  const beginnings = oneOf.flatMap(({ text, isBeginning }) => (isBeginning ? text : []))
  return {
    whole: new Set(oneOf.map(({ text }) => text)),
    beginnings: new Set(beginnings),
    longest: Math.max(0, ...beginnings.map((text) => text.length)),
  }
}

/** Whether a word of a text is this one, or begins like it. */
export function isWord(written: string, { text, isBeginning }: Word): boolean {
  return isBeginning ? written.startsWith(text) : written === text
}
