import type { Reader } from '../../src/app/ports/pictures.ts'
import { createReader } from '../../src/reader/reader.ts'
import type { Took } from './took.ts'

/** Milliseconds: a machine with other things to do is no reason to end its thread. */
const patience = 90_000

/** The reader of the bot, watched while it reads. The first picture opens it and is read twice, so that all have the same time. */
export async function openOurs(first: Uint8Array) {
  const before = process.memoryUsage.rss()
  let most = before
  // The words come from another thread, so this one is free to look.
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const reader = createReader({ time: patience })
  const began = performance.now()
  await reader.read(first)
  const opening = performance.now() - began
  return {
    read: (bytes: Uint8Array) => take(reader, bytes),
    /** Milliseconds of the first picture, with all that is loaded before. */
    opening,
    /** Megabytes above what the process had before. */
    megabytes: () => (most - before) / 2 ** 20,
    close: async () => {
      clearInterval(watch)
      await reader.stop()
    },
  }
}

async function take(reader: Reader, bytes: Uint8Array): Promise<Took> {
  const [began, used] = [performance.now(), process.cpuUsage()]
  const read = await reader.read(bytes)
  const clock = performance.now() - began
  const { user, system } = process.cpuUsage(used)
  const processor = (user + system) / 1000
  return 'fault' in read
    ? { text: '', clock, processor, fault: read.fault }
    : { text: read.text, clock, processor }
}
