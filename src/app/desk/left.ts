import { deeds } from '../../core/desk/deeds.ts'
import { changeOnce } from '../cases/change.ts'
import type { World } from '../ports/world.ts'
import type { Here } from './here.ts'

/** Who has left the group leaves their cases to those who are there; whoever comes back reads the code of conduct anew. */
export async function freeCasesOf(
  world: World,
  { desk, incoming }: Here,
  user: number,
): Promise<void> {
  const { desks, queue } = world
  const { update } = incoming
  await desks.dropMember(desk.id, user)
  for (const { chat } of await desks.topics(desk.group)) {
    if (chat === undefined) continue
    const kept = await changeOnce(world, { chat, update }, (one) => {
      if (one.by !== user || one.state !== 'taken' || one.desk !== desk.id) return undefined
      const done = deeds.transfer(one, user, world.now().getTime())
      return 'one' in done ? done.one : undefined
    })
    if (!kept) continue
    await queue.enqueue({ kind: 'case-card', chat, desk: desk.id, update })
    await queue.enqueue({ kind: 'desk-news', chat, update, news: 'waiting' })
  }
}
