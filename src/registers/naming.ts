import { Unavailable } from '../app/trouble.ts'
import { type FirmNumber, numberCountries } from '../core/firm/firm.ts'

/** A number as a register writes it. */
type Told = string | number | null | undefined

/**
 * A firm that was found must bear the number that was asked for: about another one it proves nothing. That nobody was found
 * names no number, and need not. Throws Unavailable: changed.
 */
export function mustName(number: FirmNumber, told: Told): void {
  if (!isNamed(number, told)) throw new Unavailable('changed')
}

/** Of what was found, all that bears the number. Throws Unavailable: changed, where everything is about others. */
export function thoseNaming<Entry>(
  number: FirmNumber,
  found: Entry[],
  told: (entry: Entry) => Told[],
): Entry[] {
  const own = found.filter((entry) => told(entry).some((one) => isNamed(number, one)))
  if (found.length > 0 && own.length === 0) throw new Unavailable('changed')
  return own
}

/** One number is written with spaces, behind its country, without its first zeros; a REGON also with that of a branch behind. */
export function isNamed({ kind, value }: FirmNumber, told: Told): boolean {
  const spellings =
    kind === 'vat' ? [value, value.slice(2)] : [value, `${numberCountries[kind] ?? ''}${value}`]
  return spellings.some((one) => plain(kind, one) === plain(kind, String(told ?? '')))
}

function plain(kind: FirmNumber['kind'], text: string): string {
  const signs = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  const firm = kind === 'regon' ? signs.replace(/(\d{9})\d{5}$/, '$1') : signs
  return firm.replace(/^([A-Z]*)0+(?=\d)/, '$1')
}
