import { changeCase } from '../cases/change.ts'
import { isHiddenSince } from '../cases/hidden-since.ts'
import type { World } from '../ports/world.ts'
import type { JobKind, JobOf } from './job.ts'
import { copyTo, noteCopy, refuse, takeOut } from './relay-to-person.ts'

type Revealing = JobOf<'reveal'>

/** Shows what the desk wrote and the person has not seen yet, in its order. */
export const reveal: JobKind<'reveal'> = {
  label: ({ chat, update }) => ({ group: `chat#${chat}`, once: `reveal#${chat}#${update}` }),
  run: async (world, job) => {
    const { chat } = job
    const done: number[] = []
    for (const message of (await world.cases.of(chat))?.unseen ?? []) {
      if ((await isHiddenSince(world, job)) || !(await show(world, job, message))) break
      done.push(message)
    }
    // What came meanwhile, and what is left, waits for another press.
    const left = (unseen: number[] = []) => unseen.filter((message) => !done.includes(message))
    if (done.length > 0)
      await changeCase(world, chat, ({ unseenTo, ...one }) => {
        const unseen = left(one.unseen)
        return { ...one, unseen, ...(unseen.length > 0 && unseenTo && { unseenTo }) }
      })
  },
}

/** False: it was on its way while the chat was emptied, and is taken back. */
async function show(world: World, job: Revealing, message: number) {
  const { chat, update } = job
  const { one, twin } = await world.cases.look(chat, 'topic', message)
  if (!one || twin?.update === update || one.withheld?.includes(message)) return true
  const replyTo = await twinOf(world, chat, one.unseenTo?.[message])
  const copied = await copyTo(world, { chat, one, message, replyTo })
  if (typeof copied !== 'number') return unseenFor(world, { ...one, message }, copied)
  await noteCopy(world, chat, { chat: copied, topic: message, update })
  if (await isHiddenSince(world, job)) {
    await world.phone.erase(chat, [copied])
    // Of somebody who was erased no id stays behind.
    if (!(await world.cases.of(chat))) await world.cases.drop(chat)
    return false
  }
  if ((await world.cases.of(chat))?.withheld?.includes(message)) {
    await takeOut(world, { chat, message }, copied)
    return true
  }
  await world.room.mark(one.group, message, 'arrived')
  return true
}

/** What it answers to, as the person has it. */
async function twinOf({ cases }: World, chat: number, message: number | undefined) {
  if (message === undefined) return undefined
  return (await cases.look(chat, 'topic', message)).twin?.message
}

/** It never comes: whoever wrote it is told, unless they have deleted it. */
async function unseenFor(
  world: World,
  answer: Parameters<typeof refuse>[1],
  why: 'gone' | 'impossible' | 'blocked',
) {
  if (why !== 'gone') await refuse(world, answer, why === 'blocked' ? 'unreachable' : why)
  return true
}
