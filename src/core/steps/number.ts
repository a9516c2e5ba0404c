import * as z from 'zod'
import { numbersNamed, numberText } from '../cards/number-label.ts'
import {
  countryOf,
  type FirmNumber,
  type NumberRead,
  numberCountries,
  numberFrom,
  numberId,
} from '../firm/firm.ts'
import { NumberKindName } from '../knowledge/knowledge.ts'
import type { Choice, Effect, Input, Show, Text } from '../turn.ts'
import { notedNumbers } from './noted.ts'
import { kind, type Move, own, pressed, type Scene } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('number'),
  /** Kinds of number that are asked for; without it any. */
  takes: z.array(NumberKindName).min(1).exactOptional(),
  next: Target,
  /** What a register is to prove: a flow that begins here begins with the numbers that an advert has told. */
  proves: z.enum(['firm', 'agency']).exactOptional(),
  /** Where a number of another country leads that is not of the kinds asked for. */
  abroad: Target.exactOptional(),
  /** Where "I have no number" leads, if it is offered. */
  unknown: Target.optional(),
})
type Number = z.infer<typeof schema>

/** Readings of one line that fit on a screen beside "I have none". */
const offeredAtMost = 5

/** Waits for the number of a firm, however it is typed. What cannot be one is said at once, before anybody is asked. */
export const number = kind(schema, {
  exits: ({ next, abroad, unknown }) => [next, abroad, unknown].filter((one) => one !== undefined),
  texts: ({ proves, unknown }) => ({
    says: ['text', 'again', 'which', ...(proves ? ['noted'] : [])],
    labels: [...(unknown ? ['unknown'] : []), ...(proves ? ['other'] : [])],
  }),
  takes: () => 'number',
  numbersOf: (step) => {
    const [country, ...others] = new Set(step.takes?.map((kind) => numberCountries[kind]))
    return others.length === 0 ? country : undefined
  },
  isBehind: (_step, answer) => answer === 'other',
  enter: (step, scene) => ({ effects: [asking(step, scene, scene.path.at(-1)?.answer)] }),
  receive: (step, input, scene) => {
    if (input.kind === 'message') return typed(step, input, scene)
    const id = pressed(input)
    if (id === 'other' && step.proves) return { effects: [asking(step, scene, id)], note: id }
    if (id === 'unknown' && step.unknown) return { answer: id, go: step.unknown }
    const chosen = id && numberFrom(id)
    return chosen ? choose(step, chosen) : undefined
  },
  keeps: (_step, answer) => numbersNamed([answer]),
})

function typed(step: Number, input: Input & { kind: 'message' }, scene: Scene): Move | undefined {
  if ((input.text ?? input.caption) === undefined) return undefined
  const read = readable(step, input.numbers ?? [])
  const possible = read.filter(({ fault }) => fault === undefined).slice(0, offeredAtMost)
  const [first, second] = possible
  if (first && !second) return { ...choose(step, first), effects: [taken(first)] }
  if (first) return { effects: [which(step, scene, possible)] }
  const fault = wrong(read)
  if (fault) return { effects: [{ kind: 'hint', text: fault }], isWrong: true }
  return { effects: [{ kind: 'hint', text: own(scene, 'again') }] }
}

/** Of the kinds asked for; else those of another country, if they lead anywhere. */
function readable(step: Number, numbers: NumberRead[]): NumberRead[] {
  const own = numbers.filter((one) => isOwn(step, one))
  const others = step.abroad === undefined ? [] : numbers.filter((one) => !isOwn(step, one))
  const whole = others.filter(({ fault }) => fault === undefined)
  return own.length > 0 ? own : whole
}

function choose(step: Number, found: FirmNumber): Move {
  const go = isOwn(step, found) ? step.next : (step.abroad ?? step.next)
  return { answer: numberId(found), go }
}

/** Of a kind that is asked for; some numbers tell their country, so a Polish VAT number stands beside the other Polish ones. */
function isOwn({ takes }: Number, number: FirmNumber) {
  if (!takes || takes.includes(number.kind)) return true
  const country = numberCountries[number.kind] === undefined && countryOf(number)
  return takes.some((kind) => numberCountries[kind] === country)
}

/** The same digits can be a number of several kinds; the person knows which. */
function which(step: Number, scene: Scene, possible: FirmNumber[]): Effect {
  const choices = possible.map((one): Choice => ({ id: numberId(one), label: numberText(one) }))
  const text = own(scene, 'which')
  return { kind: 'show', at: scene.at, text, choices: [...choices, ...none(step, scene)] }
}

/** What was read of it: who sees another number than the one they typed can go back at once. */
function taken(number: NumberRead): Effect {
  return { kind: 'hint', text: { key: 'firm:taken', vars: { number: numberText(number) } } }
}

function wrong(read: NumberRead[]): Text | undefined {
  const [first] = read
  return first?.fault && { key: `firm:fault.${first.fault}`, vars: { number: numberText(first) } }
}

/** Numbers that stood in the advert need not be typed again; a flow that begins here begins with them. */
function asking(step: Number, scene: Scene, answer: string | undefined): Show {
  const known = notedNumbers(step.proves ?? 'agency', scene)
  const fitting = known.filter((one) => step.abroad !== undefined || isOwn(step, one))
  const buttons = fitting.map((one): Choice => ({ id: numberId(one), label: numberText(one) }))
  const isFirst = step.proves !== undefined && scene.path.length === 1 && buttons.length > 0
  const other: Choice = { id: 'other', label: own(scene, 'other') }
  if (isFirst && answer !== 'other') {
    const choices = [...buttons.slice(0, offeredAtMost - 1), other, ...none(step, scene)]
    return { kind: 'show', at: scene.at, text: own(scene, 'noted'), choices }
  }
  const shown = isFirst ? [] : buttons.slice(0, offeredAtMost)
  const choices = [...shown, ...none(step, scene)]
  return { kind: 'show', at: scene.at, text: own(scene, 'text'), choices }
}

function none(step: Number, scene: Scene): Choice[] {
  return step.unknown ? [{ id: 'unknown', label: own(scene, 'unknown') }] : []
}
