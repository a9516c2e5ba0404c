import type { Case } from '../../core/case.ts'
import { topicName } from '../../core/desk/card.ts'
import { inOrder } from '../../core/desk/deeds.ts'
import type { Text } from '../../core/turn.ts'
import type { World } from '../ports/world.ts'
import { type Here, reply } from './here.ts'

/** Longer lists than this nobody reads on a phone. */
const listedAtMost = 25

/** The case that waits most urgently. */
export async function nextCase(world: World, here: Here): Promise<void> {
  const [first] = inOrder((await openCases(world, here)).filter(({ state }) => state === 'waiting'))
  if (!first) return reply(world, here, { key: 'desk:list.none-waits' })
  await reply(world, here, { key: 'desk:list.next', vars: { topic: linked(first) } })
}

/** What is open, and whose. */
export async function listCases(world: World, here: Here): Promise<void> {
  const cases = inOrder(await openCases(world, here))
  if (cases.length === 0) return reply(world, here, { key: 'desk:list.none' })
  const listed = cases.slice(0, listedAtMost)
  const names = await namesOf(world, here, listed)
  const items = listed.map((one) => line(one, names))
  const more = cases.length - listed.length
  const all = more > 0 ? [...items, { key: 'name:plain', vars: { text: `+${more}` } }] : items
  await reply(world, here, { key: 'join:lines', vars: { items: all } })
}

async function openCases({ desks, cases }: World, { desk }: Here): Promise<Case[]> {
  const found: Case[] = []
  for (const { chat, thread, until } of await desks.topics(desk.group)) {
    const one = chat === undefined || until !== undefined ? undefined : await cases.of(chat)
    if (one && one.state !== 'closed' && one.thread === thread) found.push(one)
  }
  return found
}

/** What they are called is asked of Telegram, each once. */
async function namesOf({ room }: World, { desk }: Here, cases: Case[]) {
  const names = new Map<number, string>()
  for (const { by } of cases)
    if (by !== undefined && !names.has(by))
      names.set(by, (await room.member(desk.group, by))?.name ?? '')
  return names
}

function line(one: Case, names: Map<number, string>): Text {
  const name = one.by === undefined ? '' : (names.get(one.by) ?? '')
  const topic = linked(one)
  return name ? { key: 'desk:list.of', vars: { topic, name } } : topic
}

/** Telegram opens the topic: the group's number without what marks it as one. */
function linked(one: Case): Text {
  const group = String(one.group).replace(/^-100/, '')
  const url = `https://t.me/c/${group}/${one.thread}`
  return { key: 'desk:list.topic', vars: { url, topic: topicName(one) } }
}
