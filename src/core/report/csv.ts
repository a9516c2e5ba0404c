/** A mark by which Excel knows UTF-8. */
const mark = '\uFEFF'

/**
 * Rows as a file that a spreadsheet opens by a double click: its commas are semicolons where a comma stands in numbers, as Excel wants it.
 * What begins like a formula is text, or a name could make a spreadsheet fetch something.
 */
export function writeCsv(rows: (string | number)[][], language: string): string {
  const separator = hasDecimalComma(language) ? ';' : ','
  const lines = rows.map((row) => row.map(fieldOf).join(separator))
  return mark + lines.map((line) => `${line}\r\n`).join('')
}

function hasDecimalComma(language: string) {
  return new Intl.NumberFormat(language).format(1.5).includes(',')
}

function fieldOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
