import { Worker } from 'node:worker_threads'
import type { Reader } from '../app/ports/pictures.ts'
import { Busy } from '../app/trouble.ts'
import type { PictureRead } from '../core/picture.ts'
import { mostBytes } from './limits.ts'
import { inPackages, type Place } from './place.ts'
import type { Opening } from './thread.ts'

export interface ReaderOptions {
  place?: Place
  /** Milliseconds for a picture, the first one with the models; then its thread is ended. */
  time?: number
  /** Milliseconds without a picture; then the thread ends, and 200 to 600 MB come back. A new one is there in a second. */
  idle?: number
}

/** Who comes behind so many comes again; their pictures need not lie in memory, nor jobs stay open for them. */
const waitingAtMost = 4

/** Reads in a thread of its own, so that nobody waits for a picture but who has sent it. */
export function createReader(options: ReaderOptions = {}): Reader & { stop(): Promise<void> } {
  const { place = inPackages(), time = 20_000, idle = 120_000 } = options
  let thread: Worker | undefined
  let resting: NodeJS.Timeout | undefined
  let before: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function end() {
    clearTimeout(resting)
    const ending = thread
    thread = undefined
    await ending?.terminate()
  }

  /** One that ends while nobody waits for it must neither be asked again nor end the process. */
  function begin(): Worker {
    const begun = start({ place, time: time * 0.75 })
    begun
      .on('error', () => undefined)
      .once('exit', () => {
        if (thread === begun) thread = undefined
      })
    return begun
  }

  async function readNow(picture: Uint8Array): Promise<PictureRead> {
    clearTimeout(resting)
    thread ??= begin()
    const read = await ask(thread, picture, time)
    if (read === undefined) await end()
    else resting = setTimeout(end, idle).unref()
    return read ?? { fault: 'slow' }
  }

  return {
    most: mostBytes,
    async read(picture) {
      if (waiting >= waitingAtMost) throw new Busy(3, 'others are read before')
      waiting += 1
      const reading = before.then(() => readNow(picture))
      before = reading.catch(end).finally(() => {
        waiting -= 1
      })
      return reading
    },
    stop: end,
  }
}

function start(opening: Opening): Worker {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: opening })
  thread.unref()
  return thread
}

/** What the thread makes of a picture; undefined where it has not answered in time. Throws Busy where it has ended. */
function ask(thread: Worker, picture: Uint8Array, time: number): Promise<PictureRead | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<PictureRead | undefined>()
  const giveUp = setTimeout(() => resolve(undefined), time)
  const hasEnded = () => reject(new Busy(2, 'the reader has ended'))
  thread.once('message', resolve).once('exit', hasEnded).once('error', reject)
  thread.postMessage(picture)
  return promise.finally(() => {
    clearTimeout(giveUp)
    thread.off('message', resolve).off('exit', hasEnded).off('error', reject)
  })
}
