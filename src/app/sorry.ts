import { languageFor, type Voice, voiceFor } from '../core/voice.ts'
import type { Incoming, World } from './ports.ts'

/** A bug is ours, not the person's: say so with the emergency number. It must never throw itself. */
export async function saySorry(world: World, incoming: Incoming): Promise<void> {
  const { chat, language, press } = incoming
  const talk = await world.store.load(chat).catch(() => undefined)
  const spoken = languageFor(world.content, talk?.language, language)
  const voice = voiceFor(world.content, { language: spoken, country: talk?.country })
  const done = await Promise.allSettled([
    send(world, incoming, voice),
    press === undefined ? undefined : world.channel.answer(press, voice),
  ])
  if (done.some(({ status }) => status === 'rejected')) world.log('sorry-not-sent')
}

/** What led to it and what was said are noted, so that they can be taken away like everything else. */
async function send(world: World, incoming: Incoming, voice: Voice) {
  const { chat, source, update, message: theirs, sentAt } = incoming
  const message = await world.channel.send({ chat, voice }, { text: { key: 'common:sorry' } })
  const own = { message, at: Math.floor(world.now().getTime() / 1000), own: true, update }
  const led = { message: theirs, at: sentAt, own: false, update }
  await world.store.note(chat, source === 'message' ? [led, own] : [own])
}
