import { onceEach } from '../once.ts'
import { endOf, toPattern } from './pattern.ts'
import { tokenize } from './tokens.ts'

/** Whether the name of a firm has one of these words or phrases in it, whole, whatever its case and accents. */
export function isNamedBy(name: string, written: string[]): boolean {
  const page = { tokens: tokenize(name).tokens, countries: new Set<number>() }
  return written.some((one) => {
    const { parts } = read(one)
    return page.tokens.some((_token, at) => endOf(parts, page, at) !== undefined)
  })
}

/** Reading a phrase takes longer than looking for it; the authors wrote only so many. */
const read = onceEach((written: string) => toPattern(written))
