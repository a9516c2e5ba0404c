import { parse } from '../../src/telegram/parse.ts'

export const person = { id: 7, is_bot: false, first_name: 'Jan', language_code: 'pl-PL' }
export const chat = { id: 7, type: 'private', first_name: 'Jan' }
export const bot = { user: { id: 1, is_bot: true, first_name: 'Bot' } }

export function message(more: Record<string, unknown> = {}) {
  return { message_id: 5, date: 1000, chat, from: person, text: 'hello', ...more }
}

export function fromMessage(more: Record<string, unknown> = {}) {
  return parse({ update_id: 1, message: message(more) })
}

export function fromPress(more: Record<string, unknown> = {}) {
  const press = { id: '99', from: person, chat_instance: 'x', data: 'offer.fee.yes' }
  return parse({ update_id: 1, callback_query: { ...press, message: message(), ...more } })
}

export function fromQuery(more: Record<string, unknown> = {}) {
  const query = { id: '42', from: person, query: 'kaucja', offset: '', chat_type: 'group' }
  return parse({ update_id: 1, inline_query: { ...query, ...more } })
}

export function fromMember(more: Record<string, unknown> = {}) {
  const member = { chat, from: person, date: 1000, new_chat_member: { ...bot, status: 'member' } }
  return parse({ update_id: 1, my_chat_member: { ...member, ...more } })
}

export const group = { id: -1005, type: 'supergroup', title: 'Desk', is_forum: true }
export const helper = {
  id: 8,
  is_bot: false,
  first_name: 'Iza',
  last_name: 'Nowak-Lis',
  username: 'iza_lis',
  language_code: 'pl',
}

/** A message of a helper in a group. What is undefined does not come at all. */
export function fromGroup(more: Record<string, unknown> = {}) {
  const json = JSON.stringify(message({ chat: group, from: helper, ...more }))
  return parse({ update_id: 1, message: JSON.parse(json) })
}
