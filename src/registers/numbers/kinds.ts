import { validate as kbo } from 'stdnum/lib/cjs/be/vat.js'
import { validate as ico } from 'stdnum/lib/cjs/cz/dic.js'
import { validate as cvr } from 'stdnum/lib/cjs/dk/cvr.js'
import { validate as siren } from 'stdnum/lib/cjs/fr/siren.js'
import { validate as siret } from 'stdnum/lib/cjs/fr/siret.js'
import { validate as orgnr } from 'stdnum/lib/cjs/no/orgnr.js'
import { validate as nip } from 'stdnum/lib/cjs/pl/nip.js'
import { validate as regon } from 'stdnum/lib/cjs/pl/regon.js'
import { validate as orgse } from 'stdnum/lib/cjs/se/orgnr.js'
import { validate as edrpou } from 'stdnum/lib/cjs/ua/edrpou.js'
import type { NumberKind, NumberRead } from '../../core/firm/firm.ts'
import { locals } from './local.ts'
import { type Clue, readShape, type Shape } from './shape.ts'
import { checkVat, vatPrefixOf } from './vat.ts'

const same = (text: string) => text
const padded = (length: number) => (text: string) => text.padStart(length, '0')
const by = (check: (value: string) => { isValid: boolean }) => (value: string) =>
  check(value).isValid

/** What a British company may be beside one of England: prefixes of Companies House, those that are given no more too. */
const british =
  'AC|CE|CS|EN|ES|FC|GE|GN|GS|IC|IP|LP|NA|NC|NF|NI|NL|NO|NP|NR|NV|NZ|OC|OE|PC|RC|RS|SA|SC|SE|SF|SG|SI|SL|SO|SP|SR|SZ|ZC'

/** As the registers write them; KRS, KRAZ, KvK, the British, the Irish and the Austrian have no check digit. */
const shapes: Record<Exclude<NumberKind, 'vat' | 'local'>, Shape> = {
  nip: { full: /^(?:[1-9]\d{9}|0{10})$/, value: same, holds: by(nip) },
  // KRS writes REGON with five zeros behind, and then the longer check digit does not hold.
  regon: {
    full: /^\d{9}(?:\d{5})?$/,
    value: (text) => text.replace(/^(\d{9})0{5}$/, '$1'),
    holds: by(regon),
    digits: 9,
  },
  krs: { full: /^000\d{7}$/, bare: /^\d{1,7}$/, labelled: /^0{0,3}\d{1,7}$/, value: padded(10) },
  kraz: {
    full: /^(?!)/,
    bare: /^\d{1,5}$/,
    labelled: /^\d{1,6}$/,
    value: (text) => text.replace(/^0+(?=\d)/, ''),
  },
  kvk: { full: /^\d{8}$/, labelled: /^\d{7}$/, value: padded(8) },
  crn: {
    full: new RegExp(String.raw`^(?:\d{8}|R\d{7}|(?:${british})(?:\d{6}|\d{5}[A-Z]))$`),
    bare: new RegExp(String.raw`^(?:\d{6,7}|(?:${british})\d{4,5})$`),
    labelled: new RegExp(String.raw`^(?:\d{5,7}|(?:${british})\d{3,5})$`),
    value: (text) => text.replace(/^([A-Z]*)(\d+)(?=[A-Z]?$)/, withZeros),
  },
  orgnr: {
    full: /^(?:NO)?\d{9}(?:MVA)?$/,
    value: (text) => text.replaceAll(/\D/g, ''),
    holds: by(orgnr),
  },
  ico: { full: /^\d{8}$/, bare: /^\d{6,7}$/, value: padded(8), holds: by(ico), digits: 8 },
  siren: { full: /^\d{9}$/, value: same, holds: by(siren), digits: 9 },
  siret: { full: /^\d{14}$/, value: same, holds: by(siret), digits: 14 },
  kbo: { full: /^[01]\d{9}$/, bare: /^\d{9}$/, value: padded(10), holds: by(kbo) },
  fn: { full: /^\d{5,6}[A-Z]$/, bare: /^\d{1,4}[A-Z]$/, value: same },
  cvr: { full: /^\d{8}$/, value: same, holds: by(cvr) },
  // A third digit below 2 is the month in the identity number of a person; 16 before it says that it is a firm's.
  orgse: {
    full: /^(?:16)?[1-9]\d[2-9]\d{7}$/,
    value: (text) => text.slice(-10),
    holds: by(orgse),
  },
  cro: { full: /^(?!)/, bare: /^\d{1,6}$/, value: same },
  edrpou: { full: /^\d{8}$/, value: same, holds: by(edrpou), digits: 8 },
  lei: { full: /^(?=.*[A-Z])[A-Z0-9]{18}\d{2}$/, value: same, holds: isLei },
}

/** Kinds whose check digit tells a mistyped number, likeliest first for people who leave Poland. */
export const checkedKinds = [
  ...(['nip', 'regon', 'kbo', 'orgnr', 'ico', 'siren', 'siret', 'cvr', 'orgse'] as const),
  ...(['edrpou', 'lei'] as const),
]
/** Kinds that are recognised by their length alone, likeliest first. */
export const uncheckedKinds = ['kraz', 'krs', 'kvk', 'crn', 'fn', 'cro'] as const

/**
 * A text in capitals and digits as a number of this kind, faulty or not; undefined where it has not its form.
 * A VAT number needs its prefix and a local one its country; a Polish VAT number is a NIP, so that one number has one name.
 */
export function readAs(
  kind: NumberKind,
  text: string,
  clue: Clue = 'none',
): NumberRead | undefined {
  if (kind === 'vat') return readVat(text)
  if (kind === 'local') return readLocal(text.slice(0, 2), text.slice(2), clue)
  const read = readShape(shapes[kind], text, clue)
  return read && { kind, ...read }
}

/** A number of a country's own register, written without the country. */
export function readLocal(country: string, text: string, clue: Clue): NumberRead | undefined {
  const shape = locals[country]
  const read = shape && readShape(shape, text, clue)
  return read && { ...read, kind: 'local', value: country + read.value }
}

/** A VAT number of this country, written with its prefix or without. */
export function readVatOf(country: string, text: string): NumberRead | undefined {
  const prefix = vatPrefixOf(country)
  if (prefix === undefined) return undefined
  const body = text.startsWith(prefix) ? text.slice(prefix.length) : text
  return readVat(prefix + (ways[prefix]?.(body) ?? body))
}

/** What people leave out of a VAT number, or add to it. */
const ways: Record<string, (body: string) => string> = {
  AT: (body) => body.replace(/^(?=\d{8}$)/, 'U'),
  BE: (body) => body.replace(/^(?=\d{9}$)/, '0'),
  CZ: (body) => body.replace(/^\d{6,7}$/, (digits) => digits.padStart(8, '0')),
  EL: (body) => body.replace(/^(?=\d{8}$)/, '0'),
  FI: (body) => body.replace(/^(?=\d{7}$)/, '0'),
  HU: (body) => body.replace(/^(\d{8})\d{3}$/, '$1'), // the tax number goes on with the kind of tax and the county
  IT: (body) => body.replace(/^\d{9,10}$/, (digits) => digits.padStart(11, '0')),
  SE: (body) => body.replace(/^(\d{10})$/, '$101'),
}

/** Companies House writes eight signs. */
function withZeros(text: string, prefix: string, digits: string, at: number, whole: string) {
  const behind = whole.length - at - text.length
  return prefix + digits.padStart(8 - prefix.length - behind, '0')
}

export function isRight(read: NumberRead): boolean {
  return read.fault === undefined
}

/** Whether a check digit speaks for it: a number that others could only be by accident. */
export function isProven({ kind, value, fault }: NumberRead): boolean {
  if (fault) return false
  if (kind === 'vat') return true
  if (kind === 'local') return locals[value.slice(0, 2)]?.holds !== undefined
  return shapes[kind].holds !== undefined
}

export function present(reads: (NumberRead | undefined | false)[]): NumberRead[] {
  return reads.filter((read) => read !== undefined && read !== false)
}

function readVat(text: string): NumberRead | undefined {
  const prefix = text.slice(0, 2).replace('GR', 'EL')
  const body = text.slice(2)
  if (prefix === 'PL') return readAs('nip', body)
  const result = checkVat(prefix, body)
  if (!result) return undefined
  const value = prefix + body
  if (/^(\d)\1+$/.test(body)) return { kind: 'vat', value, fault: 'one-digit' }
  return result === 'valid' ? { kind: 'vat', value } : { kind: 'vat', value, fault: result }
}

/** ISO 7064 mod 97-10: letters count from A = 10, and the whole is 1 modulo 97. */
function isLei(value: string): boolean {
  let rest = 0
  for (const sign of value) {
    const number = Number.parseInt(sign, 36)
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97
  }
  return rest === 1
}
