import { cutLine, wordsKept } from './papers/cuts.ts'
import { labelAt } from './papers/labels.ts'
import { type LineRead, readLine } from './papers/line.ts'
import { isMachineLine } from './papers/machine.ts'
import { dateAt, plainSet, wordsOf } from './papers/words.ts'

/**
 * The text of a picture without what papers say of somebody: such lines are empty, and what stands inside a sentence is `…`.
 * Where the whole picture is a paper, nothing is left of it.
 */
export function withoutPapers(text: string): { text: string; isPaper: boolean } {
  const lines = text.split('\n')
  const reads = readAll(lines)
  const isPaper =
    (lines.some(isMachineLine) && !reads.some(isPriced)) ||
    isForm(reads) ||
    isLicence(reads) ||
    isCard(reads) ||
    isCover(reads)
  const left = reads.map((read) => (isPaper || isMachineLine(read.line) ? '' : cutLine(read)))
  return { text: left.join('\n'), isPaper }
}

function readAll(lines: string[]): LineRead[] {
  const reads: LineRead[] = []
  let before: LineRead | undefined
  for (const line of lines) {
    const read = readLine(line, wordsOf(line), before)
    reads.push(read)
    // An empty line parts nothing: pictures have them between a label and its value.
    if (read.words.length > 0) before = read
  }
  return reads
}

/** So many fields make a paper of a picture that hardly says anything else. */
const fieldsFrom = 3
const restAtMost = 30

/** Fields as papers have them. Whoever offers work or asks something is no paper. */
function isForm(reads: LineRead[]): boolean {
  if (reads.some(isTalking)) return false
  const fields = new Set(reads.flatMap((read) => read.fields)).size
  const doubled = reads.reduce((all, read) => all + read.doubled, 0)
  const isHeaded = reads.some(isHeading)
  const rest = restOf(reads)
  if (rest > restAtMost) return false
  return (
    fields >= fieldsFrom || doubled > 1 || (isHeaded && (fields > 1 || (fields > 0 && rest < 8)))
  )
}

/** How many words stand beside the fields. */
function restOf(reads: LineRead[]): number {
  return reads
    .filter((read) => !read.isGone && !isHeading(read))
    .reduce((all, read) => all + wordsKept(read).length, 0)
}

/** Whoever speaks of money says more than a paper does. */
function isPriced({ line }: LineRead): boolean {
  return /[€$£] ?\d|\d ?(?:[€$£]|zł|zl|PLN|EUR|eur|USD|UAH|грн|зл|євро|евро|руб)/.test(line)
}

/** Money, a number of a firm, a question. */
function isTalking(read: LineRead): boolean {
  if (read.line.includes('?') && wordsKept(read).length > 1) return true
  if (isPriced(read)) return true
  return read.words.some((_, at) => {
    const label = labelAt(read.words, at)
    return label?.kind === 'firm' && /\d{5}/.test(read.words[at + label.size]?.text ?? '')
  })
}

/** The name of a paper, and the state that gives it. */
function isHeading({ words }: LineRead): boolean {
  const long = words.filter(({ text }) => text.length > 2)
  return long.length > 0 && long.every(({ plain }) => headings.has(plain))
}

const headings = plainSet(
  `rzeczpospolita polska polish republic poland paszport passport dowód osobisty identity card karta pobytu residence permit prawo jazdy driving licence permis wiza visa odpis skrócony zupełny aktu urodzenia akt
   україна ukraine паспорт громадянина україни для виїзду кордон посвідка постійне тимчасове проживання посвідчення водія свідоцтво про народження
   рэспубліка беларусь республика пашпарт вид жительство удостоверение личности водительское свидетельство рождении
   republica moldova republic buletin identitate carte georgia българия лична карта bulgaria românia romania roumanie pașaport
   koninkrijk der nederlanden netherlands kingdom paspoort identiteitskaart rijbewijs bundesrepublik deutschland federal germany reisepass personalausweis aufenthaltstitel führerschein passeport
   european union unia europejska`,
)

/** What a closed passport shows: a state and the name of a paper. */
function isCover(reads: LineRead[]): boolean {
  const full = reads.filter(({ words }) => words.length > 0)
  const isNamed = full.some(({ words }) => labelAt(words, 0)?.kind === 'document')
  return full.length > 1 && isNamed && full.every(isHeading)
}

/** The numbers of a driving licence say what its fields are. */
function isLicence(reads: LineRead[]): boolean {
  const coded = reads.flatMap(({ words }) =>
    words.filter(({ text }, at) => /^4[ab]$/i.test(text) && dateAt(words, at + 1) > 0),
  )
  return coded.length > 1 || (coded.length > 0 && reads.some(isHeading))
}

/** A number of sixteen digits in a line of its own, and what cards say. */
function isCard(reads: LineRead[]): boolean {
  if (!reads.some(({ isAccount }) => isAccount) || reads.some(isTalking)) return false
  const words = reads.flatMap((read) => read.words)
  return words.some(({ plain }) => onCards.has(plain)) && words.length < 30
}

const onCards = plainSet('visa mastercard maestro debit credit valid thru expires mir')
