import { validate as at } from 'stdnum/lib/cjs/at/uid.js'
import { validate as be } from 'stdnum/lib/cjs/be/vat.js'
import { validate as cy } from 'stdnum/lib/cjs/cy/vat.js'
import { validate as cz } from 'stdnum/lib/cjs/cz/dic.js'
import { validate as de } from 'stdnum/lib/cjs/de/vat.js'
import { validate as dk } from 'stdnum/lib/cjs/dk/cvr.js'
import { validate as ee } from 'stdnum/lib/cjs/ee/kmkr.js'
import { validate as es } from 'stdnum/lib/cjs/es/nif.js'
import { validate as fi } from 'stdnum/lib/cjs/fi/alv.js'
import { validate as fr } from 'stdnum/lib/cjs/fr/tva.js'
import { validate as gb } from 'stdnum/lib/cjs/gb/vat.js'
import { validate as el } from 'stdnum/lib/cjs/gr/vat.js'
import { validate as hr } from 'stdnum/lib/cjs/hr/oib.js'
import { validate as hu } from 'stdnum/lib/cjs/hu/anum.js'
import { validate as ie } from 'stdnum/lib/cjs/ie/vat.js'
import { validate as it } from 'stdnum/lib/cjs/it/iva.js'
import { validate as lt } from 'stdnum/lib/cjs/lt/pvm.js'
import { validate as lu } from 'stdnum/lib/cjs/lu/tva.js'
import { validate as lv } from 'stdnum/lib/cjs/lv/pvn.js'
import { validate as mt } from 'stdnum/lib/cjs/mt/vat.js'
import { validate as nl } from 'stdnum/lib/cjs/nl/btw.js'
import { validate as pl } from 'stdnum/lib/cjs/pl/nip.js'
import { validate as pt } from 'stdnum/lib/cjs/pt/nif.js'
import { validate as ro } from 'stdnum/lib/cjs/ro/cui.js'
import { validate as se } from 'stdnum/lib/cjs/se/vat.js'
import { validate as si } from 'stdnum/lib/cjs/si/ddv.js'

type Check = (body: string) => { isValid: boolean; error?: { name: string }; isCompany?: boolean }

/**
 * The number behind each prefix: its form, and what checks its digits. The EU with Greece as EL, Northern Ireland as XI, and Great
 * Britain, which VIES does not know. Forms as the European Commission prints them, without those of people (a Bulgarian number of ten
 * digits, a Slovak or Swedish one that is a birth number), which would end in keys and counters.
 */
const members: Record<string, { form: RegExp; check: Check }> = {
  AT: { form: /^U\d{8}$/, check: at },
  BE: { form: /^[01]\d{9}$/, check: be },
  BG: { form: /^\d{9}$/, check: bySum(isBulgarian) },
  CY: { form: /^\d{8}[A-Z]$/, check: cy },
  CZ: { form: /^\d{8,10}$/, check: cz },
  DE: { form: /^[1-9]\d{8}$/, check: de },
  DK: { form: /^\d{8}$/, check: dk },
  EE: { form: /^\d{9}$/, check: ee },
  EL: { form: /^\d{9}$/, check: el },
  ES: { form: /^[A-Z0-9]\d{7}[A-Z0-9]$/, check: es },
  FI: { form: /^\d{8}$/, check: fi },
  FR: { form: /^[A-Z0-9]{2}\d{9}$/, check: fr },
  GB: { form: /^(?:\d{9}(?:\d{3})?|(?:GD|HA)\d{3})$/, check: gb },
  HR: { form: /^\d{11}$/, check: hr },
  HU: { form: /^\d{8}$/, check: hu },
  IE: { form: /^\d[A-Z0-9]\d{5}[A-Z]{1,2}$/, check: ie },
  IT: { form: /^\d{11}$/, check: it },
  LT: { form: /^\d{9}(?:\d{3})?$/, check: lt },
  LU: { form: /^\d{8}$/, check: lu },
  LV: { form: /^\d{11}$/, check: lv },
  MT: { form: /^\d{8}$/, check: mt },
  NL: { form: /^\d{9}B\d{2}$/, check: nl },
  PL: { form: /^\d{10}$/, check: pl },
  PT: { form: /^\d{9}$/, check: pt },
  RO: { form: /^\d{2,10}$/, check: ro },
  SE: { form: /^\d\d[2-9]\d{9}$/, check: se },
  SI: { form: /^\d{8}$/, check: si },
  SK: { form: /^[1-9]\d[2-47-9]\d{7}$/, check: bySum((body) => Number(body) % 11 === 0) },
  XI: { form: /^(?:\d{9}(?:\d{3})?|(?:GD|HA)\d{3})$/, check: gb },
}

export function isVatPrefix(text: string): boolean {
  return Object.hasOwn(members, text) || text === 'GR'
}

/** VIES answers for the EU and for Northern Ireland; Great Britain left it in 2021. */
export function isOfVies(vat: string): boolean {
  return isVatPrefix(vat.slice(0, 2)) && !vat.startsWith('GB')
}

/** The VAT prefix of a country of ours; a number of Northern Ireland is only what is written with XI. */
export function vatPrefixOf(country: string): string | undefined {
  const prefix = country === 'GR' ? 'EL' : country
  return isVatPrefix(prefix) ? prefix : undefined
}

/**
 * Whether the capitals and digits after a prefix can be a VAT number; undefined where they have not its form, or where they
 * are a person's identity number (a Czech birth number, a Spanish DNI).
 */
export function checkVat(prefix: string, body: string): 'valid' | 'check-digit' | undefined {
  const member = members[prefix]
  if (!member?.form.test(body)) return undefined
  const result = member.check(body)
  if (!result.isValid) return isSlip(prefix, result.error?.name) ? 'check-digit' : undefined
  // Croatia gives firms and people the same kind of number.
  return result.isCompany || prefix === 'HR' ? 'valid' : undefined
}

/** A digit is wrong: the last, or in Italy those that name an office. */
function isSlip(prefix: string, error = ''): boolean {
  return error === 'InvalidChecksum' || (prefix === 'IT' && error === 'InvalidComponent')
}

/** Two that stdnum 1.12.0 refuses where they are right: it knows too few of their first digits. */
function bySum(holds: (body: string) => boolean): Check {
  return (body) =>
    holds(body)
      ? { isValid: true, isCompany: true }
      : { isValid: false, error: { name: 'InvalidChecksum' } }
}

/** The sum of the first eight digits, by their place, modulo 11; where that is 10, by their place and two more. */
export function isBulgarian(body: string): boolean {
  const digits = Array.from(body, Number)
  const sum = (more: number) =>
    digits.slice(0, 8).reduce((total, digit, at) => total + digit * (at + 1 + more), 0) % 11
  const rest = sum(0) === 10 ? sum(2) % 10 : sum(0)
  return rest === digits[8]
}
