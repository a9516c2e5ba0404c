import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Store } from '../app/ports/world.ts'
import { countOne } from './counter.ts'
import {
  dropDue,
  duesIn,
  loadCursor,
  minutesDue,
  moveCursor,
  planDues,
  plannedDues,
  speakDues,
} from './due.ts'
import { forgottenUpdates, noteForgotten } from './forgotten.ts'
import { takeOne } from './pace.ts'
import { dropSeen, loadSeen, noteSeen } from './seen.ts'
import { speakThemes, subscribe, themesOf, unsubscribe } from './subscription.ts'
import type { Table } from './table.ts'
import { dropTalk, keepTalk, loadTalk } from './talk.ts'

/** What registers said is for jobs alone, so a webhook that starts cold does not load it. */
const facts = () => import('./fact.ts')
const copies = () => import('./copy.ts')

/** The store over one DynamoDB table, the cloud's or an embedded one. */
export function createStore(table: Table): Store {
  return {
    load: (chat) => loadTalk(table, chat),
    keep: (chat, talk) => keepTalk(table, chat, talk),
    dropTalk: (chat, version) => dropTalk(table, chat, version),
    noteForgotten: (chat, updates) => noteForgotten(table, chat, updates),
    forgotten: (chat) => forgottenUpdates(table, chat),
    seen: (chat) => loadSeen(table, chat),
    note: (chat, seen) => noteSeen(table, chat, seen),
    dropSeen: (chat, messages) => dropSeen(table, chat, messages),
    plan: (chat, dues, language) => planDues(table, chat, { dues, language }),
    speak: async (chat, language) => {
      await speakDues(table, chat, language)
      await speakThemes(table, chat, language)
    },
    planned: (chat) => plannedDues(table, chat),
    brought: (chat, due) => dropDue(table, chat, due),
    minutesDue: (after, until) => minutesDue(table, { after, until }),
    dueIn: (minute) => duesIn(table, minute),
    cursor: () => loadCursor(table),
    moveCursor: (minute) => moveCursor(table, minute),
    subscribe: (chat, theme, language) => subscribe(table, chat, { theme, language }),
    unsubscribe: (chat, theme) => unsubscribe(table, chat, theme),
    themes: (chat) => themesOf(table, chat),
    count: (name) => countOne(table, name),
    known: async (register, number) => (await facts()).loadKnown(table, register, number),
    know: async (finding) => (await facts()).keepKnown(table, finding),
    take: (register, pace) => takeOne(table, register, pace),
    copyOf: async (register) => (await copies()).loadCopyNote(table, register),
    copied: async (register, number) => (await copies()).loadCopied(table, register, number),
    keepCopy: async (register, copy) => (await copies()).keepCopy(table, register, copy),
  }
}

/** A client with limits of its own: a turn must end long before Telegram's patience does. */
export function createClient(
  options: { endpoint?: string; region?: string } = {},
): DynamoDBDocumentClient {
  const { endpoint, region = 'eu-central-1' } = options
  const local = endpoint && {
    endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }
  const client = new DynamoDBClient({
    region,
    maxAttempts: 3,
    // Not requestTimeout: when that is over, the SDK warns and goes on waiting for ever.
    requestHandler: { connectionTimeout: 1000, socketTimeout: 3000 },
    ...local,
  })
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}
