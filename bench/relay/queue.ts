import type { Job, Label, Queue } from '../../src/app/ports/queue.ts'
import { receivedAtMost } from '../../src/queue/create-line.ts'
import type { Time } from './time.ts'

/** As the stack has them: so long a job that was handed out is nobody else's, and so many are at work at once. */
const visibilityMs = 90_000
const atOnce = 10

/** The same job is taken once within this time. */
const onceMs = 300_000

interface Waiting {
  body: string
  received: number
  /** Until then nobody gets it, nor what lies behind it. */
  hiddenUntil: number
  isOut: boolean
}

interface Worked {
  time: Time
  labelOf: (job: Job) => Label
  /** Undefined: it is done; otherwise after how many seconds it is to come again. */
  work: (body: string) => Promise<number | undefined | 'killed'>
  /** Whether there is a process to work. */
  isOpen: () => boolean
}

/** A queue as SQS FIFO is: in order within a group, one of it at work, and what was begun and not finished comes again. */
export function newQueue({ time, labelOf, work, isOpen }: Worked) {
  const groups = new Map<string, Waiting[]>()
  const known = new Map<string, number>()
  const dead: string[] = []
  let out = 0

  function handOut() {
    for (const [group, waiting] of groups) {
      const [first] = waiting
      if (out >= atOnce || !isOpen()) return
      if (first && !first.isOut && first.hiddenUntil <= time.now()) void serve(group, first)
    }
  }

  async function serve(group: string, one: Waiting) {
    const received = time.now()
    if (++one.received > receivedAtMost) {
      dead.push(one.body)
      return remove(group)
    }
    one.isOut = true
    out++
    const again = await work(one.body)
    out--
    one.isOut = false
    if (again === undefined) return remove(group)
    one.hiddenUntil = again === 'killed' ? received + visibilityMs : time.now() + again * 1000
    time.at(one.hiddenUntil, handOut)
  }

  function remove(group: string) {
    const waiting = groups.get(group) ?? []
    waiting.shift()
    if (waiting.length === 0) groups.delete(group)
    time.at(time.now(), handOut)
  }

  const queue: Queue = {
    enqueue: async (job) => {
      const { group, once } = labelOf(job)
      if ((known.get(once) ?? 0) > time.now()) return
      known.set(once, time.now() + onceMs)
      const one = { body: JSON.stringify(job), received: 0, hiddenUntil: 0, isOut: false }
      const waiting = groups.get(group)
      if (waiting) waiting.push(one)
      else groups.set(group, [one])
      time.at(time.now(), handOut)
    },
  }
  return { queue, handOut, dead, isEmpty: () => groups.size === 0 }
}
