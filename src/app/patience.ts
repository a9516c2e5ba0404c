/** Patience is counted in so many steps. */
const steps = 20

/**
 * Asks, and after so many milliseconds in which this process was awake the signal ends it, with a `TimeoutError`. A step that is late,
 * because the machine has too much to do or slept, counts once. So what has come meanwhile is read before it is given up, and nobody
 * does twice what was done.
 */
export async function patiently<Answer>(
  ms: number,
  ask: (over: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const over = new AbortController()
  let left = steps
  const counting = setInterval(() => {
    if (--left === 0) over.abort(new DOMException('no answer in time', 'TimeoutError'))
  }, ms / steps)
  try {
    return await ask(over.signal)
  } finally {
    clearInterval(counting)
  }
}
