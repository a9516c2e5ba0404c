import type { Effect, Relay } from '../../core/turn.ts'
import type { Performance } from '../pending/performance.ts'
import type { World } from '../ports/world.ts'
import { Busy } from '../trouble.ts'

/** What they answer to by a command goes, and so does the command. */
export async function takeBack(
  { queue }: Pick<World, 'queue'>,
  { chat, talk, entry }: Performance,
  { message }: Extract<Effect, { kind: 'take-back' }>,
): Promise<void> {
  if (!talk.case) return
  const { message: command, update } = entry
  const of = { chat, desk: talk.case, by: 'person' as const }
  await queue.enqueue({ kind: 'take-back', ...of, message, command, update })
}

/** What the person wrote shall be copied to the desk; the queue keeps the order in which they wrote. */
export async function relayToDesk(
  { queue, room, cases }: Pick<World, 'queue' | 'room' | 'cases'>,
  { chat, talk, entry, replyTo }: Performance,
  { isUrgent, isTooMany, isLast }: Relay,
): Promise<void> {
  const desk = isLast ? (await cases.of(chat))?.desk : talk.case
  if (!desk) return isLast && room.mark(chat, entry.message, 'failed')
  const { message, update, sentAt, editedAt } = entry
  if (isTooMany) return room.mark(chat, message, 'failed').catch(unlessBusy)
  await queue.enqueue({
    kind: 'relay',
    chat,
    desk,
    to: 'desk',
    message,
    update,
    ...(replyTo !== undefined && { replyTo }),
    ...(isUrgent && { isUrgent }),
    ...(isLast && { isLast }),
    ...(editedAt !== undefined && { isEdit: true, writtenAt: sentAt }),
  })
}

/** Where so much comes at once, a sign more is not worth that Telegram asks for all of it again. */
function unlessBusy(error: unknown): void {
  if (!(error instanceof Busy)) throw error
}
