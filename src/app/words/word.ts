import { languageFor, type Voice, voiceFor } from '../../core/voice.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Address, Screen } from '../ports/phone.ts'
import { sources } from '../ports/source.ts'
import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'

/** What a word needs to know of the input beside which it is said. */
export type Beside = Pick<
  Incoming,
  'chat' | 'source' | 'update' | 'message' | 'sentAt' | 'language' | 'press'
>

/** A word outside the talk: it has to work when nothing else does. */
export interface Word {
  screen: Screen
  /** Messages of ours that may turn into it, tried before a new one. */
  over: number[]
  /** So that it can be taken away like everything else. */
  isNoted: boolean
  /** What it is about, if that is an earlier update; a repeat must not take it for the answer to this one. */
  about?: number
  /** Otherwise the talk is asked. */
  voice?: Voice
}

/** Says it in the first place that takes it. Throws what the last one threw. */
export async function sayWord(world: World, incoming: Beside, word: Word): Promise<void> {
  const { screen, over, isNoted, about, voice = await voiceOf(world, incoming) } = word
  const to = { chat: incoming.chat, voice }
  let shown: number | undefined
  for (const message of over)
    if (shown === undefined && (await world.phone.edit(to, message, screen).catch(() => false)))
      shown = message
  shown ??= await world.phone.send(to, screen)
  if (isNoted) await noteWord(world, incoming, shown, about)
}

/** It may have stood there before as something else, or as nothing. */
export async function noteWord(
  { messages, now, log }: World,
  { chat, source, update, message, sentAt }: Beside,
  shown: number,
  about = update,
): Promise<void> {
  const at = Math.floor(now().getTime() / 1000)
  const own = { message: shown, at, own: true, update: about }
  const led = { message, at: sentAt, own: false, update }
  const noting = messages.note(chat, sources[source].bears === 'theirs' ? [led, own] : [own])
  await noting.catch(() => log('word-not-noted'))
}

/** One of the newest messages that are known turns into this one; undefined: there is none that can still be changed. */
export async function changeNewest(
  { messages, phone }: World,
  to: Address,
  { screen, tries = 1 }: { screen: Screen; tries?: number },
): Promise<number | undefined> {
  const own = (await messages.of(to.chat)).filter((seen) => seen.own).map(({ message }) => message)
  for (const message of own.sort((a, b) => b - a).slice(0, tries))
    if (await phone.edit(to, message, screen)) return message
  return undefined
}

/** The language of the talk, or of the person's Telegram where the talk cannot be read. */
export async function voiceOf(world: World, incoming: Beside): Promise<Voice> {
  return voiceFrom(world, incoming, await world.talks.load(incoming.chat).catch(() => undefined))
}

export function voiceFrom({ content }: World, { language }: Beside, talk: Talk | undefined): Voice {
  const spoken = languageFor(content, talk?.language, language)
  return voiceFor(content, { language: spoken, country: talk?.country })
}

/** The button stops spinning. */
export async function answerPress(world: World, incoming: Beside, given?: Voice): Promise<void> {
  const { press } = incoming
  if (press === undefined) return
  await world.phone.answer(press.id, given ?? (await voiceOf(world, incoming)))
}
