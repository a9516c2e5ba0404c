import { describe, expect, test } from 'vitest'
import { Busy } from '../../../src/app/trouble.ts'
import { handle } from '../../../src/app/turn/handle.ts'
import { createMemoryStore } from '../../../src/store/memory/memory.ts'
import { newReader } from '../../person.ts'

const begin = Date.parse('2026-11-22T12:00:00Z')

/** Somebody whose update was decided and kept, and then whoever was at work on it died. The clock stands until it is told. */
async function killed(command: string) {
  const [name = '', payload] = command.split(' ')
  let at = begin
  const now = () => new Date(at)
  const store = createMemoryStore(now)
  const person = await newReader({ now, store })
  const { send } = person.phone.port
  const died = new Promise<never>(() => {})
  let isDying: () => void = () => {}
  const dying = new Promise<void>((resolve) => {
    isDying = resolve
  })
  person.phone.port.send = () => {
    isDying()
    return died
  }
  const incoming = {
    update: 500,
    chat: 7,
    source: 'message',
    message: 500,
    sentAt: begin / 1000,
    event: { kind: 'command', name, ...(payload && { payload }) },
  } as const
  void handle(person.world, incoming)
  await dying
  person.phone.port.send = send
  return {
    person,
    repeats: () => handle(person.world, incoming),
    forward: (seconds: number) => {
      at += seconds * 1000
    },
  }
}

describe('an update whose turn was killed', () => {
  test('is not begun by its repeat while the first may be at work', async () => {
    const { repeats, forward } = await killed('menu')
    forward(29)
    await expect(repeats()).rejects.toThrow(Busy)
  })

  test('is said by its repeat after half a minute', async () => {
    const { person, repeats, forward } = await killed('menu')
    forward(30)
    await repeats()
    expect(person.at()).toBe('menu.groups')
  })

  test.each([
    ['sos', 'sos:now.text'],
    ['start danger', 'danger:stop.text'],
    ['start contacts', 'contacts:country.text'],
    ['hide', 'common:hidden'],
  ])('is said after three seconds where it is /%s', async (command, text) => {
    const { person, repeats, forward } = await killed(command)
    const before = person.phone.bubbles.length
    forward(3)
    await repeats()
    const last = person.phone.bubbles.at(-1)?.screen.text.key
    expect([last, before]).toEqual([text, before])
  })

  test('is said at once where only one process works, and it began later', async () => {
    const { person, repeats, forward } = await killed('menu')
    forward(1)
    person.world.aloneSince = person.world.now()
    await repeats()
    expect(person.at()).toBe('menu.groups')
  })

  test('is said by its repeat though the clock was set back meanwhile', async () => {
    const { person, repeats, forward } = await killed('menu')
    forward(-300)
    await repeats()
    expect(person.at()).toBe('menu.groups')
  })

  test('is left to the process that is at work on it', async () => {
    const { person, repeats } = await killed('menu')
    person.world.aloneSince = new Date(begin - 1000)
    await expect(repeats()).rejects.toThrow(Busy)
  })

  test('does not hold up the next word', async () => {
    const { person } = await killed('menu')
    await person.opens('sos')
    expect(person.at()).toBe('sos.now')
  })
})
