import type { Case } from '../../core/case.ts'
import { changeOnce } from '../cases/change.ts'
import { countEnded } from '../cases/count.ts'
import { keepUntil } from '../cases/keep-until.ts'
import type { World } from '../ports/world.ts'
import { mayAct } from './conduct.ts'
import { type Here, isOf, reply } from './here.ts'

/**
 * `/block` with a reason, in the topic of a case: it is over, and its person is not led to this desk for a while. The reason stays in that
 * message alone. Safe to repeat.
 */
export async function block(world: World, here: Here, reason: string): Promise<void> {
  const chat = await mayBlock(world, here)
  if (chat === undefined) return
  if (reason.trim() === '') return reply(world, here, { key: 'desk:block.how' })
  const { blocks, queue } = world
  const { desk, incoming } = here
  const { update, group, message } = incoming
  // Before the case is closed, or its person could go on with it in between.
  await blocks.add(chat, desk.id)
  const kept = await changeOnce(world, { chat, update }, (one) => ended(world, here, one))
  if (!kept) {
    // They were erased meanwhile, and nothing stays of them.
    await blocks.remove(chat, desk.id)
    return reply(world, here, { key: 'desk:refused.over' })
  }
  await countEnded(world, chat, kept, 'parted')
  await keepUntil(world, chat, kept)
  await queue.enqueue({ kind: 'case-card', chat, desk: desk.id, update, line: 'blocked' })
  await queue.enqueue({ kind: 'desk-news', chat, update, news: 'parted' })
  await world.room.mark(group, message, 'arrived')
}

/** `/unblock` there: they may be led here again. Their case stays over. */
export async function unblock(world: World, here: Here): Promise<void> {
  const chat = await mayBlock(world, here)
  if (chat === undefined) return
  await world.blocks.remove(chat, here.desk.id)
  await reply(world, here, { key: 'desk:block.undone' })
}

/** Who has the case, or had it when it was closed; or who leads the desk. Anybody else is told. */
async function mayBlock(world: World, here: Here): Promise<number | undefined> {
  const { chat, desk } = here
  if (chat === undefined) return refuse(world, here, 'desk:no-case')
  const by = await mayAct(world, here)
  if (by === undefined) return undefined
  const one = await world.cases.of(chat)
  if (!one || !isOf(one, here)) return refuse(world, here, 'desk:refused.over')
  if (one.by !== by && desk.lead !== by) return refuse(world, here, 'desk:block.whose')
  return chat
}

async function refuse(world: World, here: Here, key: string): Promise<undefined> {
  await reply(world, here, { key })
  return undefined
}

/** A complaint about it does not go to whoever leads the desk, if they did it. */
function ended({ now }: World, here: Here, one: Case): Case | undefined {
  if (!isOf(one, here)) return undefined
  const { closedAt = now().getTime() } = one
  const isOfLead = here.incoming.from?.id === here.desk.lead && { isOfLead: true as const }
  return one.state === 'closed'
    ? { ...one, ...isOfLead }
    : { ...one, state: 'closed', closedAt, ...isOfLead }
}
