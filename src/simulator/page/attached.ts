import { hooked } from './dom.ts'
import { type Item, newMenu } from './menu.ts'

/** With something sensible in them; the kinds are those of the simulator's samples. */
const ATTACHED: [label: string, kind: string][] = [
  ['Contact', 'contact'],
  ['Place', 'venue'],
  ['Voice', 'voice'],
  ['File', 'document'],
  ['Poll', 'poll'],
  ['Checklist', 'checklist'],
  ['Video', 'video'],
  ['Sticker', 'sticker'],
  ['Rich text', 'rich_message'],
  ['Reply with a quote', 'external_reply'],
]

/** The menu of them. */
export function newAttached(send: (kind: string) => void) {
  const items = ATTACHED.map(([label, kind]): Item => [label, () => send(kind)])
  const menu = newMenu('Attach', 'Something else than words', items)
  hooked(menu.toggle, { testid: 'attach' })
  return menu
}
