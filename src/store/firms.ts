import type { Firms } from '../app/ports/firms.ts'
import { keepCopy, loadCopied, loadCopyNote } from './copy.ts'
import { keepKnown, loadKnown } from './fact.ts'
import type { Table } from './table.ts'

/** What registers have said, firm by firm (`fact.ts`) and in whole files (`copy.ts`). */
export function createFirms(table: Table): Firms {
  return {
    known: (register, number) => loadKnown(table, register, number),
    know: (finding) => keepKnown(table, finding),
    copyOf: (register) => loadCopyNote(table, register),
    copied: (register, number) => loadCopied(table, register, number),
    keepCopy: (register, copy) => keepCopy(table, register, copy),
  }
}
