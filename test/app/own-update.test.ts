import { expect, test } from 'vitest'
import { ownUpdate } from '../../src/app/own-update.ts'

const ids = Array.from({ length: 20_000 }, (_, check) => ownUpdate(`check/${check}/1`))

test('inputs of our own have an id each', () => {
  expect(new Set(ids).size).toBe(ids.length)
})

test('and none that Telegram could give', () => {
  expect(ids.filter((id) => id >= 0 || !Number.isSafeInteger(id))).toEqual([])
})
