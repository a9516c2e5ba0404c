import type { Text } from '../../core/turn.ts'
import type { Rights } from '../ports/room.ts'

const names = [
  'isForum',
  'isAdmin',
  'topics',
  'deleting',
  'pinning',
] as const satisfies (keyof Rights)[]

export function isEnough(rights: Rights): boolean {
  return names.every((name) => rights[name])
}

/** Whether a case can get its topic there. Without the others everything else goes on. */
export function canOpen({ isForum, isAdmin, topics }: Rights): boolean {
  return isForum && isAdmin && topics
}

/** What the bot needs in the group, each with what is there and the cure for what is not. */
export function rightsText(rights: Rights): Text {
  const items = names.map((name) => ({
    key: `desk:rights.${rights[name] ? 'there' : 'missing'}`,
    vars: { what: { key: `desk:rights.${name}` } },
  }))
  return { key: 'join:lines', vars: { items } }
}
