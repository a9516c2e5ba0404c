import { type Span, signsCut, wordsKept } from './cuts.ts'
import { dialledIn } from './dialled.ts'
import { type Found, type Kind, labelAt } from './labels.ts'
import type { Place } from './place.ts'
import { endOfValue, fieldKinds } from './values.ts'
import { dateAt, isCapitals, isLetters, isNameLike, plainSet, type Word } from './words.ts'

/** What a line shows of somebody. */
export interface LineRead {
  line: string
  words: Word[]
  /** Words of somebody's papers, and digits that can be dialled or paid to. */
  cuts: Span[]
  /** Nothing else stands in it. */
  isGone: boolean
  /** What a paper says in this line, each in a field of its own. */
  fields: Kind[]
  /** How many fields bear their label in two languages, as papers do. */
  doubled: number
  /** Labels whose value may stand in the next line. */
  open: Open | undefined
  /** An account or a card, and nothing else. */
  isAccount: boolean
}

interface Open {
  labels: Found[]
  isField: boolean
  isDoubled: boolean
  /** Its value has been found; in another script it may stand below. */
  isFound: boolean
}

/** Fewer words beside somebody's data say nothing of their own. */
const restFrom = 3

export function readLine(line: string, words: Word[], before: LineRead | undefined): LineRead {
  const labels = labelsIn(words)
  const isField = startsWithLabel(words, labels)
  const read = newRead(line, words)
  const own = before?.open
  const start = own ? readOpen(read, own, labels[0]?.at ?? words.length) : 0
  if (own && start > 0 && before) closeOpen(before, own, read)
  let until = words.length
  for (const group of groupsOf(labels, words).reverse()) {
    readGroup(read, group, { until, isField })
    // A title may stand inside a value.
    if (group[0]?.kind !== 'title') until = group[0]?.at ?? until
  }
  const isBornBehind = readBornBehind(read)
  const isDated = isBornBehind || (labels[0]?.at === 0 && dated.has(labels[0].kind))
  if (before && isDated && beginsWithCut(read) && isNameAlone(before)) before.isGone = true
  const kept = wordsKept(read)
  const isPerson = read.cuts.length > 0
  const isCut = signsCut(line, read.cuts)
  const dialled = dialledIn(line, words, before?.words ?? []).filter(({ from }) => !isCut[from])
  read.cuts.push(...dialled)
  const left = wordsKept(read)
  const isOfFirm = labels.some(
    ({ kind, at, size }) => kind === 'firm' && hasDigits(words[at + size]),
  )
  read.isAccount = dialled.some(({ isAccount }) => isAccount) && left.length === 0
  read.isGone ||= isPerson && kept.length < restFrom && !isOfFirm
  read.isGone ||= read.cuts.length > 0 && left.every((word) => !isLetters(word) || isAccount(word))
  return read
}

function isAccount(word: Word): boolean {
  return labelAt([word], 0)?.kind === 'account'
}

function newRead(line: string, words: Word[]): LineRead {
  return {
    line,
    words,
    cuts: [],
    isGone: false,
    fields: [],
    doubled: 0,
    open: undefined,
    isAccount: false,
  }
}

function hasDigits(word: Word | undefined) {
  return word !== undefined && /\d/.test(word.text)
}

function labelsIn(words: Word[]): Found[] {
  const labels: Found[] = []
  for (let at = 0; at < words.length; ) {
    const label = labelAt(words, at)
    if (label) labels.push(label)
    at += label?.size ?? 1
  }
  return labels
}

/** Behind a number, a few lost signs, or the same in a language that was misread: "1. Nazwisko", "Уотатеп / Given names". */
function startsWithLabel(words: Word[], [first]: Found[]): boolean {
  if (!first || first.at > 2) return false
  if (isBehindTwin(words, first)) return true
  return words.slice(0, first.at).every(({ text }) => text.length < 3)
}

/** Labels side by side: in two languages, or of two values below. */
function groupsOf(labels: Found[], words: Word[]): Found[][] {
  const groups: Found[][] = []
  for (const label of labels) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const isNext =
      last && last.at + last.size === label.at && !/[.;?!]\s/.test(words[label.at]?.gap ?? '')
    if (group && isNext && fieldKinds.has(last.kind) && fieldKinds.has(label.kind))
      group.push(label)
    else groups.push([label])
  }
  return groups
}

function readGroup(
  read: LineRead,
  group: Found[],
  { until, isField }: { until: number; isField: boolean },
) {
  const { words } = read
  const [first] = group
  const last = group.at(-1)
  if (!first || !last) return
  const behind = last.at + last.size
  const at = isField && !isNoun(last) ? endOfTwin(words, behind, until) : behind
  const hasTwin = group.some((label, place) => isTwin(label, group[place - 1], words))
  const isDoubled = isField && (at > behind || hasTwin || isBehindTwin(words, first))
  const end = endOfAll(group, { words, at, until, isField, isDoubled })
  if (isDoubled) read.doubled += 1
  if (end > at) {
    if (isField) read.fields.push(...kindsOf(group))
    read.cuts.push({ from: beginOfCut(read, group, isField), to: words[end - 1]?.to ?? 0 })
  } else if (at === words.length) {
    read.open = { labels: group, isField, isDoubled, isFound: false }
    if (isDoubled) {
      read.fields.push(...kindsOf(group))
      read.isGone = true
    }
  }
}

/** "Nazwisko / Surname"; an advert says "paszport/dowód" too. */
function isTwin(label: Found, before: Found | undefined, words: Word[]): boolean {
  if (!before || isNoun(label) || isNoun(before)) return false
  return before.kind === label.kind || isParted(words[label.at])
}

function isNoun({ kind, size }: Found): boolean {
  return size === 1 && (kind === 'document' || !fieldKinds.has(kind))
}

/** "Уотатеп / Given names": half of it was misread. */
function isBehindTwin(words: Word[], label: Found): boolean {
  if (label.at === 0 || isNoun(label) || !isParted(words[label.at])) return false
  return /^[\p{Lu}\d]/u.test(words[0]?.text ?? '') && /^\p{Lu}/u.test(words[label.at]?.text ?? '')
}

function isParted(word: Word | undefined): boolean {
  return word !== undefined && /^\s?[/|]\s?$/.test(word.gap)
}

/** "Прізвище/5игпате", "Дата народження/Раге of birth": capitals are a value. */
function endOfTwin(words: Word[], at: number, until: number): number {
  if (at >= until || !isParted(words[at]) || !/^[\p{Lu}\d]/u.test(words[at]?.text ?? '')) return at
  let end = at
  while (end < until && end - at < 4 && /\p{Ll}/u.test(words[end]?.text ?? '')) end++
  return end
}

function kindsOf(group: Found[]): Kind[] {
  return group.map(({ kind }) => kind).filter((kind) => fieldKinds.has(kind))
}

/** The values of all labels of a group, one behind the other. */
function endOfAll(group: Found[], place: Place): number {
  let end = place.at
  for (let turn = 0; turn < group.length && end < place.until; turn++) {
    const ends = group.map((label) => endOfValue(label, { ...place, at: end }))
    const next = Math.max(end, ...ends)
    if (next === end) break
    end = next
  }
  return end
}

/** From the label on, and from the name right before it: "Jan Kowalski, PESEL". The word for a paper stays in a sentence. */
function beginOfCut(read: LineRead, group: Found[], isField: boolean): number {
  const { words } = read
  const [first] = group
  if (!first) return 0
  // "oddaj paszport FE123456", "pan Kowalski": the word may be said.
  const isSaid = isTitle(first) || (!isField && first.kind === 'document')
  const next = words[first.at + first.size]
  const isNext = isTitle(first) || hasDigits(next)
  if (isSaid && group.length === 1 && next && isNext) return next.from
  return words[beforeName(words, first)]?.from ?? 0
}

function isTitle({ kind }: Found) {
  return kind === 'title' || kind === 'side'
}

const dated: ReadonlySet<Kind> = new Set(['personal', 'document', 'born', 'address'])

function beforeName(words: Word[], { at, kind }: Found): number {
  if (!dated.has(kind) || !/^[\s,(]*$/.test(words[at]?.gap ?? '')) return at
  return nameBefore(words, at)
}

/** Where a name of two or three words begins that ends here. */
function nameBefore(words: Word[], at: number): number {
  let start = at
  while (start > 0 && at - start < 3 && isNamePart(words, start - 1, at)) start--
  return at - start > 1 ? start : at
}

function isNamePart(words: Word[], at: number, end: number): boolean {
  const word = words[at]
  const next = words[at + 1]
  if (!word || !isNameLike(word)) return false
  return at + 1 === end || /^[\s,-]{1,2}$/.test(next?.gap ?? '')
}

function beginsWithCut({ words, cuts }: LineRead): boolean {
  return cuts.some(({ from }) => from === words[0]?.from)
}

/** A name in a line of its own, above a day or a number. */
function isNameAlone({ line, words }: LineRead): boolean {
  if (words.length < 2 || words.length > 3 || /[\d:?!]/.test(line)) return false
  return words.every((word) => isNameLike(word) && !isCapitals(word.text))
}

/** "Мельник Ірина, 12.05.1993 р.н." */
function readBornBehind(read: LineRead): boolean {
  const { words, cuts } = read
  const known = cuts.length
  for (let at = 0; at < words.length; at++) {
    const size = dateAt(words, at)
    const [one, other] = words.slice(at + size, at + size + 2)
    if (size === 0 || !one || !other || !bornBehind.has(`${one.plain} ${other.plain}`)) continue
    cuts.push({ from: words[nameBefore(words, at)]?.from ?? 0, to: other.to })
  }
  return cuts.length > known
}

const bornBehind = new Set(
  ['р н', 'г р', 'р нар', 'г рожд', 'року народження', 'года рождения'].map((words) =>
    [...plainSet(words)].join(' '),
  ),
)

/** What the labels of the line before are about, at the beginning of this one. Gives the place behind it. */
function readOpen(read: LineRead, open: Open, until: number): number {
  const { words } = read
  const labels = open.labels.filter(
    ({ kind }) =>
      open.isField ||
      kind === 'address' ||
      kind === 'personal' ||
      kind === 'document' ||
      kind === 'born',
  )
  const end = endOfAll(labels, {
    words,
    at: 0,
    until,
    isField: open.isField,
    isDoubled: open.isDoubled,
  })
  if (end === 0) return 0
  const isNamed = labels.every(({ kind }) => names.has(kind))
  if (isNamed && (end < words.length || words.length > 5)) return 0
  if (open.isFound && !(isCapitals(read.line) && words.length < 4)) return 0
  read.cuts.push({ from: words[0]?.from ?? 0, to: words[end - 1]?.to ?? 0 })
  if (isNamed && open.isDoubled && !open.isFound && isCapitals(read.line))
    read.open = { ...open, isFound: true }
  return end
}

const names: ReadonlySet<Kind> = new Set(['surname', 'given', 'name'])

/** A label whose value stood below goes with it. */
function closeOpen(before: LineRead, { labels, isField }: Open, read: LineRead) {
  if (!isField) return
  read.fields.push(...kindsOf(labels))
  const [first] = labels
  const last = labels.at(-1)
  const from = before.words[first?.at ?? 0]?.from ?? 0
  before.cuts.push({ from, to: before.words[(last?.at ?? 0) + (last?.size ?? 1) - 1]?.to ?? from })
  before.isGone ||= wordsKept(before).length < restFrom
}
