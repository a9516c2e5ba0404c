import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/core/case.ts'
import { newCase } from './new-case.ts'

/** What somebody writes while their case changes in a way that they have not heard of. */
async function writesAfter(change: (one: Case) => Case) {
  const { bot, person, settled, one, desk, thread } = await newCase()
  const now = await one()
  if (!now) throw new Error('there is no case')
  await bot.world.cases.keep(person.id, change(now))
  await person.says('Czy ktoś to czyta?')
  await settled()
  const written = person.chat().find(({ text }) => text === 'Czy ktoś to czyta?')
  return { at: person.at(), signs: written?.reactions, arrived: desk.fromBot(thread) }
}

describe('what is written to a case that is over', () => {
  const close = (one: Case): Case => ({ ...one, state: 'closed', closedAt: one.consent.at })

  test('does not arrive', async () => {
    expect((await writesAfter(close)).arrived).not.toContain('Czy ktoś to czyta?')
  })

  test('bears a sign of that, and the person hears the end', async () => {
    expect(await writesAfter(close)).toMatchObject({ at: 'consultant.helped', signs: ['👎'] })
  })
})

test('who writes to another desk than has their case hears that nobody reads it', async () => {
  const { at } = await writesAfter((one) => ({ ...one, desk: 'another1' }))
  expect(at).toBe('consultant.lost')
})
