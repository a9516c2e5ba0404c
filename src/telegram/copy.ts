import { type Api, GrammyError } from 'grammy/web'
import type { Copied, Copying } from '../app/ports/room.ts'
import { call } from './call.ts'

/**
 * A message in another chat that names nobody. Telegram tells only its id, not the topic where it has come to stand: whoever must
 * be sure that a topic is still there says something in it first.
 */
export async function copy(api: Api, { from, to, isProtected }: Copying): Promise<Copied> {
  const how = {
    ...(to.thread !== undefined && { message_thread_id: to.thread }),
    ...(isProtected && { protect_content: true }),
  }
  try {
    return await orWithoutReply(to.replyTo, async (reply) => {
      const all = { ...how, ...replyTo(reply) }
      const copied = await call(api.copyMessage(to.chat, from.chat, from.message, all))
      return copied.message_id
    })
  } catch (error) {
    const why = error instanceof GrammyError ? refusalIn(error) : undefined
    if (why) return why
    throw error
  }
}

/**
 * Does it as an answer to a message, or as none where that cannot be: what stands in another topic is never answered, whatever is
 * allowed, and the long words below a picture of who pays Telegram can only be copied as they are.
 */
export async function orWithoutReply<Done>(
  reply: number | undefined,
  send: (reply?: number) => Promise<Done>,
): Promise<Done> {
  try {
    return await send(reply)
  } catch (error) {
    const isForReply = error instanceof GrammyError && unanswerable.test(error.description)
    if (!isForReply || reply === undefined) throw error
    return await send()
  }
}

const unanswerable = /message to be replied not found|caption is too long|MEDIA_CAPTION_TOO_LONG/

export function replyTo(message?: number) {
  if (message === undefined) return {}
  return { reply_parameters: { message_id: message, allow_sending_without_reply: true } }
}

function refusalIn({ description }: GrammyError): 'impossible' | 'gone' | undefined {
  if (/message to copy not found|MESSAGE_ID_INVALID/.test(description)) return 'gone'
  return uncopiable.test(description) ? 'impossible' : undefined
}

/** Telegram's own lines, quizzes, paid pictures; and voices that whoever should get them takes from nobody. */
const uncopiable =
  /message can't be copied|(VOICE|VIDEO)_MESSAGES_FORBIDDEN|CHAT_FORWARDS_RESTRICTED|has protected content/
