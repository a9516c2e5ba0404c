import type { User } from '../wire/telegram.ts'
import type { Group, Membership, Right } from './rooms.ts'

const NOTHING = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: false,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
}

/** What somebody is in a chat; `denied` is about administrators only. */
export interface Standing {
  status: Membership
  denied?: Right[]
}

/** Whether the bot is an administrator with this right. */
export function botMay({ bot, denied }: Group, right: Right): boolean {
  return bot === 'administrator' && !denied.includes(right)
}

/** A ChatMember object. Administrators have the rights that a desk needs, but these, and no others. */
export function memberOf(user: User, { status, denied = [] }: Standing): object {
  if (status === 'creator') return { status, user, is_anonymous: false }
  if (status === 'kicked') return { status, user, until_date: 0 }
  if (status !== 'administrator') return { status, user }
  return {
    status,
    user,
    ...NOTHING,
    can_manage_chat: true,
    can_delete_messages: true,
    can_invite_users: true,
    can_pin_messages: true,
    can_manage_topics: true,
    ...Object.fromEntries(denied.map((right) => [right, false])),
  }
}

/** A ChatMemberUpdated object about the bot. */
export function changeOfBot(
  about: { bot: User; chat: object; from: User; date: number },
  before: Standing,
  after: Standing,
): object {
  const { bot, chat, from, date } = about
  return {
    chat,
    from,
    date,
    old_chat_member: memberOf(bot, before),
    new_chat_member: memberOf(bot, after),
  }
}
