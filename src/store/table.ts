import { createHmac } from 'node:crypto'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { Busy, Stale } from '../app/trouble.ts'
import { isPassing } from '../aws/passing.ts'

/** The one table, and what every entity needs to read and write it. */
export interface Table {
  client: DynamoDBDocumentClient
  name: string
  /** Keys the hash that stands for a chat id. */
  idKey: string
  now: () => Date
}

/** Where an item lies. */
export interface Key {
  pk: string
  sk: string
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

/** Where it says something and is no trouble that a condition was lost: undefined. */
export async function askIf<Answer>(request: Promise<Answer>): Promise<Answer | undefined> {
  return ask(request).catch((error) => {
    if (!(error instanceof Stale)) throw error
    return undefined
  })
}

/** Of an item that is still there. */
export async function setLanguage(
  { client, name }: Table,
  key: Key,
  language: string,
): Promise<void> {
  const request = new UpdateCommand({
    TableName: name,
    Key: key,
    UpdateExpression: 'SET #language = :language',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#language': 'language' },
    ExpressionAttributeValues: { ':language': language },
  })
  await askIf(client.send(request))
}
