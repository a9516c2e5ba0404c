import type { Answer } from '../../core/firm/firm.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Asker } from '../ports/queue.ts'

/** What the registers say, as an input of its own; `message` turns into it, 0: there is none to change. */
export function checked(asker: Asker & { message: number }, answer: Answer): Incoming {
  const { chat, update, at, message, language } = asker
  return {
    // Telegram's ids are positive, so an answer's cannot be one of them; it is the same when the job is repeated.
    update: -update,
    chat,
    source: 'check',
    message,
    sentAt: Math.floor(at / 1000),
    ...(language && { language }),
    event: { kind: 'checked', answer },
  }
}
