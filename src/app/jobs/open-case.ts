import type { Case } from '../../core/case.ts'
import { deskLost, unlessMoved } from '../cases/desk-lost.ts'
import { pinCard, withTopic } from '../cases/topic.ts'
import { watch } from '../cases/watch.ts'
import type { World } from '../ports/world.ts'
import { Gone, Lost } from '../trouble.ts'
import type { JobKind } from './job.ts'
import { lose } from './lose.ts'

/** Opens the topic of a case. What is written meanwhile lies behind it in the same line. */
export const openCaseTopic: JobKind<'open-case'> = {
  label: ({ desk, chat, update, movedTo = 0 }) => ({
    group: `desk#${desk}`,
    once: `open#${chat}#${update}#${movedTo}`,
  }),
  run: async (world, { chat, desk: id, update }) => {
    const one = await world.cases.of(chat)
    if (!one || one.desk !== id || one.id !== update) return
    const isOver = one.state === 'closed'
    if (isOver && one.card !== undefined) return
    const opened = isOver ? undefined : await open(world, chat, one)
    // Also where a crash came before it was told. Who has left meanwhile hears nothing.
    if (!opened) await lose(world, chat, update)
  },
}

async function open(world: World, chat: number, one: Case) {
  try {
    const opened = await withTopic(world, chat, one)
    // Also where a crash came between the card and this.
    if (opened) await pinCard(world, opened)
    if (opened) await watch(world, chat)
    return opened
  } catch (error) {
    if (!(error instanceof Lost || error instanceof Gone)) throw error
    if (error instanceof Lost) await unlessMoved(world, one.desk, error)
    await deskLost(world, one.desk, error instanceof Lost ? error.what : 'group')
    return undefined
  }
}
