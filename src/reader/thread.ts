import { parentPort, workerData } from 'node:worker_threads'
import { openRead } from './read.ts'

/** A thread of the reader: bytes come in, what was read goes out, one after the other. */
const read = openRead(workerData)

parentPort?.on('message', (picture: Uint8Array) => {
  read.then((one) => one(picture)).then((words) => parentPort?.postMessage(words), stop)
})

/** Where it cannot be opened, whoever waits for the thread sees it end. */
function stop(error: unknown) {
  throw error
}
