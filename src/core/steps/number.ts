import * as z from 'zod'
import { numbersNamed, numberText } from '../cards/number-label.ts'
import {
  type FirmNumber,
  type NumberRead,
  numberCountries,
  numberFrom,
  numberId,
} from '../firm/firm.ts'
import { NumberKindName } from '../knowledge/knowledge.ts'
import type { Choice, Effect, Input, Text } from '../turn.ts'
import { kind, type Move, own, pressed, type Scene } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('number'),
  /** Kinds of number that are asked for; without it any. */
  takes: z.array(NumberKindName).min(1).exactOptional(),
  next: Target,
  /** Where "I have no number" leads, if it is offered. */
  unknown: Target.optional(),
})
type Number = z.infer<typeof schema>

/** Readings of one line that fit on a screen beside "I have none". */
const offeredAtMost = 5

/** Waits for the number of a firm, however it is typed. What cannot be one is said at once, before anybody is asked. */
export const number = kind(schema, {
  exits: (step) => (step.unknown ? [step.next, step.unknown] : [step.next]),
  texts: (step) => ({ says: ['text', 'again', 'which'], labels: step.unknown ? ['unknown'] : [] }),
  takes: () => 'number',
  numbersOf: (step) => {
    const [country, ...others] = new Set(step.takes?.map((kind) => numberCountries[kind]))
    return others.length === 0 ? country : undefined
  },
  enter: (step, scene) => ({
    effects: [
      { kind: 'show', at: scene.at, text: own(scene, 'text'), choices: noted(step, scene) },
    ],
  }),
  receive: (step, input, scene) => {
    if (input.kind === 'message') return typed(step, input, scene)
    const id = pressed(input)
    if (id === 'unknown' && step.unknown) return { answer: id, go: step.unknown }
    const chosen = id && numberFrom(id)
    return chosen ? choose(step, chosen) : undefined
  },
  keeps: (_step, answer) => numbersNamed([answer]),
})

function typed(step: Number, input: Input & { kind: 'message' }, scene: Scene): Move | undefined {
  if ((input.text ?? input.caption) === undefined) return undefined
  const read = (input.numbers ?? []).filter(({ kind }) => step.takes?.includes(kind) ?? true)
  const possible = read.filter(({ fault }) => fault === undefined).slice(0, offeredAtMost)
  const [first, second] = possible
  if (first && !second) return choose(step, first)
  if (first) return { effects: [which(step, scene, possible)] }
  const fault = wrong(read)
  if (fault) return { effects: [{ kind: 'hint', text: fault }], isWrong: true }
  return { effects: [{ kind: 'hint', text: own(scene, 'again') }] }
}

function choose(step: Number, found: FirmNumber): Move {
  return { answer: numberId(found), go: step.next }
}

/** The same digits can be a number of several kinds; the person knows which. */
function which(step: Number, scene: Scene, possible: FirmNumber[]): Effect {
  const choices = possible.map((one): Choice => ({ id: numberId(one), label: numberText(one) }))
  const text = own(scene, 'which')
  return { kind: 'show', at: scene.at, text, choices: [...choices, ...none(step, scene)] }
}

function wrong(read: NumberRead[]): Text | undefined {
  const [first] = read
  return first?.fault && { key: `firm:fault.${first.fault}`, vars: { number: numberText(first) } }
}

/** Numbers that stood in the advert need not be typed again. */
function noted(step: Number, scene: Scene): Choice[] {
  const known = scene.noted().flatMap((id) => numberFrom(id) ?? [])
  const fitting = known.filter(({ kind }) => step.takes?.includes(kind) ?? true)
  const buttons = fitting.map((one): Choice => ({ id: numberId(one), label: numberText(one) }))
  return [...buttons.slice(0, offeredAtMost), ...none(step, scene)]
}

function none(step: Number, scene: Scene): Choice[] {
  return step.unknown ? [{ id: 'unknown', label: own(scene, 'unknown') }] : []
}
