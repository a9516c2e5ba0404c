import type * as z from 'zod'
import type { HeldCase, Shared } from '../case.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Choice, Effect, Held, Input, Known, Noted, Place, Text, Visit } from '../turn.ts'
import type { Assessment, Evidence } from '../verdict/verdict.ts'
import type { Moment } from '../zones.ts'

/** What a step sees: the knowledge, its own place, the way so far, the time, and the facts about the person. */
export interface Scene extends Required<Omit<Known, 'ticks' | 'noted' | 'reading' | 'case'>> {
  knowledge: Knowledge
  at: Place
  path: Visit[]
  canResume: boolean
  now: Date
  /** Items of this step's list that are done. */
  ticked: string[]
  /** What the answers so far mean. */
  assess: () => Assessment
  /** What an advert has told that this check can begin with. */
  noted: Noted
  /** The desk that talks with the person. */
  desk: string | undefined
  /** What could be handed over to a desk. */
  shareable: () => Shared
  /** They come from a screen of help, or an answer of theirs told of danger. */
  isInNeed: boolean
}

/** What a step does: show something and wait, or go on to a target, perhaps with an answer. */
export interface Move {
  effects?: Effect[]
  go?: string
  answer?: string
  /** An answer that may still grow: it counts already, and the person stays. */
  note?: string
  /** It was what the step waits for, only wrong: the word beside the screen says how. */
  isWrong?: true
}

/** A desk as a person may see it. */
export interface DeskSeen {
  name: string
  languages: string[]
  complaints: string
  /** When somebody is to answer, where nobody is now. */
  opens?: Moment | undefined
}

/** What a drawing sees. */
export interface Sight {
  at: Place
  country?: string | undefined
  ticked: string[]
  held: Held
  /** The case of the person, where a desk talks with them. */
  case?: HeldCase | undefined
  /** The desk that was found on the way. */
  desk?: DeskSeen | undefined
  language: string
  isMinor: boolean
  /** What could be handed over to a desk. */
  shareable: Shared
  /** What is held beyond the names of buttons: firms by name and number, days. */
  kept: Text[]
  /** How much is ticked on all lists. */
  ticks: number
  /** What a theme is called. */
  nameOf: (theme: string) => Text
}

/** A screen as its kind draws it. */
export interface Drawing {
  text: Text
  choices: Choice[]
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
  /** Facts of `flows/facts.yaml` that its `text` rests on; their values fill holes there. */
  facts?: (step: Step) => string[]
  /** Records of `flows/contacts/` that it shows by name. */
  records?: (step: Step) => string[]
  /** What the bot does on arrival. */
  enter: (step: Step, scene: Scene) => Move
  /** What it does with an input; undefined: it means nothing here. */
  receive?: (step: Step, input: Input, scene: Scene) => Move | undefined
  /** What it waits for, where it takes whatever is written for that. */
  takes?: (step: Step) => 'name' | 'words' | 'advert' | 'number' | undefined
  /** Whatever is written or sent there is for a person, so nothing else is read in it but a cry and a button. */
  isForSomebody?: true
  /** Whose numbers it asks for, where they are of one country. */
  numbersOf?: (step: Step) => string | undefined
  /** One of its own screens, from what is held at the moment when it is shown. */
  draw?: (step: Step, view: string, sight: Sight) => Drawing
  /** Its drawings need what comes to the person by itself. */
  showsHeld?: true
  /** Its drawings need the desk that their views begin with, or the case of the person. */
  showsDesk?: 'found' | 'case'
  /** What it lets the clock bring; some flow must name each under `dues`. */
  brings?: (step: Step) => string[]
  /** Themes that one can ask for tips about; each is a label. */
  themes?: (step: Step) => string[]
  /** What an answer that stands in the path means. */
  evidence?: (step: Step, answer: string, knowledge: Knowledge) => Evidence
  /** What an answer holds beyond the name of a button: a firm's name or number, a day. */
  keeps?: (step: Step, answer: string, knowledge: Knowledge) => Text[]
  /** True where the way may end because the person has what they came for. */
  ends?: (step: Step) => boolean
  /** True where somebody has turned from the step's first screen to one behind it, noted as this answer: Back leads to the first. */
  isBehind?: (step: Step, answer: string) => boolean
  /** Its screen stays in the chat once the person has gone on, so nothing else takes its place; this is noted of who comes back to it. */
  leavesScreen?: string
  /** What was told there need not be told again by somebody who comes back. */
  holds?: true
  /** As the first step of a flow it is for everybody, so no other flow may lead past it. */
  guards?: true
  /** Asks nothing: no button of its own, and no question that counts. */
  silent?: true
  /** The way begins anew there, beside what led to it. */
  beginsAnew?: (step: Step) => boolean
  /** Waits for something outside and then goes on by itself, so Back passes it by. */
  isPassing?: true
  /** Holes that it fills in its texts by itself. */
  fills?: string[]
  /** Its text takes in every question to the firm that the flow knows. */
  gathers?: true
  /** Tells the verdict that the questions before it lead to. */
  concludes?: true
}

/** Ties the fields that a flow file may give a kind of step to what the kind answers about itself. */
export function kind<Schema extends z.ZodType>(schema: Schema, answers: StepKind<z.infer<Schema>>) {
  return { schema, ...answers }
}

/** A text of the step that stands in the locale under its name: `offer:fee.text`. */
export function own({ at }: { at: Place }, name: string): Text {
  return { key: `${at.flow}:${at.step}.${name}` }
}

/** Where the choice that a press names leads, if the step has it. */
export function chosen(choices: Record<string, string>, input: Input): string | undefined {
  const id = pressed(input)
  return id !== undefined && Object.hasOwn(choices, id) ? choices[id] : undefined
}

/** The choice that a press names, if the input is a press. */
export function pressed(input: Input): string | undefined {
  return input.kind === 'press' ? input.choice : undefined
}
