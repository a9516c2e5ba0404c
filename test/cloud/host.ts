import { Api } from 'grammy/web'
import { inject, onTestFinished } from 'vitest'
import { feedWorker, serveFunctionUrl } from '../../src/entry/lambda.ts'
import type { Simulator } from '../../src/simulator/start.ts'
import { allowedUpdates } from '../../src/telegram/parse.ts'
import type { Host } from '../bot.ts'
import { idle } from '../idle.ts'
import { content, newPhone } from '../person.ts'
import { scan } from '../store/engines.ts'
import { secret, startFunctions, startHouse } from './house.ts'

/** The bundle as it runs in the cloud: updates by webhook, jobs from the queue, talks in a table. */
export async function hostInCloud(telegram: Simulator): Promise<Host> {
  const { now } = telegram.clock
  const house = await startHouse(telegram, now)
  followTime(now)
  const { webhook, worker, lines } = await startFunctions(inject('functions'), house.environment)
  const served = await serveFunctionUrl(webhook)
  const ending = new AbortController()
  const feeding = feedWorker(worker, house.line, ending.signal)
  const api = new Api(telegram.token, { apiRoot: telegram.url })
  onTestFinished(async () => {
    ending.abort()
    await feeding
    await served.stop()
    await house.stop()
  })
  return {
    world: {
      ...idle,
      content,
      ...house.store,
      phone: newPhone().port,
      now,
      log: () => {},
    },
    lines,
    counts: async () => {
      const items = await scan(house.table)
      const days = items.filter(({ pk }) => String(pk).startsWith('DAY#'))
      return Object.fromEntries(days.map(({ sk, count }) => [String(sk), Number(count)]))
    },
    receive: async (raw) => {
      const headers = { 'x-telegram-bot-api-secret-token': secret }
      const reply = await webhook({ headers, body: JSON.stringify(raw) })
      if (reply.statusCode === 200) return { kept: true }
      return { kept: false, seconds: Number(reply.headers?.['retry-after']) }
    },
    start: async () => {
      const kinds = [...allowedUpdates]
      await api.setWebhook(served.url, { secret_token: secret, allowed_updates: kinds })
    },
    stop: async () => {
      await api.deleteWebhook()
    },
  }
}

const Real = Date

/** The bundle asks the machine for the time, so the machine follows Telegram's. */
function followTime(now: () => Date) {
  globalThis.Date = class extends Real {
    constructor(...given: []) {
      if (given.length > 0) super(...given)
      else super(now())
    }
    static override now() {
      return now().getTime()
    }
  } as DateConstructor
}
