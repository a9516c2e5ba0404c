import { bird } from '../../core/desk/card.ts'
import type { CaseLine } from '../../core/desk/lines.ts'
import { unlessMoved } from '../cases/desk-lost.ts'
import { deskVoice } from '../cases/desk-voice.ts'
import { renewCard } from '../cases/topic.ts'
import { Lost } from '../trouble.ts'
import type { JobKind } from './job.ts'

/** What the desk sees of a case says what holds now. */
export const caseCardJob: JobKind<'case-card'> = {
  label: ({ desk, chat, update, line = 'none' }) => ({
    group: `desk#${desk}`,
    once: `card#${chat}#${update}#${line}`,
  }),
  run: async (world, { chat, desk: id, line }) => {
    const one = await world.cases.of(chat)
    const desk = await world.desks.get(id)
    if (!one?.thread || !desk || desk.isClosed || one.desk !== id) return
    const to = { group: desk.group, thread: one.thread }
    const doing = async () => {
      // The line comes last, or a try that breaks off would say it once more.
      await renewCard(world, desk, one)
      if (line) await world.room.say(to, notice(line, bird(one)), deskVoice(world, desk))
    }
    await doing().catch(async (error) => {
      if (!(error instanceof Lost)) throw error
      await unlessMoved(world, id, error)
      world.log('card-lost', { what: error.what })
    })
  },
}

function notice(line: CaseLine, name: ReturnType<typeof bird>) {
  return { text: { key: `desk:line.${line}`, vars: { bird: name } } }
}
