import type * as z from 'zod'
import type { Formatted } from '../text/html.ts'
import { captionText } from '../text/text.ts'
import type { Message } from '../wire/telegram.ts'
import type { Caption } from './fields.ts'

/** The part of a message that the bot or the person made. */
export type Content = Pick<
  Message,
  'text' | 'entities' | 'photo' | 'document' | 'caption' | 'caption_entities'
>

export function asText({ text, entities }: Formatted): Content {
  return entities.length > 0 ? { text, entities } : { text }
}

export function asCaption({ text, entities }: Formatted): Content {
  if (text === '') return {}
  return entities.length > 0 ? { caption: text, caption_entities: entities } : { caption: text }
}

export function captionOf(fields: z.infer<typeof Caption>): Content {
  const { caption: text = '', parse_mode, caption_entities: entities } = fields
  return asCaption(captionText({ text, parse_mode, entities }))
}
