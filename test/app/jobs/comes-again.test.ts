import { expect, test } from 'vitest'
import { runJob } from '../../../src/app/jobs/jobs.ts'
import { Busy } from '../../../src/app/trouble.ts'
import type { Deed } from '../../../src/core/turn.ts'
import { newPerson, newReader } from '../../person.ts'

const now = () => new Date('2026-11-22T12:00:00Z')

test('a wipe comes again when Telegram has time, and begins no other', async () => {
  const person = newPerson({ now })
  const at = now().getTime() / 1000 - 3 * 86_400
  await person.world.messages.note(7, [{ message: 5, at, own: true, update: 1 }])
  person.phone.port.edit = async () => {
    throw new Busy(40, 'a test wants it')
  }
  const wiping = runJob(person.world, { kind: 'wipe', chat: 7, messages: [5] })
  await expect(wiping).rejects.toMatchObject({ name: 'Busy', seconds: 40 })
  expect(person.jobs).toEqual([])
})

test('what is left of an update comes again while somebody may still be at work on it', async () => {
  const person = await newReader({ now })
  const talk = await person.talk()
  if (!talk) throw new Error('nobody talks')
  const effects: Deed[] = [{ kind: 'end', what: ['dues'] }]
  const entry = { update: 901, at: now().getTime(), message: 1, sentAt: 0, effects }
  await person.world.talks.keep(7, { ...talk, pending: { message: entry } })
  const doing = runJob(person.world, { kind: 'rest', chat: 7, update: 901 })
  await expect(doing).rejects.toThrow(Busy)
})
