import { expect, test } from 'vitest'
import { newReader } from '../person.ts'

test('somebody else in danger is never asked where the caller is, unless the caller is in danger too', async () => {
  const person = await newReader()
  await person.opens('start relative')
  await person.taps('trouble')
  await person.taps('danger')
  expect(person.at()).toBe('relative.danger')
  await person.taps('me')
  expect(person.at()).toBe('sos.now')
})

test('a neighbour finds what to look for, and who helps in that country', async () => {
  const person = await newReader()
  await person.opens('start relative')
  for (const choice of ['seen', 'signs', 'next']) await person.taps(choice)
  expect(person.at()).toBe('relative.where')
  await person.taps('NL')
  await person.taps('record-1') // whoever answers from anywhere comes first
  expect(JSON.stringify(person.sees())).toContain('FairWork')
})

test('the country of the other person is not taken for one’s own', async () => {
  const person = await newReader()
  await person.opens('start relative')
  for (const choice of ['trouble', 'danger', 'there', 'NL']) await person.taps(choice)
  expect(person.at()).toBe('relative.there')
  expect((await person.talk())?.country).toBeUndefined()
})
