import { describe, expect, test } from 'vitest'
import { runJob } from '../../src/app/jobs/jobs.ts'
import type { Job } from '../../src/app/ports/queue.ts'
import { Busy } from '../../src/app/trouble.ts'
import { handle } from '../../src/app/turn/handle.ts'
import type { NumberRead } from '../../src/core/firm/firm.ts'
import { trip } from '../core/small.ts'
import { keysOf, newPerson, newReader, type Options } from '../person.ts'
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
    ['breaks in our own code', 'bug', 'employer.later'],
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

  test('whose question never came to the phone is answered by a new message', async () => {
    const person = await waits()
    const [job] = person.jobs.splice(0)
    const shown = person.phone.bubbles.length
    await runJob(person.world, withoutMessage(job))
    expect(person.phone.bubbles.slice(shown).map(({ screen }) => screen.text.key)).toEqual([
      'firm:card',
      'employer:exists.text',
    ])
  })
})

describe('while questions cannot be passed on to the registers', () => {
  const reasons: [string, () => Error][] = [
    ['is away', () => new Busy(2, 'the queue has no time')],
    ['may not be used', () => Object.assign(new Error('no'), { name: 'AccessDenied' })],
  ]

  /** Somebody before the last question about a firm, and a queue that takes nothing. */
  async function asks(error: () => Error) {
    const lines: [string, unknown][] = []
    const person = await waits()
    for (const choice of ['back']) await person.taps(choice)
    person.world.log = (event, facts) => lines.push([event, facts])
    person.world.queue.enqueue = async () => {
      throw error()
    }
    return { person, lines }
  }

  test.each(reasons)('because the queue %s, a press is told at once', async (_why, error) => {
    const { person } = await asks(error)
    await person.taps('unknown')
    expect(person.at()).toBe('employer.later')
  })

  test.each(reasons)('because the queue %s, a word is told at once', async (_why, error) => {
    const { person } = await asks(error)
    await person.says('Equinor')
    expect(person.at()).toBe('employer.later')
  })

  test('a search by name is told at once too', async () => {
    const { person } = await asks(() => new Busy(2, 'the queue has no time'))
    for (const choice of ['back']) await person.taps(choice)
    await person.taps('unknown')
    await person.taps('NO')
    await person.says('Equinor')
    expect(person.at()).toBe('employer.no-answer')
  })

  test('nothing says that the firm was looked for', async () => {
    const { person } = await asks(() => new Busy(2, 'the queue has no time'))
    await person.taps('unknown')
    expect(person.keys()).not.toContain('firm:card')
  })

  test('it can be asked again once the queue is back', async () => {
    const { person } = await asks(() => new Busy(2, 'the queue has no time'))
    await person.taps('unknown')
    person.world.queue.enqueue = async (job) => void person.jobs.push(job)
    await person.taps('again')
    await person.worked()
    expect(person.at()).toBe('employer.exists')
  })

  test('a missing right is a bug for the operator', async () => {
    const { person, lines } = await asks(() => Object.assign(new Error(), { name: 'AccessDenied' }))
    await person.taps('unknown')
    const at = expect.stringMatching(/\.ts:\d+:\d+$/)
    expect(lines).toContainEqual(['bug', { error: 'AccessDenied', at }])
  })

  test('a word that comes again does not ask a second time', async () => {
    const { person } = await asks(() => new Busy(2, 'the queue has no time'))
    const incoming = await person.says('Equinor')
    person.world.queue.enqueue = async (job) => void person.jobs.push(job)
    const before = person.jobs.length
    await handle(person.world, incoming)
    expect([person.at(), person.jobs.length]).toEqual(['employer.later', before])
  })

  test('the message of the word is known, so that it can be hidden', async () => {
    const { person } = await asks(() => new Busy(2, 'the queue has no time'))
    const { message } = await person.says('Equinor')
    const seen = await person.world.messages.of(7)
    expect(seen.map((one) => one.message)).toContain(message)
  })
})

describe('where one question leads to the next', () => {
  const to = (target: string) => ({
    active: target,
    inactive: target,
    'not-found': target,
    unavailable: target,
    'format-wrong': target,
    'by-hand': target,
  })
  const content = trip({
    number: { kind: 'number', next: 'first' },
    first: { kind: 'check', proves: 'firm', of: ['number'], to: to('second') },
    second: { kind: 'check', proves: 'agency', of: ['number'], to: to('third') },
    third: { kind: 'check', proves: 'firm', of: ['number'], to: to('end') },
    end: { kind: 'say' },
  })

  /** Somebody whose number is asked about three times, each time because of the answer before. */
  async function asksThrice() {
    const { register } = invented('NO_ENHETER', { [orgnr]: active() })
    const person = newPerson({ content, registers: [register], readNumbers: read })
    for (const line of ['start', 'start trip']) await person.opens(line)
    for (const choice of ['pl', 'next']) await person.taps(choice)
    await person.says('923609016')
    for (let round = 0; round < 3; round++) await person.worked()
    return person
  }

  test('each is answered', async () => {
    const person = await asksThrice()
    expect(person.at()).toBe('trip.end')
  })

  test('nothing is left that says "looking"', async () => {
    const person = await asksThrice()
    expect(person.keys().filter((key) => key.endsWith('.looking'))).toEqual([])
  })
})

test('an answer turns the "looking" that stands below a message that could not be changed', async () => {
  const person = await waits()
  person.jobs.splice(0)
  await person.taps('back')
  const { edit } = person.phone.port
  person.phone.port.edit = async () => {
    person.phone.port.edit = edit
    return false
  }
  await person.taps('unknown')
  await person.worked()
  const keys = person.phone.bubbles.map(({ screen }) => screen.text.key)
  expect(keys.filter((key) => key.endsWith('.looking'))).toEqual([])
})

test('an answer that comes while an old chat is hidden is not left readable', async () => {
  const person = await waits()
  const looking = person.phone.bubbles.at(-1)?.id
  const { port } = person.phone
  const { edit } = port
  // Nothing can be deleted any more, only blanked.
  port.erase = async (_chat, messages) => messages
  port.edit = async (...given) => {
    port.edit = edit
    await person.opens('hide')
    return edit(...given)
  }
  await person.worked()
  const bubble = person.phone.bubbles.find(({ id }) => id === looking)
  expect(bubble?.screen.text.key).toBe('common:blank')
})

describe('an answer that Telegram refuses', () => {
  /** The card cannot be shown, as if a letter in it were broken. */
  async function refused() {
    const lines: [string, unknown][] = []
    const person = await waits()
    const looking = person.phone.bubbles.at(-1)?.id ?? 0
    const { edit } = person.phone.port
    person.phone.port.edit = async (to, message, screen) => {
      if (keysOf(screen.text).includes('firm:card')) throw new RangeError('400')
      return edit(to, message, screen)
    }
    person.world.log = (event, facts) => lines.push([event, facts])
    await person.worked()
    return { person, lines, looking }
  }

  test('does not leave the person at a word that says "looking"', async () => {
    const { person, looking } = await refused()
    const bubble = person.phone.bubbles.find(({ id }) => id === looking)
    expect(bubble?.screen.text.key).toBe('common:sorry')
  })

  test('is logged with its place', async () => {
    const { lines } = await refused()
    const at = expect.stringMatching(/\.ts:\d+:\d+$/)
    expect(lines).toContainEqual(['bug', { error: 'RangeError', at }])
  })

  test('does not keep the next word from being answered', async () => {
    const { person } = await refused()
    await person.says('hm')
    expect(person.at()).toBe('employer.exists')
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
