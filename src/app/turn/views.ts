import type { ByKind } from '../../core/by-kind.ts'
import { contactText } from '../../core/cards/contact.ts'
import { firmCard } from '../../core/cards/firm.ts'
import { wageText } from '../../core/cards/wage.ts'
import { drawing, showsDesk, showsHeld, type Viewer } from '../../core/engine/draw.ts'
import { contactNamed } from '../../core/knowledge/contact.ts'
import type { View } from '../../core/nature.ts'
import { quote } from '../../core/quote.ts'
import { foundPages, foundText } from '../../core/scan/found.ts'
import { scan } from '../../core/scan/scan.ts'
import type { Draw, Held, Text } from '../../core/turn.ts'
import { languageFor } from '../../core/voice.ts'
import { heldCase } from '../cases/held-case.ts'
import { opensFor } from '../cases/opens-for.ts'
import type { Performance } from '../pending/performance.ts'
import type { Screen } from '../ports/phone.ts'
import type { World } from '../ports/world.ts'
import { wordsOf } from './understand.ts'

type Views = ByKind<View>

/** With all that is known only now: the hour, what is held, what the person wrote. */
type Drawn<Which> = (world: World, turn: Performance, view: Which) => Screen | Promise<Screen>

/** What it was about is not at hand any more. */
const changed: Text = { key: 'common:changed' }

const drawn: { [Kind in keyof Views]: Drawn<Views[Kind]> } = {
  show: (world, turn, { text, at, choices, progress }) => ({
    text: quote(text, wordsIn(world, turn)),
    ...(at && { at }),
    ...(choices && { choices }),
    ...(progress && { progress }),
  }),
  contact: ({ content, now }, _turn, { id, at, choices }) => {
    const found = contactNamed(content.contacts, id)
    const text = found
      ? contactText(found.contact, found.country, now(), content.holidays)
      : { key: 'contact:nothing' }
    return { text, at, choices }
  },
  wage: ({ content, now }, _turn, { country, scale, at, choices }) => ({
    text: wageText(content.wages, { country, scale }, now()),
    at,
    choices,
  }),
  found: (world, turn, { page }) => {
    const { content, now } = world
    const found = scan(wordsIn(world, turn), content)
    const how = turn.event?.kind === 'read' ? 'read' : 'typed'
    // A picture that is read again after a crash may be gone by then.
    return { text: page < foundPages(found, how) ? foundText(found, page, now(), how) : changed }
  },
  firm: ({ content: knowledge }, { event }, { typed }) => {
    const card =
      event?.kind === 'checked' && firmCard(event.answer, { knowledge, ...(typed && { typed }) })
    return { text: card || changed }
  },
  codes: (_world, { event }) => {
    const hosts = event?.kind === 'read' && 'hosts' in event.is ? event.is.hosts : []
    const text = { key: 'picture:code', vars: { hosts: hosts.join(', ') } }
    return { text: hosts.length > 0 ? text : changed }
  },
  draw: async (world, turn, view) => {
    const screen = drawing(world.content, view, {
      ...turn.talk,
      ...(await lookedUp(world, turn, view)),
    })
    return screen ? { at: view.at, ...screen } : { text: changed }
  },
}

/** What was decided to be shown, as it is shown now. */
export async function toScreen<Kind extends keyof Views>(
  world: World,
  turn: Performance,
  view: Views[Kind] & { kind: Kind },
): Promise<Screen> {
  return drawn[view.kind](world, turn, view)
}

/** What comes to the person by itself, and of a desk, is read only where it is shown. */
async function lookedUp(
  world: World,
  { chat, talk, language }: Performance,
  view: Draw,
): Promise<Pick<Viewer, 'language' | 'held' | 'heldCase' | 'desk'>> {
  const { content, plans, tips } = world
  const { country } = talk
  const shows = showsDesk(content, view)
  const isAll = showsHeld(content, view)
  const held: Held = isAll
    ? { dues: await plans.of(chat), themes: await tips.of(chat) }
    : { dues: [], themes: [] }
  const isCase = shows === 'case' || isAll
  return {
    language: languageFor(content, talk.language, language),
    held,
    ...(shows === 'found' && { desk: await deskSeen(world, view, country) }),
    ...(isCase && { heldCase: await heldCase(world, { chat, country }) }),
  }
}

/** Its id stands first. */
async function deskSeen(world: World, { view }: Draw, country: string | undefined) {
  const desk = await world.desks.get(view.split('/')[0] ?? '')
  return desk && { ...desk, opens: opensFor(world, desk, country) }
}

function wordsIn(world: World, { event }: Performance) {
  return (event && wordsOf(world, event)) ?? ''
}
