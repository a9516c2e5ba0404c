import { applyFacts } from '../facts.ts'
import { isEnding, isFact, isHint } from '../nature.ts'
import type { Scene } from '../steps/step.ts'
import type { Effect, Known, State } from '../turn.ts'
import { assessment } from './evidence.ts'
import { type Content, isRefuge, type Step, stepAt } from './flow.ts'
import { isInNeed, shareable } from './shareable.ts'

/** What the engine knows of a person: where they stand, and the facts that outlive a flow. */
export interface Person extends Known {
  state?: State | undefined
}

/** Steps that one input may walk through; more is a loop in the content. */
const budget = 50

/** One input at work: what is to be done so far, and the facts as already changed by it. */
export interface Run {
  content: Content
  now: Date
  facts: Known
  effects: Effect[]
  walked: number
}

export function begin(
  content: Content,
  { language, country, minor, ticks, noted, reading, case: inCase }: Person,
  now: Date,
): Run {
  const facts: Required<Known> = {
    language,
    country,
    minor,
    ticks,
    noted,
    reading,
    case: inCase,
  }
  return { content, now, facts, effects: [], walked: 0 }
}

/** Counts a step that is walked to. */
export function walk(run: Run, flow: string, step: string): void {
  if (++run.walked > budget) throw new Error(`the flow ${flow} goes round in circles at ${step}`)
}

/** The step where the person stands, and what it sees. */
export function here({ content, facts, now }: Run, state: State): { step: Step; scene: Scene } {
  const { flow, path } = state
  const name = path.at(-1)?.step ?? ''
  const step = stepAt(content, { flow, step: name })
  if (!step) throw new Error(`there is no step ${name} in the flow ${flow}`)
  const at = { flow, step: name }
  const scene: Scene = {
    knowledge: content,
    at,
    path,
    canResume: Boolean(state.resume ?? facts.case),
    language: facts.language,
    country: facts.country,
    minor: facts.minor,
    now,
    ticked: facts.ticks?.[`${flow}.${name}`] ?? [],
    desk: facts.case || undefined,
    assess: () => assessment(content, state),
    shareable: () => shareable(content, state, facts),
    isInNeed: isInNeed(content, state),
    noted: facts.noted ?? { numbers: [] },
  }
  return { step, scene }
}

/** Whether somebody who talks with a desk has opened help over it. */
export function isBesideDesk(
  { content, facts }: Pick<Run, 'content' | 'facts'>,
  { flow, from }: State,
): boolean {
  if (!facts.case || !from || !isRefuge(content, flow)) return false
  return stepAt(content, from)?.kind === 'hand-off'
}

/** What a step does is to be done, and changes at once what the next one sees. */
export function apply(run: Run, effects: Effect[] = []) {
  for (const effect of effects) {
    if (isQuiet(run) && isScreen(effect)) continue
    run.effects.push(effect)
    run.facts = applyFacts(run.facts, [effect])
  }
}

/** After hiding or forgetting, nothing may appear that somebody looking over the shoulder could read. */
function isQuiet({ effects }: Run) {
  return effects.some(isEnding)
}

/** Shows or does something: more than a word beside a screen or a fact. */
export function isScreen(effect: Effect) {
  return !isHint(effect) && !isFact(effect)
}
