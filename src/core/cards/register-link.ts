import type { FirmNumber } from '../firm/firm.ts'
import { anywhere, type Knowledge, type Register } from '../knowledge/knowledge.ts'
import type { Text } from '../turn.ts'
import { sourced } from './source.ts'

/**
 * Where a person looks for themselves: the entry of the number if the page can lead there, or else the start of the site.
 * An address known only from memory is shown once somebody has opened it; until then there is only the keeper's name.
 */
export function linkFor({ page, takes }: Register, number?: FirmNumber): string | undefined {
  if (!page || (isUnproven(page.mark) && !page.checkedOn)) return undefined
  if (!page.url.includes('{number}')) return page.url
  if (!number || !takes.includes(number.kind)) return new URL(page.url).origin
  return page.url.replaceAll('{number}', encodeURIComponent(entryOf(number)))
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

function isUnproven(mark: NonNullable<Register['page']>['mark']) {
  return mark === 'memory' || mark === 'VERIFY'
}

/** A SIRET begins with the SIREN of its firm, and pages are named by that. */
function entryOf({ kind, value }: FirmNumber) {
  return kind === 'siret' ? value.slice(0, 9) : value
}
