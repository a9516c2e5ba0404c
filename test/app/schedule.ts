import { setImmediate } from 'node:timers/promises'
import type { Store } from '../../src/app/ports/world.ts'

/** One run: what was picked, and how many picks there were each time. */
interface Trail {
  picked: number[]
  counts: number[]
}

/** Picks one of so many possibilities; the explorer sees to it that every combination has its turn. */
export type Pick = (count: number) => number

/** Runs a story once for every combination of picks, depth first. Returns how many runs there were. */
export async function explore(story: (pick: Pick) => Promise<void>): Promise<number> {
  let prefix: number[] | undefined = []
  let runs = 0
  while (prefix) {
    const trail: Trail = { picked: [], counts: [] }
    const planned: number[] = prefix
    await story((count) => {
      const picked = planned[trail.picked.length] ?? 0
      trail.picked.push(picked)
      trail.counts.push(count)
      return picked
    })
    runs++
    prefix = following(trail)
  }
  return runs
}

/** The next combination: the last pick that has another possibility takes it. */
function following({ picked, counts }: Trail): number[] | undefined {
  const index = picked.findLastIndex((one, at) => one + 1 < (counts[at] ?? 0))
  return index < 0 ? undefined : [...picked.slice(0, index), (picked[index] ?? 0) + 1]
}

/** A call to the outside that waits for its turn. */
interface Gate {
  task: number
  name: string
  open: () => void
}

/** What a run is let to do, call by call, and where a task is killed. */
export interface Script {
  pick: Pick
  /** Kills the task that makes this call, counted over all tasks: before it has an effect, or before it returns. */
  crash?: { call: number; when: 'before' | 'after' }
  /** Which of the calls that wait comes next, where it is not `pick` that decides. */
  next?: (waiting: { task: number; name: string }[]) => number
}

/** One task makes so many calls and is held there while all others run to their end. */
export function heldAfter(held: number, calls: number): NonNullable<Script['next']> {
  let left = calls
  return (waiting) => {
    const mine = waiting.findIndex(({ task }) => task === held)
    const other = waiting.findIndex(({ task }) => task !== held)
    const isMine = mine >= 0 && (left > 0 || other < 0)
    if (isMine) left--
    return isMine ? mine : other
  }
}

/**
 * Lets several tasks run side by side, one call to the outside at a time, in the order that the script picks. Without a
 * script (`calm`) calls pass at once.
 */
export function newStage() {
  const waiting: Gate[] = []
  const dead = new Set<number>()
  const trace: string[] = []
  let script: Script | undefined
  let calls = 0
  const never = new Promise<never>(() => {})

  /** Wraps a port, so that each of its calls waits at a gate. */
  function guard<Port extends object>(task: number, port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name)
        if (typeof method !== 'function') return method
        return (...args: unknown[]) =>
          pass(task, String(name), () => Reflect.apply(method, target, args))
      },
    })
  }

  /** Wraps each noun of a store. */
  function guardStore(
    task: number,
    { talks, messages, plans, tips, desks, cases, blocks, firms, paces, counters, reports }: Store,
  ): Store {
    return {
      talks: guard(task, talks),
      messages: guard(task, messages),
      plans: guard(task, plans),
      tips: guard(task, tips),
      desks: guard(task, desks),
      cases: guard(task, cases),
      blocks: guard(task, blocks),
      firms: guard(task, firms),
      paces: guard(task, paces),
      counters: guard(task, counters),
      reports: guard(task, reports),
    }
  }

  async function pass(task: number, name: string, act: () => unknown) {
    if (!script) return act()
    await new Promise<void>((open) => waiting.push({ task, name, open }))
    if (dead.has(task)) return never
    const mine = calls++
    const crash = script.crash?.call === mine ? script.crash.when : undefined
    if (crash === 'before') return die(task, `${name}!`)
    trace.push(`${task}.${name}`)
    const answer = await act()
    return crash === 'after' ? die(task, `${name}†`) : answer
  }

  function die(task: number, name: string) {
    trace.push(`${task}.${name}`)
    dead.add(task)
    return never
  }

  /** Runs the tasks to their end, or to where they were killed. */
  async function run(given: Script, tasks: Promise<unknown>[]) {
    script = given
    let open = tasks.length
    for (const task of tasks)
      void task.then(
        () => open--,
        () => open--,
      )
    for (;;) {
      await setImmediate()
      for (let index = waiting.length - 1; index >= 0; index--) {
        if (dead.has(waiting[index]?.task ?? -1)) waiting.splice(index, 1)
      }
      if (waiting.length === 0) break
      const next = given.next ? given.next(waiting) : given.pick(waiting.length)
      waiting.splice(next, 1)[0]?.open()
    }
    script = undefined
  }

  /** From here on every call waits. */
  function begin(given: Script) {
    script = given
  }

  return { guard, guardStore, run, trace, begin, dead }
}
export type Stage = ReturnType<typeof newStage>
