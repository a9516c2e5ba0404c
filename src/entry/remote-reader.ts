import * as z from 'zod'
import { patiently } from '../app/patience.ts'
import { nameOf } from '../app/place.ts'
import type { Reader } from '../app/ports/pictures.ts'
import type { Log } from '../app/ports/world.ts'
import { Busy } from '../app/trouble.ts'
import { isPassing } from '../aws/passing.ts'
import type { PictureFault, PictureRead } from '../core/picture.ts'
import type { Invoke, Invoked } from './invoke.ts'
import { PictureAnswer } from './picture-call.ts'
import { mostBytes } from './picture-limit.ts'

export interface Remote {
  invoke: Invoke
  /** The function's. */
  name: string
  log: Log
  /** Milliseconds with all tries. */
  patienceMs?: number
}

/** The function is ended after twenty-five seconds, which is to be heard, and may have to start first. */
const patience = 30_000

/** Until a try makes sense again, where too many pictures are read at once. */
const busySeconds = 5

/** What Lambda says of a function that did not come to its end. The message may hold words, so it is only looked at. */
const Failure = z.object({ errorType: z.string().optional(), errorMessage: z.string().optional() })

/** The reader that is a function of its own: it sees one picture, and nothing else of us. */
export function createRemoteReader(remote: Remote): Reader {
  return {
    most: mostBytes,
    read: async (picture) => {
      if (picture.byteLength > mostBytes) return { fault: 'large' }
      try {
        return answered(await ask(remote, picture), remote.log)
      } catch (error) {
        return refused(error, remote.log)
      }
    },
  }
}

function ask({ invoke, name, patienceMs = patience }: Remote, picture: Uint8Array) {
  const { buffer, byteOffset, byteLength } = picture
  const base64 = Buffer.from(buffer, byteOffset, byteLength).toString('base64')
  const payload = JSON.stringify({ picture: base64 })
  return patiently(patienceMs, (over) => invoke(name, payload, over))
}

function answered({ FunctionError, Payload }: Invoked, log: Log): PictureRead {
  const said = readJson(Payload)
  if (FunctionError) {
    const failure = Failure.safeParse(said).data ?? {}
    const [fault, error] = [faultOf(failure), /^[\w.]{1,60}$/.exec(failure.errorType ?? '')?.[0]]
    log('reader-failed', { reason: fault, error: error ?? 'unknown' })
    return { fault }
  }
  const answer = PictureAnswer.safeParse(said)
  if (answer.success) return answer.data
  log('bug', { error: 'Unreadable', at: 'reader' })
  return { fault: 'broken' }
}

/**
 * Lambda ends a function that takes too long, and kills one that takes too much memory; of both a smaller picture is the cure.
 * One that does not even start is away. Anything else broke at this picture.
 */
function faultOf({ errorType = '', errorMessage = '' }: z.infer<typeof Failure>): PictureFault {
  if (/Task timed out|signal: killed/.test(errorMessage)) return 'slow'
  if (/^Sandbox\.Timedout$|OutOfMemory/.test(errorType)) return 'slow'
  return /^Runtime\.(?!ExitError$)/.test(errorType) ? 'away' : 'broken'
}

/**
 * A call that is refused for good is our own mistake, such as a right that is lost.
 * @throws {Busy} where it passes.
 */
function refused(error: unknown, log: Log): PictureRead {
  if (isPassing(error)) throw new Busy(busySeconds, 'the reader has no time')
  log('bug', { error: nameOf(error), at: 'reader' })
  return { fault: 'away' }
}

function readJson(payload: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(payload ?? []).toString('utf8'))
  } catch {
    return undefined
  }
}
