import { Api } from 'grammy/web'
import { addFault } from '../../src/simulator/faults.ts'
import { call } from '../../src/simulator/methods/api.ts'
import type { Payload } from '../../src/simulator/wire/payload.ts'
import type { World as Telegram } from '../../src/simulator/world.ts'
import type { Task, Time } from './time.ts'
import type { Troubles } from './troubles.ts'

/** Milliseconds for a call to get to Telegram, and for its answer to come back. */
const way = 50

/** Copies of which nobody could know that they were made. */
export interface Unheard {
  payloads: Set<Payload>
  /** What the task has copied until now is noted. */
  noted: () => void
  killed: (tasks: Task[]) => void
}

/** The Bot API over a line that fails. */
export interface Line {
  api: () => Api
  unheard: Unheard
}

export function newLine(telegram: Telegram, time: Time, troubles: () => Troubles): Line {
  const payloads = new Set<Payload>()
  const under = new Map<Task, Payload[]>()

  async function answer(method: string, payload: Payload) {
    await time.pass(way)
    const fault = troubles().ofCall(method)
    telegram.faults.waiting.length = 0
    if (fault) addFault(telegram.faults, fault)
    const answered = await call(telegram, { method, payload, signal: new AbortController().signal })
    if (method === 'copyMessage') note(payload, answered?.ok)
    await time.pass(way)
    if (!answered) throw new TypeError('the line broke')
    return answered
  }

  /** Without an answer it may have been made. */
  function note(payload: Payload, isMade: boolean | undefined) {
    const task = time.task()
    if (isMade === undefined) payloads.add(payload)
    else if (isMade && task) under.set(task, [...(under.get(task) ?? []), payload])
  }

  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    const method = String(url).split('/').at(-1) ?? ''
    const given: Payload = JSON.parse(String(init?.body ?? '{}'))
    return Response.json(await answer(method, given))
  }

  return {
    api: () => new Api(telegram.token, { fetch }),
    unheard: {
      payloads,
      noted: () => {
        const task = time.task()
        if (task) under.delete(task)
      },
      killed: (tasks) => {
        for (const payload of tasks.flatMap((task) => under.get(task) ?? [])) payloads.add(payload)
      },
    },
  }
}
