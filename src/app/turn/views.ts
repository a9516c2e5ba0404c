import { contactText } from '../../core/cards/contact.ts'
import { wageText } from '../../core/cards/wage.ts'
import { drawing, showsHeld } from '../../core/engine/draw.ts'
import { quote } from '../../core/quote.ts'
import { foundText } from '../../core/scan/found.ts'
import { scan } from '../../core/scan/scan.ts'
import type { Draw, Effect, Held, Text } from '../../core/turn.ts'
import type { Performance } from '../pending/performance.ts'
import type { Screen } from '../ports/phone.ts'
import type { World } from '../ports/world.ts'
import { wordsOf } from './understand.ts'

/** What was decided to be shown, with all that is known only now: the hour, what is held, what the person wrote. */
export async function toScreen(world: World, turn: Performance, effect: Effect): Promise<Screen> {
  const { content, now } = world
  if (effect.kind === 'draw') return draw(world, turn, effect)
  if (effect.kind === 'show') {
    const { at, choices, progress } = effect
    const text = quote(effect.text, (turn.event && wordsOf(turn.event)) ?? '')
    return { text, ...(at && { at }), ...(choices && { choices }), ...(progress && { progress }) }
  }
  if (effect.kind === 'wage') {
    const { country, scale, at, choices } = effect
    return { text: wageText(content.wages, { country, scale }, now()), at, choices }
  }
  if (effect.kind === 'found') {
    const found = scan((turn.event && wordsOf(turn.event)) ?? '', content)
    return { text: foundText(found, effect.page, now()) }
  }
  if (effect.kind !== 'contact') throw new Error(`${effect.kind} is no screen`)
  const contact = Object.values(content.contacts)
    .flat()
    .find(({ id }) => id === effect.id)
  const text: Text = contact ? contactText(contact, now()) : { key: 'contact:nothing' }
  return { text, at: effect.at, choices: effect.choices }
}

/** What comes to the person by itself is read only where it is shown. */
async function draw({ content, plans, tips }: World, { chat, talk }: Performance, effect: Draw) {
  const isRead = showsHeld(content, effect)
  const held: Held = isRead
    ? { dues: await plans.of(chat), themes: await tips.of(chat) }
    : { dues: [], themes: [] }
  const drawn = drawing(content, effect, { ...talk, held })
  return drawn ? { at: effect.at, ...drawn } : { text: { key: 'common:changed' } }
}
