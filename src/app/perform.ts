import type { Question } from '../core/firm.ts'
import type { Effect, Text } from '../core/turn.ts'
import { languageFor, voiceFor } from '../core/voice.ts'
import { forget } from './forget.ts'
import { changeHeld } from './held.ts'
import { hide } from './hide.ts'
import type { Performance } from './performance.ts'
import type { Address, Asker, Pending, Screen, Source, World } from './ports.ts'
import { retention } from './retention.ts'
import { toScreen } from './screen.ts'

/** How many messages it sends, not counting the one that a press or an answer changes in place. */
export function newMessages({ effects }: Pending, source: Source): number {
  const screens = effects.filter(isScreen)
  if (source === 'check') return Math.max(screens.length - 1, 0)
  if (source === 'press' && !screens.some(isKept)) return effects.some(isHide) ? 1 : 0
  return screens.length + (effects.some(isHide) || effects.some(isForget) ? 1 : 0)
}

/** Carries out one turn: what the person sees, then what is more than that. */
export async function perform(world: World, turn: Performance): Promise<void> {
  const to = address(world, turn)
  const hint = turn.entry.effects.find((effect) => effect.kind === 'hint')?.text
  const doing = act(world, turn, { to, hint })
  if (turn.press === undefined) return doing
  // Side by side: the button stops spinning while the screen changes.
  const [done, answered] = await Promise.allSettled([
    doing,
    world.channel.answer(turn.press, to.voice, hint),
  ])
  for (const result of [done, answered]) if (result.status === 'rejected') throw result.reason
}

async function act(
  world: World,
  turn: Performance,
  { to, hint }: { to: Address; hint: Text | undefined },
) {
  const { entry, source } = turn
  if (entry.effects.some(isHide)) return hide(world, turn, to)
  if (entry.effects.some(isForget)) return forget(world, turn, to)
  // First what is more than a screen: whoever asked and then goes away gets it all the same.
  for (const effect of entry.effects) {
    if (effect.kind === 'check') await askRegisters(world, turn, effect.question)
    await changeHeld(world, { ...turn, language: to.voice.language }, effect)
  }
  const screens: Screen[] = []
  for (const effect of entry.effects.filter(isScreen))
    screens.push(await toScreen(world, turn, effect))
  if (source === 'check') return replace(world, turn, { to, screens })
  if (source === 'press' && !entry.effects.some(isKept)) return change(world, turn, { to, screens })
  const [first, ...others] = screens
  if (first && hint && source === 'message') first.hint = hint
  await sendAll(world, turn, { to, screens: first ? [first, ...others] : [] })
  if (source === 'press') await world.channel.strip(turn.chat, entry.message)
}

function askRegisters(
  world: World,
  { chat, entry, source, language }: Performance,
  question: Question,
) {
  const asker: Asker = {
    chat,
    update: entry.update,
    at: world.now().getTime(),
    ...(source !== 'message' && { message: entry.message }),
    ...(language && { language }),
  }
  return world.queue.enqueue({ kind: 'check', question, asker })
}

/** The message that said "looking" turns into the first screen; the others follow as new ones. */
async function replace(
  world: World,
  turn: Performance,
  { to, screens }: { to: Address; screens: Screen[] },
) {
  const [first, ...others] = screens
  if (!first) return
  const { message } = turn.entry
  const isChanged = message > 0 && (await world.channel.edit(to, message, first))
  await sendAll(world, turn, { to, screens: isChanged ? others : screens })
}

/** A press changes the message that carried the button; one that can no longer be changed is followed by a new one. */
async function change(
  world: World,
  turn: Performance,
  { to, screens }: { to: Address; screens: Screen[] },
) {
  const [screen] = screens
  if (!screen) return
  if (await world.channel.edit(to, turn.entry.message, screen)) return
  await sendAll(world, turn, { to, screens })
}

/** Sends what has not been sent yet, and notes each message at once, so that a repeat knows it. */
async function sendAll(
  world: World,
  turn: Performance,
  { to, screens }: { to: Address; screens: Screen[] },
) {
  const { chat, entry, source } = turn
  const made = await sentBefore(world, turn)
  for (const screen of screens.slice(made)) {
    const message = await world.channel.send(to, screen)
    const at = Math.floor(world.now().getTime() / 1000)
    const own = { message, at, own: true, update: entry.update }
    const theirs = { message: entry.message, at: entry.sentAt, own: false, update: entry.update }
    const isFirst = screen === screens[0]
    await world.store.note(chat, source === 'message' && isFirst ? [theirs, own] : [own])
  }
}

/** How many messages of this update are out already. */
async function sentBefore(world: World, { repeated, entry, chat }: Performance) {
  if (!repeated) return 0
  const seen = await world.store.seen(chat)
  return seen.filter(({ own, update }) => own && update === entry.update).length
}

function address(world: World, { talk, chat, language: spoken }: Performance): Address {
  const language = languageFor(world.content, talk.language, spoken)
  const until = new Date(world.now().getTime() + retention.talkMs)
  return { chat, voice: voiceFor(world.content, { ...talk, language, until }) }
}

function isScreen({ kind }: Effect) {
  return ['show', 'contact', 'wage', 'found', 'draw'].includes(kind)
}

function isKept(effect: Effect) {
  return effect.kind === 'found' || (effect.kind === 'show' && effect.keep === true)
}

function isHide({ kind }: Effect) {
  return kind === 'hide'
}

function isForget({ kind }: Effect) {
  return kind === 'forget'
}
