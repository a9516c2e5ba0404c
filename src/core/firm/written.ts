/** How countries print the numbers of their own registers, where signs stand between that nobody may leave out. */
const forms: Record<string, [form: RegExp, printed: string]> = {
  DE: [/^(HR[AB])(\d+)([A-Z]*)$/, '$1 $2 $3'],
  HU: [/^(\d\d)(\d\d)(\d{6})$/, '$1-$2-$3'],
  RO: [/^J(\d\d)(\d+)((?:19|20)\d\d)$/, 'J$1/$2/$3'],
}

/** A local number as people type it there, without the code of its country: `DEHRB158855B` → `HRB 158855 B`. */
export function asPrinted(value: string): string {
  const own = value.slice(2)
  const [form, printed] = forms[value.slice(0, 2)] ?? []
  return form && printed ? own.replace(form, printed).trim() : own
}
