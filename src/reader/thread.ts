import { parentPort, workerData } from 'node:worker_threads'
import type { Place } from './place.ts'
import { openRead } from './read.ts'

export interface Opening {
  place: Place
  /** Milliseconds for a picture. */
  time: number
}

/** A thread of the reader: bytes come in, what was read goes out, one after the other. */
const { place, time }: Opening = workerData
const read = openRead(place, time)

parentPort?.on('message', (picture: Uint8Array) => {
  read.then((one) => one(picture)).then((words) => parentPort?.postMessage(words), stop)
})

/** Where it cannot be opened, whoever waits for the thread sees it end. */
function stop(error: unknown) {
  throw error
}
