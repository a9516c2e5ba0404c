import type { News } from '../../core/case.ts'
import { ownUpdate } from '../own-update.ts'
import type { World } from '../ports/world.ts'
import type { JobKind } from './job.ts'
import { type Told, tell } from './tell.ts'

/** Brings to the person what the desk did, in one line with what the desk writes. */
export const deskNews: JobKind<'desk-news'> = {
  label: ({ chat, update, news }) => ({
    group: `chat#${chat}`,
    once: `news#${chat}#${update}#${news}`,
  }),
  run: async (world, { chat, news, update }) => {
    const one = await world.cases.of(chat)
    const waits = one?.waits
    if (waits && unhurried.includes(news)) return
    const desk = news === 'kept' ? one?.desk : undefined
    const known = ownUpdate(`news/${update}/${news}`)
    await tellNews(world, chat, { news, update: known, waits, desk })
  },
}

/** Stands on the screen of the talk too, for who may be looked at over the shoulder. */
const unhurried: News[] = ['taken', 'waiting']

export interface Telling {
  news: News
  update: number
  /** It shows on a press only. */
  waits?: true | undefined
  /** The desk that they stay with. */
  desk?: string | undefined
}

/** As an input of its own, which a repeat is known by. */
export function tellNews(
  world: World,
  chat: number,
  { news, update, waits, desk }: Telling,
): Promise<Told> {
  const event = {
    ...({ kind: 'desk-news', news } as const),
    ...(waits && { waits }),
    ...(desk !== undefined && { desk }),
  }
  return tell(world, { update, chat, source: 'desk', message: 0, sentAt: 0, event })
}
