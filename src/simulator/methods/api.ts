import { setTimeout as sleep } from 'node:timers/promises'
import { type CallFault, faultForCall } from '../faults.ts'
import { secondsToWait } from '../limits.ts'
import { bytesAt } from '../wire/files.ts'
import type { Payload } from '../wire/payload.ts'
import { badRequest, type Cure, Refusal } from '../wire/refusal.ts'
import { faultOfCall } from '../wire/shapes.ts'
import type { Call, World } from '../world.ts'
import { METHODS } from './table.ts'

/** A long-running simulator forgets its oldest calls. */
const MOST_CALLS = 100_000

/** The JSON that answers a call. */
export type Answer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: Cure }

export interface Request {
  method: string
  payload: Payload
  /** Aborted when the bot hangs up. */
  signal: AbortSignal
}

/** Does one call of the bot. Without an answer the connection is to be cut. */
export function call(world: World, request: Request): Promise<Answer | undefined> {
  return attempt(world, request, {
    check: () => checkShape(world, request),
    run: (fault) => run(world, fault?.kind === 'astray' ? astray(request) : request),
  })
}

/** The bytes of a file that getFile told of. To faults it is a call of the method `file`. */
export function download(world: World, path: string): Promise<Answer | undefined> {
  const run = () => {
    const bytes = bytesAt(world.files, path)
    if (!bytes) throw new Refusal(404, 'Not Found')
    return bytes
  }
  return attempt(world, { method: 'file', payload: { file_path: path } }, { check() {}, run })
}

interface Deed {
  /** Throws where the request is wrong whatever happens. */
  check(): void
  run(fault?: CallFault): unknown
}

type Named = Pick<Request, 'method' | 'payload'>

/** Does it, unless a fault comes in between. */
async function attempt(world: World, request: Named, deed: Deed): Promise<Answer | undefined> {
  const { method, payload } = request
  const fault = faultForCall(world.faults, { method, chat: payload.chat_id })
  if (fault?.kind === 'reset-before') {
    note(world, request, { ok: false, error_code: 0, description: 'connection cut before' })
    return undefined
  }
  if (fault?.delayMs) await sleep(fault.delayMs)
  const answer = await answerTo(deed, fault)
  note(world, request, answer)
  return fault?.kind === 'reset-after' ? undefined : answer
}

async function answerTo({ check, run }: Deed, fault?: CallFault): Promise<Answer> {
  try {
    check()
    if (fault?.kind === 'status') throw refusalOf(fault)
    return { ok: true, result: await run(fault) }
  } catch (error) {
    return answerOfError(error)
  }
}

function checkShape(world: World, { method, payload }: Request): void {
  const problem = faultOfCall(world.shapes, method, payload)
  if (!problem) return
  world.problems.push(`${method}: ${problem}`)
  throw badRequest(problem)
}

function astray({ payload, ...request }: Request): Request {
  const { message_thread_id: _, reply_parameters: _1, ...rest } = payload
  return { ...request, payload: rest }
}

function run(world: World, { method, payload, signal }: Request): unknown {
  const work = METHODS.get(method)
  if (!work) throw badRequest(`the simulator does not know ${method}`)
  const wait = world.limits && secondsToWait(world.limits, method, Number(payload.chat_id))
  if (wait) throw tooMany(wait)
  return work(world, payload, signal)
}

function note(world: World, { method, payload }: Named, answer: Answer): void {
  const { ok } = answer
  const error = ok ? {} : { error_code: answer.error_code, description: answer.description }
  const done: Call = { at: world.clock.now().getTime(), method, payload, ok, ...error }
  world.calls.push(done)
  if (world.calls.length > MOST_CALLS) world.calls.splice(0, MOST_CALLS / 10)
}

/** What a thrown error means to the bot. One that is no refusal is a bug of the simulator. */
export function answerOfError(error: unknown): Answer {
  if (error instanceof Refusal) {
    const { code, message, parameters } = error
    const more = parameters && { parameters }
    return { ok: false, error_code: code, description: message, ...more }
  }
  const reason = error instanceof Error ? error.message : String(error)
  return { ok: false, error_code: 500, description: `Internal Server Error: ${reason}` }
}

function tooMany(seconds: number): Refusal {
  const description = `Too Many Requests: retry after ${seconds}`
  return new Refusal(429, description, { retry_after: seconds })
}

const DESCRIPTIONS = new Map([
  [400, 'Bad Request'],
  [403, 'Forbidden: bot was blocked by the user'],
  [500, 'Internal Server Error'],
  [502, 'Bad Gateway'],
])

function refusalOf({ status = 500, description, retry_after, migrate_to_chat_id }: CallFault) {
  if (status === 429 && !description) return tooMany(retry_after ?? 1)
  const cure = {
    ...(retry_after !== undefined && { retry_after }),
    ...(migrate_to_chat_id !== undefined && { migrate_to_chat_id }),
  }
  const parameters = Object.keys(cure).length > 0 ? cure : undefined
  return new Refusal(status, description ?? DESCRIPTIONS.get(status) ?? 'Error', parameters)
}
