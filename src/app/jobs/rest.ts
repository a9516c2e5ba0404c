import { isWeighty, standing } from '../pending/pending.ts'
import type { Talk } from '../ports/talk.ts'
import { Busy } from '../trouble.ts'
import { finishLeftOvers } from '../turn/left-overs.ts'
import type { JobKind } from './job.ts'

/** Whatever has no time now may have some then. */
const restSeconds = 60

/** Does what was left undone, without waiting for another input. */
export const rest: JobKind<'rest'> = {
  label: ({ chat, update }) => ({ group: `chat#${chat}`, once: `rest#${chat}#${update}` }),
  run: async (world, { chat, update, language }) => {
    const talk = await world.talks.load(chat)
    if (!talk) return
    const beside = { chat, update: -1, source: 'due', message: 0, sentAt: 0 } as const
    const ends = await finishLeftOvers(world, talk, { ...beside, ...(language && { language }) })
    if (ends.includes('waits') || isUndone(await world.talks.load(chat), update))
      throw new Busy(restSeconds, 'what was left undone has no time yet')
  },
}

function isUndone(talk: Talk | undefined, update: number) {
  const left = talk && standing(talk, update)
  return left !== undefined && isWeighty(left)
}
