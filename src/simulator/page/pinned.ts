import type { SimMessage } from '../rooms/screen.ts'
import { button, hooked, make } from './dom.ts'
import { gistOf } from './message.ts'

/** The newest pinned message of what is shown, above it; it leads to that message. */
export function newPinned(go: (message: SimMessage) => void) {
  const words = make('span')
  let pinned: SimMessage | undefined
  const element = hooked(
    button('', () => pinned && go(pinned), 'pinned'),
    { testid: 'pinned' },
  )
  element.append(make('b', {}, ['Pinned: ']), words)
  const set = (messages: SimMessage[]) => {
    pinned = messages.findLast((message) => message.pinned)
    element.hidden = !pinned
    words.textContent = pinned ? gistOf(pinned) : ''
  }
  return { element, set }
}
