import type { CaseLine } from '../../core/desk/lines.ts'
import { closeCase } from '../cases/change.ts'
import { stopClock } from '../cases/clock.ts'
import { countEnded } from '../cases/count.ts'
import { keepUntil } from '../cases/keep-until.ts'
import { ownUpdate } from '../own-update.ts'
import type { World } from '../ports/world.ts'
import { tellNews } from './desk-news.ts'

/**
 * Nothing waits for nobody: the person is told, with the numbers, and the case that began with this update is over; where the desk is still
 * there it reads so. Safe to repeat.
 */
export async function lose(
  world: World,
  chat: number,
  id: number,
  { line }: { line?: CaseLine } = {},
): Promise<void> {
  const closed = await closeCase(world, chat, (one) => one.id === id)
  const one = closed ?? (await world.cases.of(chat))
  if (one?.id !== id) return
  await countEnded(world, chat, one, 'lost')
  await keepUntil(world, chat, one)
  await stopClock(world, chat, one)
  const { desk, waits } = one
  if (line) await world.queue.enqueue({ kind: 'case-card', chat, desk, update: id, line })
  await tellNews(world, chat, { news: 'lost', update: ownUpdate(`lost/${one.id}`), waits })
}
