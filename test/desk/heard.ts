import type { Tree } from '../../src/content/words.ts'
import { locales } from '../person.ts'

/** Which of these texts stand in what was said, in its order: by the longest piece between their holes. */
export function heard(said: string[], keys: string[], language = 'pl'): string[] {
  const pieces = keys.map((key) => [key, pieceOf(key, language)] as const)
  return said.flatMap((text) => pieces.find(([, piece]) => text.includes(piece))?.[0] ?? [])
}

function pieceOf(key: string, language: string) {
  const [file = '', path = ''] = key.split(':')
  const words = path
    .split('.')
    .reduce<string | Tree | undefined>(
      (tree, name) => (typeof tree === 'object' ? tree[name] : undefined),
      locales[language]?.[file],
    )
  const plain = String(words).replaceAll(/<[^>]*>/g, '')
  return plain
    .split(/\{\{\w+\}\}|\n/)
    .map((piece) => piece.trim())
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
}
