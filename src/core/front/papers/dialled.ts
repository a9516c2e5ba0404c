import { type Kind, labelAt } from './labels.ts'
import { dateAt, isCounted, isDigits, type Word } from './words.ts'

/** Where digits stand that nobody should see: a telephone, an account, a card. */
export interface Hidden {
  from: number
  to: number
  /** An account or a card. */
  isAccount: boolean
}

/** What can be dialled has seven digits; accounts and cards have so many. */
const dialledFrom = 7
const accountFrom = 15

/** So many words in front of a number may say whose it is. */
const labelledWithin = 8

/** The digits of a line that are none of a firm, no wage and no date. */
export function dialledIn(line: string, words: Word[], before: Word[]): Hidden[] {
  const hidden: Hidden[] = []
  let labels = lastLabel(before)
  let since = 0
  for (let at = 0; at < words.length; ) {
    const found = labelAt(words, at)
    if (found && marks.has(found.kind)) {
      labels.push(found.kind)
      since = -found.size
    }
    const end = endOfRun(words, at)
    if (end === at) {
      const size = found?.size ?? 1
      at += size
      since += size
      continue
    }
    const run = words.slice(at, end)
    const kind = since > labelledWithin ? undefined : labels.at(-1)
    const isFirm = kind === 'firm' || isOfFirm(words, at, end)
    if (!isFirm && isDialled(line, run, words[end], kind === 'phone'))
      hidden.push(toHidden(line, run))
    // "NIP, REGON: …, …": a label has one number.
    if (digitsOf(run).length >= dialledFrom) labels = kind === 'firm' ? labels.slice(0, -1) : []
    at = end
  }
  return hidden
}

const marks: ReadonlySet<Kind> = new Set(['firm', 'phone', 'personal', 'document', 'account'])

/** A label at the end of the line before. */
function lastLabel(before: Word[]): Kind[] {
  for (let at = Math.max(0, before.length - 3); at < before.length; at++) {
    const found = labelAt(before, at)
    if (found && marks.has(found.kind) && found.at + found.size === before.length)
      return [found.kind]
  }
  return []
}

/** "0000123456 (KRS)", "9514648061 niby NIP", "DE 811569869" */
function isOfFirm(words: Word[], at: number, end: number): boolean {
  if (isNamedBehind(words, end) || isNamedBehind(words, end + 1)) return true
  const [, prefix = ''] = /^([A-Z]{2,3})\d{0,2}$/.exec(words[at - 1]?.text ?? '') ?? []
  const digits = digitsOf(words.slice(at, end)).length
  return prefixes.has(prefix) && /^[ -]$/.test(words[at]?.gap ?? '') && digits > 7 && digits < 13
}

/** A label behind a number, where it has no number of its own. */
function isNamedBehind(words: Word[], at: number): boolean {
  const label = labelAt(words, at)
  const gap = words[at]?.gap.trim() ?? ''
  if (label?.kind !== 'firm' || !(gap === '' || gap === '(')) return false
  const after = words[at + label.size]
  return (gap === '(' && after?.gap.startsWith(')')) || !/\d/.test(after?.text ?? '')
}

const prefixes = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR GB HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK ATU CHE'.split(
    ' ',
  ),
)

/** The words from here that are digits with no more than a sign or two between. */
function endOfRun(words: Word[], at: number): number {
  const first = words[at]
  if (!first || !(isDigits(first) || isIbanStart(words, at))) return at
  const date = dateAt(words, at)
  if (date > 0 && !isLonger(words, at + date)) return at + date
  // "NL91 ABNA 0417"
  let end = isIbanStart(words, at) && first.text.length === 4 ? at + 2 : at + 1
  while (end < words.length && end - at < 16 && goesOn(words, end)) end++
  return end
}

/** Digits right behind a date: then it was none. */
function isLonger(words: Word[], at: number): boolean {
  const next = words[at]
  return (
    next !== undefined &&
    isDigits(next) &&
    next.gap === ' ' &&
    dateAt(words, at) === 0 &&
    next.text.length > 2
  )
}

function goesOn(words: Word[], at: number): boolean {
  const word = words[at]
  if (!word || !isDigits(word) || !/^(?: {0,2}[-–—./()] ?\(?|[()]? {1,2}[()]?)$/.test(word.gap))
    return false
  return dateAt(words, at) < 3
}

/** `PL61 1090`, `PL 61 1090`, `PL61109010140000071219812874` */
function isIbanStart(words: Word[], at: number): boolean {
  const word = words[at]
  if (!word) return false
  if (/^[A-Z]{2}[\dOIl]{2}[A-Z]{0,4}[\dOIl]{11,}$/.test(word.text)) return true
  const next = words[at + 1]
  return (
    /^[A-Z]{2}[\dOIl]{2}$/.test(word.text) && next !== undefined && /^[A-Z\d]{4}$/.test(next.text)
  )
}

function digitsOf(run: Word[]): string {
  return run.map(({ text }) => text).join('')
}

function isDialled(line: string, run: Word[], after: Word | undefined, isPhone: boolean): boolean {
  const digits = digitsOf(run)
  const [first] = run
  if (!first || digits.length < dialledFrom) return false
  if (digits.length >= accountFrom && run.every(({ gap }, at) => at === 0 || !/[-–—./]/.test(gap)))
    return true
  if (dateAt(run, 0) === run.length) return false
  if (line.charAt(first.from - 1) === '+' || isPhone) return true
  if (/[€$£]\s?$/.test(first.gap) || isCounted(after)) return false
  return !isRange(run) && !isAmount(run) && !isKrs(run) && !isNip(run)
}

/** `2800-3200`, `20 000-25 000` */
function isRange(run: Word[]): boolean {
  const parts = run
    .map(({ text, gap }, at) => (at > 0 && /[-–—]/.test(gap) ? `-${text}` : text))
    .join('')
  const [from = '', to = '', ...others] = parts.split('-')
  return others.length === 0 && isWage(from) && isWage(to) && Number(to) > Number(from)
}

function isWage(digits: string) {
  return digits.length > 2 && digits.length < 6 && !digits.startsWith('0')
}

/** `1 200 000` */
function isAmount(run: Word[]): boolean {
  const groups = run.map(({ text }) => text.length).join(' ')
  return groups === '1 3 3' || groups === '2 3 3'
}

/** No telephone begins so. */
function isKrs(run: Word[]): boolean {
  return run.length === 1 && /^000\d{7}$/.test(digitsOf(run))
}

const weights = [6, 5, 7, 2, 3, 4, 5, 6, 7]

/** `525-000-00-17`: with its check digit and the hyphens that only it has. */
function isNip(run: Word[]): boolean {
  const groups = run.map(({ text }) => text.length).join(' ')
  if (!['3 3 2 2', '3 2 2 3'].includes(groups) || !run.slice(1).every(({ gap }) => gap === '-'))
    return false
  const digits = digitsOf(run)
  if (digits.startsWith('0')) return false
  const total = weights.reduce((all, weight, at) => all + weight * Number(digits.charAt(at)), 0)
  return total % 11 === Number(digits.charAt(9))
}

function toHidden(line: string, run: Word[]): Hidden {
  const [first, last] = [run[0], run.at(-1)]
  const from = first?.from ?? 0
  const start = line.slice(Math.max(0, from - 2), from)
  const isInBrackets = run.some(({ gap }, at) => at > 0 && gap.includes(')'))
  const sign = (isInBrackets ? /[+(]{1,2}$/ : /\(?\+$/).exec(start)?.[0].length ?? 0
  return { from: from - sign, to: last?.to ?? from, isAccount: digitsOf(run).length >= accountFrom }
}
