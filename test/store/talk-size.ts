import type { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Talk } from '../../src/app/ports/talk.ts'
import { createTalks } from '../../src/store/talk.ts'
import { itemSize } from './item-size.ts'

/** What DynamoDB writes for one unit. */
export const writeUnit = 1024

/** So many updates are remembered, with ids as large as those of a bot that has run for years. */
const ring = Array.from({ length: 32 }, (_, index) => 912_345_601 + 37 * index)

/** More than the keys, the names and the ring take. */
const around = 256

/**
 * How large a talk is in the table, with all the updates that it may remember. One that would fit as the text that it is needs no
 * measuring.
 */
export async function sizeAtMost(talk: Talk): Promise<number> {
  const written = Buffer.byteLength(JSON.stringify(talk)) + around
  if (written <= writeUnit) return written
  const sizes: number[] = []
  const send = async ({ input }: PutCommand) => {
    sizes.push(itemSize(input.Item ?? {}))
    return {}
  }
  // Only what it is sent matters here.
  const client = { send } as unknown as DynamoDBDocumentClient
  const now = () => new Date('2026-11-22T12:00:00Z')
  const talks = createTalks({ client, name: 'table', idKey: 'a key for tests only', now })
  await talks.keep(812_345_678, { ...talk, recent: [...ring, ...talk.recent].slice(-32) })
  return sizes[0] ?? 0
}
