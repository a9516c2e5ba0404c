import type { Effect } from '../../core/turn.ts'
import type { Performance } from '../pending/performance.ts'
import type { World } from '../ports/world.ts'

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
  { queue }: Pick<World, 'queue'>,
  { chat, talk, entry, replyTo }: Performance,
  { isUrgent }: Extract<Effect, { kind: 'relay' }>,
): Promise<void> {
  if (!talk.case) return
  const { message, update, editedAt } = entry
  await queue.enqueue({
    kind: 'relay',
    chat,
    desk: talk.case,
    to: 'desk',
    message,
    update,
    ...(replyTo !== undefined && { replyTo }),
    ...(isUrgent && { isUrgent }),
    ...(editedAt !== undefined && { isEdit: true }),
  })
}
