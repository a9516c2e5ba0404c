import { Unavailable } from '../app/trouble.ts'

interface Batch<Answer> {
  values: Set<string>
  signals: AbortSignal[]
  answer: Promise<Answer>
}

type AskAll<Answer> = (values: string[], signal: AbortSignal) => Promise<Answer>

/** Long enough for what one person's press sets off, too short to be felt. */
const waitMs = 25

/**
 * Gathers what is asked within a moment under one key into one request, with at most so many values. Everybody gets
 * the whole answer, or Unavailable when their own time is up; the request ends when nobody waits for it any more.
 */
export function inBatches<Answer>(most: number) {
  const open = new Map<string, Batch<Answer>>()
  return (key: string, value: string, signal: AbortSignal, askAll: AskAll<Answer>) => {
    const waiting = open.get(key)
    const batch = waiting && waiting.values.size < most ? waiting : begin(askAll)
    if (batch !== waiting) open.set(key, batch)
    batch.values.add(value)
    batch.signals.push(signal)
    return untilAborted(batch.answer, signal)
  }

  function begin(askAll: AskAll<Answer>): Batch<Answer> {
    const values = new Set<string>()
    const signals: AbortSignal[] = []
    const answer = new Promise((resolve) => setTimeout(resolve, waitMs)).then(() => {
      for (const [key, { values: those }] of open) if (those === values) open.delete(key)
      return askAll([...values], whenAllAborted(signals))
    })
    return { values, signals, answer }
  }
}

function whenAllAborted(signals: AbortSignal[]): AbortSignal {
  const controller = new AbortController()
  const look = () => {
    if (signals.every(({ aborted }) => aborted)) controller.abort(signals[0]?.reason)
  }
  for (const signal of signals) signal.addEventListener('abort', look, { once: true })
  look()
  return controller.signal
}

async function untilAborted<Answer>(answer: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => reject(new Unavailable('slow'))
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([answer, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
