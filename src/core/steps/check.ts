import * as z from 'zod'
import { type Answer, numberId, type Question } from '../firm/firm.ts'
import { outcomeOf } from '../verdict/answer.ts'
import { nameAt, numberAt } from './answers.ts'
import { kind, type Scene } from './step.ts'
import { Name, Target } from './target.ts'
import { waiting } from './waiting.ts'

const schema = z.strictObject({
  kind: z.literal('check'),
  proves: z.enum(['firm', 'agency']),
  /** Steps whose answer is the number; the latest on the way counts. */
  of: z.array(Name).min(1),
  /** Steps whose answer is the name that stands in the offer; what the register says is compared with it. */
  names: z.array(Name).default([]),
  /** A way for each thing that registers can say, also for the day when they are down. */
  to: z.strictObject({
    active: Target,
    inactive: Target,
    'not-found': Target,
    unavailable: Target,
    'format-wrong': Target,
    /** No register that answers programs knows such numbers. */
    'by-hand': Target,
  }),
})
type Check = z.infer<typeof schema>

/** Asks the registers about a number. The word "looking" turns into a card that stays; the way goes on by the outcome. */
export const check = kind(schema, {
  isPassing: true,
  exits: ({ to }) => [...new Set(Object.values(to))],
  reads: ({ of, names }) => [...of, ...names],
  texts: () => ({ says: ['looking'], labels: [] }),
  enter: (step, scene) => {
    const question = questionOf(step, scene)
    return question ? waiting(scene, question) : { go: step.to['by-hand'] }
  },
  receive: (step, input, scene) => {
    if (input.kind !== 'checked' || !isMine(step, scene, input.answer)) return undefined
    const { knowledge } = scene
    const outcome = outcomeOf(input.answer, knowledge)
    const typed = nameAt(step.names, scene.path)
    const isAnswered = input.answer.findings.length > 0
    return {
      answer: outcome,
      go: step.to[outcome],
      effects: isAnswered ? [{ kind: 'firm', ...(typed && { typed }) }] : [],
    }
  },
})

function questionOf({ of, proves }: Check, { path }: Scene): Question | undefined {
  const number = numberAt(of, path)
  return number && { by: 'number', number: numberId(number), proves }
}

/** An answer to something that was asked before, on another way, is for nobody. */
function isMine(step: Check, scene: Scene, { question }: Answer) {
  const mine = questionOf(step, scene)
  return (
    mine?.by === 'number' &&
    question.by === 'number' &&
    mine.number === question.number &&
    mine.proves === question.proves
  )
}
