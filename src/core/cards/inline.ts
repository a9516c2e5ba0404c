import type { NumberRead } from '../firm/firm.ts'
import { meaning } from '../front/meaning.ts'
import { type Said, said } from '../front/said.ts'
import { isUneasy, urgent } from '../front/urgent.ts'
import { type Doors, toPlace } from '../knowledge/doors.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Hit, scanned } from '../scan/scan.ts'
import type { Text } from '../turn.ts'

/**
 * What somebody may send into any chat: what the words mean that they typed behind the bot's name, and the way to the bot. It
 * holds none of these words.
 */
export interface InlineCard {
  /** What the way to the bot opens; its link tells nothing else. */
  flow: string
  /** In the list of cards; the text in the chat. */
  title: Text
  text: Text
  /** On the button below the text, which opens the bot for whoever reads it. */
  open: Text
  /** On the button above the list, which opens it for who has typed. */
  enter: Text
}

/** What there is a card about. */
export const inlineKinds = ['help', 'advert', 'firm', 'agency', 'usual'] as const
type Kind = (typeof inlineKinds)[number] | 'other'

/** So many signs, the loudest first. */
const signsAtMost = 3

/**
 * Undefined where nobody wrote down where messages lead. Without a word that is known the card says what words do not show, never
 * that nothing was found.
 */
export function inlineCard(
  words: string,
  knowledge: Knowledge,
  readNumbers: (text: string) => NumberRead[],
): InlineCard | undefined {
  const { doors } = knowledge
  if (!doors) return undefined
  const one = said({ text: words }, knowledge)
  const kind = kindOf(one, doors, () => readNumbers(words))
  const signs = kind ? [] : scanned(one.reading, knowledge).hits.slice(0, signsAtMost)
  return toCard(kind ?? (signs.length > 0 ? 'advert' : 'usual'), doors, signs)
}

/**
 * Undefined where its signs tell. A tap too many costs less than help that does not come, so help comes first where nothing
 * is offered.
 */
function kindOf(one: Said, doors: Doors, numbers: () => NumberRead[]): Kind | undefined {
  const place = urgent(one, doors)
  if (place) return place.flow === doors.other.flow ? 'other' : 'help'
  const meant = meaning({ ...one, numbers: numbers() }, doors)
  if (meant?.kind === 'advert') return undefined
  const rooms = meant?.kind === 'rooms' ? meant.places.map((place) => toPlace(place).flow) : []
  if (rooms.includes(doors.other.flow)) return 'other'
  if (meant?.kind === 'danger') return meant.of === 'theirs' ? 'other' : 'help'
  if (isUneasy(one, doors)) return 'help'
  return meant?.kind === 'number' ? meant.of : undefined
}

const doorOf = {
  help: 'danger',
  other: 'other',
  advert: 'advert',
  usual: 'advert',
  firm: 'firm',
  agency: 'agency',
} as const satisfies Record<Kind, keyof Doors>

function toCard(kind: Kind, doors: Doors, signs: Hit[]): InlineCard {
  // Whoever worries about somebody is told the same and led elsewhere.
  const about = kind === 'other' ? 'help' : kind
  const leads = about === 'help' ? 'help' : 'check'
  const items = signs.map(({ sign }): Text => ({ key: `indicators:${sign}.label` }))
  const isGrave = signs.some(({ severity }) => severity === 'critical')
  const named = { signs: { key: 'join:bullets', vars: { items } } }
  return {
    flow: doors[doorOf[kind]].flow,
    title: { key: `inline:title.${about}` },
    text: {
      key: `inline:text.${isGrave ? 'alarm' : about}`,
      ...(kind === 'advert' && { vars: named }),
    },
    open: { key: `inline:open.${leads}` },
    enter: { key: `inline:enter.${leads}` },
  }
}
