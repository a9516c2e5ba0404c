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
import type { NumberKind, NumberRead } from '../core/firm/firm.ts'
import { checkVat } from './vat-numbers.ts'

/** What a kind of number looks like, in capitals and digits without separators. */
interface Shape {
  /** Unmistakable in its length. */
  full: RegExp
  /** Shorter ways to write it, for a text of nothing else. */
  bare?: RegExp
  /** Shorter ways to write it that only a label makes clear; without it those for a text of nothing else. */
  labelled?: RegExp
  /** Its shortest form. */
  value: (text: string) => string
  /** Whether its check digits hold; kinds without have none. */
  holds?: (value: string) => boolean
}

const same = (text: string) => text
const padded = (length: number) => (text: string) => text.padStart(length, '0')
const by = (check: (value: string) => { isValid: boolean }) => (value: string) =>
  check(value).isValid

/** As the registers write them; KRS, KRAZ, KvK, the British, the Irish and the Austrian have no check digit. */
const shapes: Record<Exclude<NumberKind, 'vat'>, Shape> = {
  nip: { full: /^\d{10}$/, value: same, holds: by(nip) },
  // KRS writes REGON with five zeros behind, and then the longer check digit does not hold.
  regon: {
    full: /^\d{9}(?:\d{5})?$/,
    value: (text) => text.replace(/^(\d{9})0{5}$/, '$1'),
    holds: by(regon),
  },
  krs: { full: /^000\d{7}$/, bare: /^\d{1,7}$/, labelled: /^\d{1,10}$/, value: padded(10) },
  kraz: {
    full: /^(?!)/,
    bare: /^\d{1,5}$/,
    labelled: /^\d{1,6}$/,
    value: (text) => text.replace(/^0+(?=\d)/, ''),
  },
  kvk: { full: /^\d{8}$/, value: same },
  crn: {
    full: /^(?:\d{8}|(?:SC|NI|OC|SO|NC|FC|LP|SL|NL|NF|SF)\d{6})$/,
    bare: /^\d{6,7}$/,
    value: padded(8),
  },
  orgnr: {
    full: /^(?:NO)?\d{9}(?:MVA)?$/,
    value: (text) => text.replaceAll(/\D/g, ''),
    holds: by(orgnr),
  },
  ico: { full: /^\d{8}$/, bare: /^\d{6,7}$/, value: padded(8), holds: by(ico) },
  siren: { full: /^\d{9}$/, value: same, holds: by(siren) },
  siret: { full: /^\d{14}$/, value: same, holds: by(siret) },
  kbo: { full: /^[01]\d{9}$/, bare: /^\d{9}$/, value: padded(10), holds: by(kbo) },
  fn: { full: /^\d{5,6}[A-Z]$/, bare: /^\d{1,4}[A-Z]$/, value: same },
  cvr: { full: /^\d{8}$/, value: same, holds: by(cvr) },
  // A third digit below 2 is the month in the identity number of a person.
  orgse: { full: /^\d\d[2-9]\d{7}$/, value: same, holds: by(orgse) },
  cro: { full: /^(?!)/, bare: /^\d{1,6}$/, value: same },
  edrpou: { full: /^\d{8}$/, value: same, holds: by(edrpou) },
  lei: { full: /^(?=.*[A-Z])[A-Z0-9]{18}\d{2}$/, value: same, holds: isLei },
}

/** Kinds whose check digit tells a mistyped number, likeliest first for people who leave Poland. */
export const checkedKinds = [
  ...(['nip', 'regon', 'kbo', 'orgnr', 'ico', 'siren', 'siret', 'cvr', 'orgse'] as const),
  ...(['edrpou', 'lei'] as const),
]
/** Kinds that are recognised by their length alone, likeliest first. */
export const uncheckedKinds = ['kraz', 'krs', 'kvk', 'crn', 'fn', 'cro'] as const

/** How clear it is from elsewhere that a text must be a number. */
export type Clue = 'none' | 'bare' | 'labelled'

/**
 * A text in capitals and digits as a number of this kind, faulty or not; undefined where it has not its form.
 * A VAT number needs its prefix; a Polish one is a NIP, so that one number has one name.
 */
export function readAs(
  kind: NumberKind,
  text: string,
  clue: Clue = 'none',
): NumberRead | undefined {
  if (kind === 'vat') return readVat(text)
  const { full, bare, labelled = bare, value: shorten, holds } = shapes[kind]
  const short = { none: undefined, bare, labelled }[clue]
  if (!full.test(text) && !short?.test(text)) return undefined
  const value = shorten(text)
  if (value.length >= 8 && /^(.)\1+$/.test(value)) return { kind, value, fault: 'one-digit' }
  if (holds && !holds(value)) return { kind, value, fault: 'check-digit' }
  return { kind, value }
}

export function isRight(read: NumberRead): boolean {
  return read.fault === undefined
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
