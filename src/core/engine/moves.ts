import { isView, stays } from '../nature.ts'
import type { Move } from '../steps/step.ts'
import { doorOf } from '../steps/target.ts'
import type { Effect, Input, Place, State, Visit, Way } from '../turn.ts'
import { isCritical } from './evidence.ts'
import { handOffIn, kindOf, standingStep, stepAt } from './flow.ts'
import { apply, here, isBesideDesk, isScreen, type Run, walk } from './run.ts'
import { asked, entered, stands, unanswered, upTo, withAnswer } from './way.ts'

/** Opens a flow and remembers the way that it interrupts. */
export function open(run: Run, from: State | undefined, id: string, step?: string): State {
  // The menu speaks a language, so it waits until one is chosen.
  if (id === 'menu' && run.facts.language === undefined) return open(run, from, 'start')
  const flow = run.content.flows[id]
  if (!flow) throw new Error(`there is no flow ${id}`)
  return arrive(
    run,
    entered(run.content, from, id),
    step && stepAt(run.content, { flow: id, step }) ? step : flow.start,
  )
}

type Opening = Pick<Input & { kind: 'open' }, 'flow' | 'step'>

/** Whoever has no language yet chooses it first and then goes on to what they came for. Help waits for nothing. */
export function openFirst(run: Run, state: State | undefined, input: Opening): State {
  const flow = run.content.flows[input.flow]
  if (!flow || flow.id === 'start') return open(run, state, 'start')
  // Words of danger name a step of help; a link does not.
  const isHelp = flow.aside || (flow.quiet && input.step !== undefined)
  const waits = run.facts.language === undefined && !isHelp
  if (!waits) return open(run, state, flow.id, input.step)
  const wanted: Way = { flow: flow.id, path: [{ step: input.step ?? flow.start }] }
  return open(run, wanted, 'start')
}

/** Stays with something new to see, or notes the answer and goes on. */
export function follow(run: Run, state: State, move: Move): State {
  apply(run, move.effects)
  if (move.note !== undefined) return { ...state, path: withAnswer(state.path, move.note) }
  if (move.go === undefined) return move.effects?.some(isScreen) ? state : again(run, state)
  if (!isCritical(run.content, state, move.answer)) return leave(run, state, move.go, move.answer)
  // Help comes before anything else; the way waits behind the answer that called for it.
  return open(run, { ...state, path: withAnswer(state.path, move.answer) }, 'danger')
}

/** Goes from the step where the person stands to a target. A step passed without an answer leaves no trace. */
export function leave(run: Run, state: State, target: string, answer?: string): State {
  const path = withAnswer(state.path, answer)
  const standing = state.path.at(-1)
  const door = doorOf(target)
  if (door) return open(run, { ...state, path: asked(path, standing) }, door.flow, door.step)
  if (target === 'resume') return resume(run, state)
  return arrive(run, { ...state, path }, target)
}

export function arrive(run: Run, from: State, name: string): State {
  walk(run, from.flow, name)
  const step = stepAt(run.content, { flow: from.flow, step: name })
  const isNew = step && kindOf(step).beginsAnew?.(step)
  const state = isNew ? entered(run.content, from, from.flow) : from
  return show(run, { ...state, path: [...upTo(state.path, name), { step: name }] }, () => true)
}

/** An old button: what is asked now, but never in the place of a screen that is to stay in the chat. */
export function againAfter(run: Run, state: State, pressed: Place): State {
  const step = stepAt(run.content, pressed)
  const shown = again(run, state, 'common:old-button')
  if (step && kindOf(step).leavesScreen)
    run.effects = run.effects.map((one) => (one.kind === 'show' ? { ...one, lands: 'below' } : one))
  return shown
}

/** Shows once more where the person stands. What was said to stay stands in the chat already. */
export function again(run: Run, state: State, hint?: string): State {
  if (hint) run.effects.push({ kind: 'hint', text: { key: hint } })
  return show(run, state, (effect) => !(isView(effect) && stays(effect)))
}

/** Shows the step where the person stands, or passes it. */
function show(run: Run, state: State, wanted: (effect: Effect) => boolean): State {
  const { step, scene } = here(run, state)
  const move = kindOf(step).enter(step, scene)
  apply(run, move.effects?.filter(wanted))
  return move.go === undefined ? state : leave(run, state, move.go, move.answer)
}

export function resume(run: Run, state: State): State {
  const { resume: way } = state
  // Who talks with a desk goes back to it, not to what was interrupted before.
  if (isBesideDesk(run, state)) return backOut(run, state)
  if (!way) return openTalk(run) ?? open(run, undefined, 'menu')
  if (run.facts.language === undefined) return open(run, way, 'start')
  return stands(run.content, way) ? goOn(run, way) : lost(run, way)
}

/** Whoever talks with a desk was in the middle of that. */
function openTalk(run: Run): State | undefined {
  const talk = run.facts.case ? handOffIn(run.content) : undefined
  return talk && open(run, undefined, talk.flow, talk.step)
}

/** A way that waits behind an answer goes on with what the answer leads to. */
function goOn(run: Run, way: Way): State {
  const choice = way.path.at(-1)?.answer
  const state: State = { ...way, path: unanswered(way.path) }
  if (choice === undefined || isBehind(run, way)) return again(run, state)
  const { step, scene } = here(run, state)
  const move = kindOf(step).receive?.(step, { kind: 'press', ...scene.at, choice }, scene)
  if (move?.note !== undefined) return follow(run, state, move)
  return move?.go === undefined ? again(run, state) : leave(run, state, move.go, move.answer)
}

/** The content has changed under the person: a word, the menu, and what is left of the way to go on with. */
export function lost(run: Run, { flow, path, resume }: State): State {
  run.effects.push({ kind: 'hint', text: { key: 'common:changed' } })
  const missing = path.findIndex(({ step }) => !stepAt(run.content, { flow, step }))
  const left = unanswered(missing < 0 ? path : path.slice(0, missing))
  return open(
    run,
    left.length > 0 ? { flow, path: left, ...(resume && { resume }) } : resume,
    'menu',
  )
}

/** Whether somebody stands behind the first screen of the step. */
function isBehind({ content }: Run, way: Way) {
  const step = standingStep(content, way)
  const answer = way.path.at(-1)?.answer
  return Boolean(step && answer !== undefined && kindOf(step).isBehind?.(step, answer))
}

export function back(run: Run, state: State): State {
  if (isBehind(run, state)) return again(run, { ...state, path: unanswered(state.path) })
  const path = unanswered(state.path.slice(0, -1))
  if (path.length > 0) {
    const before = { ...state, path: held(run, state) ?? path }
    const { step, scene } = here(run, before)
    const { enter, isPassing, leavesScreen } = kindOf(step)
    if (isPassing || enter(step, scene).go !== undefined) return back(run, before)
    return again(run, leavesScreen ? { ...before, path: withAnswer(path, leavesScreen) } : before)
  }
  return run.content.flows[state.flow]?.aside ? backOut(run, state) : open(run, state, 'menu')
}

/** The way without its last step, with the answer to the one before, if that holds it. */
function held({ content }: Run, { flow, path }: State): Visit[] | undefined {
  const left = path.slice(0, -1)
  const step = standingStep(content, { flow, path: left })
  return step && kindOf(step).holds ? left : undefined
}

/** Out of an aside: to the aside before it, or to the way; an answer that called for help is taken back. */
function backOut(run: Run, state: State): State {
  const { resume: way, from } = state
  if (from && stepAt(run.content, from)) {
    const { flow, ...standing } = from
    return again(run, { flow, path: [standing], ...(way && { resume: way }) })
  }
  if (way?.path.at(-1)?.answer === undefined || !stands(run.content, way)) return resume(run, state)
  const standing = standingStep(run.content, way)
  const path = standing && kindOf(standing).holds ? way.path : unanswered(way.path)
  return again(run, { ...way, path })
}
