import { expect, test } from 'vitest'
import { say } from '../bot.ts'
import { newCase } from './new-case.ts'

test('who leaves the group leaves their case to the others, and the person hears it', async () => {
  const { desk, thread, settled, one, card, choices, person } = await newCase()
  await desk.presses(desk.second, 'take', thread)
  desk.group.leave(desk.second)
  await settled()
  expect(await one()).not.toHaveProperty('by')
  expect([choices()?.[0], card()?.text.includes('Mirek')]).toEqual(['take', false])
  expect(person.bubbles().at(-1)?.text).toBe(say('consultant:talk.is-waiting'))
})

test('who leaves the group leaves the cases of others alone', async () => {
  const { desk, thread, settled, one } = await newCase()
  await desk.presses(desk.second, 'take', thread)
  const before = await one()
  desk.group.leave(desk.lead)
  await settled()
  expect(await one()).toEqual(before)
})
