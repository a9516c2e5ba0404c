import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import prices from '../infra/prices.json' with { type: 'json' }
import { bundleReader } from '../src/entry/bundle-reader.ts'

/** A screenshot of a phone, full of words. */
const screenshot = join(import.meta.dirname, '../docs/phone.png')

/** The calmest counts. */
const rounds = 5

const { assumed, regions } = prices
type Price = (typeof regions)['us-east-1']

/** What the bundle takes of one processor, in milliseconds. */
export interface Reading {
  start: number
  read: number
}

/** Starts the bundle of the reader and lets it read. */
export async function measureReading(): Promise<Reading> {
  const folder = mkdtempSync(join(tmpdir(), 'cost-reader-'))
  await bundleReader(folder)
  const [start, { handler }] = await taken(
    () => import(`${pathToFileURL(join(folder, 'reader.mjs'))}`),
  )
  const picture = readFileSync(screenshot).toString('base64')
  const reads: number[] = []
  for (let round = 0; round < rounds; round++) {
    const [ms, words] = await taken<{ text?: string }>(() => handler({ picture }))
    if (!words.text) throw new Error('nothing was read')
    reads.push(ms)
  }
  rmSync(folder, { recursive: true })
  return { start, read: Math.min(...reads) }
}

async function taken<Done>(work: () => Promise<Done>): Promise<[ms: number, done: Done]> {
  const used = process.threadCpuUsage()
  const done = await work()
  const { user, system } = process.threadCpuUsage(used)
  return [(user + system) / 1000, done]
}

/** Dollars for a million, beside the update that brings one and the turn that tells of it: 1769 MB are one processor. */
export function millionPictures({ start, read }: Reading, price: Price): Record<string, number> {
  const cold = assumed.pictureColdShare * (assumed.coldMs + start)
  const seconds = (ms: number) => (ms / 1000) * 1e6 * price.lambdaGigabyteSecond
  return {
    'the reader': (1769 / 1024) * seconds(read + cold) + price.lambdaRequest * 1e6,
    'the worker, which waits':
      0.5 * seconds(assumed.fileMs + read + cold) + price.lambdaRequest * 1e6,
    'the queue': 3 * price.queueRequest * 1e6,
  }
}
