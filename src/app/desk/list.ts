import type { Case } from '../../core/case.ts'
import { linkTo, topicName } from '../../core/desk/card.ts'
import { inOrder } from '../../core/desk/score.ts'
import type { Text } from '../../core/turn.ts'
import { namesOf } from '../cases/names.ts'
import type { World } from '../ports/world.ts'
import { type Here, reply } from './here.ts'

/** Longer lists than this nobody reads on a phone. */
const listedAtMost = 25

/** The case that waits most urgently. */
export async function nextCase(world: World, here: Here): Promise<void> {
  const waiting = (await openCases(world, here)).filter(({ state }) => state === 'waiting')
  const [first] = inOrder(waiting, world.content.indicators)
  if (!first) return reply(world, here, { key: 'desk:list.none-waits' })
  await reply(world, here, { key: 'desk:list.next', vars: { topic: linked(first) } })
}

/** What is open, and whose. */
export async function listCases(world: World, here: Here): Promise<void> {
  const cases = inOrder(await openCases(world, here), world.content.indicators)
  if (cases.length === 0) return reply(world, here, { key: 'desk:list.none' })
  const listed = cases.slice(0, listedAtMost)
  const names = await namesOf(
    world,
    here.desk.group,
    listed.map(({ by }) => by),
  )
  const items = listed.map((one) => line(one, names))
  const more = cases.length - listed.length
  const all = more > 0 ? [...items, { key: 'name:plain', vars: { text: `+${more}` } }] : items
  await reply(world, here, { key: 'join:lines', vars: { items: all } })
}

async function openCases({ desks, cases }: World, { desk }: Here): Promise<Case[]> {
  const found: Case[] = []
  for (const { chat, thread, until } of await desks.topics(desk.group)) {
    const one = chat === undefined || until !== undefined ? undefined : await cases.of(chat)
    const isOurs = one?.desk === desk.id && one.thread === thread
    if (one && isOurs && one.state !== 'closed') found.push(one)
  }
  return found
}

function line(one: Case, names: Map<number, string>): Text {
  const name = one.by === undefined ? '' : (names.get(one.by) ?? '')
  const topic = linked(one)
  return name ? { key: 'desk:list.of', vars: { topic, name } } : topic
}

/** Telegram opens the topic. */
export function linked(one: Case): Text {
  const vars = { url: linkTo(one, one.thread), topic: topicName(one) }
  return { key: 'desk:list.topic', vars }
}
