import { refusal } from '../../core/desk/deeds.ts'
import { handOffIn } from '../../core/engine/flow.ts'
import type { GroupEvent } from '../ports/arrival.ts'
import type { World } from '../ports/world.ts'
import { mayAct } from './conduct.ts'
import { type Here, reply } from './here.ts'

type Said = Extract<GroupEvent, { kind: 'said' }>

/** A message in the topic of a case goes to its person, if who wrote it has the case. What does not go is told, with the reason. */
export async function said(world: World, here: Here, { isInside, tells, is }: Said): Promise<void> {
  const { chat, desk, incoming } = here
  const { group, thread, message, update, replyTo } = incoming
  if (chat === undefined) return
  if (isInside && !(is === 'edit' && (await wasSent(world, chat, message)))) return
  const why = await whyNot(world, here, { chat, not: is ?? tells })
  if (why === 'told') return
  if (why) {
    await world.room.mark(group, message, 'failed')
    return reply(world, here, { key: `desk:not-sent.${why}` })
  }
  await world.queue.enqueue({
    kind: 'relay',
    chat,
    desk: desk.id,
    to: 'person',
    message,
    update,
    ...(thread !== undefined && { thread }),
    ...(replyTo !== undefined && { replyTo }),
    ...((await isAway(world, chat)) && { isAway: true }),
  })
}

/** What was put behind `//` too late is no secret any more, and whoever did it must know. */
async function wasSent({ cases }: World, chat: number, message: number): Promise<boolean> {
  return (await cases.look(chat, 'topic', message)).twin !== undefined
}

/** `told`: whoever wrote it knows already. */
async function whyNot(
  world: World,
  here: Here,
  { chat, not }: { chat: number; not: Said['tells'] | Said['is'] },
) {
  const by = await mayAct(world, here)
  if (by === undefined) return 'told'
  const one = await world.cases.of(chat)
  if (!one || one.thread !== here.incoming.thread) return 'over'
  return refusal(one, by) ?? not
}

/** Whether the person stands somewhere else in the bot. */
async function isAway({ talks, content }: World, chat: number): Promise<boolean> {
  const state = (await talks.load(chat))?.state
  const place = handOffIn(content)
  return state?.flow !== place?.flow || state?.path.at(-1)?.step !== place?.step
}
