import { describe, expect, test } from 'vitest'
import type { Incoming } from '../../../src/app/ports/arrival.ts'
import { Busy, Gone } from '../../../src/app/trouble.ts'
import { handle } from '../../../src/app/turn/handle.ts'
import { holdNotes } from '../../../src/store/held-notes.ts'
import { createMemoryStore } from '../../../src/store/memory/memory.ts'
import { newReader, type Person } from '../../person.ts'
import { newScene } from '../scene.ts'

const begin = Date.parse('2026-11-22T12:00:00Z')
const busy = () => new Busy(2, 'a test wants it')

/** The next call fails, those after it do not. */
function failsOnce<Port extends object, Name extends keyof Port & string>(port: Port, name: Name) {
  const before: unknown = port[name]
  Reflect.set(port, name, async () => {
    Reflect.set(port, name, before)
    throw busy()
  })
}

describe('a verdict that was left behind, and what comes next could not be sent', () => {
  const untilVerdict = [
    'DE',
    'advert',
    'yes',
    'yes',
    'similar',
    'yes',
    'no',
    'yes',
    'before',
    'no',
    'no',
    'no',
    'page-0',
  ]

  /** Somebody who goes on from a point, and Telegram has no time once the verdict stands in its place. */
  async function judged() {
    const scene = await newScene(untilVerdict)
    const press = scene.pressed(50, 'done')
    failsOnce(scene.world.phone, 'send')
    await expect(handle(scene.world, press)).rejects.toThrow(Busy)
    scene.answered.length = 0
    await handle(scene.world, press)
    return { scene, press }
  }

  test('keeps no buttons when the press comes again', async () => {
    const { scene, press } = await judged()
    const left = scene.phone.bubbles.find(({ id }) => id === press.message)
    expect([left?.screen.text.key, left?.buttons]).toEqual(['common:verdict.strong', false])
  })

  test('is followed by what comes next, once', async () => {
    const { scene } = await judged()
    expect(scene.sent).toEqual(['offer:more.text'])
  })

  test('lets the button stop spinning', async () => {
    const { scene } = await judged()
    expect(scene.answered).toEqual(['p50'])
  })
})

/** Somebody whose words cannot be answered now. */
async function unanswered(person: Person) {
  const words: Incoming = {
    update: 500,
    chat: 7,
    source: 'message',
    message: 500,
    sentAt: begin / 1000,
    event: { kind: 'text', text: 'hm' },
  }
  failsOnce(person.phone.port, 'send')
  await expect(handle(person.world, words)).rejects.toThrow(Busy)
  return words
}

describe('words that are put off while thirty-three buttons are pressed', () => {
  async function putOff() {
    const person = await newReader()
    await person.opens('menu')
    const words = await unanswered(person)
    for (let press = 0; press < 33; press++) await person.taps('menu')
    return { person, words }
  }

  test('are answered when they come again', async () => {
    const { person, words } = await putOff()
    const before = person.phone.bubbles.length
    await handle(person.world, words)
    expect(person.phone.bubbles.length).toBe(before + 1)
  })

  test('are not decided a second time', async () => {
    const { person, words } = await putOff()
    const before = (await person.talk())?.recent
    await handle(person.world, words)
    expect((await person.talk())?.recent).toEqual(before)
  })
})

test('words that are answered late bring no buttons below what was pressed since', async () => {
  const person = await newReader()
  await person.opens('menu')
  const words = await unanswered(person)
  await person.taps('sos')
  await handle(person.world, words)
  expect([person.at(), person.phone.bubbles.at(-1)?.buttons]).toEqual(['sos.now', false])
})

test('words that could not be answered to who is gone can be hidden later', async () => {
  const person = await newReader()
  const { port } = person.phone
  const { send } = port
  port.send = async () => {
    port.send = send
    throw new Gone('blocked')
  }
  const event = { kind: 'text', text: '7740001454' } as const
  await expect(person.receive(event, 900)).rejects.toThrow(Gone)
  await person.opens('hide')
  expect(person.phone.erased).toContain(900)
})

describe('an answer that was sent and could not be noted', () => {
  async function unnoted() {
    const now = () => new Date(begin)
    const table = createMemoryStore(now)
    const store = { ...table, messages: holdNotes(table.messages, now) }
    const person = await newReader({ store })
    const before = person.phone.bubbles.length
    failsOnce(table.messages, 'note')
    await expect(person.opens('menu')).rejects.toThrow(Busy)
    await person.repeats()
    return { person, before, table }
  }

  test('is not sent again when the update comes again', async () => {
    const { person, before } = await unnoted()
    expect(person.phone.bubbles.length).toBe(before + 1)
  })

  test('is hidden with all the others', async () => {
    const { person } = await unnoted()
    await person.opens('hide')
    expect(person.phone.bubbles.map(({ screen }) => screen.text.key)).toEqual(['common:hidden'])
  })

  test('is noted with the next one', async () => {
    const { person, table } = await unnoted()
    await person.opens('menu')
    const ids = person.phone.bubbles.map(({ id }) => id).slice(-2)
    const noted = (await table.messages.of(7)).map(({ message }) => message)
    expect(noted).toEqual(expect.arrayContaining(ids))
  })

  test('is noted nowhere once the person is forgotten', async () => {
    const { person, table } = await unnoted()
    await person.opens('forget')
    await person.opens('start')
    const [, ...others] = await table.messages.of(7)
    expect(others.filter(({ own }) => own).length).toBe(1)
  })
})
