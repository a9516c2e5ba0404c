import { describe, expect, test } from 'vitest'
import type { Incoming } from '../../../src/app/ports/arrival.ts'
import { Busy } from '../../../src/app/trouble.ts'
import { handle } from '../../../src/app/turn/handle.ts'
import { keysOf, newReader, type Person } from '../../person.ts'

const word: Incoming = {
  update: 500,
  chat: 7,
  source: 'message',
  message: 500,
  sentAt: Date.parse('2026-11-22T12:00:00Z') / 1000,
  event: { kind: 'text', text: 'hm' },
}

/** Before the last button of an ending. */
const ways = { hide: ['sos', 'watched'], forget: ['menu', 'settings', 'forget'] }

/** Somebody before an ending. When the answer to a word is about to be sent, something happens. */
async function standsBefore(
  ending: keyof typeof ways,
  meanwhile: (person: Person) => Promise<unknown>,
) {
  const person = await newReader()
  for (const choice of ways[ending]) await person.taps(choice)
  const { port } = person.phone
  const { send } = port
  port.send = async (...given) => {
    port.send = send
    await meanwhile(person)
    return send(...given)
  }
  return person
}

function hasNoTime(seconds: number): never {
  throw new Busy(seconds, 'a test wants it')
}

test('a word that is answered while its person is forgotten leaves no id', async () => {
  const person = await standsBefore('forget', () => person.taps('yes'))
  await handle(person.world, word)
  expect(await person.world.messages.of(7)).toEqual([])
})

describe('a word that cannot be answered before the chat is hidden', () => {
  test('goes from the phone when it comes again', async () => {
    const person = await standsBefore('hide', async () => hasNoTime(2))
    await expect(handle(person.world, word)).rejects.toThrow(Busy)
    await person.taps('hide')
    await handle(person.world, word)
    expect(person.phone.erased).toContain(word.message)
  })

  test('is not answered over the last word of the chat', async () => {
    const person = await standsBefore('hide', async () => {
      await person.taps('hide')
      hasNoTime(30)
    })
    await expect(handle(person.world, word)).rejects.toThrow(Busy)
    expect(person.phone.bubbles.flatMap(({ screen }) => keysOf(screen.text))).toEqual([
      'common:hidden',
    ])
  })
})
