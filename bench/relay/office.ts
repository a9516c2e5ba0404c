import type { Delivered } from '../../src/telegram/lines.ts'
import type { Process, Task, Time } from './time.ts'

/** A bot as one process: what it holds in memory is gone with it. */
export interface Running {
  deliver: (update: unknown) => Promise<Delivered>
  /** Undefined: the job is done; otherwise after how many seconds it is to come again. */
  work: (body: string) => Promise<number | undefined>
}

/** Milliseconds until another process stands where one was killed. */
const restartMs = 4000

interface Kept {
  time: Time
  open: () => Running
  /** Told what was under way. */
  killed: (tasks: Task[]) => void
  opened: () => void
}

/** Keeps one process running. */
export function newOffice({ time, open, killed, opened }: Kept) {
  let now: { process: Process; running: Running } | undefined
  const start = () => {
    now = { process: time.newProcess(), running: open() }
    opened()
  }
  const begin = async <Done>(work: (running: Running) => Promise<Done>) => {
    if (!now) return 'killed' as const
    const { process, running } = now
    return process.begin(() => work(running))
  }
  return {
    start,
    isOpen: () => now !== undefined,
    deliver: (update: unknown) => begin((running) => running.deliver(update)),
    work: (body: string) => begin((running) => running.work(body)),
    kill: () => {
      if (!now) return
      killed(now.process.kill())
      now = undefined
      time.at(time.now() + restartMs, start)
    },
  }
}
