/** What people can send, by its name in the message; Bot API 10.3. */
const sent = new Set(
  'text caption rich_message animation audio document live_photo paid_media photo sticker story video video_note voice checklist contact dice game giveaway giveaway_winners invoice location poll venue'.split(
    ' ',
  ),
)

/** What a message of Telegram's own may hold beside its kind. */
const around = new Set(
  'message_id date chat from sender_chat business_connection_id message_thread_id is_topic_message author_signature sender_tag sender_boost_count direct_messages_topic reply_to_message has_protected_content is_from_offline'.split(
    ' ',
  ),
)

/**
 * The kind of a message that nobody wrote, such as `pinned_message`; undefined: a person sent it. A kind that we do not know yet
 * counts as Telegram's own: a new sort of picture that is not answered can be sent otherwise, but a menu that stands in a hidden
 * chat unasked cannot be unseen.
 */
export function serviceIn(message: object): string | undefined {
  const kinds = Object.keys(message)
  return kinds.some((kind) => sent.has(kind)) ? undefined : nameAmong(kinds, around)
}

/** The first name that is none of these; only a name as Telegram writes them, so that it can be counted. */
export function nameAmong(names: string[], except: Set<string>): string {
  return names.find((name) => !except.has(name) && /^[a-z_]{1,40}$/.test(name)) ?? 'empty'
}
