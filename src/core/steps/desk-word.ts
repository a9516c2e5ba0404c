import * as z from 'zod'
import { momentText } from '../cards/moment.ts'
import { type Drawing, kind, own, pressed, type Sight } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('desk-word'),
  /** Where the person is asked for their consent. */
  next: Target,
  /** Where they go who do not want that. */
  not: Target,
  /** The step that has found the desk. */
  of: z.string(),
})

/** Says something of the desk that was found, before the person is asked for their consent; also when it opens. Its id is the answer. */
export const deskWord = kind(schema, {
  exits: (step) => [step.next, step.not],
  reads: (step) => [step.of],
  fills: ['desk', 'opens'],
  texts: () => ({ says: ['text', 'opens'], labels: ['next', 'not'] }),
  enter: (step, { at, path }) => {
    const desk = path.at(-2)?.answer
    if (desk === undefined) return { go: step.of }
    return { effects: [{ kind: 'draw', at, view: desk }] }
  },
  receive: (step, input, { path }) => {
    const id = pressed(input)
    if (id === 'not') return { answer: id, go: step.not }
    return id === 'next' ? { answer: path.at(-2)?.answer ?? '', go: step.next } : undefined
  },
  showsDesk: 'found',
  draw: (_step, _view, sight) => draw(sight),
})

function draw(sight: Sight): Drawing {
  const { desk } = sight
  const opens = desk?.opens && { opens: momentText(desk.opens) }
  const items = [
    { ...own(sight, 'text'), vars: { desk: desk?.name ?? '' } },
    ...(opens ? [{ ...own(sight, 'opens'), vars: opens }] : []),
  ]
  return {
    text: { key: 'join:paragraphs', vars: { items } },
    choices: ['next', 'not'].map((id) => ({ id, label: own(sight, id) })),
  }
}
