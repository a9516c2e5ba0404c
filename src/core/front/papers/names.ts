import { noWord, type Place } from './place.ts'
import { isCapitals, isLetters, isNameLike, isParticle, plainSet, type Word } from './words.ts'

/** More words are a sentence. */
export const nameAtMost = 4

export function endOfName({ words, at, until }: Place): number {
  let end = at
  while (end < until && end - at <= nameAtMost && isOfName(words, end, at)) end++
  // "de Vries" ends with a name.
  while (end > at && isParticle(words[end - 1] ?? noWord)) end--
  if (end > at) return isSentence(words, at, end, until) ? at : end
  return isTypedSmall(words, at, until) ? until : at
}

/** More words behind a name than a name has, or one that joins: a sentence that begins with a capital. */
function isSentence(words: Word[], at: number, end: number, until: number) {
  const next = words[end]
  if (end >= until || !next || next.gap.trim() !== '' || !isLetters(next)) return false
  return until - end > 2 || (!words[at]?.gap.includes(':') && joining.has(next.plain))
}

const joining = plainSet(
  'na do w z i oraz albo lub u в на і й та або до з и с от для или and or to in on with und oder an',
)

/** "Pracownik: Jan Kowalski" is a side of a contract, "Pracownik produkcji" work. */
export function endOfSide(place: Place): number {
  const { words, at } = place
  const end = words[at]?.gap.includes(':') ? endOfName(place) : at
  return end - at > 1 && !words.slice(at, end).some(({ text }) => isCapitals(text)) ? end : at
}

function isOfName(words: Word[], at: number, from: number): boolean {
  const word = words[at]
  if (!word) return false
  if (at > from && /[;.!?]\s|\n|:/.test(word.gap) && (words[at - 1]?.text.length ?? 0) > 2)
    return false
  return isNameLike(word) || (isParticle(word) && at < words.length - 1)
}

/** "nazwisko: kowalska": a chat has no capitals. */
function isTypedSmall(words: Word[], at: number, until: number): boolean {
  const rest = words.slice(at, until)
  if (!words[at]?.gap.includes(':') || rest.length === 0 || rest.length > 2) return false
  return rest.every((word) => isLetters(word) && word.text.length > 2 && !asking.has(word.plain))
}

/** What a form says instead of a value. */
const asking = plainSet(
  'wymagane wymagany obowiązkowo podaj wpisz required needed optional dowolne dowolna any brak none обовʼязково обязательно любое будь',
)

/** A full stop stands only behind a short one; "літньої пані, Краків" is nobody's name. */
function isBehindTitle(title: Word, first: Word): boolean {
  if (selves.has(title.plain)) return /^, ?$/.test(first.gap)
  if (/^p$/i.test(title.text)) return first.gap === '. ' || first.gap === '.'
  if (/podpisan|підписан|подписавш|undersigned/.test(title.text)) return /^[ ,]+$/.test(first.gap)
  return /^\s+$/.test(first.gap) || (title.text.length < 5 && /^\.\s?$/.test(first.gap))
}

const selves = plainSet('ja я')

export function endOfTitled({ words, at, until }: Place): number {
  const title = words[at - 1]
  const first = words[at]
  if (!title || !first || !isNameLike(first) || first.text.length < 3) return at
  if (!isBehindTitle(title, first)) return at
  if (isCapitals(title.text) && title.text.length > 1 && isCapitals(first.text)) return at
  let end = at
  while (end < until && end - at < nameAtMost && isOfName(words, end, at)) {
    if (end > at && words[end]?.gap.includes(',')) break
    end++
  }
  // "Ja, Jan Kowalski": one capital behind says nothing.
  const isSelf = selves.has(title.plain)
  return isSelf && end - at < 2 ? at : end
}
