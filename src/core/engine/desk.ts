import { counted, mostAMinute, type Pace } from '../desk/pace.ts'
import { isEnd, told } from '../steps/hand-off.ts'
import { own } from '../steps/step.ts'
import type { DeskNews, Effect, Input, Place, State } from '../turn.ts'
import { type Content, handOffIn, kindOf, standingStep, stepAt } from './flow.ts'
import { again, follow, open, openFirst } from './moves.ts'
import { apply, here, isBesideDesk, type Run } from './run.ts'
import { stands } from './way.ts'

/**
 * Whether what somebody writes goes to the desk: they stand in the talk with it, or at help that they have opened over it. A complaint is never
 * for it, nor a cry in one.
 */
export function isWithDesk(run: Pick<Run, 'content' | 'facts'>, state: State): boolean {
  if (!run.facts.case) return false
  const step = standingStep(run.content, state)
  if (step && kindOf(step).isForSomebody) return false
  return step?.kind === 'hand-off' || isBesideDesk(run, state)
}

/** The bot is silent beside a desk. A cry goes there too, and is answered with help. Undefined: it is nothing that is written. */
export function toDesk(run: Run, state: State, input: Input): State | undefined {
  const cry = cryIn(run.content, input)
  if (cry) {
    apply(run, [relay(true)])
    return openFirst(run, state, cry)
  }
  if (input.kind !== 'message' && input.kind !== 'picture' && !isTold(input)) return undefined
  if (isBesideDesk(run, state) && isAnswer(run, state, input)) return undefined
  apply(run, [relay(false), ...beside(run, input)])
  return state
}

/** What a copy does not bring along. */
function beside({ content }: Run, input: Input): Effect[] {
  const message = input.kind === 'picture' ? input.message : input
  if (message.kind !== 'message' || message.isEdit) return []
  if (message.isLive) return [saying(content, 'live')]
  return message.isElsewhere ? [saying(content, 'elsewhere')] : []
}

/** A word beside the talk. */
function saying(content: Content, word: string): Effect {
  const at = handOffIn(content) ?? { flow: '', step: '' }
  return { kind: 'show', text: own({ at }, word), keep: true }
}

/**
 * What comes faster than a desk can read stays here, which is told once a minute. A cry goes always. With how many there were since.
 */
export function withinPace(
  content: Content,
  { pace: before, second }: { pace: Pace | undefined; second: number },
  effects: Effect[],
): { effects: Effect[]; pace?: Pace } {
  const isMany = (effect: Effect) =>
    effect.kind === 'complain' || (effect.kind === 'relay' && !effect.isUrgent && !effect.isLast)
  if (!effects.some(isMany)) return { effects, ...(before && { pace: before }) }
  const pace = counted(before, second)
  if (pace.count <= mostAMinute) return { effects, pace }
  const kept = effects.flatMap((effect): Effect[] =>
    isMany(effect) ? [{ kind: 'relay', isTooMany: true }] : [],
  )
  const isFirst = pace.count === mostAMinute + 1
  return { effects: isFirst ? [...kept, saying(content, 'too-many')] : kept, pace }
}

/** A screen of help may ask for a word, such as the name of a country. */
function isAnswer(run: Run, state: State, input: Input) {
  if (!stands(run.content, state)) return false
  const { step, scene } = here(run, state)
  return kindOf(step).receive?.(step, input, scene) !== undefined
}

function relay(isUrgent: boolean): Effect {
  return { kind: 'relay', ...(isUrgent && { isUrgent: true }) }
}

/** Words that were said open something. */
function isTold(input: Input) {
  return input.kind === 'open' && input.isSaid === true
}

/**
 * Where a cry leads. A long telling is what the desk is there for, so nobody is asked about it; and a cry that was passed on is for the
 * desk to judge.
 */
function cryIn({ doors }: Content, input: Input): Place | undefined {
  const place = input.kind === 'open' && input.isSaid ? input : urgentBelow(input)
  if (!place?.step || isSame(place, doors?.story) || isPassedOn(input)) return undefined
  return { flow: place.flow, step: place.step }
}

function urgentBelow(input: Input) {
  return input.kind === 'picture' ? input.urgent : undefined
}

function isPassedOn(input: Input) {
  return input.kind === 'open' ? input.isTheirs : input.kind === 'picture' && input.message.isTheirs
}

function isSame({ flow, step }: { flow: string; step?: string }, other: Place | undefined) {
  return flow === other?.flow && step === other.step
}

/** What was written to the desk is taken back without a word: that it is gone says enough. */
export function takeBack(run: Run, state: State, { message }: Input & { kind: 'take-back' }) {
  const at = handOffIn(run.content)
  if (!run.facts.case || !at) return again(run, state, 'common:unknown-command')
  if (message === undefined) return again(run, state, own({ at }, 'delete').key)
  apply(run, [{ kind: 'take-back', message }])
  return state
}

/** What the desk did, where the person stands; elsewhere a word beside it, which takes nobody's screen away. */
export function hearDesk(run: Run, state: State | undefined, input: DeskNews): State {
  const at = handOffIn(run.content)
  if (!state || !at) return state ?? open(run, undefined, 'start')
  if (input.desk !== undefined) apply(run, [{ kind: 'set', case: input.desk }])
  if (isWithDesk(run, state) && !isBesideDesk(run, state)) {
    const { step, scene } = here(run, state)
    const move = kindOf(step).receive?.(step, input, scene)
    return move ? follow(run, state, move) : state
  }
  if (!run.facts.case) return state
  const step = stepAt(run.content, at)
  if (step?.kind === 'hand-off') apply(run, [told(step, input, { at })])
  if (isEnd(input.news)) apply(run, [{ kind: 'set', case: false }])
  return state
}
