import { alsoKnownAs, countryOf, type FirmNumber } from '../firm/firm.ts'
import { asPrinted } from '../firm/written.ts'
import { hostOf } from '../host.ts'
import { anywhere, type Knowledge, type Register } from '../knowledge/knowledge.ts'
import type { Text } from '../turn.ts'
import { sourced } from './source.ts'

/** What is known of a firm that somebody looks for. */
export interface Sought {
  number?: FirmNumber | undefined
  /** As it was typed. */
  name?: string | undefined
}

/** An address to open, and what stands there already. */
export interface Link {
  url: string
  filled?: 'number' | 'name'
}

/** A long name in letters that an address must spell out would make one that no phone opens. */
const longest = 400

/**
 * Where a person looks for themselves: the entry of the number, a search for the name, or else the page where either is typed.
 * An address known only from memory is shown once somebody has opened it; until then there is only the keeper's name.
 */
export function linkFor(register: Register, sought: Sought = {}): Link | undefined {
  const { number, name } = sought
  const entry = number && entryOf(register, number)
  for (const page of register.pages.filter(isShown)) {
    const link = filledIn(page.url, { entry, name: name && spelled(register, name) })
    if (link && link.url.length <= longest) return link
  }
  return undefined
}

/** Where it leads is said by its host; what it holds of a name would take half the message. */
export function linkText({ url }: Link): Text {
  return { key: 'firm:link', vars: { url, host: hostOf(url) } }
}

/** The number as this register writes it; undefined where it takes no such number. */
export function entryOf(register: Register, number: FirmNumber): string | undefined {
  const taken = takenOf(register, number)
  return taken && written(register, bareOf(register, taken))
}

/** The number of the firm that this register knows it by: a VAT number may hold it. */
export function takenOf(register: Register, number: FirmNumber): FirmNumber | undefined {
  return [number, ...alsoKnownAs(number)].find((one) => isTaken(register, one))
}

/** Without what only says whose it is. A SIRET begins with the SIREN of its firm, and pages are named by that. */
export function bareOf(register: Register, number: FirmNumber): string {
  const { kind, value } = number
  if (kind === 'local') return asPrinted(value)
  if (!isTaken(register, number)) return value
  if (kind === 'siret') return value.slice(0, 9)
  return kind === 'vat' && register.countries.length === 1 ? value.slice(2) : value
}

/** What a register calls a firm that works and one that is no more; nothing where nobody has seen it. */
export function wordsOf({ says }: Register): { active: string[]; ended: string[] } {
  return says && isShown(says) ? says : { active: [], ended: [] }
}

/** Registers that can prove this of a firm there, by id; those for every country come last. */
export function registersFor(
  { registers }: Pick<Knowledge, 'registers'>,
  country: string,
  proves: Register['proves'],
): [id: string, register: Register][] {
  const all = Object.entries(registers).filter(([, register]) => register.proves === proves)
  const serving = (code: string) => all.filter(([, { countries }]) => countries.includes(code))
  return [...serving(country), ...serving(anywhere)]
}

/** What there is to know about a register beside its entries, with its dates and the law they stand in. */
export function registerNote(
  id: string,
  { registers, facts }: Pick<Knowledge, 'registers' | 'facts'>,
): Text | undefined {
  const fact = registers[id]?.fact
  return fact && facts[fact]
    ? sourced({ facts }, { key: `registers:note.${id}` }, [fact])
    : undefined
}

/** Known from more than memory, or opened by somebody since. */
export function isShown({
  mark,
  checkedOn,
}: Pick<Register['pages'][number], 'mark' | 'checkedOn'>) {
  return checkedOn !== null || (mark !== 'memory' && mark !== 'VERIFY')
}

/** The address with what it asks for; undefined where that is not known. */
function filledIn(
  url: string,
  { entry, name }: { entry?: string | undefined; name?: string | undefined },
): Link | undefined {
  const fill = (hole: 'number' | 'name', value: string | undefined): Link | undefined =>
    value
      ? { url: url.replaceAll(`{${hole}}`, encodeURIComponent(value)), filled: hole }
      : undefined
  if (url.includes('{number}')) return fill('number', entry)
  return url.includes('{name}') ? fill('name', name) : { url }
}

function spelled({ plain }: Register, name: string) {
  const whole = name.toWellFormed()
  return plain ? whole.normalize('NFD').replaceAll(/\p{M}/gu, '') : whole
}

function isTaken({ takes, countries }: Register, number: FirmNumber) {
  if (!takes.includes(number.kind)) return false
  if (number.kind !== 'vat' && number.kind !== 'local') return true
  // Britain asks only about its own; those of Northern Ireland are Europe's.
  const country = number.value.startsWith('XI') ? 'XI' : countryOf(number)
  return country !== undefined && countries.includes(country)
}

/** Its digits where the register has a `#`; undefined where there are more or fewer. */
function written({ written: shape }: Register, bare: string) {
  if (shape === undefined) return bare
  const digits = [...bare.replaceAll(/\D/g, '')]
  if (digits.length !== shape.split('#').length - 1) return undefined
  return shape.replaceAll('#', () => digits.shift() ?? '')
}
