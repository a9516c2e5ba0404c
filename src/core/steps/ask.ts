import * as z from 'zod'
import { sourced } from '../source.ts'
import { kind, own, pressed, type Scene } from '../step.ts'
import { everywhere, Name, Target } from '../target.ts'

const Meaningful = z.strictObject({
  next: Target,
  raises: z.array(z.string()).default([]),
  open: z.boolean().default(false),
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
  enter: (step, scene) => ({
    effects: [
      {
        kind: 'show',
        at: scene.at,
        text: sourced(scene.knowledge, own(scene, 'text'), step.facts),
        choices: offered(step, scene).map((id) => ({ id, label: own(scene, id) })),
      },
    ],
  }),
  receive: (step, input, scene) => {
    const id = pressed(input)
    if (!id || !offered(step, scene).includes(id)) return undefined
    const answer = step.choices[id]
    return answer && { answer: id, go: answer.next }
  },
  finding: (step, answer) => {
    const { raises = [], open = false } = step.choices[answer] ?? {}
    return { signs: raises, open }
  },
})

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
