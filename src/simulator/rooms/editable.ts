import type { Kept } from './rooms.ts'

const WITH_CAPTION = ['photo', 'document', 'video', 'animation', 'audio', 'voice']

/** Somebody's own words can be changed; what others wrote and what has no words cannot. */
export function isEditable({ message, isFromBot }: Kept): boolean {
  if (isFromBot || message.forward_origin || message.via_bot) return false
  return message.text !== undefined || holdsCaption(message)
}

/** Words can stand below it. */
export function holdsCaption(content: object): boolean {
  return WITH_CAPTION.some((name) => name in content)
}
