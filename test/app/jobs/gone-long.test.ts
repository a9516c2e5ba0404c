import { expect, test } from 'vitest'
import { arrive } from '../../../src/app/arrive.ts'
import { Gone } from '../../../src/app/trouble.ts'
import { waits } from '../waits.ts'

test('a word that says "looking" and is too old to be deleted says nothing when its person is back', async () => {
  const person = await waits()
  const { port, bubbles } = person.phone
  const open = { ...port }
  const blocked = async () => {
    throw new Gone('blocked')
  }
  Object.assign(port, { send: blocked, edit: blocked })
  await person.worked()
  Object.assign(port, open, { erase: async (_chat: number, messages: number[]) => messages })
  await arrive(person.world, { kind: 'back', chat: 7 })
  expect(bubbles.at(-1)?.screen.text.key).toBe('common:blank')
})
