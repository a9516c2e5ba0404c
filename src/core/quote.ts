import type { Text, Vars } from './turn.ts'

/**
 * Puts a person's own words where a text only says that they are to be quoted: `quote:words` all of them, `quote:line`
 * one line. So the words are never kept, also not for a repeat: the update brings them again.
 */
export function quote(text: Text, words: string): Text {
  if (!text.vars) return text
  const filled = Object.entries(text.vars).map(([name, value]) => [name, fill(value, words)])
  return { ...text, vars: Object.fromEntries(filled) }
}

function fill(value: Vars[string], words: string): Vars[string] {
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((text) => quote(text, words))
  if (value.key === 'quote:words') return words
  if (value.key === 'quote:line') return linesOf(words)[Number(value.vars?.at)] ?? ''
  return quote(value, words)
}

/** The lines of a message that say something, without the numbers that stand before them in the question. */
export function linesOf(words: string): string[] {
  return words
    .split('\n')
    .map((line) => line.trim().replace(/^\d[.)]\s+/, ''))
    .filter(Boolean)
}
