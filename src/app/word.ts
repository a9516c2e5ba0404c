import { languageFor, type Voice, voiceFor } from '../core/voice.ts'
import type { Address, Incoming, Screen, World } from './ports.ts'

/** A word outside the talk: it has to work when nothing else does. */
export interface Word {
  screen: Screen
  /** Messages of ours that may turn into it, tried before a new one. */
  over: number[]
  /** So that it can be taken away like everything else. */
  isNoted: boolean
}

/** Says it in the first place that takes it. Throws what the last one threw. */
export async function sayWord(world: World, incoming: Incoming, word: Word): Promise<void> {
  const to = { chat: incoming.chat, voice: await voiceOf(world, incoming) }
  for (const message of word.over)
    if (await world.channel.edit(to, message, word.screen).catch(() => false)) return
  await sendWord(world, incoming, { to, ...word })
}

async function sendWord(
  world: World,
  incoming: Incoming,
  { to, screen, isNoted }: Word & { to: Address },
) {
  const message = await world.channel.send(to, screen)
  if (!isNoted) return
  const { chat, source, update, message: theirs, sentAt } = incoming
  const own = { message, at: Math.floor(world.now().getTime() / 1000), own: true, update }
  const led = { message: theirs, at: sentAt, own: false, update }
  const noting = world.store.note(chat, source === 'message' ? [led, own] : [own])
  await noting.catch(() => world.log('word-not-noted'))
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
