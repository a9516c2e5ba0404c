import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { whereIs } from '../../src/entry/where.ts'

test('a place in the bundle is found in our sources', () => {
  const folder = inject('functions')
  const words = 'needs keys of its own'
  const file = readdirSync(folder).find(
    (name) => name.endsWith('.mjs') && readFileSync(join(folder, name), 'utf8').includes(words),
  )
  const lines = readFileSync(join(folder, file ?? ''), 'utf8').split('\n')
  const line = lines.findIndex((text) => text.includes(words))
  const column = lines[line]?.indexOf(words) ?? 0
  expect(whereIs(`${file}:${line + 1}:${column + 1}`, folder)).toMatch(
    /^src\/entry\/config\.ts:\d+$/,
  )
})

test('a place that is none is in none', () => {
  expect(whereIs('chunk-NONE.mjs:1:1', inject('functions'))).toBeUndefined()
})
