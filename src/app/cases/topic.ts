import type { Case } from '../../core/case.ts'
import { cardChoices, caseCard, topicName } from '../../core/desk/card.ts'
import type { CaseLine } from '../../core/desk/lines.ts'
import type { CaseTopic, Desk } from '../ports/desks.ts'
import type { Notice } from '../ports/room.ts'
import type { World } from '../ports/world.ts'
import { Lost } from '../trouble.ts'
import { changeCase } from './change.ts'
import { deskVoice } from './desk-voice.ts'
import { keepUntil } from './keep-until.ts'
import { namesOf } from './names.ts'

/** A case with its topic. */
export type Opened = Case & { thread: number }

/**
 * The case with a topic and its card, made where there is none yet; undefined: its desk is no more, or whose case it was has left. A crash
 * right after Telegram made one leaves an empty topic behind. Throws Busy, Lost and Stale.
 */
export async function withTopic(
  world: World,
  chat: number,
  one: Case,
): Promise<Opened | undefined> {
  const { thread, card } = one
  if (thread !== undefined && card !== undefined) return { ...one, thread }
  const desk = await world.desks.get(one.desk)
  if (!desk || desk.isClosed) return undefined
  const opened = await withThread(world, { chat, desk }, one)
  if (!opened) return undefined
  const to = { group: desk.group, thread: opened.thread }
  const said = await world.room.say(to, await notice(world, desk, opened), deskVoice(world, desk))
  const kept = await noteIn(world, chat, opened, { card: said })
  return kept && { ...kept, thread: opened.thread }
}

/** Safe to repeat. Without the right to pin everything else goes on; the desk's list of rights says so. */
export async function pinCard(
  { room, log }: Pick<World, 'room' | 'log'>,
  { group, card }: Case,
): Promise<void> {
  if (card === undefined) return
  await room.pin(group, card).catch((error) => {
    if (!(error instanceof Lost)) throw error
    log('not-pinned')
  })
}

async function withThread(
  world: World,
  { chat, desk }: { chat: number; desk: Desk },
  one: Case,
): Promise<Opened | undefined> {
  const { thread: known } = one
  if (known !== undefined) return { ...one, thread: known }
  const { room, desks } = world
  const made = (await desks.topics(desk.group)).find((topic) => isLeft(topic, chat))?.thread
  const thread = made ?? (await room.openTopic(desk.group, topicName(one), deskVoice(world, desk)))
  if (made === undefined) await desks.keepTopic(desk.group, { thread, chat })
  const kept = await noteIn(world, chat, one, { group: desk.group, thread })
  if (!kept) return forgotten(world, desk, thread)
  if (kept.state === 'closed') await keepUntil(world, chat, kept)
  return { ...kept, thread }
}

/** A crash came before the case knew of it; topics of cases that are over have their day. */
function isLeft({ chat, until }: CaseTopic, of: number) {
  return chat === of && until === undefined
}

/** Whatever else the person, or who answers them, has changed meanwhile; undefined: it is another case by now, or none. */
function noteIn(
  world: World,
  chat: number,
  { id }: Case,
  place: Partial<Pick<Case, 'group' | 'thread' | 'card'>>,
) {
  return changeCase(world, chat, (now) => (now.id === id ? { ...now, ...place } : undefined))
}

/** Whose case it was wanted nothing to stay of it. */
async function forgotten({ room, desks }: World, { group }: Desk, thread: number) {
  await room.deleteTopic(group, thread)
  await desks.dropTopic(group, thread)
  return undefined
}

/** The card and the name of the topic say what holds now; of a case that is over the topic is closed. */
export async function renewCard(world: World, desk: Desk, one: Case): Promise<void> {
  const { thread, card } = one
  if (thread === undefined) return
  const { room } = world
  const voice = deskVoice(world, desk)
  if (card !== undefined)
    await room.edit({ group: desk.group, thread }, card, await notice(world, desk, one), voice)
  await room.nameTopic(desk.group, thread, topicName(one), voice)
  if (one.state === 'closed') await room.closeTopic(desk.group, thread)
}

/** What members are called is asked of Telegram each time, and kept nowhere. */
async function notice({ room, content }: World, { group }: Desk, one: Case): Promise<Notice> {
  const names = await namesOf({ room }, group, [one.by, one.had, one.review?.by])
  const text = caseCard(one, { names, signs: content.indicators })
  return { text, of: 'case', choices: cardChoices(one) }
}

/** What the desk hears of a case that leaves its topic. */
export function lineOf({ unseen = [] }: Case): CaseLine {
  return unseen.length > 0 ? 'moved-waiting' : 'moved'
}

/** What waits in a topic that is gone can be shown to nobody any more. */
export function withoutTopic(one: Case): Case {
  const { thread: _, card: _1, unseen: _2, unseenTo: _3, withheld: _4, ...rest } = one
  const { reminder: _5, plan, ...bare } = rest
  return { ...bare, ...(plan && { plan: { day: plan.day } }) }
}
