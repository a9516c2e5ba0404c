import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Reader } from '../app/ports/pictures.ts'
import { Busy } from '../app/trouble.ts'
import type { PictureRead } from '../core/picture.ts'
import { mostBytes } from './limits.ts'
import { inPackages, type Place } from './place.ts'

export interface ReaderOptions {
  place?: Place
  /** Milliseconds for a picture; then its thread is ended. */
  most?: number
  /** Milliseconds without a picture, after which the thread ends and its memory comes back. */
  idle?: number
}

export interface OwnReader extends Reader {
  stop(): Promise<void>
}

/** Reads in a thread of its own, so that nobody waits for a picture but who has sent it. */
export function createReader(options: ReaderOptions = {}): OwnReader {
  const { place = inPackages(), most = 20_000, idle = 120_000 } = options
  let thread: Worker | undefined
  let line: Promise<unknown> = Promise.resolve()
  let resting: NodeJS.Timeout | undefined

  const end = async () => {
    const ending = thread
    thread = undefined
    await ending?.terminate()
  }

  const readNow = async (picture: Uint8Array): Promise<PictureRead> => {
    clearTimeout(resting)
    thread ??= startThread(place)
    const read = await ask(thread, picture, most)
    if ('fault' in read && read.fault === 'slow') await end()
    resting = setTimeout(end, idle).unref()
    return read
  }

  return {
    most: mostBytes,
    read(picture) {
      if (picture.length > mostBytes) return Promise.resolve({ fault: 'large' })
      const reading = line.then(() => readNow(picture))
      line = reading.catch(end)
      return reading
    },
    async stop() {
      clearTimeout(resting)
      await end()
    },
  }
}

function startThread(place: Place): Worker {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: place })
  thread.unref()
  return thread
}

async function ask(thread: Worker, picture: Uint8Array, most: number): Promise<PictureRead> {
  const signal = AbortSignal.timeout(most)
  thread.postMessage(picture)
  try {
    const [read] = await Promise.race([once(thread, 'message', { signal }), ended(thread, signal)])
    return read
  } catch (error) {
    if (signal.aborted) return { fault: 'slow' }
    throw error
  }
}

async function ended(thread: Worker, signal: AbortSignal): Promise<[PictureRead]> {
  await once(thread, 'exit', { signal })
  throw new Busy(2, 'the reader has ended')
}
