import type { Text } from '../../core/turn.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { Gone, Lost } from '../trouble.ts'
import { deskVoice } from './desk-voice.ts'

/**
 * A message comes to who leads a desk, in their own chat with the bot, below a line that says what it is. False: they have left the group, or
 * have never written to the bot, so Telegram lets it not.
 */
export async function tellLead(
  { room, log, content }: Pick<World, 'room' | 'log' | 'content'>,
  desk: Desk,
  { text, from }: { text: Text; from: { chat: number; message: number } },
): Promise<boolean> {
  const { group, lead } = desk
  try {
    if (!(await room.member(group, lead))) return false
    // The words come last, so that a try that breaks off brings them once.
    await room.say({ group: lead }, { text }, deskVoice({ content }, desk))
    return typeof (await room.copy({ from, to: { chat: lead } })) === 'number'
  } catch (error) {
    if (!(error instanceof Gone || error instanceof Lost)) throw error
    log('lead-unreachable')
    return false
  }
}
