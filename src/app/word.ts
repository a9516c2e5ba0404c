import { languageFor, type Voice, voiceFor } from '../core/voice.ts'
import type { Address, Incoming, Screen, World } from './ports.ts'

/** A word outside the talk: it has to work when nothing else does. */
export interface Word {
  screen: Screen
  /** Messages of ours that may turn into it, tried before a new one. */
  over: number[]
  /** So that it can be taken away like everything else. */
  isNoted: boolean
  /** What it is about, if that is an earlier update; a repeat must not take it for the answer to this one. */
  about?: number
}

/** Says it in the first place that takes it. Throws what the last one threw. */
export async function sayWord(world: World, incoming: Incoming, word: Word): Promise<void> {
  const { screen, over, isNoted, about } = word
  const to = { chat: incoming.chat, voice: await voiceOf(world, incoming) }
  let shown: number | undefined
  for (const message of over)
    if (shown === undefined && (await world.channel.edit(to, message, screen).catch(() => false)))
      shown = message
  shown ??= await world.channel.send(to, screen)
  if (isNoted) await noteWord(world, incoming, shown, about)
}

/** It may have stood there before as something else, or as nothing. */
export async function noteWord(
  { store, now, log }: World,
  { chat, source, update, message, sentAt }: Incoming,
  shown: number,
  about = update,
): Promise<void> {
  const at = Math.floor(now().getTime() / 1000)
  const own = { message: shown, at, own: true, update: about }
  const led = { message, at: sentAt, own: false, update }
  const noting = store.note(chat, source === 'message' ? [led, own] : [own])
  await noting.catch(() => log('word-not-noted'))
}

/** The newest message that is known turns into this one; undefined: there is none, or it can no longer be changed. */
export async function changeNewest(
  { store, channel }: World,
  to: Address,
  screen: Screen,
): Promise<number | undefined> {
  const own = (await store.seen(to.chat)).filter((seen) => seen.own)
  const newest = Math.max(0, ...own.map(({ message }) => message))
  return newest > 0 && (await channel.edit(to, newest, screen)) ? newest : undefined
}

/** The language of the talk, or of the person's Telegram where the talk cannot be read. */
export async function voiceOf(world: World, { chat, language }: Incoming): Promise<Voice> {
  const talk = await world.store.load(chat).catch(() => undefined)
  const spoken = languageFor(world.content, talk?.language, language)
  return voiceFor(world.content, { language: spoken, country: talk?.country })
}

/** The button stops spinning. */
export async function answerPress(world: World, incoming: Incoming): Promise<void> {
  const { press } = incoming
  if (press !== undefined) await world.channel.answer(press, await voiceOf(world, incoming))
}
