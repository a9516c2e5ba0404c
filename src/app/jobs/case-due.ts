import { type Case, type CaseClock, isUrgent, type News } from '../../core/case.ts'
import { bird } from '../../core/desk/card.ts'
import { isOpenAt } from '../../core/desk/hours.ts'
import { endClock, setClock } from '../cases/clock.ts'
import { otherDeskFor } from '../cases/desk-for.ts'
import { deskLost, unlessMoved } from '../cases/desk-lost.ts'
import { deskVoice } from '../cases/desk-voice.ts'
import { mentions } from '../cases/names.ts'
import { isGivenUp, limitOf } from '../cases/watch.ts'
import { whom } from '../cases/whom.ts'
import { ownUpdate } from '../own-update.ts'
import type { Desk, Member } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { Lost } from '../trouble.ts'
import { tellNews } from './desk-news.ts'
import type { JobKind } from './job.ts'
import { lose } from './lose.ts'
import { ready, remake } from './remake.ts'

/** What the clock brings to the desk of a case, unless it is over, or somebody has set it anew. A crash may say it twice. */
export const caseDue: JobKind<'case-due'> = {
  label: ({ desk, chat, minute, what }) => ({
    group: `desk#${desk}`,
    once: `case-due#${chat}#${minute}#${what}`,
  }),
  run: async (world, { chat, desk: id, minute, what }) => {
    const [one, desk] = [await world.cases.of(chat), await world.desks.get(id)]
    const isMeant = one?.desk === id && one.state !== 'closed' && one.clock?.[what] === minute
    if (isMeant && desk && !desk.isClosed) return brings[what](world, { chat, one, desk, minute })
    // A crash may have come right after the case was told when it comes next.
    const later = one?.desk === id && one.state !== 'closed' ? one.clock?.[what] : undefined
    if (later !== undefined) await world.plans.setForCase({ chat, desk: id, minute: later, what })
    await world.plans.doneForCase({ chat, minute, what })
  },
}

interface Due {
  chat: number
  one: Case
  desk: Desk
  minute: number
}

const brings: Record<CaseClock, (world: World, due: Due) => Promise<void>> = {
  limit: (world, due) => (due.one.state === 'waiting' ? call(world, due) : hurry(world, due)),
  remind: (world, due) => remember(world, due, 'remind', due.one.reminder),
  plan: (world, due) => remember(world, due, 'plan', due.one.plan?.message),
}

/** Nobody has taken it: the desk is called; a person who waits too long hears it, and may ask another desk. */
async function call(world: World, due: Due) {
  const { chat, one, desk } = due
  const members = await whom(world, desk, one)
  if (members.length === 0 || isGivenUp(world, one))
    return lose(world, chat, one.id, { line: 'given-up' })
  const isOpen = isOpenAt(desk.hours, world.now(), world.content.holidays)
  // Its hours, or who is on call, have changed since.
  if (!isOpen && !(isUrgent(one) && isAwake(members))) return later(world, due, one.called ?? 0)
  const isRing = one.called === undefined && isUrgent(one) && !isOpen
  const called = isRing ? 0 : (one.called ?? 0) + 1
  const news = isRing ? undefined : await newsFor(world, { ...due, one: { ...one, called } })
  if (news) await tell(world, chat, { ...one, called }, news)
  const key = isRing ? 'ring' : news === 'offered' ? 'offered' : 'limit'
  if (!(await say(world, due, { key: `desk:clock.${key}`, members }))) return
  await later(world, due, called, news === 'offered' && { isOffered: true })
}

/** Somebody has taken it and does not answer. */
async function hurry(world: World, due: Due) {
  const { chat, one, desk, minute } = due
  const called = (one.called ?? 0) + 1
  if (one.answeredAt !== undefined || called > hurriedAtMost)
    return endClock(world, chat, { what: 'limit', minute })
  const members = await whom(world, desk, one)
  if (await say(world, due, { key: 'desk:clock.unanswered', members }))
    await later(world, due, called)
}

/** More would only be noise: whoever is looked for is not there, and the others have read it. */
const hurriedAtMost = 3

/** When the clock looks at it next. */
async function later(
  world: World,
  { chat, one, desk }: Due,
  called: number,
  more: Partial<Case> | false = {},
) {
  const minute = await limitOf(world, desk, { ...one, called })
  await setClock(world, chat, { what: 'limit', minute }, (now) =>
    now.state === one.state ? { ...now, called, ...more } : now,
  )
}

function isAwake(members: Member[]) {
  return members.some(({ isOnCall }) => isOnCall)
}

/** Once that nobody was there in time, and once that another desk could go on with it. */
async function newsFor(world: World, { chat, one }: Due): Promise<News | undefined> {
  if (one.called === 1) return 'late'
  const other = one.isOffered ? undefined : await otherDeskFor(world, chat, one)
  return other && 'offered'
}

function tell(world: World, chat: number, one: Case, news: News) {
  const { id, waitingSince = 0, called = 0, waits } = one
  const update = ownUpdate(`${news}/${id}/${waitingSince}/${called}`)
  return tellNews(world, chat, { news, update, waits })
}

/** The message that is to be remembered is shown by an answer to it. */
async function remember(
  world: World,
  due: Due,
  what: 'remind' | 'plan',
  message: number | undefined,
) {
  const { chat, one, desk, minute } = due
  const members = await whom(world, desk, one)
  if (!(await say(world, due, { key: `desk:clock.${what}`, members, replyTo: message }))) return
  await endClock(world, chat, { what, minute })
}

interface Call {
  key: string
  /** Whom it calls by name. */
  members: Member[]
  replyTo?: number | undefined
}

/** False: nothing can be said there any more, so whoever waits has heard that. A topic that is gone is made anew. */
async function say(world: World, due: Due, call: Call): Promise<boolean> {
  const { chat, one, desk, minute: update } = due
  const of = { chat, desk: desk.id, message: 0, update }
  try {
    // A try before this one may have died between the old topic and the new one.
    const there = one.isAnew ? await ready(world, of, one) : one
    if (!there) return false
    await sayIn(world, { ...due, one: there }, call)
  } catch (error) {
    if (!(error instanceof Lost)) throw error
    await unlessMoved(world, desk.id, error)
    const { group, thread } = one
    const isTopic = error.what === 'topic' && thread !== undefined
    const anew = isTopic && (await remake(world, of, { group, thread }))
    if (anew) await sayIn(world, { ...due, one: anew }, { ...call, replyTo: undefined })
    else await isGone(world, due, error)
    return Boolean(anew)
  }
  return true
}

async function sayIn(world: World, { one, desk }: Due, { key, members, replyTo }: Call) {
  const { group } = desk
  const to = { group, ...(one.thread !== undefined && { thread: one.thread }) }
  const people = await mentions(world, group, members)
  const text = { key, vars: { bird: bird(one), people } }
  await world.room.say(to, { text }, deskVoice(world, desk), replyTo)
}

async function isGone(world: World, { chat, one, desk }: Due, { what }: Lost) {
  await deskLost(world, desk.id, what)
  await lose(world, chat, one.id)
}
