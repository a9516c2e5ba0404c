import type { Case, Helped } from '../../core/case.ts'
import { countedHelp, countedOf, type Ending } from '../../core/report/counted.ts'
import type { World } from '../ports/world.ts'
import { changeCase } from './change.ts'

export type Counting = Pick<World, 'cases' | 'reports' | 'log'>

/**
 * A case that is over is counted, once, whatever becomes of it later. It is marked first: a crash may lose a count and never doubles one.
 * Never throws, because nothing may wait for a number.
 */
export async function countEnded(
  world: Counting,
  chat: number,
  { id }: Pick<Case, 'id'>,
  ending: Ending,
): Promise<void> {
  await quietly(world, async () => {
    const marked = await changeCase(world, chat, (one) =>
      one.id === id && !one.isCounted ? { ...one, isCounted: true } : undefined,
    )
    if (marked) await world.reports.count(marked.desk, countedOf(marked, ending))
  })
}

/** What the person said of a case counts once, in the week in which they said it. */
export async function countHelped(world: Counting, chat: number, helped: Helped): Promise<void> {
  await quietly(world, async () => {
    const marked = await changeCase(world, chat, (one) =>
      one.isRated ? undefined : { ...one, isRated: true },
    )
    if (marked) await world.reports.count(marked.desk, countedHelp(helped))
  })
}

async function quietly({ log }: Counting, count: () => Promise<void>) {
  await count().catch(() => log('count-failed'))
}
