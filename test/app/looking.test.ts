import { describe, expect, test } from 'vitest'
import { labelOf, runJob } from '../../src/app/jobs/jobs.ts'
import type { Job } from '../../src/app/ports/queue.ts'
import { Busy } from '../../src/app/trouble.ts'
import type { Candidate } from '../../src/core/firm/firm.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { newReader, type Person } from '../person.ts'
import { active, invented } from '../registers/invented.ts'
import { replaceCall } from '../store-calls.ts'

const orgnr = 'orgnr-923609016'

const candidate: Candidate = {
  number: { kind: 'orgnr', value: '923609016' },
  name: 'EQUINOR ASA',
}

/** Somebody before the last question about a firm. */
async function newAsker() {
  let at = Date.parse('2026-11-22T12:00:00Z')
  const now = () => new Date(at)
  const store = createMemoryStore(now)
  const says = { [orgnr]: active({ name: 'EQUINOR ASA' }) }
  const searched = { searches: ['NO'], search: async () => [candidate] }
  const registers = [invented('NO_ENHETER', says, searched).register]
  const readNumbers: Person['world']['readNumbers'] = (text) =>
    /^\d{9}$/.test(text) ? [{ kind: 'orgnr', value: text }] : []
  const person = await newReader({ now, store, registers, readNumbers })
  await person.opens('start employer')
  await person.taps('number')
  await person.says('923609016')
  const once = new Set<string>()
  // As the queue does: the same job is taken once.
  const enqueue = (job: Job) => {
    const before = once.size
    if (once.add(labelOf(job).once).size > before) person.jobs.push(job)
  }
  person.world.queue.enqueue = async (job) => enqueue(job)
  const later = () => {
    at += 31_000
  }
  return { person, store, later, enqueue }
}
type Asker = Awaited<ReturnType<typeof newAsker>>

const ways: [string, (person: Person) => Promise<unknown>][] = [
  ['a press', (person) => person.taps('unknown')],
  ['a word', (person) => person.says('Equinor ASA')],
]

/** What stands on the phone of the question and its answer. */
function shown({ phone }: Person) {
  const keys = phone.bubbles.map(({ screen }) => screen.text.key)
  return keys.filter((key) => /looking|card|exists/.test(key))
}

/** Somebody who asks, and whose turn dies as soon as the question is passed on. */
async function diesOnceAsked({ person, store, enqueue }: Asker, asks: (typeof ways)[number][1]) {
  let isDead = false
  replaceCall(store, 'talks.keep', (keep) => async (...given) => {
    if (isDead) throw new Busy(1, 'a test wants it')
    return keep(...given)
  })
  person.world.queue.enqueue = async (job) => {
    enqueue(job)
    isDead = true
  }
  await expect(asks(person)).rejects.toThrow(Busy)
  person.world.queue.enqueue = async (job) => enqueue(job)
  isDead = false
}

describe.each(ways)('a question asked by %s', (_name, asks) => {
  test('is passed on once "looking" stands, so that an answer that is quick stands last', async () => {
    const { person } = await newAsker()
    person.world.queue.enqueue = (job) => runJob(person.world, job)
    await asks(person)
    expect(shown(person)).toEqual(['firm:card', 'employer:exists.text'])
  })

  test('whose turn dies then is answered, and its repeat puts nothing over the answer', async () => {
    const asker = await newAsker()
    const { person } = asker
    await diesOnceAsked(asker, asks)
    asker.later()
    await person.worked()
    await person.repeats()
    expect(shown(person)).toEqual(['firm:card', 'employer:exists.text'])
  })

  test('whose repeat says "looking" while the answer is on its way is answered last', async () => {
    const asker = await newAsker()
    const { person } = asker
    await diesOnceAsked(asker, asks)
    asker.later()
    const { port } = person.phone
    const { edit } = port
    port.edit = async (to, message, screen) => {
      port.edit = edit
      await person.worked()
      return edit(to, message, screen)
    }
    await person.repeats()
    port.edit = edit
    await person.worked()
    expect(shown(person)).toEqual(['firm:card', 'employer:exists.text'])
  })
})

test('a press that comes again at once puts nothing over the answer', async () => {
  const asker = await newAsker()
  const { person } = asker
  await diesOnceAsked(asker, (one) => one.taps('unknown'))
  await person.worked()
  await person.repeats()
  expect(shown(person)).toEqual(['firm:card', 'employer:exists.text'])
})

test('a button pressed while the answer is on its way is what stands there', async () => {
  const { person } = await newAsker()
  await person.taps('unknown')
  const looking = person.phone.bubbles.at(-1)?.id
  const { port } = person.phone
  const { edit } = port
  port.edit = async (to, message, screen) => {
    port.edit = edit
    await person.taps('menu')
    return edit(to, message, screen)
  }
  await person.worked()
  const bubble = person.phone.bubbles.find(({ id }) => id === looking)
  expect([bubble?.screen.at?.flow, shown(person)]).toEqual(['menu', ['firm:card']])
})

test('a list of firms is not shown again over what its button led to', async () => {
  const { person } = await newAsker()
  await person.taps('back')
  for (const choice of ['unknown', 'NO']) await person.taps(choice)
  await person.says('Equinor')
  const [job] = person.jobs
  await person.worked()
  await person.taps('none')
  const { edit } = person.phone.port
  const edited: string[] = []
  person.phone.port.edit = async (to, message, screen) => {
    edited.push(screen.text.key)
    return edit(to, message, screen)
  }
  if (job) await runJob(person.world, job)
  expect(edited).not.toContain('employer:search.text')
})

describe('an answer whose second message cannot be sent', () => {
  /** Somebody who has the card, and whose next question has no time. */
  async function halfTold() {
    const asker = await newAsker()
    const { person } = asker
    await person.taps('unknown')
    const { port } = person.phone
    const { send } = port
    port.send = async () => {
      port.send = send
      throw new Busy(1, 'a test wants it')
    }
    await person.worked()
    return asker
  }

  test('holds up nobody else who asks about the firm', async () => {
    const { person } = await halfTold()
    expect(person.jobs.map((job) => labelOf(job).group)).toEqual(['chat#7'])
  })

  test('is told in its own line', async () => {
    const { person } = await halfTold()
    await person.worked()
    expect(shown(person)).toEqual(['firm:card', 'employer:exists.text'])
  })

  test('comes again in its own line while it cannot be told', async () => {
    const { person } = await halfTold()
    person.phone.port.send = async () => {
      throw new Busy(1, 'a test wants it')
    }
    await expect(person.worked()).rejects.toThrow(Busy)
  })

  test('pushes no older question below the help that was asked for since', async () => {
    const { person } = await halfTold()
    await person.opens('sos')
    await person.worked()
    expect([person.at(), shown(person)]).toEqual(['sos.now', ['firm:card']])
  })
})

test('a card whose message nobody had noted is hidden with the others', async () => {
  const { person, store } = await newAsker()
  await person.taps('unknown')
  await store.messages.drop(7)
  await person.worked()
  await person.opens('hide')
  expect(shown(person)).toEqual([])
})
