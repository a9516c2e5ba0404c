import { handOffIn } from '../../core/engine/flow.ts'
import { own } from '../../core/steps/step.ts'
import { voiceFor } from '../../core/voice.ts'
import { ownUpdate } from '../own-update.ts'
import type { World } from '../ports/world.ts'
import { Gone } from '../trouble.ts'
import { isHiddenSince } from './hidden-since.ts'

/** Whose update led to what is said, and what they read. */
interface Hearer {
  chat: number
  update: number
  language: string
}

/** A word of the talk beside what stands there, once for an update; in a chat that was hidden since nothing is said. */
export async function sayBeside(
  world: World,
  { chat, update, language }: Hearer,
  word: string,
): Promise<void> {
  const { content, phone, messages, now } = world
  const place = handOffIn(content)
  if (!place || (await isHiddenSince(world, { chat, update }))) return
  const known = ownUpdate(`${word}/${update}`)
  if ((await messages.of(chat)).some((seen) => seen.own && seen.update === known)) return
  const text = own({ at: place }, word)
  try {
    const said = await phone.send({ chat, voice: voiceFor(content, { language }) }, { text })
    const at = Math.floor(now().getTime() / 1000)
    await messages.note(chat, [{ message: said, at, own: true, update: known }])
  } catch (error) {
    if (!(error instanceof Gone)) throw error
    world.log('person-gone')
  }
}
