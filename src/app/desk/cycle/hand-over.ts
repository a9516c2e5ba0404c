import type { Case } from '../../../core/case.ts'
import { deeds } from '../../../core/desk/deeds.ts'
import type { Text } from '../../../core/turn.ts'
import { changeOnce } from '../../cases/change.ts'
import type { World } from '../../ports/world.ts'
import { mayAct } from '../conduct.ts'
import { type Here, reply } from '../here.ts'
import { linked } from '../list.ts'

/** `/handover`: whoever ends a shift gives all their cases back to the others, who see a line of each. */
export async function handOver(world: World, here: Here): Promise<void> {
  const by = await mayAct(world, here)
  if (by === undefined) return
  const given: Case[] = []
  for (const { chat, until } of await world.desks.topics(here.desk.group)) {
    const kept =
      chat === undefined || until !== undefined ? undefined : await give(world, here, { chat, by })
    if (kept) given.push(kept)
  }
  if (given.length === 0) return reply(world, here, { key: 'desk:handover.none' })
  const list: Text = { key: 'join:lines', vars: { items: given.map(line) } }
  await reply(world, here, { key: 'desk:handover.text', vars: { list } })
}

async function give(
  world: World,
  { desk, incoming }: Here,
  { chat, by }: { chat: number; by: number },
) {
  const { update } = incoming
  const kept = await changeOnce(world, { chat, update }, (one) => {
    if (one.by !== by || one.state !== 'taken' || one.desk !== desk.id) return undefined
    const done = deeds.transfer(one, by, world.now().getTime())
    return 'one' in done ? done.one : undefined
  })
  if (!kept) return undefined
  await world.queue.enqueue({ kind: 'case-card', chat, desk: desk.id, update })
  await world.queue.enqueue({ kind: 'desk-news', chat, update, news: 'waiting' })
  return kept
}

/** What is needed and by when, as far as it was noted. */
function line(one: Case): Text {
  const { needs = [], plan } = one
  const items: Text[] = [
    linked(one),
    ...needs.map((need) => ({ key: `desk:needs.${need}` })),
    ...(plan ? [{ key: 'name:date', vars: { date: plan.day } }] : []),
  ]
  return { key: 'join:dots', vars: { items } }
}
