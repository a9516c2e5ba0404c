import * as z from 'zod'
import { type Age, adultFrom, ageOf, ages } from '../age.ts'
import { ageSaid, said } from '../front/said.ts'
import type { Message } from '../turn.ts'
import { kind, type Move, pressed, type Scene } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('age'),
  adult: Target,
  minor: Target,
  /** Asks although it is known, so that a slip can be mended. */
  anew: z.boolean().default(false),
})
type AskAge = z.infer<typeof schema>

/** 18 or older, or younger: asked once, then passed silently in every flow. Only this yes or no is kept. */
export const age = kind(schema, {
  guards: true,
  exits: (step) => [step.adult, step.minor],
  texts: () => ({ says: [], labels: [] }),
  enter: (step, scene) => {
    if (scene.minor !== undefined && !step.anew) return { go: step[ageOf(scene.minor)] }
    const choices = ages.map((id) => ({ id, label: { key: `common:age.${id}` } }))
    return { effects: [{ kind: 'show', at: scene.at, text: { key: 'common:age.text' }, choices }] }
  },
  receive: (step, input, scene) => {
    const id = input.kind === 'message' ? typed(input, scene) : pressed(input)
    const known = ages.find((one) => one === id)
    return known && choose(step, known)
  },
})

/** `mam 17 lat`; `nie mam 18 lat` and `syn ma 16 lat` say something else. */
function typed(message: Message, { knowledge }: Scene): Age | undefined {
  const age = ageSaid(said(message, knowledge))
  return age && ageOf(age.years < adultFrom)
}

/** What is known of the person need not stand on the way too. */
function choose(step: AskAge, id: Age): Move {
  return { go: step[id], effects: [{ kind: 'set', minor: id === 'minor' }] }
}
