import { expect, test } from 'vitest'
import { arrive } from '../../src/app/arrive.ts'
import { newReader } from '../person.ts'

const minute = Date.parse('2026-11-24T09:00:00Z') / 60_000
const dues = [{ minute, what: 'arrival' }]

test('that somebody blocked the bot ends their check-ins', async () => {
  const person = await newReader()
  await person.world.plans.set(7, dues)
  await arrive(person.world, { kind: 'blocked', chat: 7, update: 90_000 })
  expect(await person.world.plans.of(7)).toEqual([])
})

test('that somebody blocked the bot ends their tips', async () => {
  const person = await newReader()
  await person.world.tips.add(7, 'rights', 'pl')
  await arrive(person.world, { kind: 'blocked', chat: 7, update: 90_000 })
  expect(await person.world.tips.of(7)).toEqual([])
})

test('that somebody blocked the bot and is told late leaves what they planned since', async () => {
  const person = await newReader()
  const { update } = await person.opens('menu')
  await person.world.plans.set(7, dues)
  await arrive(person.world, { kind: 'blocked', chat: 7, update: update - 1 })
  expect(await person.world.plans.of(7)).toEqual(dues)
})
