import { createHmac } from 'node:crypto'
import { ConditionalCheckFailedException, DynamoDBServiceException } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { Busy, Stale } from '../app/trouble.ts'

/** The one table, and what every entity needs to read and write it. */
export interface Table {
  client: DynamoDBDocumentClient
  name: string
  /** Keys the hash that stands for a chat id. */
  idKey: string
  now: () => Date
}

/** `CHAT#<h>`: whoever steals the table does not learn whose talk it is. 16 bytes are enough against collisions. */
export function chatKey({ idKey }: Table, chat: number): string {
  const hash = createHmac('sha256', idKey).update(String(chat)).digest().subarray(0, 16)
  return `CHAT#${hash.toString('base64url')}`
}

/** DynamoDB's expiry is in seconds and may come two days late, so readers check it too. */
export function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000)
}

/** Turns a lost condition into Stale, and every passing trouble of the database into Busy. */
export async function ask<Answer>(request: Promise<Answer>): Promise<Answer> {
  try {
    return await request
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) throw new Stale()
    if (isPassing(error)) throw new Busy(2, 'the database has no time')
    throw error
  }
}

function isPassing(error: unknown) {
  if (ServerError.safeParse(error).success) return true
  return error instanceof DynamoDBServiceException ? passing.has(error.name) : isConnection(error)
}

/** An error of the server; also of a gateway before it, where the SDK only complains that a page is no JSON. */
const ServerError = z.object({ $metadata: z.object({ httpStatusCode: z.number().min(500) }) })

const passing = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'LimitExceededException',
])

/** The SDK lets connection errors and its own timeouts through as they are. */
function isConnection(error: unknown) {
  return (
    error instanceof Error &&
    (('code' in error && network.has(String(error.code))) ||
      /^(Timeout|Abort)Error$/.test(error.name))
  )
}

const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
