import * as z from 'zod'
import type { Choice } from '../turn.ts'
import { chosen, kind, own, type Scene } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('which'),
  /** Everything that a message may lead to; only what fits is offered. */
  choices: z.record(Name, Target),
  /** Where it leads if nothing is to be chosen. */
  else: Target,
})
type Which = z.infer<typeof schema>

/** A message that may mean one thing or another: its answer names the places from the beginning, `topics.fees+topics.pay`. */
export const which = kind(schema, {
  exits: (step) => [...Object.values(step.choices), step.else],
  texts: (step) => ({ says: ['text'], labels: Object.keys(step.choices) }),
  enter: (step, scene) => {
    const choices = offered(step, scene)
    if (choices.length === 0) return { go: step.else }
    return { effects: [{ kind: 'show', at: scene.at, text: own(scene, 'text'), choices }] }
  },
  receive: (step, input) => {
    const go = chosen(step.choices, input)
    return go ? { go } : undefined
  },
})

function offered(step: Which, scene: Scene): Choice[] {
  const places = scene.path.at(-1)?.answer?.split('+') ?? []
  return Object.entries(step.choices)
    .filter(([, target]) => places.includes(placeOf(target, scene.at.flow)))
    .map(([id]) => ({ id, label: own(scene, id) }))
}

/** `flow:consultant` → `consultant`; `fees` → `topics.fees` */
function placeOf(target: string, flow: string) {
  return target.startsWith('flow:') ? target.slice('flow:'.length) : `${flow}.${target}`
}
