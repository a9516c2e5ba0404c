import * as z from 'zod'
import { numbersNamed } from '../cards/number-label.ts'
import type { Shared, SharedItem } from '../case.ts'
import {
  type Choosing,
  chosenOf,
  readChoosing,
  sharedItems,
  writeChoosing,
} from '../desk/consent.ts'
import type { Choice, Input, Text, Vars } from '../turn.ts'
import { kind, type Move, own, pressed, type Scene, type Sight } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('consent'),
  /** The step that has found the desk. */
  of: Name,
  /** The day of this wording. Whoever changes what the words promise writes a new one. */
  wording: z.iso.date(),
  sent: Target,
  /** Telephone numbers, for who would rather call. */
  numbers: Target,
})
type Consent = z.infer<typeof schema>

/** So many signs, and numbers of firms, fit on the screen beside everything else; of others it says how many. */
const shownAtMost = 1

/**
 * Says what is handed over to a desk, to whom, why, for how long; each item can be taken out. Nothing leaves before "send". How answers
 * shall come is chosen here too.
 */
export const consent = kind(schema, {
  exits: (step) => [step.sent, step.numbers],
  reads: (step) => [step.of],
  fills: ['desk', 'items', 'complaints', 'showing', 'languages', 'signs', 'firms'],
  texts: () => ({
    says: [
      'text',
      'minor',
      'showing.waits',
      'showing.shows',
      'item.language',
      'item.foreign',
      'item.words',
      ...sharedItems.map((item) => `item.${item}`),
    ],
    labels: [
      'send',
      'numbers',
      'waits',
      'shows',
      ...sharedItems.flatMap((item) => [`without.${item}`, `with.${item}`]),
    ],
  }),
  enter: (step, scene) => {
    const { desk, now } = choosing(scene)
    return desk === '' ? { go: step.of } : shown(scene, desk, now)
  },
  receive: (step, input, scene) => {
    const id = pressed(input) ?? ''
    if (id === 'numbers') return { answer: id, go: step.numbers }
    const { desk, now } = choosing(scene)
    // What was chosen on an old screen is not known any more.
    if (desk === '') return { go: step.of }
    if (id === 'send') return send(step, scene, { desk, now })
    const next = changed(now, input)
    return next && { note: noted(desk, next), ...shown(scene, desk, next) }
  },
  showsDesk: 'found',
  draw: (_step, view, sight) => draw(view, sight),
})

/** At first everything goes along; words of the desk wait where somebody else may hold the phone. */
function usual(scene: Scene): Choosing {
  const all = scene.shareable()
  return { items: sharedItems.filter((item) => all[item] !== undefined), waits: scene.isInNeed }
}

/** What the screen says by now: the desk, which the step before has found, is noted with what was chosen, so that it outlives help. */
function choosing(scene: Scene): { desk: string; now: Choosing } {
  const { path } = scene
  const [desk = '', written = ''] = path.at(-1)?.answer?.split('/') ?? []
  const now = readChoosing(written)
  return now ? { desk, now } : { desk: path.at(-2)?.answer ?? '', now: usual(scene) }
}

function noted(desk: string, now: Choosing): string {
  return `${desk}/${writeChoosing(now)}`
}

/** Each button names what it does, so a press that comes twice does no harm. */
function changed(now: Choosing, input: Input): Choosing | undefined {
  const id = pressed(input) ?? ''
  if (id === 'waits' || id === 'shows') return { ...now, waits: id === 'waits' }
  const [verb, name] = id.split('-')
  const item = sharedItems.find((one) => one === name)
  if (!item || (verb !== 'with' && verb !== 'without')) return undefined
  const isIn = (one: SharedItem) => (one === item ? verb === 'with' : now.items.includes(one))
  return { ...now, items: sharedItems.filter(isIn) }
}

function shown({ at }: Scene, desk: string, now: Choosing): Move {
  return { effects: [{ kind: 'draw', at, view: noted(desk, now) }] }
}

function send(step: Consent, scene: Scene, { desk, now }: { desk: string; now: Choosing }): Move {
  return {
    answer: noted(desk, now),
    go: step.sent,
    effects: [
      {
        kind: 'hand-off',
        desk,
        shared: chosenOf(scene.shareable(), now.items),
        wording: step.wording,
        ...(now.waits && { waits: true }),
      },
      { kind: 'set', case: desk },
    ],
  }
}

function draw(view: string, sight: Sight) {
  const { desk, language, shareable } = sight
  const [, written = ''] = view.split('/')
  const now = readChoosing(written) ?? { items: [], waits: true }
  const offered = sharedItems.filter((item) => shareable[item] !== undefined)
  const isForeign = desk !== undefined && !desk.languages.includes(language)
  const spoken = {
    ...own(sight, 'item.foreign'),
    vars: { languages: named(desk?.languages ?? []) },
  }
  const items = [
    isForeign ? spoken : own(sight, 'item.language'),
    ...(sight.isMinor ? [own(sight, 'minor')] : []),
    ...offered.filter((item) => now.items.includes(item)).map((item) => itemText(sight, item)),
    own(sight, 'item.words'),
  ]
  const vars = {
    desk: desk?.name ?? '',
    complaints: desk?.complaints ?? '',
    items: { key: 'join:bullets', vars: { items } },
    showing: own(sight, `showing.${now.waits ? 'waits' : 'shows'}`),
  }
  return {
    text: { ...own(sight, 'text'), vars },
    choices: choicesOf(sight, now, offered),
  }
}

function choicesOf(sight: Sight, now: Choosing, offered: SharedItem[]): Choice[] {
  const choice = (id: string, label = id) => ({ id, label: own(sight, label) })
  return [
    choice('send'),
    ...offered.map((item) => {
      const verb = now.items.includes(item) ? 'without' : 'with'
      return choice(`${verb}-${item}`, `${verb}.${item}`)
    }),
    choice(now.waits ? 'shows' : 'waits'),
    choice('numbers'),
  ]
}

function itemText(sight: Sight, item: SharedItem): Text {
  return { ...own(sight, `item.${item}`), vars: holes[item](sight.shareable) }
}

/** What fills an item; what is handed over need not be what is known of the person beside it. */
const holes: Record<SharedItem, (all: Shared) => Vars> = {
  country: ({ country = '' }) => ({ country: { key: 'name:country', vars: { code: country } } }),
  signs: ({ signs = [] }) => ({
    signs: few(signs.map((id) => ({ key: `indicators:${id}.label` }))),
  }),
  firms: ({ firms = [] }) => ({ firms: few(numbersNamed(firms)) }),
}

function few(names: Text[]): Text {
  const more = names.length - shownAtMost
  const count: Text[] = more > 0 ? [{ key: 'name:plain', vars: { text: `+${more}` } }] : []
  return { key: 'join:dots', vars: { items: [...names.slice(0, shownAtMost), ...count] } }
}

/** In their own names, so that whoever speaks one knows it. */
export function named(languages: string[]): Text {
  const items = languages.map((language) => ({ key: 'name:own-language', language }))
  return { key: 'join:commas', vars: { items } }
}
