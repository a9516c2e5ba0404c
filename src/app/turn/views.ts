import { contactText } from '../../core/cards/contact.ts'
import { wageText } from '../../core/cards/wage.ts'
import { drawing, showsHeld } from '../../core/engine/draw.ts'
import type { View } from '../../core/nature.ts'
import { quote } from '../../core/quote.ts'
import { foundText } from '../../core/scan/found.ts'
import { scan } from '../../core/scan/scan.ts'
import type { Held } from '../../core/turn.ts'
import type { Performance } from '../pending/performance.ts'
import type { Screen } from '../ports/phone.ts'
import type { World } from '../ports/world.ts'
import { wordsOf } from './understand.ts'

type Views = { [Kind in View['kind']]: Extract<View, { kind: Kind }> }

interface ViewKind<Which> {
  /** It has no buttons and stays in the chat, whatever is pressed next. */
  stays: (view: Which) => boolean
  /** With all that is known only now: the hour, what is held, what the person wrote. */
  screen: (world: World, turn: Performance, view: Which) => Promise<Screen>
}

const kinds: { [Name in View['kind']]: ViewKind<Views[Name]> } = {
  show: {
    stays: ({ keep }) => keep === true,
    screen: async (_world, turn, { text, at, choices, progress }) => ({
      text: quote(text, wordsIn(turn)),
      ...(at && { at }),
      ...(choices && { choices }),
      ...(progress && { progress }),
    }),
  },
  contact: {
    stays: () => false,
    screen: async ({ content, now }, _turn, { id, at, choices }) => {
      const contact = Object.values(content.contacts)
        .flat()
        .find((one) => one.id === id)
      return {
        text: contact ? contactText(contact, now()) : { key: 'contact:nothing' },
        at,
        choices,
      }
    },
  },
  wage: {
    stays: () => false,
    screen: async ({ content, now }, _turn, { country, scale, at, choices }) => ({
      text: wageText(content.wages, { country, scale }, now()),
      at,
      choices,
    }),
  },
  found: {
    stays: () => true,
    screen: async ({ content, now }, turn, { page }) => ({
      text: foundText(scan(wordsIn(turn), content), page, now()),
    }),
  },
  draw: {
    stays: () => false,
    screen: async ({ content, plans, tips }, { chat, talk }, view) => {
      // What comes to the person by itself is read only where it is shown.
      const held: Held = showsHeld(content, view)
        ? { dues: await plans.of(chat), themes: await tips.of(chat) }
        : { dues: [], themes: [] }
      const drawn = drawing(content, view, { ...talk, held })
      return drawn ? { at: view.at, ...drawn } : { text: { key: 'common:changed' } }
    },
  },
}

/** What was decided to be shown, as it is shown now. */
export function toScreen<Which extends View['kind']>(
  world: World,
  turn: Performance,
  view: Views[Which] & { kind: Which },
): Promise<Screen> {
  return kinds[view.kind].screen(world, turn, view)
}

/** Whether it stays in the chat, whatever is pressed next. */
export function stays<Which extends View['kind']>(view: Views[Which] & { kind: Which }): boolean {
  return kinds[view.kind].stays(view)
}

function wordsIn({ event }: Performance) {
  return (event && wordsOf(event)) ?? ''
}
