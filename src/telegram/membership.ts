import { type Api, GrammyError } from 'grammy/web'
import type { Member, Rights } from '../app/ports/room.ts'
import { call } from './call.ts'

/** What the bot with this id may do in a group. */
export async function rightsIn(api: Api, group: number, me: number): Promise<Rights> {
  const [chat, own] = await Promise.all([
    call(api.getChat(group)),
    call(api.getChatMember(group, me)),
  ])
  const may = own.status === 'administrator' ? own : undefined
  return {
    isForum: 'is_forum' in chat && chat.is_forum === true,
    isAdmin: may !== undefined,
    topics: may?.can_manage_topics ?? false,
    deleting: may?.can_delete_messages ?? false,
    pinning: may?.can_pin_messages ?? false,
  }
}

/** Undefined where somebody is not in the group, or not any more. */
export async function memberIn(api: Api, group: number, user: number): Promise<Member | undefined> {
  const member = await call(api.getChatMember(group, user)).catch(noneIfUnknown)
  if (!member || member.status === 'left' || member.status === 'kicked') return undefined
  if (member.status === 'restricted' && !member.is_member) return undefined
  const isAdmin = member.status === 'creator' || member.status === 'administrator'
  return { name: member.user.first_name, isAdmin }
}

function noneIfUnknown(error: unknown): undefined {
  const isUnknown = error instanceof GrammyError && unknown.test(error.description)
  if (!isUnknown) throw error
}

/** Telegram says it of whoever has never been there. */
const unknown = /member not found|user not found|invalid user_id|(PARTICIPANT|USER)_ID_INVALID/
