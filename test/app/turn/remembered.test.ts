import { expect, test } from 'vitest'
import { handle } from '../../../src/app/turn/handle.ts'
import { newReader } from '../../person.ts'

/** The first of somebody's updates, and so many behind it: a message whose entry takes its place, and presses. */
async function sends(others: number) {
  const person = await newReader()
  const first = await person.opens('menu')
  await person.opens('menu')
  for (let count = 1; count < others; count++) await person.taps('menu')
  return { person, first }
}

test('an update that comes again after thirty-one others is not answered again', async () => {
  const { person, first } = await sends(31)
  const shown = person.phone.bubbles.length
  await handle(person.world, first)
  expect(person.phone.bubbles.length).toBe(shown)
})

test('no more than the last thirty-two updates are remembered', async () => {
  const { person, first } = await sends(40)
  const last = Array.from({ length: 32 }, (_, index) => first.update + 9 + index)
  expect((await person.talk())?.recent).toEqual(last)
})
