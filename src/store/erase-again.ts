import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { forgottenKey } from './forgotten.ts'
import { queryAll, writeMany } from './many.ts'
import { ask, chatKey, type Table } from './table.ts'

/** Whose it is stands in the key; of a topic, beside it. */
const Item = z.object({
  pk: z.string(),
  sk: z.string(),
  chat: z.number().optional().catch(undefined),
})
type Item = z.infer<typeof Item>

/** Erases from a restored table whoever was forgotten since it was saved. Returns how many items were theirs. */
export async function eraseAgain(from: Table, restored: Table): Promise<number> {
  const forgotten = await forgottenIn(from)
  const theirs: { pk: string; sk: string }[] = []
  for await (const item of itemsOf(restored)) {
    const { pk, sk } = item
    if (forgotten.has(personOf(restored, item) ?? '')) theirs.push({ pk, sk })
  }
  await writeMany(
    restored,
    theirs.map((Key) => ({ DeleteRequest: { Key } })),
  )
  return theirs.length
}

async function forgottenIn(table: Table): Promise<Set<string>> {
  const found = await queryAll(table, forgottenKey)
  return new Set(found.map((item) => Item.parse(item).sk))
}

async function* itemsOf({ client, name }: Table): AsyncGenerator<Item> {
  let start: Record<string, unknown> | undefined
  do {
    const request = new ScanCommand({
      TableName: name,
      ProjectionExpression: 'pk, sk, chat',
      ...(start && { ExclusiveStartKey: start }),
    })
    const { Items = [], LastEvaluatedKey } = await ask(client.send(request))
    for (const item of Items) yield Item.parse(item)
    start = LastEvaluatedKey
  } while (start)
}

/** Whose item it is: by its own key, or by the plain id of somebody to whom the bot writes first. */
function personOf(table: Table, item: Item): string | undefined {
  if (item.pk.startsWith('CHAT#')) return item.pk
  const chat = plainChat(item)
  return chat === undefined ? undefined : chatKey(table, Number(chat))
}

function plainChat({ pk, sk, chat }: Item) {
  if (pk.startsWith('THEME#')) return sk.slice('CHAT#'.length)
  if (pk.startsWith('DUE#')) return /^(\d+)#/.exec(sk)?.[1]
  return pk.startsWith('GROUP#') ? chat : undefined
}
