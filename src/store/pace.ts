import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Pace, Paced, Paces } from '../app/ports/firms.ts'
import { Stale } from '../app/trouble.ts'
import { ask, seconds, type Table } from './table.ts'

/** Long enough that no process still counts in a window that has passed. */
const keptMs = 3_600_000

/**
 * `REGISTER#<id>` or `TASK#<name>` / `PACE#<window>`: how often in a window, counted over all processes; never more than it bears.
 */
export function createPaces(table: Table): Paces {
  return { take: (what, pace) => takeOne(table, what, pace) }
}

async function takeOne({ client, name, now }: Table, what: Paced, pace: Pace): Promise<boolean> {
  const { id, endsAt } = windowOf(pace, now())
  const request = new UpdateCommand({
    TableName: name,
    Key: { pk: keyOf(what), sk: `PACE#${id}` },
    UpdateExpression: 'ADD #count :one SET expiresAt = :expiresAt',
    ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
    ExpressionAttributeNames: { '#count': 'count' },
    ExpressionAttributeValues: {
      ':one': 1,
      ':most': pace.most,
      ':expiresAt': seconds(endsAt + keptMs),
    },
  })
  try {
    await ask(client.send(request))
    return true
  } catch (error) {
    if (error instanceof Stale) return false
    throw error
  }
}

export function keyOf(what: Paced): string {
  return 'task' in what ? `TASK#${what.task}` : `REGISTER#${what.register}`
}

/** The calendar day of a zone, or one of equal slices of time. */
export function windowOf(pace: Pace, now: Date): { id: string; endsAt: number } {
  const at = now.getTime()
  if ('day' in pace) {
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: pace.day }).format(now)
    return { id: day, endsAt: at + 86_400_000 }
  }
  const slice = Math.floor(at / pace.perMs)
  return { id: `${pace.perMs}-${slice}`, endsAt: (slice + 1) * pace.perMs }
}
