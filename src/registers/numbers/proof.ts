import type { NumberRead } from '../../core/firm/firm.ts'
import { isRight, present, readAs, readLocal, readVatOf } from './kinds.ts'
import { isVatPrefix } from './vat.ts'
import { isDate } from './ways.ts'
import { compact, partsOf, type Word } from './words.ts'

/** Numbers among other words that are a firm's by the way they are written, and whose check digits hold. */
export function readProven(run: Word[]): NumberRead[] {
  if (isNoFirm(run)) return []
  const whole = readProvenPart(run).filter(isRight)
  return whole.length > 0 ? whole : partsOf(run).flatMap(readProvenPart).filter(isRight)
}

function readProvenPart(part: Word[]): NumberRead[] {
  const text = compact(part)
  const groups = part.map((word) => word.text.length).join(' ')
  const isVat = text.length >= 9 && /^(?:[A-Z]{2}|[a-z]{2}\d)/.test(part[0]?.text ?? '')
  const isIban = /^[A-Z]{2}\d{18}$/.test(text)
  return present([
    isVat && isVatPrefix(text.slice(0, 2)) && readAs('vat', text),
    /^(10|3 3 2 2|3 2 2 3)$/.test(groups) && /^[1-9]/.test(text) && readAs('nip', text),
    /^000\d{7}$/.test(text) && part.length === 1 && readAs('krs', text),
    groups === '4 3 3' && part[1]?.gap === '.' && readAs('kbo', text),
    groups === '3 3 3 5' && readAs('siret', text),
    text.endsWith('MVA') && readAs('orgnr', text),
    /^[5-9]/.test(text) && groups === '6 4' && part[1]?.gap === '-' && readAs('orgse', text),
    groups === '2 2 6' && part[1]?.gap !== '.' && readLocal('HU', text, 'none'),
    groups === '7 1' && part[1]?.gap === '-' && readVatOf('FI', text),
    text.startsWith('CHE') && readLocal('CH', text, 'none'),
    part[1]?.gap === '/' && readLocal('RO', text, 'none'),
    !isIban && readAs('lei', text),
  ])
}

/** A date, a postal code, a telephone with its country, a part of an address in the web. */
export function isNoFirm([first, ...rest]: Word[]): boolean {
  const isPrefixed = first !== undefined && /^[A-Z]{2}/.test(first.text)
  if (!first || (!isPrefixed && /[/=_@#+&?]$|\) ?$/.test(first.gap))) return true
  // "00-950", "924 36": postal codes.
  const groups = [first, ...rest].map((word) => word.text.length).join(' ')
  return groups === '3 2' || (groups === '2 3' && rest[0]?.gap === '-') || isDate([first, ...rest])
}
