import { voiceFor } from '../core/voice.ts'
import type { Incoming, World } from './ports.ts'

/** A bug is ours, not the person's: say so with the emergency number. It must never throw itself. */
export async function saySorry(world: World, { chat, language }: Incoming): Promise<void> {
  const talk = await world.store.load(chat).catch(() => undefined)
  const { languages } = world.content
  const spoken = talk?.language ?? languages.find((code) => code === language)
  const voice = voiceFor(world.content, { language: spoken, country: talk?.country })
  await world.channel.send({ chat, voice }, { text: { key: 'common:sorry' } }).catch(() => {
    world.log('sorry-not-sent')
  })
}
