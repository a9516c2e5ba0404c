import { describe, expect, test } from 'vitest'
import { readAdverts } from '../../../bench/adverts.ts'
import { openPoints, toTold } from '../../../src/core/scan/answer.ts'
import { scan } from '../../../src/core/scan/scan.ts'
import { weigh } from '../../../src/core/verdict/verdict.ts'
import { content } from '../../person.ts'

const adverts = readAdverts()

function verdict(text: string) {
  const found = scan(text, content)
  return weigh(
    found.hits.map(({ severity }) => severity),
    openPoints(toTold(found, [])).length,
  )
}

function isLoud(text: string) {
  return ['danger', 'strong'].includes(verdict(text))
}

test('the corpus is large enough and names only signs that exist', () => {
  expect(adverts.length).toBeGreaterThanOrEqual(60)
  expect(new Set(adverts.map(({ id }) => id)).size).toBe(adverts.length)
  expect(adverts.flatMap(({ signs }) => signs).filter((sign) => !content.indicators[sign])).toEqual(
    [],
  )
})

describe.each([
  ['tuning', false],
  ['held-out', true],
])('of the %s adverts', (_name, heldOut) => {
  const here = adverts.filter((advert) => advert['held-out'] === heldOut)

  test('no honest one is warned of strongly', () => {
    const honest = here.filter(({ kind }) => kind === 'honest')
    expect(honest.filter(({ text }) => isLoud(text)).map(({ id }) => id)).toEqual([])
  })

  test('at least nine of ten fraudulent ones are', () => {
    const fraud = here.filter(({ kind }) => kind === 'fraud')
    const quiet = fraud.filter(({ text }) => !isLoud(text))
    expect(quiet.length, quiet.map(({ id }) => id).join()).toBeLessThanOrEqual(fraud.length / 10)
  })
})
