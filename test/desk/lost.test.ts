import { expect, test } from 'vitest'
import { openCase } from '../../src/app/cases/open.ts'
import { newScene } from './scene.ts'

test('a case that could not be brought to the desk is not begun anew where its update comes again', async () => {
  const { bot, desk: newDesk, seeker, settled } = await newScene()
  const desk = await newDesk()
  const person = await seeker()
  desk.group.removeBot({ by: desk.lead })
  await person.taps('send')
  await settled()
  const { world } = bot
  const [one, talk] = [await world.cases.of(person.id), await world.talks.load(person.id)]
  if (!one || !talk) throw new Error('there is no case')
  const entry = { update: one.id, at: 0, message: 1, sentAt: 0, effects: [] }
  const turn = { chat: person.id, source: 'press', talk, entry, repeated: true } as const
  const { desk: to, shared } = one
  const agreed = { kind: 'hand-off', desk: to, shared, wording: one.consent.wording } as const
  await openCase(world, { ...turn, speaks: 'pl' }, agreed)
  await settled()
  expect([one.state, await world.cases.of(person.id)]).toEqual(['closed', one])
})
