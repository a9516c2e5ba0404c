import { type Case, type CaseClock, isUrgent, type News } from '../../core/case.ts'
import { bird } from '../../core/desk/card.ts'
import { isOpenAt } from '../../core/desk/hours.ts'
import type { Text } from '../../core/turn.ts'
import { endClock, setClock } from '../cases/clock.ts'
import { staffedFor } from '../cases/desk-for.ts'
import { unlessMoved } from '../cases/desk-lost.ts'
import { deskVoice } from '../cases/desk-voice.ts'
import { mentions } from '../cases/names.ts'
import { limitOf } from '../cases/watch.ts'
import { whom } from '../cases/whom.ts'
import { ownUpdate } from '../own-update.ts'
import type { Desk, Member } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { Lost } from '../trouble.ts'
import { tellNews } from './desk-news.ts'
import type { JobKind } from './job.ts'
import { lose } from './lose.ts'

/** So often the desk is called; then the person hears that nobody is there. The third call and those behind it come once a day. */
const callsAtMost = 6

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
  limit: async (world, due) => {
    const { chat, one, minute } = due
    if (one.state !== 'waiting') return endClock(world, chat, { what: 'limit', minute })
    await call(world, due)
  },
  remind: (world, due) => remember(world, due, 'remind', due.one.reminder),
  plan: (world, due) => remember(world, due, 'plan', due.one.plan?.message),
}

/** Nobody has taken it: the desk is called; a person who waits too long hears it, and may ask another desk. */
async function call(world: World, due: Due) {
  const { chat, one, desk } = due
  const called = await whom(world, desk, one)
  if (called.length === 0 || (one.called ?? 0) >= callsAtMost) return lose(world, chat, one.id)
  const isOpen = isOpenAt(desk.hours, world.now(), world.content.holidays)
  const isRing = one.called === undefined && isUrgent(one) && !isOpen && isAwake(called)
  const people = await mentions(world, desk.group, called)
  await say(world, due, { key: `desk:clock.${isRing ? 'ring' : 'limit'}`, people })
  const times = isRing ? 0 : (one.called ?? 0) + 1
  const news = isRing ? undefined : await newsFor(world, { ...due, one: { ...one, called: times } })
  const isOffered = news === 'offered' && { isOffered: true as const }
  const next = { ...one, called: times, ...isOffered }
  if (news) await tell(world, chat, next, news)
  const minute = await limitOf(world, desk, next)
  await setClock(world, chat, { what: 'limit', minute }, (now) =>
    now.state === 'waiting' ? { ...now, called: times, ...isOffered } : now,
  )
}

function isAwake(members: Member[]) {
  return members.some(({ isOnCall }) => isOnCall)
}

/** Once that nobody was there in time, and once that another desk could go on with it. */
async function newsFor(world: World, { chat, one, desk }: Due): Promise<News | undefined> {
  const { called = 0, isOffered, language, isMinor, id } = one
  if (called === 1) return 'late'
  if (isOffered) return undefined
  const seeker = { language, country: one.shared.country, minor: isMinor }
  const not = [desk.id, ...(await world.blocks.of(chat))]
  const other = await staffedFor(world, seeker, { draw: id, not })
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
  const people = await mentions(world, desk.group, await whom(world, desk, one))
  await say(world, due, { key: `desk:clock.${what}`, people, replyTo: message })
  await endClock(world, chat, { what, minute })
}

interface Call {
  key: string
  people: Text
  replyTo?: number | undefined
}

async function say(world: World, { one, desk }: Due, { key, people, replyTo }: Call) {
  const { group } = desk
  const to = { group, ...(one.thread !== undefined && { thread: one.thread }) }
  const text = { key, vars: { bird: bird(one), people } }
  await world.room.say(to, { text }, deskVoice(world, desk), replyTo).catch(async (error) => {
    if (!(error instanceof Lost)) throw error
    await unlessMoved(world, desk.id, error)
    world.log('topic-lost', { what: error.what })
  })
}
