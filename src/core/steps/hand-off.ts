import * as z from 'zod'
import { momentText } from '../cards/moment.ts'
import type { News } from '../case.ts'
import { sharedItems } from '../desk/consent.ts'
import type { DeskNews, Draw, Place, Show, Text } from '../turn.ts'
import { named } from './consent.ts'
import { type Drawing, kind, type Move, own, pressed, type Scene, type Sight } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('hand-off'),
  /** The desk has ended the talk. */
  closed: Target,
  /** The person has. */
  left: Target,
  /** The case could not be brought to the desk. */
  lost: Target,
  /** The desk has ended it and does not talk with them for a while. */
  parted: Target,
  numbers: Target,
  /** Where another desk is looked for. */
  elsewhere: Target,
})
export type HandOff = z.infer<typeof schema>

/**
 * Stands while a desk talks with the person: whatever they write goes there, and the bot is silent but for its buttons. Words pass it by
 * (`engine/desk.ts`).
 */
export const handOff = kind(schema, {
  exits: (step) => [
    ...[step.closed, step.left, step.lost, step.parted],
    ...[step.numbers, step.elsewhere],
  ],
  fills: ['desk', 'languages', 'complaints', 'opens', 'to', 'items'],
  texts: () => ({
    says: [
      'waits',
      'taken',
      'foreign',
      'is-taken',
      'is-waiting',
      'late',
      'offered',
      'kept',
      'referral',
      'item.words',
      'item.minor',
      ...sharedItems.map((item) => `item.${item}`),
      'opens',
      'wrote',
      'unseen',
      'over',
      'impossible',
      'delete',
      'stays',
      'undeleted',
      'elsewhere',
      'live',
      'too-many',
      'unpassed',
      'unheard',
    ],
    labels: ['leave', 'numbers', 'show', 'here', 'ask-elsewhere', 'agree', 'refuse'],
  }),
  enter: (step, scene) => (scene.desk === undefined ? { go: step.closed } : standing(scene)),
  receive: (step, input, scene) => {
    if (input.kind === 'desk-news') return hear(step, input, scene)
    const id = pressed(input)
    if (id === 'numbers') return { answer: id, go: step.numbers }
    // An old button, or one below the word that the talk has ended: nobody reads what is written here any more.
    if (id !== undefined && scene.desk === undefined) return over(step, id)
    // What waits to be shown belongs to this talk.
    if (id === 'ask-elsewhere')
      return { answer: id, go: step.elsewhere, effects: [{ kind: 'reveal' }] }
    if (id === 'leave') return ended(step.left, [{ kind: 'end-case' }])
    if (id === 'agree' || id === 'refuse')
      return {
        effects: [
          { kind: 'referral', isAgreed: id === 'agree' },
          ...(standing(scene).effects ?? []),
        ],
      }
    if (id === 'here') return standing(scene)
    if (id !== 'show') return undefined
    return { effects: [{ kind: 'reveal' }, ...(standing(scene, 'shown').effects ?? [])] }
  },
  showsDesk: 'case',
  draw: (_step, view, sight) => draw(view, sight),
})

/** `shown`: what waited is on its way. */
function standing({ at }: Scene, view: 'case' | 'shown' = 'case'): Move {
  return { effects: [{ kind: 'draw', at, view }] }
}

/** What came before the end can be shown all the same. */
function over(step: HandOff, id: string): Move {
  if (id === 'lost') return { go: step.lost }
  if (id === 'parted') return { effects: [{ kind: 'reveal' }], go: step.parted }
  return { ...(id === 'show' && { effects: [{ kind: 'reveal' }] }), go: step.closed }
}

function ended(go: string, effects: NonNullable<Move['effects']> = []): Move {
  return { effects: [...effects, { kind: 'set', case: false }], go }
}

function hear(step: HandOff, input: DeskNews, scene: Scene): Move {
  const { news, waits } = input
  if (!isEnd(news)) return { effects: [told(step, input, scene)] }
  if (waits) return { effects: [told(step, input, scene), { kind: 'set', case: false }] }
  return ended(step[news])
}

/** After it nobody reads what they write. */
export function isEnd(news: News): news is 'closed' | 'lost' | 'parted' {
  return news === 'closed' || news === 'lost' || news === 'parted'
}

/** News as a message of its own, also where the person stands somewhere else. */
export function told(
  step: HandOff,
  { news, waits }: DeskNews,
  scene: Pick<Scene, 'at'>,
): Show | Draw {
  if (news === 'referral' && !waits) return { kind: 'draw', at: scene.at, view: 'case' }
  if (news === 'lost') return waits ? lostUnseen(scene) : lost(step, scene)
  if (news === 'parted') return partedFrom(scene, waits)
  const { word, button } = waits || news === 'referral' ? words.unseen : words[news]
  if (button) return leading(scene.at, word, button)
  return { kind: 'show', text: own(scene, word), keep: true }
}

/** Who is not talked with any more has to know it, and whom to call. */
function lost(step: HandOff, { at }: Pick<Scene, 'at'>): Show {
  return leading({ flow: at.flow, step: step.lost }, 'text', 'next')
}

/** What it is shows on a press, as every end does. */
function partedFrom({ at }: Pick<Scene, 'at'>, waits: true | undefined): Show {
  if (waits) return leading(at, words.unseen.word, 'parted', 'show')
  return leading(at, words.closed.word, 'parted', 'here')
}

/** Where somebody may look at the phone, on a press. */
function lostUnseen({ at }: Pick<Scene, 'at'>): Show {
  return leading(at, words.unseen.word, 'lost', 'show')
}

/** A word with a button that leads there. */
function leading(at: Place, word: string, id: string, button = id): Show {
  const choices = [{ id, label: own({ at }, button) }]
  return { kind: 'show', at, text: own({ at }, word), choices }
}

type Button = 'show' | 'here' | 'numbers' | 'ask-elsewhere'

const words: Record<
  Exclude<News, 'lost' | 'referral' | 'parted'>,
  { word: string; button?: Button }
> = {
  taken: { word: 'is-taken' },
  waiting: { word: 'is-waiting' },
  late: { word: 'late', button: 'numbers' },
  offered: { word: 'offered', button: 'ask-elsewhere' },
  wrote: { word: 'wrote', button: 'here' },
  unseen: { word: 'unseen', button: 'show' },
  kept: { word: 'kept', button: 'here' },
  closed: { word: 'over', button: 'here' },
}

function draw(view: string, sight: Sight): Drawing {
  const { case: one } = sight
  if (one?.referral !== undefined) return asking(one.referral, sight)
  const { isTaken, unseen = 0, isOffered } = one ?? {}
  const ids = [
    ...(unseen > 0 && view !== 'shown' ? ['show'] : []),
    ...(isOffered ? ['ask-elsewhere'] : []),
    'leave',
    'numbers',
  ]
  const parts = [own(sight, isTaken ? 'taken' : 'waits'), ...saidBelow(sight)]
  const { desk = '', languages = [], complaints = '' } = one ?? {}
  const vars = { desk, complaints, languages: named(languages) }
  return {
    text: { key: 'join:paragraphs', vars: { items: parts.map((part) => ({ vars, ...part })) } },
    choices: ids.map((id) => ({ id, label: own(sight, id) })),
  }
}

/** Nothing is passed on to anybody else before they agree to that alone: to whom, and what. */
function asking(to: string, sight: Sight): Drawing {
  const { case: one, isMinor } = sight
  const items = ['words', ...(isMinor ? ['minor'] : []), ...(one?.shared ?? [])]
  const list = items.map((item) => own(sight, `item.${item}`))
  const vars = { desk: one?.desk ?? '', to, items: { key: 'join:bullets', vars: { items: list } } }
  const ids = [...(one?.unseen ? ['show'] : []), 'agree', 'refuse', 'leave']
  return {
    text: { ...own(sight, 'referral'), vars },
    choices: ids.map((id) => ({ id, label: own(sight, id) })),
  }
}

/** What else holds of the talk now. */
function saidBelow(sight: Sight): Text[] {
  const { language, case: one } = sight
  const { languages = [], opens, called = 0, isOffered } = one ?? {}
  const isForeign = languages.length > 0 && !languages.includes(language)
  return [
    ...(isForeign ? [own(sight, 'foreign')] : []),
    ...(opens ? [{ ...own(sight, 'opens'), vars: { opens: momentText(opens) } }] : []),
    ...(called > 0 && !isOffered ? [own(sight, 'late')] : []),
    ...(isOffered ? [own(sight, 'offered')] : []),
  ]
}
