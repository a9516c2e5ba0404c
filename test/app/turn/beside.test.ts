import { expect, test } from 'vitest'
import { Busy } from '../../../src/app/trouble.ts'
import { newReader } from '../../person.ts'
import { waits } from '../waits.ts'

const hasNoTime = async () => {
  throw new Busy(2, 'a test wants it')
}

test('an answer of a register is not shown in a chat that could not be hidden yet', async () => {
  const person = await waits()
  person.phone.port.erase = hasNoTime
  await expect(person.opens('hide')).rejects.toThrow(Busy)
  const before = person.keys()
  await person.worked()
  expect(person.keys()).toEqual(before)
})

test('somebody who comes by a poster is answered though it cannot be counted', async () => {
  const person = await newReader()
  person.world.counters.add = hasNoTime
  await person.opens('start offer-poster7')
  expect(person.at()).toBe('offer.age')
})
