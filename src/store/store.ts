import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Firms } from '../app/ports/firms.ts'
import type { Store } from '../app/ports/world.ts'
import { createBlocks } from './blocks.ts'
import { createCases } from './cases.ts'
import { createCounters } from './counter.ts'
import { createDesks } from './desks.ts'
import { holdNotes } from './held-notes.ts'
import { createPaces } from './pace.ts'
import { limitPatience } from './patience.ts'
import { createPlans } from './plans.ts'
import { createReports } from './reports.ts'
import { createMessages } from './seen.ts'
import type { Table } from './table.ts'
import { createTalks } from './talk.ts'
import { createTips } from './tips.ts'

/** The store over one DynamoDB table, the cloud's or an embedded one. */
export function createStore(table: Table): Store {
  return {
    talks: createTalks(table),
    messages: holdNotes(createMessages(table), table.now),
    plans: createPlans(table),
    tips: createTips(table),
    desks: createDesks(table),
    cases: createCases(table),
    blocks: createBlocks(table),
    firms: createLateFirms(table),
    paces: createPaces(table),
    counters: createCounters(table),
    reports: createReports(table),
  }
}

/** What registers said is for jobs alone, so a webhook that starts cold does not load it. */
function createLateFirms(table: Table): Firms {
  const firms = async () => (await import('./firms.ts')).createFirms(table)
  return {
    known: async (...asked) => (await firms()).known(...asked),
    know: async (finding) => (await firms()).know(finding),
    copyOf: async (register) => (await firms()).copyOf(register),
    copied: async (...asked) => (await firms()).copied(...asked),
    keepCopy: async (...copy) => (await firms()).keepCopy(...copy),
  }
}

/** A try of a request may take so many milliseconds, and a connection to the cloud so many. */
const patienceMs = { request: 3000, connection: 1000 }

/** On this machine nothing is broken off that is only late: `limitPatience` counts there. */
const unlimited = { connectionTimeout: 0, socketTimeout: 60_000 }

/** A client with limits of its own: a turn must end long before Telegram's patience does. */
export function createClient(
  options: { endpoint?: string; region?: string } = {},
): DynamoDBDocumentClient {
  const { endpoint, region = 'eu-central-1' } = options
  const local = endpoint && {
    endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: unlimited,
  }
  const client = new DynamoDBClient({
    region,
    maxAttempts: 3,
    // Not requestTimeout: when that is over, the SDK warns and goes on waiting for ever.
    requestHandler: {
      connectionTimeout: patienceMs.connection,
      socketTimeout: patienceMs.request,
    },
    ...local,
  })
  if (local) limitPatience(client, patienceMs.request)
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}
