import * as z from 'zod'
import { Markup } from '../text/keyboard.ts'
import { Entity } from '../wire/telegram.ts'

/** Fields that many methods share. */

export const ChatId = z.union([z.int(), z.string()])

export const OneMessage = z.object({ chat_id: ChatId, message_id: z.int() })

export const Reply = z.object({
  message_id: z.int().optional(),
  allow_sending_without_reply: z.boolean().optional(),
})

/** How and where a new message is shown. */
export const Sending = z.object({
  chat_id: ChatId,
  message_thread_id: z.int().optional(),
  protect_content: z.boolean().optional(),
  reply_parameters: Reply.optional(),
  reply_markup: Markup.optional(),
})

export const Caption = z.object({
  caption: z.string().optional(),
  parse_mode: z.string().optional(),
  caption_entities: z.array(Entity).optional(),
})
