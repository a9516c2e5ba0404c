/** setTimeout takes no more than this many milliseconds; a longer alarm is set again when it rings. */
const LONGEST_TIMER = 2 ** 31 - 1

export interface Clock {
  now(): Date
  /** Unix time in seconds, as Telegram writes dates. */
  unix(): number
  forward(seconds: number): void
  /** Runs once when so much time has gone by, real or forwarded. Returns how to call it off. */
  after(ms: number, run: () => void): () => void
  /** Told after every forward. */
  onForward(listener: () => void): void
  stop(): void
}

interface Alarm {
  due: number
  run: () => void
  timer?: NodeJS.Timeout
}

export function newClock(base: () => Date): Clock {
  let forwarded = 0
  const alarms = new Set<Alarm>()
  const listeners = new Set<() => void>()
  const elapsed = () => performance.now() + forwarded
  const now = () => new Date(base().getTime() + forwarded)

  function arm(alarm: Alarm): void {
    clearTimeout(alarm.timer)
    const wait = Math.min(Math.max(alarm.due - elapsed(), 0), LONGEST_TIMER)
    alarm.timer = setTimeout(() => ring(alarm), wait)
  }

  function ring(alarm: Alarm): void {
    // Node's timers may ring up to a millisecond early.
    if (alarm.due - elapsed() > 1) {
      arm(alarm)
      return
    }
    alarms.delete(alarm)
    alarm.run()
  }

  function drop(alarm: Alarm): void {
    clearTimeout(alarm.timer)
    alarms.delete(alarm)
  }

  return {
    now,
    unix: () => Math.floor(now().getTime() / 1000),
    forward(seconds) {
      forwarded += seconds * 1000
      for (const alarm of alarms) arm(alarm)
      for (const listener of listeners) listener()
    },
    after(ms, run) {
      const alarm: Alarm = { due: elapsed() + ms, run }
      alarms.add(alarm)
      arm(alarm)
      return () => drop(alarm)
    },
    onForward: (listener) => void listeners.add(listener),
    stop: () => alarms.forEach(drop),
  }
}
