import * as z from 'zod'
import { kind, type Move, pressed } from '../step.ts'
import { Target } from '../target.ts'

const schema = z.strictObject({
  kind: z.literal('age'),
  adult: Target,
  minor: Target,
  /** Asks although it is known, so that a slip can be mended. */
  anew: z.boolean().default(false),
})
type Age = z.infer<typeof schema>

const ages = ['adult', 'minor'] as const

/** 18 or older, or younger: asked once, then passed silently in every flow. Only this yes or no is kept. */
export const age = kind(schema, {
  exits: (step) => [step.adult, step.minor],
  texts: () => ({ says: [], labels: [] }),
  enter: (step, scene) => {
    if (scene.minor !== undefined && !step.anew) return { go: step[ageOf(scene.minor)] }
    const choices = ages.map((id) => ({ id, label: { key: `common:age.${id}` } }))
    return { effects: [{ kind: 'show', at: scene.at, text: { key: 'common:age.text' }, choices }] }
  },
  receive: (step, input) => {
    const id = ages.find((one) => one === pressed(input))
    return id && choose(step, id)
  },
})

/** What is known of the person need not stand on the way too. */
function choose(step: Age, id: (typeof ages)[number]): Move {
  return { go: step[id], effects: [{ kind: 'set', minor: id === 'minor' }] }
}

export function ageOf(minor: boolean) {
  return minor ? 'minor' : 'adult'
}
