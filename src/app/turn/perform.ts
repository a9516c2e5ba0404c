import { type Ending, isChore, isEnding, isView } from '../../core/nature.ts'
import type { Effect, Text } from '../../core/turn.ts'
import { languageFor, voiceFor } from '../../core/voice.ts'
import { forget } from '../endings/forget.ts'
import { hide } from '../endings/hide.ts'
import { isCutNow, takeBackIfCut } from '../endings/overtaken.ts'
import { isTooLong, standings } from '../pending/pending.ts'
import type { Performance } from '../pending/performance.ts'
import type { Source } from '../ports/arrival.ts'
import type { Address, Screen } from '../ports/phone.ts'
import type { Pending } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { retention } from '../retention.ts'
import { Busy, Waits } from '../trouble.ts'
import { changeNewest } from '../words/word.ts'
import { doChore } from './chores.ts'
import { toScreen } from './views.ts'

/** How many messages it sends, not counting the one that a press or an answer changes in place. */
export function newMessages({ effects }: Pending, source: Source): number {
  const screens = effects.filter(isView)
  const isHiding = effects.some(({ kind }) => kind === 'hide')
  if (source === 'check') return Math.max(screens.length - 1, 0)
  if (source === 'press' && !screens.some(isKept)) return isHiding ? 1 : 0
  return screens.length + (effects.some(isEnding) ? 1 : 0)
}

/** Carries out one turn: what is more than a screen, then what the person sees. Throws Unasked, Busy and Gone. */
export async function perform(world: World, turn: Performance): Promise<void> {
  const to = address(world, turn)
  const hint = turn.entry.effects.find((effect) => effect.kind === 'hint')?.text
  const doing = act(world, turn, { to, hint })
  if (turn.press === undefined) return doing
  // Side by side: the button stops spinning while the screen changes.
  const [done, answered] = await Promise.allSettled([
    doing,
    world.phone.answer(turn.press, to.voice, hint).catch(unlessTooLong(turn.entry)),
  ])
  for (const result of [done, answered]) if (result.status === 'rejected') throw result.reason
}

/** Does of a left-over what is more than a screen: what it was to show, a newer screen has taken the place of. */
export async function performLeft(world: World, turn: Performance): Promise<void> {
  const to = address(world, turn)
  for (const effect of turn.entry.effects) {
    if (isEnding(effect)) await endings[effect.kind](world, turn, to)
    // Its step asks anew when the person comes back to it.
    else if (isChore(effect) && (effect.kind !== 'check' || turn.source === 'check'))
      await doChore(world, { ...turn, speaks: to.voice.language }, effect)
  }
}

const endings: {
  [Kind in Ending['kind']]: (world: World, turn: Performance, to: Address) => Promise<void>
} = { hide, forget }

async function act(
  world: World,
  turn: Performance,
  { to, hint }: { to: Address; hint: Text | undefined },
) {
  const { entry, source } = turn
  const ending = entry.effects.find(isEnding)
  if (ending) return endings[ending.kind](world, turn, to)
  // First what is more than a screen: whoever asked and then goes away gets it all the same.
  for (const effect of entry.effects.filter(isChore))
    await doChore(world, { ...turn, speaks: to.voice.language }, effect).catch(tellChore)
  const screens: Screen[] = []
  for (const effect of entry.effects.filter(isView))
    screens.push(await toScreen(world, turn, effect))
  if (source === 'check') return replace(world, turn, { to, screens })
  if (source === 'press' && !entry.effects.some(isKept)) return change(world, turn, { to, screens })
  const [first, ...others] = screens
  if (first && hint && source === 'message') first.hint = hint
  await sendAll(world, turn, { to, screens: first ? [first, ...others] : [] })
  if (source === 'press') await world.phone.strip(turn.chat, entry.message)
}

/** What is not done is told apart from what is only not shown. */
function tellChore(error: unknown): never {
  throw error instanceof Busy ? new Waits(error) : error
}

interface Showing {
  to: Address
  screens: Screen[]
}

/** The message that said "looking" turns into the first screen; the others follow as new ones. */
async function replace(world: World, turn: Performance, { to, screens }: Showing) {
  const [first, ...others] = screens
  if (!first) return
  const { message } = turn.entry
  const isChanged = message > 0 && (await world.phone.edit(to, message, first))
  if (isChanged) await takeBackIfCut(world, turn, { to, messages: [message] })
  await sendAll(world, turn, { to, screens: isChanged ? others : screens })
}

/** A press changes the message that carried the button; one that can no longer be changed is followed by a new one. */
async function change(world: World, turn: Performance, { to, screens }: Showing) {
  const [screen] = screens
  const { entry } = turn
  if (!screen) return
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
  const isHiding = standings(talk).some((one) => one.entry.effects.some((it) => it.kind === 'hide'))
  return isHiding || (talk.cut !== undefined && isOld(world, turn))
}

/** It cannot be deleted any more, or Telegram no longer knows its age. */
function isOld({ now }: World, { entry }: Performance) {
  return now().getTime() - entry.sentAt * 1000 >= retention.erasableMs
}

/** What has no time for too long is done another way, or left, so that it holds up nothing behind it. */
function unlessTooLong(entry: Pending) {
  return (error: unknown) => {
    if (!isTooLong(entry, error)) throw error
    return false
  }
}

/** Sends what has not been sent yet, and notes each message at once, so that a repeat knows it. */
async function sendAll(world: World, turn: Performance, { to, screens }: Showing) {
  const { chat, entry, source } = turn
  const made = await sentBefore(world, turn)
  for (const screen of screens.slice(made.length)) {
    const isFirstAnswer = made.length === 0 && (source === 'message' || source === 'press')
    const message = isFirstAnswer
      ? await sendOrChange(world, turn, { to, screen })
      : await world.phone.send(to, screen)
    made.push(message)
    const at = Math.floor(world.now().getTime() / 1000)
    const own = { message, at, own: true, update: entry.update }
    const theirs = { message: entry.message, at: entry.sentAt, own: false, update: entry.update }
    const isFirst = screen === screens[0]
    await world.messages.note(chat, source === 'message' && isFirst ? [theirs, own] : [own])
  }
  if (made.length > 0) await takeBackIfCut(world, turn, { to, messages: made })
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

function address(world: World, { talk, chat, language: spoken }: Performance): Address {
  const language = languageFor(world.content, talk.language, spoken)
  const until = new Date(world.now().getTime() + retention.talkMs)
  return { chat, voice: voiceFor(world.content, { ...talk, language, until }) }
}

function isKept(effect: Effect) {
  return effect.kind === 'found' || (effect.kind === 'show' && effect.keep === true)
}
