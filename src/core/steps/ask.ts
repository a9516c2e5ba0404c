import * as z from 'zod'
import { sourced } from '../cards/source.ts'
import { points } from '../knowledge/phrases.ts'
import type { Effect } from '../turn.ts'
import { kind, type Move, own, pressed, type Scene } from './step.ts'
import { everywhere, Name, Target } from './target.ts'

const Meaningful = z.strictObject({
  next: Target,
  raises: z.array(z.string()).default([]),
  open: z.boolean().default(false),
  /** Where an advert has told all of these (signs or points), this is the answer and nobody is asked. */
  told: z.array(z.string()).default([]),
})
const Answer = z.union([Target.transform((next) => Meaningful.parse({ next })), Meaningful])

const reserved: readonly string[] = [...everywhere, 'text', 'ask']
const ChoiceName = Name.refine((name) => !reserved.includes(name), {
  error: `${reserved.join(', ')} cannot name a choice`,
})

const schema = z.strictObject({
  kind: z.literal('ask'),
  choices: z.record(ChoiceName, Answer),
  facts: z.array(z.string()).default([]),
})
type Ask = z.infer<typeof schema>

/** A question with buttons. A choice may raise warning signs or leave a point open. */
export const ask = kind(schema, {
  exits: (step) => Object.values(step.choices).map(({ next }) => next),
  texts: (step) => ({
    says: isOpen(step) ? ['text', 'ask'] : ['text'],
    labels: Object.keys(step.choices),
  }),
  choices: (step) => Object.keys(step.choices).filter((id) => step.choices[id]?.next !== 'resume'),
  facts: (step) => step.facts,
  signs: (step) => Object.values(step.choices).flatMap(({ raises }) => raises),
  told: toldBy,
  enter: (step, scene) => answered(step, scene) ?? { effects: [question(step, scene)] },
  receive: (step, input, scene) => {
    const id = pressed(input)
    if (!id || !offered(step, scene).includes(id)) return undefined
    const answer = step.choices[id]
    return answer && { answer: id, go: answer.next }
  },
  evidence: (step, answer) => {
    const { raises = [], open = false } = step.choices[answer] ?? {}
    const settles = toldBy(step).filter((one) => points.some((point) => point === one))
    return { signs: raises, open: open ? { ask: 'ask' } : {}, settles }
  },
})

/** An advert may have answered already. */
function answered(step: Ask, scene: Scene): Move | undefined {
  if (toldBy(step).length === 0) return undefined
  const { told } = scene.assess()
  const found = Object.entries(step.choices).find(
    ([, choice]) => choice.told.length > 0 && choice.told.every((one) => told.includes(one)),
  )
  return found && { answer: found[0], go: found[1].next }
}

function toldBy(step: Ask) {
  return Object.values(step.choices).flatMap(({ told }) => told)
}

function question(step: Ask, scene: Scene): Effect {
  const choices = offered(step, scene).map((id) => ({ id, label: own(scene, id) }))
  const text = sourced(scene.knowledge, own(scene, 'text'), step.facts)
  return { kind: 'show', at: scene.at, text, choices }
}

/** An open point needs the question that the person can ask the firm. */
function isOpen(step: Ask) {
  return Object.values(step.choices).some(({ open }) => open)
}

/** "Go on where I was" is offered only to somebody who was somewhere. */
function offered(step: Ask, scene: Scene) {
  return Object.keys(step.choices).filter(
    (id) => step.choices[id]?.next !== 'resume' || scene.canResume,
  )
}
