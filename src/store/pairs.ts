import * as z from 'zod'
import type { Pair, Side, Twin } from '../app/ports/cases.ts'
import { retention } from '../app/retention.ts'
import { queryAll, writeMany } from './many.ts'
import { chatKey, seconds, type Table } from './table.ts'

/** `CHAT#<h>` / `PAIR#C<message>` and `PAIR#T<message>`: of which message in the topic one in the chat is the copy, and the other way. */
const prefix = 'PAIR#'

/** How the keys of each side begin. */
export const pairsOf: Record<Side, string> = { chat: `${prefix}C`, topic: `${prefix}T` }

const Item = z.object({
  message: z.number(),
  update: z.number(),
  /** When the desk's word was copied into the chat, in seconds. */
  copiedAt: z.number().exactOptional(),
  replaces: z.number().exactOptional(),
  expiresAt: z.number(),
})

const Key = z.object({ pk: z.string(), sk: z.string() })

/** Both in one request. After a crash one may be missing; the next try writes both again. */
export async function keepPair(table: Table, chat: number, of: Pair): Promise<void> {
  const pk = chatKey(table, chat)
  const expiresAt = seconds(table.now().getTime() + retention.caseMs)
  const twin = (side: Side, message: number) => ({
    PutRequest: {
      Item: {
        ...{ pk, sk: pairKey(side, of[side]), message, update: of.update, expiresAt },
        ...(of.copiedAt !== undefined && { copiedAt: of.copiedAt }),
        ...(of.replaces !== undefined && { replaces: of.replaces }),
      },
    },
  })
  await writeMany(table, [twin('chat', of.topic), twin('topic', of.chat)])
}

export async function dropPair(
  table: Table,
  chat: number,
  of: Pick<Pair, 'chat' | 'topic'>,
): Promise<void> {
  const pk = chatKey(table, chat)
  const keys = [pairKey('chat', of.chat), pairKey('topic', of.topic)]
  await writeMany(
    table,
    keys.map((sk) => ({ DeleteRequest: { Key: { pk, sk } } })),
  )
}

export function toTwin({ now }: Table, found: unknown): Twin | undefined {
  const { data } = Item.safeParse(found)
  if (!data || data.expiresAt <= seconds(now().getTime())) return undefined
  const { expiresAt: _, ...twin } = data
  return twin
}

export async function pairsIn(table: Table, chat: number, side: Side): Promise<Pair[]> {
  const found = await queryAll(table, chatKey(table, chat), { prefix: pairsOf[side] })
  return found.flatMap((item) => {
    const twin = toTwin(table, item)
    return twin ? [toPair(side, String(item.sk), twin)] : []
  })
}

export function toPair(side: Side, key: string, { message: twin, ...of }: Twin): Pair {
  const message = Number(key.slice(pairsOf[side].length))
  return side === 'chat'
    ? { chat: message, topic: twin, ...of }
    : { chat: twin, topic: message, ...of }
}

export async function dropPairs(table: Table, pk: string): Promise<void> {
  const pairs = (await queryAll(table, pk, { prefix })).map((item) => Key.parse(item))
  await writeMany(
    table,
    pairs.map((key) => ({ DeleteRequest: { Key: key } })),
  )
}

export function pairKey(side: Side, message: number): string {
  return pairsOf[side] + message
}
