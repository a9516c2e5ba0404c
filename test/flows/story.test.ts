import { expect, test } from 'vitest'
import { newReader } from '../person.ts'

test.each([
  ['now', 'sos.now'],
  ['before', 'return.where'],
  ['other', 'relative.what'],
  ['work', 'at-work.age'],
  ['advert', 'offer.age'],
])('a long telling goes on with %s at %s', async (choice, place) => {
  const person = await newReader()
  await person.opens('start story')
  await person.taps(choice)
  expect(person.at()).toBe(place)
})
