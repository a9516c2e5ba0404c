import type { Text } from '../../src/core/turn.ts'
import { voiceFor } from '../../src/core/voice.ts'
import type { Bot } from '../bot.ts'

/** The words of a text as they stand in a group that speaks this language. */
export function worded({ world }: Bot, text: Text, language = 'pl'): string {
  return world.label(text, voiceFor(world.content, { language })).trim()
}
