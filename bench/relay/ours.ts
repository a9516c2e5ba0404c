import { labelOf, runJob } from '../../src/app/jobs/jobs.ts'
import type { Store, World } from '../../src/app/ports/world.ts'
import { loadOrThrow } from '../../src/content/load.ts'
import { createWords } from '../../src/content/words.ts'
import { deliver } from '../../src/entry/deliver.ts'
import { createLog } from '../../src/entry/log.ts'
import { attempt } from '../../src/queue/attempt.ts'
import type { Message } from '../../src/simulator/wire/telegram.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { createPhone } from '../../src/telegram/phone.ts'
import { createRoom } from '../../src/telegram/room.ts'
import { deskKey, prepare } from './prepare.ts'
import { buttonIn, type Contender, type Stage } from './stage.ts'
import { distant } from './time.ts'

/** Milliseconds to the table, and to the queue. */
const way = { table: 4, queue: 8 }

type Read = Pick<ReturnType<typeof loadOrThrow>, 'content' | 'locales'>

/** The bot of this repository, as its functions run it: over a table and a queue that outlive each process. */
export function newOurs({ content, locales }: Read = loadOrThrow(process.cwd())): Contender {
  const words = createWords(locales, content.languages)
  const stores = new WeakMap<Stage, Store>()

  function storeOf(stage: Stage) {
    const kept = stores.get(stage) ?? createMemoryStore(stage.now)
    stores.set(stage, kept)
    return kept
  }

  function worldOf(stage: Stage): World {
    const { time, telegram, now, unheard } = stage
    const api = stage.api()
    const me = telegram.bot.id
    const log = createLog(stage.log)
    const store = storeOf(stage)
    const far = <Port extends object>(port: Port) => distant(time, way.table, port)
    return {
      content,
      me,
      talks: far(store.talks),
      messages: far(store.messages),
      plans: far(store.plans),
      tips: far(store.tips),
      desks: far(store.desks),
      cases: distant(time, way.table, store.cases, (name) => {
        if (name === 'pair') unheard.noted()
      }),
      blocks: far(store.blocks),
      firms: far(store.firms),
      paces: far(store.paces),
      counters: far(store.counters),
      reports: far(store.reports),
      phone: createPhone(api, words),
      room: createRoom(api, words, me),
      deskKey,
      queue: distant(time, way.queue, stage.queue),
      registers: [],
      files: { fetch: async () => 'gone' },
      charts: { draw: async () => new Uint8Array() },
      reader: { most: 0, read: async () => ({ fault: 'away' }) },
      readNumbers: () => [],
      label: words.plain,
      now,
      pause: time.pass,
      log,
    }
  }

  return {
    name: 'this bot',
    labelOf,
    prepare: (stage) => prepare(stage, content),
    ask: (person, chat) => {
      const button = buttonIn(chat, 'send')
      if (button) person.press(button.message, button.data)
    },
    isTalking: (chat) => buttonIn(chat, 'leave') !== undefined,
    can,
    open: (stage) => {
      const world = worldOf(stage)
      const run = (job: Parameters<typeof runJob>[1]) => runJob(world, job)
      return {
        deliver: (update) => deliver(world, update),
        work: (body) => attempt({ run, log: world.log }, body),
      }
    },
  }
}

/** The newest card tells who has the case: one without a button to give it back is to be taken. */
function can(topic: Message[]) {
  const [take, taken] = [buttonIn(topic, 'take'), buttonIn(topic, 'transfer')]
  if (taken && taken.message > (take?.message ?? 0)) return 'answer'
  return take ?? 'wait'
}
