import type { FirmNumber, NumberKind } from '../core/firm/firm.ts'
import { readAs } from './numbers/kinds.ts'

/** Numbers as a register gives them, in their shortest form; what is missing or cannot be one is left out. */
export function givenNumbers(...given: [NumberKind, string | null | undefined][]): FirmNumber[] {
  return given.flatMap(([kind, text]) => {
    const read = text ? readAs(kind, text.trim().toUpperCase(), 'labelled') : undefined
    return read && !read.fault ? [{ kind: read.kind, value: read.value }] : []
  })
}

/** Only what was given, so that nothing is named and empty. */
export function given<Field extends string>(
  fields: Record<Field, string | null | undefined>,
): Partial<Record<Field, string>> {
  const filled: Partial<Record<Field, string>> = {}
  for (const name in fields) {
    const text = fields[name]?.trim()
    if (text) filled[name] = text
  }
  return filled
}

/** "19.07.2001" as Polish registers write it, in ISO. */
export function isoDay(date: string | null | undefined): string | undefined {
  return date?.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1').match(/^\d{4}-\d\d-\d\d$/)?.[0]
}

/** The town of a Polish address, "00-843 WARSZAWA" at its end: all that we say about where a person lives. */
export function townOf(address: string | null | undefined): string | undefined {
  return address?.match(/\d\d-\d{3} ([^,\n\d]{2,60})$/)?.[1]?.trim()
}

export const dayMs = 86_400_000
