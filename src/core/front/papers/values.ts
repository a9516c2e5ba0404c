import type { Found, Kind } from './labels.ts'
import { endOfName, endOfSide, endOfTitled, nameAtMost } from './names.ts'
import { endOfDocument, endOfNumber } from './numbers.ts'
import { noWord, type Place } from './place.ts'
import { dateAt, isDigits, isLetters, isNameLike, plainSet, type Word } from './words.ts'

/** Where the value of a label ends; its own place where there is none. */
export function endOfValue(label: Found, place: Place): number {
  const { at } = place
  switch (label.kind) {
    case 'surname':
    case 'given':
    case 'name':
      return label.isBroad && !place.isField ? at : endOfName(place)
    case 'title':
      return endOfTitled(place)
    case 'side':
      return endOfSide(place)
    case 'born':
      return endOfBorn(place)
    case 'dated':
      return endOfDate(place)
    case 'valid':
      // "Paszport ważny do 12.05.2027" is said by those who want one.
      return label.at > 0 && !place.isDoubled ? at : endOfDate(place)
    case 'personal':
      return endOfNumber(place)
    case 'document':
    case 'series':
      return endOfDocument(place)
    case 'birthplace':
    case 'authority':
      return place.isField || label.kind === 'birthplace' ? endOfPlace(place) : at
    case 'address':
      return endOfAddress(place)
    case 'sex':
      return place.isField ? endOfSex(place) : at
    case 'nationality':
      return place.isField ? endOfNationality(place) : at
    case 'signature':
      return place.isField ? endOfSignature(place) : at
    case 'account':
    case 'firm':
    case 'phone':
      return at
    default:
      return label.kind satisfies never
  }
}

function endOfDate({ words, at, until }: Place): number {
  const dateFrom = firstDate(words, at, Math.min(until, at + 4))
  return dateFrom < 0 ? at : Math.min(dateFrom + dateAt(words, dateFrom), words.length)
}

function firstDate(words: Word[], at: number, until: number): number {
  for (let place = at; place < until; place++) {
    if (dateAt(words, place) > 0) return place
  }
  return -1
}

/** "03.05.1980 in Odesa", "1988 r. w Lublinie" */
function endOfBorn(place: Place): number {
  const { words, until } = place
  const date = endOfDate(place)
  if (date === place.at) return bornInYear(place)
  let end = date
  while (end < until && end < date + 2 && linksPlace(words[end])) end++
  const isPlace =
    end < until && isNameLike(words[end] ?? noWord) && !/[;!?]|\.\s/.test(words[end]?.gap ?? '')
  return isPlace && (end > date || place.isField) ? end + 1 : date
}

function bornInYear({ words, at }: Place): number {
  const end = words[at] && /^(?:w|in|в|у|roku)$/.test(words[at].plain) ? at + 1 : at
  return /^(?:19[3-9]\d|20[01]\d)$/.test(words[end]?.text ?? '') ? end + 1 : at
}

function linksPlace(word: Word | undefined): boolean {
  return word !== undefined && linking.has(word.plain)
}

const linking = plainSet('гор r roku w we in at в у г р року года m м te zu')

const placeAtMost = 6

/** "LUBLIN", "Odesa, Ukraine", "PREZYDENT M. LUBLINA", "8035" */
function endOfPlace({ words, at, until, isField }: Place): number {
  const start = linking.has(words[at]?.plain ?? '') ? at + 1 : at
  const first = words[start]
  if (!first || start >= until || !(isNameLike(first) || isDigits(first))) return at
  if (until - start <= placeAtMost && isField) return until
  return start + 1
}

/** What an advert says of whom it wants. */
const wanted = [
  ...plainSet('dowoln any bez ue eu brak wszyst każd europ будь люб не без all every no unia'),
]

function endOfNationality({ words, at, until }: Place): number {
  const rest = words.slice(at, until)
  if (
    rest.length === 0 ||
    rest.length > 3 ||
    rest.some(({ plain }) => wanted.some((word) => plain.startsWith(word)))
  )
    return at
  return rest.every((word) => isLetters(word) && word.text.length > 1) ? until : at
}

/** One letter, or one in two scripts. */
function endOfSex({ words, at, until }: Place): number {
  const isOne = (word: Word | undefined) =>
    word !== undefined && (/^\p{Lu}$/u.test(word.text) || sexes.has(word.plain))
  let end = at
  while (end < until && end - at < 2 && isOne(words[end])) end++
  return end === until ? end : at
}

const sexes = plainSet(
  'kobieta mężczyzna male female man woman муж жен чол жін женский мужской жіноча чоловіча männlich weiblich frau mann vrouw',
)

function endOfSignature({ words, at, until }: Place): number {
  const first = words[at]
  if (!first?.gap.includes(':') || until - at > nameAtMost) return at
  return isNameLike(first) ? until : at
}

/** "w Poznaniu ul. Lipowa 5/7", until the sentence ends or another label begins. */
function endOfAddress({ words, at, until }: Place): number {
  let start = at
  while (start < until && start - at < 4 && leadsToPlace.has(words[start]?.plain ?? '')) start++
  const first = words[start]
  if (!first || start >= until || !(isNameLike(first) || isDigits(first) || start > at + 1))
    return at
  if (/[!?;]/.test(first.gap)) return at
  let end = start + 1
  while (end < until && !endsAddress(words, end)) end++
  return end
}

const leadsToPlace = plainSet(
  'w we in at te pod przy adres adresem adresu the address of ul ulica ulicy na в у м г за адресою адресу адреса по вул ул m miejscowości str',
)

function endsAddress(words: Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (!before || !word) return true
  if (/[;!?\n]/.test(word.gap)) return true
  if (/^[.)]\s/.test(word.gap) && !isLetters(before)) return /^\p{Lu}/u.test(word.text)
  if (word.gap.startsWith('.') && before.text.length > 3) return true
  // ", zwaną dalej", ", который": a clause of small words.
  const isSmall = (one: Word | undefined) => one !== undefined && /^\p{Ll}{3,}/u.test(one.text)
  return word.gap.includes(',') && isSmall(word) && isSmall(next)
}

/** Kinds that a form shows and a sentence has not. */
export const fieldKinds: ReadonlySet<Kind> = new Set([
  'surname',
  'given',
  'name',
  'born',
  'birthplace',
  'personal',
  'document',
  'dated',
  'valid',
  'authority',
  'sex',
  'nationality',
  'address',
  'signature',
])
