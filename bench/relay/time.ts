import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as soon } from 'node:timers/promises'

/** An update or a job that a process is at work on. */
export interface Task {
  /** Of how many things that take time it awaits the end. */
  waits: number
  isKilled: boolean
}

/** A clock that stands still while anything can go on, and then leaps to what comes next. */
export interface Time {
  now: () => number
  /** Takes so many milliseconds. Throws where the process is killed meanwhile; in one that was, nothing ever comes of it. */
  pass: (ms: number) => Promise<void>
  /** Happens outside of every process. */
  at: (ms: number, happens: () => void) => void
  /** At what we are at work, if it is a task. */
  task: () => Task | undefined
  newProcess: () => Process
  /** Until nothing is left to happen. */
  run: () => Promise<void>
}

/** What a process is at work on ends with it, wherever it is. */
export interface Process {
  begin: <Done>(work: () => Promise<Done>) => Promise<Done | 'killed'>
  /** Returns what was under way. */
  kill: () => Task[]
}

interface Alarm {
  at: number
  ring: () => void
  /** Calls it off where the task is killed. */
  kill: () => void
  task?: Task | undefined
}

export function newTime(begins: number): Time {
  const tasks = new AsyncLocalStorage<Task>()
  const open = new Set<Task>()
  /** The next stands last. */
  let alarms: Alarm[] = []
  let now = begins

  const set = (alarm: Alarm) => alarms.splice(placeOf(alarms, alarm.at), 0, alarm)
  const isMoving = () => [...open].some(({ waits }) => waits === 0)

  async function run() {
    for (;;) {
      do await soon()
      while (isMoving())
      const next = alarms.at(-1)
      if (!next) return
      now = next.at
      while (alarms.at(-1)?.at === now) alarms.pop()?.ring()
    }
  }

  function pass(ms: number) {
    const task = tasks.getStore()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    if (task?.isKilled) return promise
    if (task) task.waits++
    const ring = () => {
      if (task) task.waits--
      resolve()
    }
    set({ at: now + ms, ring, kill: () => reject(new Error('killed')), task })
    return promise
  }

  function newProcess(): Process {
    const mine = new Map<Task, () => void>()
    async function begin<Done>(work: () => Promise<Done>): Promise<Done | 'killed'> {
      const task: Task = { waits: 0, isKilled: false }
      const ended = Promise.withResolvers<'killed'>()
      open.add(task)
      mine.set(task, () => ended.resolve('killed'))
      try {
        return await Promise.race([tasks.run(task, work), ended.promise])
      } finally {
        open.delete(task)
        mine.delete(task)
      }
    }
    return {
      begin,
      kill: () => {
        const killed = [...mine]
        for (const [task, end] of killed) {
          task.isKilled = true
          open.delete(task)
          end()
        }
        const over = alarms.filter(({ task }) => task?.isKilled)
        alarms = alarms.filter(({ task }) => !task?.isKilled)
        for (const alarm of over) alarm.kill()
        return killed.map(([task]) => task)
      },
    }
  }

  return {
    now: () => now,
    pass,
    at: (ms, ring) => set({ at: Math.max(ms, now), ring, kill: ring }),
    task: () => tasks.getStore(),
    newProcess,
    run,
  }
}

/** Behind all that comes later; of what comes at once the first set comes first. */
function placeOf(alarms: Alarm[], at: number) {
  let [low, high] = [0, alarms.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((alarms[middle]?.at ?? 0) > at) low = middle + 1
    else high = middle
  }
  return low
}

/** A port whose every call takes so many milliseconds to get there, and as many to come back. */
export function distant<Port extends object>(
  time: Time,
  ms: number,
  port: Port,
  done: (name: string) => void = () => {},
): Port {
  return new Proxy(port, {
    get: (target, name) => {
      const call: unknown = Reflect.get(target, name)
      if (typeof call !== 'function') return call
      return async (...given: unknown[]) => {
        await time.pass(ms)
        const result: unknown = await Reflect.apply(call, target, given)
        done(String(name))
        await time.pass(ms)
        return result
      }
    },
  })
}
