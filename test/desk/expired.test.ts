import { expect, test } from 'vitest'
import { newCase } from './new-case.ts'

const day = 24 * 3600

test('whoever writes to a case that has expired hears that nobody reads it', async () => {
  const { bot, person, settled, one } = await newCase()
  bot.telegram.clock.forward(40 * day)
  for (const command of ['/menu', '/talk']) await person.says(command)
  bot.telegram.clock.forward(21 * day)
  await person.says('Czy ktoś to czyta?')
  await settled()
  expect([await one(), person.at()]).toEqual([undefined, 'consultant.lost'])
})
