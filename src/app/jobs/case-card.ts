import type { Case } from '../../core/case.ts'
import { bird } from '../../core/desk/card.ts'
import type { CaseLine } from '../../core/desk/lines.ts'
import { stopClock } from '../cases/clock.ts'
import { unlessMoved } from '../cases/desk-lost.ts'
import { deskVoice } from '../cases/desk-voice.ts'
import { mentions } from '../cases/names.ts'
import { renewCard } from '../cases/topic.ts'
import { watch } from '../cases/watch.ts'
import { whom } from '../cases/whom.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { Lost } from '../trouble.ts'
import type { JobKind } from './job.ts'
import { remake } from './remake.ts'

/** What the desk sees of a case says what holds now. */
export const caseCardJob: JobKind<'case-card'> = {
  label: ({ desk, chat, update, line = 'none' }) => ({
    group: `desk#${desk}`,
    once: `card#${chat}#${update}#${line}`,
  }),
  run: async (world, { chat, desk: id, update, line, of }) => {
    const one = await world.cases.of(chat)
    const desk = await world.desks.get(id)
    if (!desk || desk.isClosed) return
    const known = one?.desk === id && (!of || of.thread === one.thread) ? one : undefined
    const { thread, name } = known ?? of ?? {}
    if (thread === undefined || name === undefined) return
    if (known) await clock(world, chat, known)
    const doing = async () => {
      const isBack = line === 'reopened'
      if (known && isBack) await reopened(world, desk, { chat, update, one: known })
      else if (known) await renewCard(world, desk, known)
      else await world.room.closeTopic(desk.group, thread)
      const there = (isBack && (await world.cases.of(chat))?.thread) || thread
      // The line comes last, or a try that breaks off would say it once more.
      if (line) await say(world, desk, { thread: there, name, line, one: known })
    }
    await doing().catch(async (error) => {
      if (!(error instanceof Lost)) throw error
      await unlessMoved(world, id, error)
      world.log('card-lost', { what: error.what })
    })
  },
}

/** While it waits the clock looks whether somebody takes it; when it is over, nothing comes any more. */
function clock(world: World, chat: number, one: Case) {
  return one.state === 'closed' ? stopClock(world, chat, one) : watch(world, chat)
}

/** Its topic is open again; where somebody has deleted it meanwhile there is another one. */
async function reopened(world: World, desk: Desk, { chat, update, one }: Reopening) {
  const { thread } = one
  if (one.state === 'closed' || thread === undefined) return renewCard(world, desk, one)
  try {
    await world.room.reopenTopic(desk.group, thread)
    await renewCard(world, desk, one)
  } catch (error) {
    if (!(error instanceof Lost) || error.what !== 'topic') throw error
    const { group } = desk
    await remake(world, { chat, desk: desk.id, message: 0, update }, { group, thread })
  }
}

interface Reopening {
  chat: number
  update: number
  one: Case
}

interface Said {
  thread: number
  name: string
  line: CaseLine
  one: Case | undefined
}

/** Words of danger call whoever can help by name. */
async function say(world: World, desk: Desk, { thread, name, line, one }: Said) {
  const isCall = line === 'cried' && one !== undefined
  const people = isCall && (await mentions(world, desk.group, await whom(world, desk, one)))
  const vars = { bird: bird({ name }), ...(people && { people }) }
  const text = { key: `desk:line.${line}`, vars }
  await world.room.say({ group: desk.group, thread }, { text }, deskVoice(world, desk))
}
