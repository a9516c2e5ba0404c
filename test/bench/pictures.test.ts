import { expect, test } from 'vitest'
import { languages, looks, plan, variants } from '../../bench/pictures/plan.ts'
import { scan } from '../../src/core/scan/scan.ts'
import { content } from '../person.ts'

const pictures = plan()

test('every look is painted in every language, every variant in every look', () => {
  const has = new Set(pictures.map(({ look, advert }) => `${look} ${advert.language}`))
  expect(has.size).toBe(looks.length * languages.length)
  expect(new Set(pictures.map(({ look, variant }) => `${look} ${variant}`)).size).toBe(
    looks.length * variants.length,
  )
  expect(new Set(pictures.map(({ name }) => name)).size).toBe(pictures.length)
  expect(pictures.length).toBeGreaterThanOrEqual(96)
})

test('a third is held out', () => {
  const held = pictures.filter(({ advert }) => advert.isHeldOut)
  expect(held.length / pictures.length).toBeCloseTo(1 / 3, 1)
})

test('enough signs stand in the screenshots and in the hard ones for a share to mean something', () => {
  for (const isHard of [false, true]) {
    const signs = pictures
      .filter((one) => one.isHard === isHard)
      .flatMap(({ advert }) => scan(advert.text, content).hits)
    expect(signs.length).toBeGreaterThan(100)
  }
})
