import { describe, expect, test } from 'vitest'
import { runJob } from '../../../src/app/jobs/jobs.ts'
import type { Incoming } from '../../../src/app/ports/arrival.ts'
import { Busy } from '../../../src/app/trouble.ts'
import { handle } from '../../../src/app/turn/handle.ts'
import { keysOf, newReader, type Person } from '../../person.ts'
import { waits } from '../waits.ts'

/** What a person has sent before an ending that overtakes it on its way. */
async function overtaken(ending: 'hide' | 'forget', choice = 'menu') {
  const person = await newReader()
  await person.opens('menu')
  const { sentAt } = await person.opens('menu')
  const bubble = person.phone.bubbles.at(-1)
  const place = bubble?.screen.at ?? { flow: '', step: '' }
  const base = { chat: 7, sentAt }
  const update = 5_000_000
  const press: Incoming = {
    ...base,
    update: update + 1,
    source: 'press',
    message: bubble?.id ?? 0,
    press: { id: 'late', on: 'screen' },
    event: { kind: 'press', ...place, choice },
  }
  const words: Incoming = {
    ...base,
    update: update + 1,
    source: 'message',
    message: 900,
    event: { kind: 'text', text: 'hm' },
  }
  const picture: Incoming = { ...words, event: { kind: 'picture', file: 'x' } }
  const command = { kind: 'command', name: ending } as const
  const end: Incoming = {
    ...base,
    update: update + 2,
    source: 'message',
    message: 901,
    event: command,
  }
  const answered: string[] = []
  person.world.phone.answer = async (id) => void answered.push(id)
  await handle(person.world, end)
  return { person, press, words, picture, answered }
}

function shown({ phone }: Person) {
  return phone.bubbles.flatMap(({ screen }) => keysOf(screen.text))
}

describe('a press that was sent before /forget and comes after it', () => {
  test('begins no talk', async () => {
    const { person, press } = await overtaken('forget')
    await handle(person.world, press)
    expect(await person.talk()).toBeUndefined()
  })

  test('says nothing', async () => {
    const { person, press } = await overtaken('forget')
    const before = shown(person)
    await handle(person.world, press)
    expect(shown(person)).toEqual(before)
  })

  test('lets the button stop spinning', async () => {
    const { person, press, answered } = await overtaken('forget')
    await handle(person.world, press)
    expect(answered).toEqual(['late'])
  })

  test('is answered where it asks for help', async () => {
    const { person, press } = await overtaken('forget', 'sos')
    await handle(person.world, press)
    expect(person.at()).toBe('sos.now')
  })
})

describe('what was sent before /hide and comes after it', () => {
  test.each(['press', 'words', 'picture'] as const)('says nothing: %s', async (which) => {
    const { person, ...sent } = await overtaken('hide')
    await handle(person.world, sent[which])
    expect(shown(person)).toEqual(['common:hidden'])
  })

  test('goes from the phone', async () => {
    const { person, words } = await overtaken('hide')
    await handle(person.world, words)
    expect(person.phone.erased).toContain(words.message)
  })

  test('is answered where it asks for help', async () => {
    const { person, press } = await overtaken('hide', 'sos')
    await handle(person.world, press)
    expect(person.at()).toBe('sos.now')
  })
})

test('what is sent after /hide is answered where Telegram counts anew', async () => {
  const { person, words } = await overtaken('hide')
  await handle(person.world, { ...words, update: 4_000_000 })
  expect(person.at()).toBe('menu.groups')
})

describe('an answer on its way while somebody is forgotten', () => {
  /** The next question is sent while /forget is done, and cannot be taken back at once. */
  async function stays() {
    const person = await waits()
    const { port } = person.phone
    const { send, erase } = port
    port.send = async (...given) => {
      port.send = send
      await person.opens('forget')
      port.erase = async () => {
        port.erase = erase
        throw new Busy(1, 'a test wants it')
      }
      return send(...given)
    }
    await person.worked()
    const [job] = person.jobs.splice(0)
    if (job) await runJob(person.world, job)
    return person
  }

  test('is taken back when the job comes again', async () => {
    const person = await stays()
    expect(shown(person)).not.toContain('employer:exists.text')
  })

  test('leaves no id behind', async () => {
    const person = await stays()
    expect(await person.world.messages.of(7)).toEqual([])
  })
})
