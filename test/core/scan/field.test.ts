import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { openPoints, toTold } from '../../../src/core/scan/answer.ts'
import { scan } from '../../../src/core/scan/scan.ts'
import { weigh } from '../../../src/core/verdict/verdict.ts'
import { content } from '../../person.ts'

const sentences = z.record(z.string(), z.array(z.string()))
const Honest = z.strictObject({
  adverts: z.array(
    z.strictObject({ id: z.string(), country: z.string().optional(), text: z.string() }),
  ),
  sentences,
})
const Dangerous = z.strictObject({
  adverts: z.array(z.strictObject({ id: z.string(), sign: z.string(), text: z.string() })),
  sentences,
})

const honest = Honest.parse(read('honest'))
const dangerous = Dangerous.parse(read('dangerous'))

function read(name: string): unknown {
  return parse(readFileSync(join(import.meta.dirname, `${name}.yaml`), 'utf8'))
}

function loud(text: string) {
  return scan(text, content)
    .hits.filter(({ severity }) => severity === 'high' || severity === 'critical')
    .map(({ sign }) => sign)
}

function verdict(text: string) {
  const found = scan(text, content)
  return weigh(
    found.hits.map(({ severity }) => severity),
    openPoints(toTold(found, [])).length,
  )
}

describe('an honest advert', () => {
  test.each(honest.adverts)('raises nothing loud: $id', ({ text }) => {
    expect(loud(text)).toEqual([])
    expect(['nothing', 'unclear']).toContain(verdict(text))
  })

  test.each(honest.adverts.filter(({ country }) => country))(
    'is for its own country: $id',
    ({ text, country }) => {
      expect(scan(text, content).country ?? 'none').toBe(country)
    },
  )

  test.each(lines(honest.sentences))('has everyday words (%s): %s', (_language, text) => {
    expect(loud(text)).toEqual([])
  })
})

describe('a dangerous offer', () => {
  test.each(dangerous.adverts)('raises $sign: $id', ({ text, sign }) => {
    expect(loud(text)).toContain(sign)
  })

  test.each(lines(dangerous.sentences))('raises %s: %s', (sign, text) => {
    expect(loud(text)).toContain(sign)
  })
})

function lines(lists: Record<string, string[]>): [name: string, text: string][] {
  return Object.entries(lists).flatMap(([name, all]) =>
    all.map((text): [string, string] => [name, text]),
  )
}
