import * as z from 'zod'
import { shownPhones, shownWebsite } from '../knowledge/contact.ts'
import { linesOf } from '../quote.ts'
import type { Show, Text } from '../turn.ts'
import { kind, type Move, own, pressed, type Scene } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('card'),
  /** What stands on the card, line by line. */
  lines: z.array(Name).min(1).max(8),
  /** The record whom the trusted person can ask for advice, with a number that works from anywhere. */
  adviser: Name,
  next: Target,
})
type Card = z.infer<typeof schema>

/** With the words around it a longer message would not fit into one of Telegram's. */
const longest = 2000

/** Where somebody writes on paper. */
const empty = '…………………'

/**
 * A card for somebody whom the person trusts: blank, to be filled elsewhere; or filled from one message and shown at
 * once. What is kept says only that the words are to be quoted, never the words.
 */
export const card = kind(schema, {
  exits: (step) => [step.next],
  fills: ['lines', 'adviser'],
  records: ({ adviser }) => [adviser],
  texts: ({ lines }) => ({
    says: ['text', 'card', 'copied', 'filled', 'long', ...lines],
    labels: ['blank', 'next'],
  }),
  takes: () => 'words',
  enter: (_step, scene) => ({ effects: [prompt(scene, 'text', ['blank', 'next'])] }),
  receive: (step, input, scene) => {
    const id = pressed(input)
    if (id === 'next') return { answer: id, go: step.next }
    if (id === 'blank') return hand(step, scene, blank(step, scene), 'copied')
    if (input.kind !== 'message' || input.text === undefined) return undefined
    if (input.text.length > longest)
      return { effects: [{ kind: 'hint', text: own(scene, 'long') }], isWrong: true }
    return hand(step, scene, filled(step, scene, input.text), 'filled')
  },
})

/** The card as a message that stays, and what to do with it. */
function hand({ adviser }: Card, scene: Scene, lines: Text, then: string): Move {
  const text: Text = { ...own(scene, 'card'), vars: { lines, adviser: calling(adviser, scene) } }
  return { effects: [{ kind: 'show', keep: true, text }, prompt(scene, then, ['blank', 'next'])] }
}

/** A name, and the number as one dials it from any country. */
function calling(id: string, { knowledge }: Scene): Text {
  const record = Object.values(knowledge.contacts)
    .flat()
    .find((contact) => contact.id === id)
  const way = record && (shownPhones(record)[0]?.number ?? shownWebsite(record))
  return way
    ? { key: 'name:plain', vars: { text: `${record.name}, ${way}` } }
    : { key: 'name:none' }
}

function prompt(scene: Scene, text: string, ids: string[]): Show {
  const choices = ids.map((id) => ({ id, label: own(scene, id) }))
  return { kind: 'show', at: scene.at, text: own(scene, text), choices }
}

function blank(step: Card, scene: Scene): Text {
  return labelled(step, scene, () => empty)
}

/** Who wrote all the lines in their order gets each with its name; anything else is quoted as it is: no line may be misnamed. */
function filled(step: Card, scene: Scene, words: string): Text {
  const count = linesOf(words).length
  if (count !== step.lines.length) return { key: 'join:lines', vars: { items: [quoted] } }
  return labelled(step, scene, (at) => ({ key: 'quote:line', vars: { at } }))
}

const quoted: Text = { key: 'common:quoted', vars: { words: { key: 'quote:words' } } }

function labelled({ lines }: Card, scene: Scene, value: (at: number) => string | Text): Text {
  const items = lines.map(
    (line, at): Text => ({
      key: 'common:card-line',
      vars: { name: own(scene, line), value: value(at) },
    }),
  )
  return { key: 'join:lines', vars: { items } }
}
