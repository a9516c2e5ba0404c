import * as z from 'zod'
import { numbersNamed } from '../cards/number-label.ts'
import { cut } from '../cut.ts'
import { type Answer, type Candidate, numberFrom, numberId, type Question } from '../firm/firm.ts'
import type { Choice, Effect } from '../turn.ts'
import { kind, own, pressed, type Scene } from './step.ts'
import { Name, Target } from './target.ts'
import { waiting } from './waiting.ts'

const schema = z.strictObject({
  kind: z.literal('search'),
  proves: z.enum(['firm', 'agency']),
  /** The step whose answer is the name. */
  of: Name,
  to: z.strictObject({
    /** The person has chosen a firm; the answer is its number. */
    found: Target,
    'not-found': Target,
    unavailable: Target,
    /** The register of that country does not search by name for programs. */
    'by-hand': Target,
  }),
})
type Search = z.infer<typeof schema>

/** A button holds so many characters. */
const labelLength = 30

/** Looks for firms of a name in the person's country, and lets them choose. A name gives candidates, never a verdict. */
export const search = kind(schema, {
  isPassing: true,
  exits: ({ to }) => [...new Set(Object.values(to))],
  reads: ({ of }) => [of],
  texts: () => ({ says: ['looking', 'text'], labels: ['none'] }),
  enter: (step, scene) => {
    const question = questionOf(step, scene)
    return question ? waiting(scene, question) : { go: step.to['by-hand'] }
  },
  receive: (step, input, scene) => {
    if (input.kind === 'checked') {
      if (!isMine(step, scene, input.answer)) return undefined
      const { candidates } = input.answer
      if (candidates.length > 0) return { effects: [list(scene, candidates)] }
      const outcome = outcomeOf(input.answer)
      return { answer: outcome, go: step.to[outcome] }
    }
    const id = pressed(input)
    if (id === 'none') return { answer: 'not-found', go: step.to['not-found'] }
    return id && numberFrom(id) ? { answer: id, go: step.to.found } : undefined
  },
  keeps: (_step, answer) => numbersNamed([answer]),
})

function list(scene: Scene, candidates: Candidate[]): Effect {
  const choices = candidates.map(({ number, name, seat }): Choice => {
    const vars = { text: cut(seat ? `${name}, ${seat}` : name, labelLength) }
    return { id: numberId(number), label: { key: 'name:plain', vars } }
  })
  const none = { id: 'none', label: own(scene, 'none') }
  return { kind: 'show', at: scene.at, text: own(scene, 'text'), choices: [...choices, none] }
}

function outcomeOf({ findings, unasked }: Answer) {
  if (unasked) return 'unavailable'
  if (findings.length === 0) return 'by-hand'
  return findings.some(({ outcome }) => outcome === 'unavailable') ? 'unavailable' : 'not-found'
}

function questionOf({ of, proves }: Search, { path, country }: Scene): Question | undefined {
  const name = path.findLast(({ step }) => step === of)?.answer
  if (name === undefined || name === 'unknown' || country === undefined) return undefined
  return { by: 'name', name, country, proves }
}

function isMine(step: Search, scene: Scene, { question }: Answer) {
  const mine = questionOf(step, scene)
  return (
    mine?.by === 'name' &&
    question.by === 'name' &&
    mine.name === question.name &&
    mine.country === question.country
  )
}
