import type { Message } from '../wire/telegram.ts'

/** What a message brings beside words and pictures, told plainly. */
export interface Card {
  kind: string
  title: string
  lines: string[]
}

/** Fields that say where a message comes from and how it is shown, not what it brings. */
const ABOUT = new Set([
  ...['message_id', 'date', 'chat', 'from', 'sender_chat', 'author_signature', 'via_bot'],
  ...['message_thread_id', 'is_topic_message', 'forward_origin', 'is_automatic_forward'],
  ...['reply_to_message', 'external_reply', 'quote', 'reply_to_story', 'edit_date', 'effect_id'],
  ...['has_protected_content', 'has_media_spoiler', 'show_caption_above_media', 'media_group_id'],
  ...['entities', 'caption', 'caption_entities', 'link_preview_options', 'reply_markup'],
])

/** The name of what it brings, such as `contact`; undefined if it brings nothing. */
export function kindIn(message: object): string | undefined {
  return Object.keys(message).find((name) => !ABOUT.has(name))
}

/** Undefined where the words, the picture or the file are all there is. */
export function cardIn(message: Message): Card | undefined {
  const kind = kindIn(message)
  if (kind === undefined || ['text', 'photo', 'document'].includes(kind)) return undefined
  return (
    playedIn(message) ?? writtenIn(message) ?? sentIn(message) ?? card(kind.replaceAll('_', ' '))
  )
}

function playedIn({ voice, video, video_note, audio }: Message): Card | undefined {
  if (voice) return card('Voice message', lengthOf(voice))
  if (video) return card('Video', lengthOf(video))
  if (video_note) return card('Round video', lengthOf(video_note))
  return audio && card('Audio', audio.title ?? lengthOf(audio))
}

function writtenIn({ poll, checklist, rich_message: rich }: Message): Card | undefined {
  const texts = (parts: { text: string }[]) => parts.map(({ text }) => text)
  if (poll) return card('Poll', poll.question, texts(poll.options))
  if (checklist) return card('Checklist', checklist.title, texts(checklist.tasks))
  return rich && card('Rich text', '', rich.blocks.map(wordsIn).filter(Boolean))
}

function sentIn({ contact, venue, location, sticker, story }: Message): Card | undefined {
  if (contact) {
    const { first_name, last_name = '', phone_number } = contact
    return card('Contact', `${first_name} ${last_name}`.trim(), [phone_number])
  }
  if (venue) return card('Place', venue.title, [venue.address])
  if (location) return card('Place', `${location.latitude}, ${location.longitude}`)
  if (sticker) return card('Sticker', sticker.emoji)
  return story && card('Story', story.chat.title ?? story.chat.first_name)
}

function card(kind: string, title = '', lines: string[] = []): Card {
  return { kind, title, lines }
}

function lengthOf({ duration }: { duration: number }): string {
  return `${Math.floor(duration / 60)}:${String(duration % 60).padStart(2, '0')}`
}

/** All that stands in a block, whatever is around it. */
function wordsIn(part: unknown): string {
  if (typeof part === 'string') return part
  if (Array.isArray(part)) return part.map(wordsIn).join('')
  if (typeof part !== 'object' || part === null) return ''
  const inner = new Map<string, unknown>(Object.entries(part))
  return ['text', 'caption', 'blocks', 'items', 'cells']
    .map((name) => wordsIn(inner.get(name)))
    .join('')
}
