import { type Voice, voiceFor } from '../../core/voice.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'

/** The bot speaks there what the desk speaks: the first of its languages that it knows. */
export function deskVoice(
  { content }: Pick<World, 'content'>,
  { languages }: Pick<Desk, 'languages'>,
): Voice {
  const language = languages.find((one) => content.languages.includes(one)) ?? 'en'
  return voiceFor(content, { language })
}
