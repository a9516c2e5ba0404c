import type { Case } from '../../core/case.ts'
import { changeCase } from '../cases/change.ts'
import { deskVoice } from '../cases/desk-voice.ts'
import { touch } from '../cases/touch.ts'
import { ownUpdate } from '../own-update.ts'
import type { Pair, Twin } from '../ports/cases.ts'
import type { Copied } from '../ports/room.ts'
import type { World } from '../ports/world.ts'
import { retention } from '../retention.ts'
import { Gone, Lost } from '../trouble.ts'
import { tellNews } from './desk-news.ts'
import type { JobOf } from './job.ts'
import type { Told } from './tell.ts'

type Relaying = JobOf<'relay'>

/** A word of the desk comes to the person; or it waits until they press, if they chose so or have hidden the chat. */
export async function toPerson(world: World, job: Relaying): Promise<void> {
  const { chat, message, update } = job
  const { one, twin } = await world.cases.look(chat, 'topic', message)
  if (!one) return
  const isMine = twin?.update === update
  if (twin && (isMine || !job.isEdit)) return isMine ? finish(world, job, one, twin) : undefined
  if (one.withheld?.includes(message)) return job.isEdit && refuse(world, job, 'edit')
  const isOther = one.desk !== job.desk || one.thread !== job.thread
  if (one.state === 'closed' || isOther) return refuse(world, job, 'over')
  // What waits is copied as it is when it is shown; what was not sent is not sent by a change.
  if (job.isEdit && !twin)
    return one.unseen?.includes(message) ? undefined : refuse(world, job, 'edit')
  if (one.waits) return hold(world, job, { one, before: twin?.message })
  const isOld = twin !== undefined && isTooOld(world, twin)
  const replyTo = isOld ? twin.message : await copyOf(world, job)
  const copied = await copyTo(world, { chat, one, message, replyTo })
  if (copied === 'gone') return
  if (copied === 'impossible') return refuse(world, job, 'impossible')
  if (copied === 'blocked') return refuse(world, job, 'unreachable')
  const replaces = twin && !isOld && { replaces: twin.message }
  await noteCopy(world, chat, { chat: copied, topic: message, update, ...replaces })
  await finish(world, job, one, { message: copied, ...replaces })
}

/** Telegram deletes it no more, so what it was changed to answers it. */
function isTooOld({ now }: World, { copiedAt = 0 }: Twin): boolean {
  return now().getTime() - copiedAt * 1000 > retention.erasableMs
}

/** Something else stands in its place on the phone. Whoever has blocked the bot keeps it. */
async function takeAway({ phone }: World, chat: number, message: number) {
  await phone.erase(chat, [message]).catch((error) => {
    if (!(error instanceof Gone)) throw error
  })
}

/** What follows once it is copied, also by a try that comes again. One that was shown on a press is as it should be. */
async function finish(
  world: World,
  job: Relaying,
  one: Case,
  { message: copied, replaces }: Pick<Twin, 'message' | 'replaces'>,
) {
  const { chat, message, update } = job
  const now = await world.cases.of(chat)
  if (now?.withheld?.includes(message)) return takeOut(world, job, copied)
  if (!now || now.waits) return takeBack(world, job, copied)
  if (replaces !== undefined) await takeAway(world, chat, replaces)
  await world.room.mark(one.group, message, 'arrived')
  if (one.answeredAt === undefined) await noteAnswered(world, chat)
  await touch(world, chat, one)
  if (job.isAway)
    await tellNews(world, chat, { news: 'wrote', update: ownUpdate(`wrote/${update}`) })
}

/** The person sees that something waits, once as long as that stands on the phone; what they have not seen is known by its number. */
async function hold(
  world: World,
  job: Relaying,
  { one, before }: { one: Case; before?: number | undefined },
): Promise<void> {
  const { chat, message, replyTo } = job
  if (before !== undefined) await takeAway(world, chat, before)
  if ((await announce(world, job, one)) === 'gone') return refuse(world, job, 'unreachable')
  await changeCase(world, chat, (now) =>
    now.unseen?.includes(message)
      ? undefined
      : {
          ...now,
          unseen: [...(now.unseen ?? []), message],
          ...(replyTo !== undefined && { unseenTo: { ...now.unseenTo, [message]: replyTo } }),
          answeredAt: now.answeredAt ?? world.now().getTime(),
        },
  )
  await world.room.mark(one.group, message, 'waits')
}

async function announce(world: World, job: Relaying, one: Case): Promise<Told> {
  const { chat, message, update, isEdit } = job
  const { id, unseen = [] } = one
  const named = (of: number | string) => ownUpdate(`unseen/${id}/${of}`)
  const known = [...unseen, message].map(named)
  const seen = unseen.length > 0 ? await world.messages.of(chat) : []
  if (seen.some((one) => one.own && known.includes(one.update))) return 'told'
  // What was seen and is changed is something new.
  const name = isEdit ? `${message}/${update}` : message
  return tellNews(world, chat, { news: 'unseen', update: named(name) })
}

async function copyOf({ cases }: World, { chat, replyTo }: Relaying) {
  if (replyTo === undefined) return undefined
  return (await cases.look(chat, 'topic', replyTo)).twin?.message
}

interface Copy {
  chat: number
  one: Case
  message: number
  replyTo?: number | undefined
}

/** `blocked`: the person cannot be reached any more. */
export async function copyTo(
  world: World,
  { chat, one, message, replyTo }: Copy,
): Promise<Copied | 'blocked'> {
  try {
    return await world.room.copy({
      from: { chat: one.group, message },
      to: { chat, ...(replyTo !== undefined && { replyTo }) },
      isProtected: true,
    })
  } catch (error) {
    if (error instanceof Gone) return 'blocked'
    if (!(error instanceof Lost)) throw error
    // There is no way to whoever wrote it either.
    world.log('desk-lost', { what: error.what })
    return 'gone'
  }
}

/** It is known as a message of ours by this, so that hiding finds it. */
export async function noteCopy(
  { cases, now }: World,
  chat: number,
  pair: Omit<Pair, 'copiedAt'>,
): Promise<void> {
  await cases.pair(chat, { ...pair, copiedAt: Math.floor(now().getTime() / 1000) })
}

/** It was changed to what stays at the desk while the copy was on its way. */
export async function takeOut(
  world: World,
  { chat, message }: { chat: number; message: number },
  copied: number,
): Promise<void> {
  await takeAway(world, chat, copied)
  await world.cases.unpair(chat, { chat: copied, topic: message })
}

/** Hide or forget came while the copy was on its way. It waits before it goes, so that a crash in between loses nothing. Of somebody who was erased no id stays behind. */
async function takeBack(world: World, job: Relaying, copied: number) {
  const { cases, phone } = world
  const { chat, message } = job
  const one = await cases.of(chat)
  if (one && !one.unseen?.includes(message)) await hold(world, job, { one })
  await phone.erase(chat, [copied])
  if (!one) await cases.drop(chat)
}

/** When somebody first answered: once, so that it costs no other message anything. */
async function noteAnswered(world: World, chat: number) {
  const at = world.now().getTime()
  await changeCase(world, chat, (one) => (one.answeredAt ? undefined : { ...one, answeredAt: at }))
}

type Why = 'over' | 'impossible' | 'unreachable' | 'edit'

/** A word of the desk, where it stands. */
type Answer = Pick<Relaying, 'desk' | 'message' | 'thread'>

/** Who wrote it hears that the person did not get it, and why. */
export async function refuse(world: World, { desk: id, message, thread }: Answer, why: Why) {
  const desk = await world.desks.get(id)
  if (!desk) return
  await world.room.mark(desk.group, message, 'failed')
  const to = { group: desk.group, ...(thread !== undefined && { thread }) }
  const notice = { text: { key: `desk:not-sent.${why}` } }
  await world.room.say(to, notice, deskVoice(world, desk), message).catch((error) => {
    if (!(error instanceof Lost)) throw error
    world.log('topic-lost')
  })
}
