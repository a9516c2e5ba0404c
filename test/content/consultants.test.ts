import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commandNames } from '../../src/core/desk/commands.ts'
import { needs } from '../../src/core/needs.ts'
import { say } from '../bot.ts'

const [, polish = '', english = ''] = readFileSync('docs/consultants.md', 'utf8').split(
  /^## (?:Po polsku|In English)$/m,
)

describe.each([
  ['pl', polish],
  ['en', english],
])('the guide for consultants in %s', (language, guide) => {
  const named = [...guide.matchAll(/`\/([a-z]+)/g)].map(([, name = '']) => name)

  test('names every command of a desk', () => {
    expect(commandNames.filter((name) => !named.includes(name))).toEqual([])
  })

  test('names no other, but those of a person', () => {
    const known: string[] = [...commandNames, 'hide']
    expect(named.filter((name) => !known.includes(name))).toEqual([])
  })

  test('calls what people need as the buttons do', () => {
    expect(needs.filter((need) => !guide.includes(say(`desk:needs.${need}`, language)))).toEqual([])
  })
})
