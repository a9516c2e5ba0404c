import { confirm, firstOfQueue, type Waiting } from '../../src/simulator/updates/updates.ts'
import type { World as Telegram } from '../../src/simulator/world.ts'
import type { Delivered } from '../../src/telegram/lines.ts'
import type { Time } from './time.ts'
import type { Troubles } from './troubles.ts'

/** Updates under way at once: what Telegram does unless it is told otherwise. */
const connections = 40

/** The first repeat comes at once, the next after 2, 4, 8 … seconds (tdlib/telegram-bot-api WebhookActor.cpp). */
const longestPause = 60

/** Milliseconds after which Telegram takes a connection for broken that is not, and those after which it sends once more. */
const besideMs = 40
const lateMs = { least: 60_000, most: 480_000 }

interface Sending {
  telegram: Telegram
  time: Time
  troubles: () => Troubles
  chance: () => number
  deliver: (update: unknown) => Promise<Delivered | 'killed'>
}

/** Telegram's webhook: one update of a queue at a time, until it is taken. */
export function startSending({ telegram, time, troubles, chance, deliver }: Sending): void {
  const { updates } = telegram
  const busy = new Set<string>()

  function sendAll() {
    for (const queue of updates.queues.keys())
      if (!busy.has(queue) && busy.size < connections) void serve(queue)
  }

  async function serve(queue: string) {
    busy.add(queue)
    const next = () => firstOfQueue(updates, queue)
    for (let waiting = next(); waiting; waiting = next()) await untilTaken(waiting)
    busy.delete(queue)
    time.at(time.now(), sendAll)
  }

  async function untilTaken(waiting: Waiting) {
    const fate = troubles().ofUpdate(waiting)
    for (let failures = 0; updates.all.has(waiting); failures++) {
      const pause = await send(waiting, failures === 0 ? fate : undefined)
      if (pause === 'taken') confirm(updates, waiting)
      else if (isOver(waiting)) firstOfQueue(updates, waiting.queue)
      else await time.pass((pause ?? pauseAfter(failures)) * 1000)
    }
    if (fate !== 'late') return
    const later = lateMs.least + chance() * (lateMs.most - lateMs.least)
    time.at(time.now() + later, () => void onceMore(waiting))
  }

  /** After how many seconds it comes again, if Telegram was told. */
  async function send({ update }: Waiting, fate: ReturnType<Troubles['ofUpdate']>) {
    const delivering = deliver(structuredClone(update))
    if (fate === 'beside') {
      await Promise.race([delivering, time.pass(besideMs)])
      return 0
    }
    const delivered = await delivering
    if (delivered === 'killed' || fate === 'unheard') return undefined
    return delivered.kept ? 'taken' : delivered.seconds
  }

  async function onceMore(waiting: Waiting) {
    for (let failures = 0; ; failures++) {
      const pause = await send(waiting, undefined)
      if (pause === 'taken') return
      await time.pass((pause ?? pauseAfter(failures)) * 1000)
    }
  }

  const isOver = ({ expires }: Waiting) => expires <= time.now()
  updates.onArrival.add(() => time.at(time.now(), sendAll))
}

function pauseAfter(failures: number) {
  return failures === 0 ? 0 : Math.min(2 ** failures, longestPause)
}
