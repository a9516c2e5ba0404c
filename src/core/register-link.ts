import type { Knowledge, Register } from './knowledge.ts'

/** The address where a person looks for themselves; none while only memory vouches for it. */
export function linkFor({ page }: Register, number?: string): string | undefined {
  if (!page || (page.checkedOn === null && ['memory', 'VERIFY'].includes(page.mark)))
    return undefined
  if (!page.url.includes('{number}')) return page.url
  return number === undefined ? undefined : page.url.replace('{number}', encodeURIComponent(number))
}

/** The registers of a country that prove this, in the authors' order. */
export function registersFor(
  { registers }: Pick<Knowledge, 'registers'>,
  country: string,
  proves: 'firm' | 'agency',
): [id: string, register: Register][] {
  return Object.entries(registers).filter(
    ([, register]) =>
      register.countries.includes(country) &&
      (register.proves === 'agency') === (proves === 'agency'),
  )
}
