import { describe, expect, test } from 'vitest'
import { runJob } from '../../src/app/jobs.ts'
import type { Job } from '../../src/app/ports.ts'
import { Busy } from '../../src/app/trouble.ts'
import type { NumberRead } from '../../src/core/firm.ts'
import { createMemoryStore } from '../../src/store/memory.ts'
import { keysOf, newReader, type Options } from '../person.ts'
import { active, down, invented, type Says } from '../registers/invented.ts'

const orgnr = 'orgnr-923609016'
const read = (text: string): NumberRead[] =>
  /^\d{9}$/.test(text) ? [{ kind: 'orgnr', value: text }] : []

/** Somebody who has typed a number and waits for the register. */
async function waits(says: Says = active({ name: 'EQUINOR ASA' }), options: Options = {}) {
  const register = invented('NO_ENHETER', { [orgnr]: says })
  const person = await newReader({ registers: [register.register], readNumbers: read, ...options })
  await person.opens('start employer')
  await person.taps('number')
  await person.says('923609016')
  await person.taps('unknown')
  return { ...person, register }
}

describe('somebody who asks about a firm', () => {
  test('sees at once that it is being looked for', async () => {
    const person = await waits()
    expect(person.sees()?.text.key).toBe('employer:check.looking')
  })

  test('sees the same message turn into what the register says', async () => {
    const person = await waits()
    const looking = person.phone.bubbles.at(-1)?.id
    await person.worked()
    const bubble = person.phone.bubbles.find(({ id }) => id === looking)
    expect(bubble?.screen.text.key).toBe('firm:card')
  })

  test('goes on by a new message, and the card keeps no buttons', async () => {
    const person = await waits()
    const looking = person.phone.bubbles.at(-1)?.id
    await person.worked()
    expect(person.at()).toBe('employer.exists')
    expect(person.phone.bubbles.find(({ id }) => id === looking)?.buttons).toBe(false)
  })

  const ways: [string, Says, string][] = [
    ['knows it', active(), 'employer.exists'],
    [
      'has struck it off',
      { outcome: 'inactive', reason: 'struck-off', firm: { numbers: [] } },
      'employer.stopped',
    ],
    ['does not know it', { outcome: 'not-found' }, 'employer.nobody'],
    ['does not take such a number', { outcome: 'format-wrong' }, 'employer.wrong'],
    ['is down', down(), 'employer.later'],
  ]
  test.each(ways)('of a register that %s goes a way of its own', async (_name, says, at) => {
    const person = await waits(says)
    await person.worked()
    expect(person.at()).toBe(at)
  })

  test('of a country whose registers do not answer programs looks for themselves', async () => {
    const person = await waits(active(), { registers: [] })
    await person.worked()
    expect(person.at()).toBe('employer.look')
  })

  test('goes back to the question before, not to the waiting', async () => {
    const person = await waits()
    await person.worked()
    await person.taps('back')
    expect(person.at()).toBe('employer.name')
  })
})

describe('meanwhile', () => {
  test('SOS is there, and the answer that comes then is for nobody', async () => {
    const person = await waits()
    await person.taps('sos')
    const before = person.keys()
    await person.worked()
    expect(person.at()).toBe('sos.now')
    expect(person.keys()).toEqual(before)
  })

  test('whoever comes back from SOS is answered', async () => {
    const person = await waits()
    await person.taps('sos')
    await person.taps('go-on')
    await person.worked()
    expect(person.at()).toBe('employer.exists')
  })

  test('whoever is forgotten is not begun with anew', async () => {
    const person = await waits()
    await person.opens('forget')
    const before = person.keys()
    await person.worked()
    expect(await person.talk()).toBeUndefined()
    expect(person.keys()).toEqual(before)
  })

  test('an answer about another number is for nobody', async () => {
    const person = await waits()
    const [job] = person.jobs.splice(0)
    await runJob(person.world, about(job, 'orgnr-988077917'))
    expect(person.at()).toBe('employer.check')
  })
})

describe('a job', () => {
  test('that runs twice says nothing twice', async () => {
    const person = await waits()
    const [job] = person.jobs
    await person.worked()
    const before = person.phone.bubbles.map(({ id }) => id)
    if (job) await runJob(person.world, job)
    expect(person.phone.bubbles.map(({ id }) => id)).toEqual(before)
  })

  test('waits until the question is on the phone', async () => {
    const person = await waits()
    const [job] = person.jobs.splice(0)
    await expect(runJob(person.world, withoutMessage(job))).rejects.toThrow(Busy)
  })

  test('whose question never came to the phone is answered by a new message', async () => {
    let at = Date.parse('2026-11-22T12:00:00Z')
    const now = () => new Date(at)
    const person = await waits(active(), { now, store: createMemoryStore(now) })
    const [job] = person.jobs.splice(0)
    at += 31_000
    const shown = person.phone.bubbles.length
    await runJob(person.world, withoutMessage(job))
    expect(person.phone.bubbles.slice(shown).map(({ screen }) => screen.text.key)).toEqual([
      'firm:card',
      'employer:exists.text',
    ])
  })
})

test('the card names what differs from the offer', async () => {
  const person = await waits(active({ name: 'EQUINOR ASA' }))
  await person.taps('back')
  await person.says('Arctic Jobs')
  await person.worked()
  const card = person.phone.bubbles.find(({ screen }) => screen.text.key === 'firm:card')
  expect(card && keysOf(card.screen.text)).toContain('firm:alert.name-differs')
})

function about(job: Job | undefined, number: string): Job {
  if (job?.kind !== 'check' || job.question.by !== 'number') throw new Error('no check')
  return { ...job, question: { ...job.question, number } }
}

/** As if the question had been typed: the job does not know the message. */
function withoutMessage(job: Job | undefined): Job {
  if (job?.kind !== 'check') throw new Error('no check')
  const { message: _, ...asker } = job.asker
  return { ...job, asker: { ...asker, update: asker.update + 100 } }
}
