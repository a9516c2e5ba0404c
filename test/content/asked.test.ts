import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Tree } from '../../src/content/words.ts'
import { needed } from '../../src/core/review/needed.ts'
import { locales } from '../person.ts'

/** `common:back`, or the beginning of `common:verdict.${verdict}`. */
const named = new RegExp(`['\`]((?:${Object.keys(needed).join('|')}):[\\w.-]*)(\\$\\{|['\`])`, 'g')

/** Texts that the code names. The simulator knows none of ours. */
const asked = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('simulator'))
  .flatMap((path) => [...readFileSync(join('src', path), 'utf8').matchAll(named)])
  .map(([, key = '', end]) => ({ key, isWhole: end !== '${' }))

/** Review holds that no language has more than it needs, and none less. */
const written = Object.entries(locales.en ?? {}).flatMap(([file, tree]) =>
  Object.entries(tree).flatMap(([name, inner]) => keysIn(`${file}:${name}`, inner)),
)

function keysIn(key: string, tree: string | Tree): string[] {
  // A plural has a text for each class.
  if (typeof tree === 'string') return [key.replace(/_\w+$/, '')]
  return Object.entries(tree).flatMap(([name, inner]) => keysIn(`${key}.${name}`, inner))
}

test('every text that the code names is asked of the languages', () => {
  const silent = asked.filter(
    ({ key, isWhole }) => !written.some((one) => (isWhole ? one === key : one.startsWith(key))),
  )
  expect(silent).toEqual([])
})

test('and the test sees them', () => {
  expect(asked.length).toBeGreaterThan(100)
})
