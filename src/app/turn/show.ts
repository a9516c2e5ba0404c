import { type Ending, isEnding, isView, landsOf, stays } from '../../core/nature.ts'
import { bearsScreen, type Carried } from '../carried.ts'
import { isCutNow, takeBackIfCut } from '../endings/overtaken.ts'
import { isTooLong, standings } from '../pending/pending.ts'
import type { Performance } from '../pending/performance.ts'
import type { Address, Screen } from '../ports/phone.ts'
import { sources } from '../ports/source.ts'
import type { Pending, Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { retention } from '../retention.ts'
import { changeNewest } from '../words/word.ts'
import { isOvertaken, newerOn } from './newer.ts'
import { toScreen } from './views.ts'

/** How many messages it sends, not counting the one that a press or an answer changes in place. */
export function newMessages(entry: Pending, by: Carried): number {
  const screens = entry.effects.filter(isView).length
  const ending = entry.effects.find(isEnding)
  switch (mannerOf(entry, by)) {
    case 'anew':
      return screens + (ending ? 1 : 0)
    case 'in-place':
      return ending && empties[ending.kind] ? 1 : 0
    case 'first-in-place':
    case 'over':
      return Math.max(screens - 1, 0)
  }
}

/** Whether an ending empties the phone, so that its last word is a new message. */
const empties: { [Kind in Ending['kind']]: boolean } = { hide: true, forget: false }

/** A screen that stays takes no other's place but its own, and a tip gives its own to none. */
function mannerOf({ effects }: Pending, { source, press }: Carried) {
  const { shows } = sources[source]
  if (shows !== 'in-place') return shows
  const views = effects.filter(isView)
  const [first] = views
  if (press?.on !== 'tip' && first && landsOf(first) === 'over') return 'over'
  const isAnew = views.some((view) => stays(view) || landsOf(view) === 'below')
  return isAnew || press?.on === 'tip' ? 'anew' : shows
}

interface Showing {
  to: Address
  screens: Screen[]
  /** Something of the same answer stands there already, so none of these may take its place. */
  isBegun?: boolean
}

/** Brings screens to the phone, in the manner of what the turn came by. */
export function show(world: World, turn: Performance, showing: Showing): Promise<void> {
  return manners[mannerOf(turn.entry, turn)](world, turn, showing)
}

const manners = { anew: add, 'in-place': change, 'first-in-place': replace, over: leave }

/** New messages; a button that was pressed for them is of no use any more, unless a tip carried it. */
async function add(world: World, turn: Performance, { to, screens }: Showing) {
  const isLate = turn.repeated && isOvertaken(turn.talk, turn.entry)
  await sendAll(world, turn, { to, screens: isLate ? screens.map(withoutButtons) : screens })
  if (bearsScreen(turn)) await world.phone.strip(turn.chat, turn.entry.message)
}

/** What comes late is said all the same, but the buttons are those of what was decided last. */
function withoutButtons({ at: _, choices: __, ...screen }: Screen): Screen {
  return screen
}

/** The message that said "looking" turns into the first screen; the others follow as new ones. */
async function replace(world: World, turn: Performance, { to, screens }: Showing) {
  const [first, ...others] = screens
  if (!first) return
  const { message } = turn.entry
  const isChanged = message > 0 && (isOver(turn) || (await world.phone.edit(to, message, first)))
  if (isChanged) await noteIfUnknown(world, turn)
  if (isChanged) await takeBackIfCut(world, turn, { to, messages: [message] })
  const talk = await world.talks.load(turn.chat)
  const newer = isChanged && talk && (await newerScreen(world, turn, talk))
  // A button on it was pressed meanwhile: what that led to stands there.
  if (newer) await world.phone.edit(to, message, newer)
  const left = isChanged && !newer ? others : screens
  const isLate = talk !== undefined && isOvertaken(talk, turn.entry)
  await sendAll(world, turn, { to, screens: isLate ? staying(turn, screens, left) : left })
}

/** Of what is left to send, what stays for good: the next question is asked where the person is by now. */
function staying({ entry }: Performance, screens: Screen[], left: Screen[]): Screen[] {
  const areStaying = entry.effects.filter(isView).map((view) => stays(view))
  return left.filter((screen) => areStaying[screens.indexOf(screen)])
}

/** What a press has made of the message since this was decided. */
async function newerScreen(
  world: World,
  turn: Performance,
  talk: Talk,
): Promise<Screen | undefined> {
  const entry = newerOn(talk, turn.entry)
  const view = entry?.effects.find(isView)
  if (!entry || !view || mannerOf(entry, { source: 'press' }) !== 'in-place') return undefined
  return toScreen(world, { ...turn, talk, entry, event: undefined }, view)
}

/** A crash may have kept its id from being noted, and the person went on with it. */
async function noteIfUnknown({ messages }: World, { chat, entry }: Performance) {
  const { message, sentAt, update } = entry
  const seen = await messages.of(chat)
  if (seen.some((one) => one.message === message)) return
  await messages.note(chat, [{ message, at: sentAt, own: true, update }])
}

/** A repeat puts nothing over what something newer has made of the message. */
function isOver({ repeated, talk, entry }: Performance) {
  return repeated && newerOn(talk, entry) !== undefined
}

/** The message that was pressed turns into the first screen, which stays; the others follow as new ones. */
async function leave(world: World, turn: Performance, { to, screens }: Showing) {
  const [first, ...others] = screens
  if (!first) return
  const { talk, entry, repeated } = turn
  const isLeft =
    isOver(turn) ||
    (!isVanishing(world, turn) &&
      (await world.phone.edit(to, entry.message, first).catch(unlessTooLong(entry))))
  if (isLeft && isOld(world, turn)) await noteOld(world, turn, to)
  if (!isLeft && (await isCutNow(world, turn))) return
  const left = isLeft ? others : screens
  const isLate = repeated && isOvertaken(talk, entry)
  await sendAll(world, turn, {
    to,
    screens: isLate ? left.map(withoutButtons) : left,
    isBegun: isLeft,
  })
}

/** A press changes the message that carried the button; one that can no longer be changed is followed by a new one. */
async function change(world: World, turn: Performance, { to, screens }: Showing) {
  const [screen] = screens
  const { entry } = turn
  if (!screen || isOver(turn)) return
  const isChanged =
    !isVanishing(world, turn) &&
    (await world.phone.edit(to, entry.message, screen).catch(unlessTooLong(entry)))
  if (isChanged && isOld(world, turn)) return noteOld(world, turn, to)
  // Gone because the chat was emptied meanwhile? Then nothing is said any more.
  if (!isChanged && !(await isCutNow(world, turn))) await sendAll(world, turn, { to, screens })
}

/** Ids are known for two weeks; one that still serves is known longer. Only an old message can be changed after a hide. */
async function noteOld(world: World, turn: Performance, to: Address) {
  const { message, sentAt, update } = turn.entry
  await world.messages.note(turn.chat, [{ message, at: sentAt, own: true, update }])
  await takeBackIfCut(world, turn, { to, messages: [message] })
}

/** The chat is being emptied just now, or was lately: the message that carries the button goes too, or is blanked. */
function isVanishing(world: World, turn: Performance) {
  const { talk } = turn
  const endings = standings(talk).flatMap(({ entry }) => entry.effects.filter(isEnding))
  const isEmptied = endings.some(({ kind }) => empties[kind])
  return isEmptied || (talk.cut !== undefined && isOld(world, turn))
}

/** It cannot be deleted any more, or Telegram no longer knows its age. */
function isOld({ now }: World, { entry }: Performance) {
  return now().getTime() - entry.sentAt * 1000 >= retention.erasableMs
}

/** What has no time for too long is done another way, or left, so that it holds up nothing behind it. */
export function unlessTooLong(entry: Pending) {
  return (error: unknown) => {
    if (!isTooLong(entry, error)) throw error
    return false
  }
}

/**
 * Sends what has not been sent yet, and notes each message at once, so that a repeat knows it. A word that nothing answers, such as
 * one more picture of an album, is noted too, or hide would leave it on the phone.
 */
async function sendAll(world: World, turn: Performance, { to, screens, isBegun }: Showing) {
  const { chat, entry, source } = turn
  const made = await sentBefore(world, turn)
  const theirs =
    sources[source].bears === 'theirs'
      ? [{ message: entry.message, at: entry.sentAt, own: false, update: entry.update }]
      : []
  for (const screen of screens.slice(made.length)) {
    const isFirstAnswer = !isBegun && made.length === 0 && sources[source].isPersons
    const message = isFirstAnswer
      ? await sendOrChange(world, turn, { to, screen })
      : await world.phone.send(to, screen)
    made.push(message)
    const at = Math.floor(world.now().getTime() / 1000)
    const own = { message, at, own: true, update: entry.update }
    await world.messages.note(chat, screen === screens[0] ? [...theirs, own] : [own])
  }
  const isSilent = screens.length === 0 && theirs.length > 0
  if (isSilent) await world.messages.note(chat, theirs)
  if (isSilent || made.length > 0) await takeBackIfCut(world, turn, { to, messages: made })
}

/**
 * A new message; or the newest one in its place, where Telegram takes no new ones for too long. Never over another message of
 * the same answer, nor over the last word of a hidden chat.
 */
async function sendOrChange(
  world: World,
  turn: Performance,
  { to, screen }: { to: Address; screen: Screen },
) {
  try {
    return await world.phone.send(to, screen)
  } catch (error) {
    if (!isTooLong(turn.entry, error) || (await isCutNow(world, turn))) throw error
    const newest = await changeNewest(world, to, { screen })
    if (newest === undefined) throw error
    return newest
  }
}

/** The messages of this update that are out already. */
async function sentBefore(world: World, { repeated, entry, chat }: Performance): Promise<number[]> {
  if (!repeated) return []
  const seen = await world.messages.of(chat)
  return seen
    .filter(({ own, update }) => own && update === entry.update)
    .map(({ message }) => message)
}
