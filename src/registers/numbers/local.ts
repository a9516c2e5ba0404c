import { validate as uid } from 'stdnum/lib/cjs/ch/uid.js'
import { validate as ico } from 'stdnum/lib/cjs/cz/dic.js'
import { validate as registrikood } from 'stdnum/lib/cjs/ee/registrikood.js'
import { validate as kennitala } from 'stdnum/lib/cjs/is/kennitala.js'
import { validate as pvn } from 'stdnum/lib/cjs/lv/pvn.js'
import { validate as idno } from 'stdnum/lib/cjs/md/idno.js'
import { validate as pib } from 'stdnum/lib/cjs/rs/pib.js'
import type { Shape } from './shape.ts'
import { isBulgarian } from './vat.ts'

const same = (text: string) => text
/** Of any length, so that only a label or nothing beside it makes it clear. */
const never = /^(?!)/

/**
 * Numbers of firms in countries whose register no program of ours asks: people look there themselves. Only such as are not
 * the VAT number without its prefix. Those without `holds` have no check digit that we know.
 */
export const locals: Record<string, Shape> = {
  BG: {
    full: /^\d{9}(?:\d{4})?$/, // ЕИК; four more digits name a branch
    value: (text) => text.slice(0, 9),
    holds: isBulgarian,
  },
  CH: {
    full: /^CHE\d{9}$/,
    bare: /^\d{9}$/,
    value: (text) => text.replace(/^(?=\d)/, 'CHE'),
    holds: (value) => uid(value).isValid,
  },
  CY: { full: never, labelled: /^HE\d{1,6}$/, value: same },
  DE: { full: never, bare: /^HR[AB]\d{1,6}[A-Z]{0,2}$/, value: same },
  EE: { full: /^[17-9]\d{7}$/, value: same, holds: (value) => registrikood(value).isValid },
  GR: { full: /^\d{12}$/, value: same }, // ΓΕΜΗ
  HR: { full: /^0\d{8}$/, value: same }, // MBS
  HU: { full: /^(?:0[1-9]|1\d|20)\d{8}$/, value: same }, // court, form, number
  // The first digit of a person's is a day of the month.
  IS: { full: /^[4-7]\d{9}$/, value: same, holds: (value) => kennitala(value).isValid },
  IT: { full: /^[A-Z]{2}\d{5,7}$/, value: same }, // REA
  LI: { full: /^FL\d{11}$/, value: same },
  LT: { full: /^\d{9}$/, value: same, holds: isLithuanian },
  LU: { full: never, bare: /^B\d{1,6}$/, value: same },
  LV: { full: /^[4-9]\d{10}$/, value: same, holds: (value) => pvn(value).isValid },
  MD: { full: /^1\d{12}$/, value: same, holds: (value) => idno(value).isValid },
  MT: { full: never, bare: /^C\d{1,6}$/, value: same },
  RO: { full: /^J\d{1,8}(?:19|20)\d\d$/, value: same }, // county, number and year
  RS: {
    full: /^\d{8,9}$/,
    value: same,
    holds: (value) => value.length === 8 || pib(value).isValid,
  },
  SI: { full: /^\d{7}(?:\d{3})?$/, value: (text) => text.slice(0, 7) },
  SK: {
    full: /^\d{8}$/,
    bare: /^\d{6,7}$/,
    value: (text) => text.padStart(8, '0'),
    holds: (value) => ico(value).isValid,
    digits: 8,
  },
  TR: { full: /^0\d{15}$/, value: same }, // MERSİS
}

/** The sum of the first eight digits, by their place, modulo 11; where that is 10, by their place and two more, from 9 on anew. */
function isLithuanian(value: string): boolean {
  const digits = Array.from(value, Number)
  const sum = (more: number) =>
    digits.slice(0, 8).reduce((total, digit, at) => total + digit * (((at + more) % 9) + 1), 0) % 11
  const rest = sum(0) === 10 ? sum(2) % 10 : sum(0)
  return rest === digits[8]
}
