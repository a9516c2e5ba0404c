import { expect, test } from 'vitest'
import { labelOf, runJob } from '../../src/app/jobs/jobs.ts'
import { Busy, Gone } from '../../src/app/trouble.ts'
import { receivedAtMost } from '../../src/queue/create-line.ts'
import { newReader } from '../person.ts'

const advert = 'Praca w Holandii przy kwiatach, 15 euro na godzinę. Opłata rezerwacyjna 300 zł.'

/** Somebody who has sent a picture, on a clock that can be moved on. */
async function sends(more = {}) {
  let time = Date.parse('2026-11-30T12:00:00Z')
  const person = await newReader({ now: () => new Date(time) })
  const pass = (ms: number) => {
    time += ms
  }
  Object.assign(person.world, more)
  await person.sendsPicture(advert)
  return { ...person, pass }
}

const busy = async (): Promise<never> => {
  throw new Busy(2, 'no time')
}

test('each person has a line of pictures of their own, and nothing else lies in it', async () => {
  const { jobs } = await sends()
  expect(jobs.map((job) => labelOf(job).group)).toEqual(['read#7'])
})

test('a picture that Telegram brings again is read once and answered once', async () => {
  const person = await sends()
  await person.repeats()
  expect(new Set(person.jobs.map((job) => labelOf(job).once)).size).toBe(1)
  await person.worked()
  expect(person.keys().filter((key) => key === 'scan:found')).toHaveLength(1)
})

test('a job that comes again says nothing again', async () => {
  const person = await sends()
  const [job] = person.jobs
  await person.worked()
  const before = person.keys()
  if (job) await runJob(person.world, job)
  expect(person.keys()).toEqual(before)
})

test('where the queue is away the person hears at once that nobody reads', async () => {
  const person = await sends({ queue: { enqueue: busy } })
  expect(person.sees()?.hint?.key).toBe('picture:fault.away')
})

test.each([
  ['the reader', { reader: { most: 1000, read: busy } }],
  ['Telegram', { files: { fetch: busy } }],
])('where %s has no time it is tried again for a minute, and then told', async (_who, more) => {
  const person = await sends(more)
  const [job] = person.jobs
  if (!job) throw new Error('nothing is to be read')
  await expect(runJob(person.world, job)).rejects.toBeInstanceOf(Busy)
  expect(person.sees()?.text.key).toBe('picture:reading')
  person.pass(61_000)
  await runJob(person.world, job)
  expect(person.sees()?.hint?.key).toBe('picture:fault.away')
})

test('a word comes before the queue gives the job up, however soon Telegram would have time', async () => {
  const fetch = async (): Promise<never> => {
    throw new Busy(1, 'no time')
  }
  const person = await sends({ files: { fetch } })
  const [job] = person.jobs
  if (!job) throw new Error('nothing is to be read')
  let tries = 1
  for (; tries < receivedAtMost; tries += 1) {
    const error = await runJob(person.world, job).then(
      () => undefined,
      (busy) => busy,
    )
    if (!error) break
    person.pass(error.seconds * 1000)
  }
  expect(tries).toBeLessThan(receivedAtMost / 1.5)
  expect(person.sees()?.hint?.key).toBe('picture:fault.away')
})

test('where Telegram asks to wait longer than anybody would, that is told at once', async () => {
  const fetch = async (): Promise<never> => {
    throw new Busy(300, 'no time')
  }
  const person = await sends({ files: { fetch } })
  await person.worked()
  expect(person.sees()?.hint?.key).toBe('picture:fault.away')
})

test('a picture that Telegram does not have yet is asked for once more', async () => {
  const person = await sends({ files: { fetch: async () => 'gone' } })
  const [job] = person.jobs
  if (!job) throw new Error('nothing is to be read')
  await expect(runJob(person.world, job)).rejects.toBeInstanceOf(Busy)
  person.pass(4000)
  await runJob(person.world, job)
  expect(person.sees()?.hint?.key).toBe('picture:fault.gone')
})

test('a mistake of ours in the reader is told, logged by its place, and holds up nobody', async () => {
  const lines: string[] = []
  const read = async (): Promise<never> => {
    throw new TypeError(advert)
  }
  const log = (event: string, facts = {}) => lines.push(JSON.stringify({ event, ...facts }))
  const person = await sends({ reader: { most: 1000, read }, log })
  await person.worked()
  expect(person.sees()?.hint?.key).toBe('picture:fault.away')
  expect(lines.join()).toContain('"bug"')
  expect(lines.join()).not.toContain('Holandii')
})

test('whoever has blocked the bot meanwhile is no mistake of ours', async () => {
  const lines: string[] = []
  const person = await sends({ log: (event: string) => void lines.push(event) })
  const gone = async (): Promise<never> => {
    throw new Gone('blocked')
  }
  Object.assign(person.world.phone, { edit: gone, send: gone })
  await person.worked()
  expect(lines).toContain('person-gone')
  expect(lines).not.toContain('bug')
})

test('nobody fetches the picture of somebody who has emptied the chat', async () => {
  const fetched: string[] = []
  const fetch = async (file: string) => {
    fetched.push(file)
    return Buffer.from(file)
  }
  const person = await sends({ files: { fetch } })
  await person.opens('hide')
  await person.worked()
  expect(fetched).toEqual([])
})

test('an answer that crosses with /hide is not said', async () => {
  const person = await sends()
  const { read } = person.world.reader
  person.world.reader.read = async (picture) => {
    await person.opens('hide')
    return read(picture)
  }
  await person.worked()
  expect(person.keys()).not.toContain('scan:found')
})

test('what looks like somebody’s papers is not read on', async () => {
  const person = await newReader()
  await person.sendsPicture(
    'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
  )
  await person.worked()
  expect(person.sees()?.hint?.key).toBe('picture:paper')
})
