import type { Charts } from '../app/ports/charts.ts'
import type { Reader } from '../app/ports/pictures.ts'
import type { Queue } from '../app/ports/queue.ts'
import type { Log, World } from '../app/ports/world.ts'
import { createWords, type Locales, type OpenLanguage } from '../content/words.ts'
import type { Content } from '../core/engine/flow.ts'
import { createClient, createStore } from '../store/store.ts'
import { connect } from '../telegram/connect.ts'
import { createFiles } from '../telegram/files.ts'
import { createPhone } from '../telegram/phone.ts'
import { createRoom } from '../telegram/room.ts'
import type { Config } from './config.ts'
import type { Firms } from './firms.ts'

/** Seconds that a call to Telegram may take; a turn makes a few, and must end long before Telegram's patience does. */
const patience = 8

export interface Parts {
  config: Config
  content: Content
  locales: Locales | OpenLanguage
  telegram: { token: string; root: string }
  /** Where the table is, if not in the cloud. */
  database?: string | undefined
  firms: Firms
  reader: Reader
  charts: Charts
  queue: Queue
  now: () => Date
  log: Log
}

/** The world of the bot, the same on this machine, behind the webhook and in the worker. */
export function buildWorld(parts: Parts): World {
  const { config, content, locales, telegram, database, firms, reader, charts, queue, now, log } =
    parts
  const client = createClient({
    region: config.AWS_REGION,
    ...(database && { endpoint: database }),
  })
  const api = connect(telegram, patience)
  const words = createWords(locales, content.languages)
  // A token begins with the number of its bot.
  const me = Number.parseInt(telegram.token, 10)
  return {
    content,
    me,
    ...createStore({ client, name: config.TABLE_NAME, idKey: config.ID_KEY, now }),
    phone: createPhone(api, words),
    room: createRoom(api, words, me),
    deskKey: config.DESK_KEY,
    files: createFiles(api, telegram),
    reader,
    charts,
    label: words.plain,
    queue,
    ...firms,
    now,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    log,
  }
}
