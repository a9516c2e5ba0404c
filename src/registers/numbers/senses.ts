import { isNumberKind, type NumberRead, numberCountries } from '../../core/firm/firm.ts'
import { isRight, present, readAs, readLocal, readVatOf } from './kinds.ts'
import type { Label, Sense } from './labels.ts'
import type { Clue } from './shape.ts'
import { isVatPrefix } from './vat.ts'
import type { Word } from './words.ts'

/** Where a number may belong: what the text itself says counts more than the country that the person has chosen. */
export interface Place {
  country: string | undefined
  said: Said[]
}

/** A country that the text names, and at which word. */
interface Said {
  at: number
  country: string
}

/** Callers' codes of countries that share a label with a neighbour. */
const callers: Record<string, string> = {
  ...{ 420: 'CZ', 421: 'SK', 40: 'RO', 34: 'ES', 351: 'PT', 353: 'IE', 44: 'GB', 47: 'NO' },
  ...{ 46: 'SE', 43: 'AT', 49: 'DE', 41: 'CH', 31: 'NL', 32: 'BE', 352: 'LU', 386: 'SI' },
  ...{ 385: 'HR', 381: 'RS' },
}

/** Words that tell apart countries whose registers use the same label, as they begin. */
const places: [RegExp, string][] = [
  [
    /^(?:praha|praze|prahy|prag|prague|oddil|rejstrik|obchodnim|prazsk|brno|brne|ostrav|plzen|cesk|czech|czechy|czechach|cechy|чех|прага|праги|прагу)/,
    'CZ',
  ],
  [
    /^(?:bratislav|kosice|zilin|nitra|trnav|presov|oddiel|obchodnom|registri|slovensk|slovak|szlovak|slowacj|словак|словач|братислав)/,
    'SK',
  ],
  [/^(?:riga|latvij|lotw|латви|латві|рига)/, 'LV'],
  [/^(?:tallinn|eesti|eston|таллин|эстони|естоні)/, 'EE'],
  [/^(?:ireland|irish|irland|dublin|cork|galway|limerick|eire|ірланд|ирланд|дублін|дублин)/, 'IE'],
  [/^(?:england|scotland|wales|london|british|anglia|anglii|англ|лондон|великобритан)/, 'GB'],
]

/** More tell nothing new. */
const saidAtMost = 40

/** The countries that VAT prefixes, telephones and a few words of the text name. */
export function countriesSaid(words: Word[]): Said[] {
  const said: Said[] = []
  for (const [at, { text, plain, gap }] of words.entries()) {
    if (said.length === saidAtMost) break
    const [, prefix = ''] = /^([A-Z]{2})(?:U?\d{8}|$)/.exec(text) ?? []
    const isNumber = text.length > 2 || /^\d/.test(words[at + 1]?.text ?? '')
    if (isNumber && isVatPrefix(prefix)) said.push({ at, country: prefix === 'EL' ? 'GR' : prefix })
    const called = /(?:\+|00)$/.test(gap) ? text : /^00(\d+)/.exec(text)?.[1]
    const caller = called && (callers[called.slice(0, 3)] ?? callers[called.slice(0, 2)])
    if (caller) said.push({ at, country: caller })
    for (const [names, country] of places) if (names.test(plain)) said.push({ at, country })
  }
  return said
}

/** What a label can mean, in the order in which it is tried: of the country that the text names next to it, of the person's, of any. */
export function readingsOf(label: Label, place: Place, at: number): Sense[][] {
  const senses = label.senses.flatMap((sense) => resolved(sense, place))
  const nearest = nearestOf(place.said, senses, at)
  const of = (belongs: (country: string) => boolean) =>
    senses.filter((sense) => belongs(countryOf(sense) ?? ''))
  return [
    of((country) => country === nearest),
    of((country) => country === place.country),
    senses,
  ].filter((some) => some.length > 0)
}

function nearestOf(said: Said[], senses: Sense[], at: number): string | undefined {
  const countries = new Set(senses.map(countryOf))
  const possible = said.filter(({ country }) => countries.has(country))
  const away = (one: Said) => Math.abs(one.at - at)
  return possible.reduce<Said | undefined>(
    (nearest, one) => (nearest && away(nearest) <= away(one) ? nearest : one),
    undefined,
  )?.country
}

/** A number as this sense writes it, with the prefix that the label stands for or without. */
function readSense({ kind, country = '', prefix = '' }: Sense, text: string, clue: Clue) {
  if (kind === 'own') return undefined
  if (kind === 'local') {
    const read = readLocal(country, text, clue)
    return read ?? (prefix ? readLocal(country, prefix + text, clue) : undefined)
  }
  const written = isVatPrefix(text.slice(0, 2)) ? text.slice(0, 2).replace('EL', 'GR') : undefined
  const read = kind === 'vat' ? undefined : readAs(kind, text, clue)
  return read ?? (written || kind === 'vat' ? readVatOf(written ?? country, text) : undefined)
}

export function readSenses(senses: Sense[], text: string, clue: Clue): NumberRead[] {
  return present(senses.map((sense) => readSense(sense, text, clue)))
}

/** The first group of senses of which one reads it right. */
export function rightOf(groups: Sense[][], text: string, clue: Clue): NumberRead[] {
  for (const senses of groups) {
    const reads = readSenses(senses, text, clue).filter(isRight)
    if (reads.length > 0) return reads
  }
  return []
}

/** Every kind of number that a country's firms have, but their VAT number. */
function kindsOf(country: string): Sense[] {
  const own = kinds.filter((kind) => numberCountries[kind] === country)
  return [...own.map((kind): Sense => ({ kind })), { kind: 'local', country }]
}

const kinds = Object.keys(numberCountries).filter(isNumberKind)

/** "VAT" alone is of the person's country, or of Poland. */
function resolved(sense: Sense, { country, said }: Place): Sense[] {
  if (sense.kind === 'own')
    return [...new Set([...said.map((one) => one.country), ...(country ? [country] : [])])].flatMap(
      kindsOf,
    )
  if (sense.kind === 'vat' && !sense.country) {
    return [...new Set([country ?? 'PL', 'PL'])].map((one) => ({ kind: 'vat', country: one }))
  }
  return [sense]
}

function countryOf({ kind, country }: Sense): string | undefined {
  return country ?? (kind === 'own' ? undefined : numberCountries[kind])
}
