import type * as z from 'zod'
import type { Knowledge } from './knowledge.ts'
import type { Effect, Input, Place, Text, Visit } from './turn.ts'
import type { Assessment, Finding } from './verdict.ts'

/** What a step sees: the knowledge, its own place, the way so far, and two facts about the person. */
export interface Scene {
  knowledge: Knowledge
  at: Place
  path: Visit[]
  canResume: boolean
  language?: string | undefined
  country?: string | undefined
  /** What the answers so far mean. */
  assess: () => Assessment
}

/** What a step does: show something and wait, or go on to a target, perhaps with an answer. */
export interface Move {
  effects?: Effect[]
  go?: string
  answer?: string
  /** An answer that may still grow: it counts already, and the person stays. */
  note?: string
}

/** One kind of step. Everything the bot knows about the kind is answered here, so no other file branches on it. */
export interface StepKind<Step> {
  /** Every target it can lead to; review walks them. */
  exits: (step: Step) => string[]
  /** The texts it needs below its own name; labels stand on buttons. */
  texts: (step: Step) => { says: string[]; labels: string[] }
  /** Choices that count against the six of a screen: not lists that have pages, not the way back. */
  choices?: (step: Step) => string[]
  /** Every warning sign that an answer may raise. */
  signs?: (step: Step) => string[]
  /** Signs and points of an advert that answer the question by themselves. */
  told?: (step: Step) => string[]
  /** Other steps whose answers it reads. */
  reads?: (step: Step) => string[]
  /** What the bot does on arrival. */
  enter: (step: Step, scene: Scene) => Move
  /** What it does with an input; undefined: it means nothing here. */
  receive?: (step: Step, input: Input, scene: Scene) => Move | undefined
  /** What an answer that stands in the path means. */
  finding?: (step: Step, answer: string, knowledge: Knowledge) => Finding
  /** True where the way may end because the person has what they came for. */
  ends?: (step: Step) => boolean
  /** Shows nothing and counts as no question. */
  silent?: true
  /** Tells the verdict that the questions before it lead to. */
  concludes?: true
}

/** Ties the fields that a flow file may give a kind of step to what the kind answers about itself. */
export function kind<Schema extends z.ZodType>(schema: Schema, answers: StepKind<z.infer<Schema>>) {
  return { schema, ...answers }
}

/** A text of the step that stands in the locale under its name: `offer:fee.text`. */
export function own({ at }: Scene, name: string): Text {
  return { key: `${at.flow}:${at.step}.${name}` }
}

/** The choice that a press names, if the input is a press. */
export function pressed(input: Input): string | undefined {
  return input.kind === 'press' ? input.choice : undefined
}
