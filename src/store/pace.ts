import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Pace } from '../app/ports/world.ts'
import { Stale } from '../app/trouble.ts'
import { ask, seconds, type Table } from './table.ts'

/** Long enough that no process still counts in a window that has passed. */
const keptMs = 3_600_000

/** `REGISTER#<id>` / `PACE#<window>`: requests of a window, counted over all processes; never more than it bears. */
export async function takeOne(
  { client, name, now }: Table,
  register: string,
  pace: Pace,
): Promise<boolean> {
  const { id, endsAt } = windowOf(pace, now())
  const request = new UpdateCommand({
    TableName: name,
    Key: { pk: `REGISTER#${register}`, sk: `PACE#${id}` },
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
