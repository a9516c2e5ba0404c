import type { Move, Scene } from '../steps/step.ts'
import { flowOf } from '../steps/target.ts'
import type { Effect, Input, Place, State, Ticks, Turn, Visit, Way } from '../turn.ts'
import { assessment, isCritical, numbersOn } from './findings.ts'
import { type Content, kindOf, type Step } from './flow.ts'
import { progress } from './progress.ts'

/** What the engine knows of a person: where they stand, and the facts that outlive a flow. */
export interface Person {
  state?: State | undefined
  language?: string | undefined
  country?: string | undefined
  minor?: boolean | undefined
  ticks?: Ticks | undefined
}

/** Steps that one input may walk through; more is a loop in the content. */
const budget = 50

/** What one input does at a moment. Pure: it knows no clock, no network, no Telegram. */
export function advance(content: Content, person: Person, input: Input, now = new Date(0)): Turn {
  const run: Run = {
    content,
    now,
    ticks: person.ticks ?? {},
    language: person.language,
    country: person.country,
    minor: person.minor,
    effects: [],
    walked: 0,
  }
  const state = take(run, person.state, input)
  return { state, effects: run.effects.map((effect) => withProgress(content, state, effect)) }
}

/** One input at work: what is to be done so far, and the facts as already changed by it. */
interface Run {
  content: Content
  now: Date
  ticks: Ticks
  language: string | undefined
  country: string | undefined
  minor: boolean | undefined
  effects: Effect[]
  walked: number
}

function take(run: Run, known: State | undefined, input: Input): State {
  if (input.kind === 'open') return openFirst(run, known, input)
  if (input.kind === 'checked') return heard(run, known, input)
  const state = input.kind === 'press' ? reached(run, known, input) : known
  if (!state) return open(run, undefined, 'start')
  if (!stands(run.content, state)) return lost(run, state)
  if (input.kind === 'unknown-command') return again(run, state, 'common:unknown-command')
  if (input.kind === 'press') {
    if (input.choice === 'menu' || input.choice === 'sos') return open(run, state, input.choice)
    if (!isHere(state, input)) return again(run, state, 'common:old-button')
    if (input.choice === 'back') return back(run, state)
  }
  const { step, scene } = here(run, state)
  const move = kindOf(step).receive?.(step, input, scene)
  return move ? follow(run, state, move) : again(run, state, notUnderstood(input))
}

/** A button of help works wherever the person stands by now, also where nothing is known of them. */
function reached(run: Run, state: State | undefined, input: Input & { kind: 'press' }) {
  const { flow, step } = input
  const isHelp = flow === 'sos' && run.content.flows[flow]?.steps[step]
  if (!isHelp || (state && isHere(state, input))) return state
  return { ...entered(run, state, flow), path: [{ step }] }
}

/** What the registers say is for the step that asked; when the person has gone on meanwhile it is for nobody. */
function heard(run: Run, state: State | undefined, input: Input & { kind: 'checked' }): State {
  if (!state || !stands(run.content, state)) return state ?? { flow: 'start', path: [] }
  const { step, scene } = here(run, state)
  const move = kindOf(step).receive?.(step, input, scene)
  return move ? follow(run, state, move) : state
}

/** Whoever has no language yet chooses it first and then goes on to what they came for. Help waits for nothing. */
function openFirst(run: Run, state: State | undefined, input: Input & { kind: 'open' }): State {
  const flow = run.content.flows[input.flow]
  if (!flow || flow.id === 'start') return open(run, state, 'start')
  if (run.language !== undefined || flow.aside) return open(run, state, flow.id, input.step)
  const wanted: Way = { flow: flow.id, path: [{ step: input.step ?? flow.start }] }
  return open(run, wanted, 'start')
}

/** Opens a flow and remembers the way that it interrupts. */
function open(run: Run, from: State | undefined, id: string, step?: string): State {
  // The menu speaks a language, so it waits until one is chosen.
  if (id === 'menu' && run.language === undefined) return open(run, from, 'start')
  const flow = run.content.flows[id]
  if (!flow) throw new Error(`there is no flow ${id}`)
  return arrive(run, entered(run, from, id), step && flow.steps[step] ? step : flow.start)
}

function entered({ content }: Run, from: State | undefined, id: string): State {
  const way = from && interrupted(content, from)
  const room = from && from.flow !== id && roomOf(content, from)
  return { flow: id, path: [], ...(way && { resume: way }), ...(room && { from: room }) }
}

/** An aside is no way of its own and hands on the one that it holds. */
function interrupted(content: Content, { flow, path, resume }: State): Way | undefined {
  return content.flows[flow]?.aside ? resume : { flow, path }
}

/** The place in an aside that Back returns to from the next aside. */
function roomOf(content: Content, { flow, path }: State): Place | undefined {
  const step = path.at(-1)?.step
  return content.flows[flow]?.aside && step ? { flow, step } : undefined
}

/** Stays with something new to see, or notes the answer and goes on. */
function follow(run: Run, state: State, move: Move): State {
  apply(run, move.effects)
  if (move.note !== undefined) return { ...state, path: withAnswer(state.path, move.note) }
  if (move.go === undefined) return move.effects?.some(isScreen) ? state : again(run, state)
  if (!isCritical(run.content, state, move.answer)) return leave(run, state, move.go, move.answer)
  // Help comes before anything else; the way waits behind the answer that called for it.
  return open(run, { ...state, path: withAnswer(state.path, move.answer) }, 'danger')
}

function withAnswer(path: Visit[], answer: string | undefined): Visit[] {
  const standing = path.at(-1)
  if (!standing || answer === undefined) return path.slice(0, -1)
  return [...path.slice(0, -1), { ...standing, answer }]
}

/** Goes from the step where the person stands to a target. A step passed without an answer leaves no trace. */
function leave(run: Run, state: State, target: string, answer?: string): State {
  const path = withAnswer(state.path, answer)
  const standing = state.path.at(-1)
  const flow = flowOf(target)
  if (flow !== undefined) return open(run, { ...state, path: asked(path, standing) }, flow)
  if (target === 'resume') return resume(run, state)
  return arrive(run, { ...state, path }, target)
}

/** The way to come back to after another flow: it ends at the question that led there, unanswered. */
function asked(path: Visit[], standing: Visit | undefined): Visit[] {
  return path.at(-1)?.step === standing?.step ? unanswered(path) : path
}

function arrive(run: Run, state: State, step: string): State {
  if (++run.walked > budget)
    throw new Error(`the flow ${state.flow} goes round in circles at ${step}`)
  return show(run, { ...state, path: [...upTo(state.path, step), { step }] }, () => true)
}

/** A way that comes by a step again is a way back to it: what lay between is asked anew. */
function upTo(path: Visit[], step: string): Visit[] {
  const first = path.findIndex((visit) => visit.step === step)
  return first < 0 ? path : path.slice(0, first)
}

/** Shows once more where the person stands. What was said to stay stands in the chat already. */
function again(run: Run, state: State, hint?: string): State {
  if (hint) run.effects.push({ kind: 'hint', text: { key: hint } })
  return show(run, state, (effect) => !(effect.kind === 'show' && effect.keep))
}

/** Shows the step where the person stands, or passes it. */
function show(run: Run, state: State, wanted: (effect: Effect) => boolean): State {
  const { step, scene } = here(run, state)
  const move = kindOf(step).enter(step, scene)
  apply(run, move.effects?.filter(wanted))
  return move.go === undefined ? state : leave(run, state, move.go, move.answer)
}

function back(run: Run, state: State): State {
  const path = unanswered(state.path.slice(0, -1))
  if (path.length > 0) {
    const before = { ...state, path }
    const { step, scene } = here(run, before)
    const { enter, isPassing } = kindOf(step)
    const isPassed = isPassing || enter(step, scene).go !== undefined
    return isPassed ? back(run, before) : again(run, before)
  }
  return run.content.flows[state.flow]?.aside ? backOut(run, state) : open(run, state, 'menu')
}

/** Out of an aside: to the aside before it, or to the way; an answer that called for help is taken back. */
function backOut(run: Run, state: State): State {
  const { resume: way, from } = state
  if (from && run.content.flows[from.flow]?.steps[from.step]) {
    return arrive(run, { flow: from.flow, path: [], ...(way && { resume: way }) }, from.step)
  }
  if (way?.path.at(-1)?.answer === undefined || !stands(run.content, way)) return resume(run, state)
  return again(run, { ...way, path: unanswered(way.path) })
}

function resume(run: Run, state: State): State {
  const { resume: way } = state
  if (!way) return open(run, undefined, 'menu')
  if (run.language === undefined) return open(run, way, 'start')
  return stands(run.content, way) ? goOn(run, way) : lost(run, way)
}

/** A way that waits behind an answer goes on with what the answer leads to. */
function goOn(run: Run, way: Way): State {
  const choice = way.path.at(-1)?.answer
  if (choice === undefined) return again(run, way)
  const state: State = { ...way, path: unanswered(way.path) }
  const { step, scene } = here(run, state)
  const move = kindOf(step).receive?.(step, { kind: 'press', ...scene.at, choice }, scene)
  if (move?.note !== undefined) return follow(run, state, move)
  return move?.go === undefined ? again(run, state) : leave(run, state, move.go, move.answer)
}

/** The content has changed under the person: a word, the menu, and what is left of the way to go on with. */
function lost(run: Run, { flow, path, resume }: State): State {
  run.effects.push({ kind: 'hint', text: { key: 'common:changed' } })
  const steps = run.content.flows[flow]?.steps ?? {}
  const missing = path.findIndex(({ step }) => !steps[step])
  const left = unanswered(missing < 0 ? path : path.slice(0, missing))
  return open(
    run,
    left.length > 0 ? { flow, path: left, ...(resume && { resume }) } : resume,
    'menu',
  )
}

function here(
  { content, language, country, minor, now, ticks }: Run,
  state: State,
): { step: Step; scene: Scene } {
  const { flow, path } = state
  const name = path.at(-1)?.step ?? ''
  const step = content.flows[flow]?.steps[name]
  if (!step) throw new Error(`there is no step ${name} in the flow ${flow}`)
  const at = { flow, step: name }
  const scene: Scene = {
    knowledge: content,
    at,
    path,
    canResume: Boolean(state.resume),
    language,
    country,
    minor,
    now,
    ticked: ticks[`${flow}.${name}`] ?? [],
    assess: () => assessment(content, state),
    noted: () => numbersOn(content, state),
  }
  return { step, scene }
}

function stands(content: Content, { flow, path }: Way) {
  const steps = content.flows[flow]?.steps ?? {}
  return path.length > 0 && path.every(({ step }) => steps[step])
}

function isHere({ flow, path }: State, input: Input & { kind: 'press' }) {
  return flow === input.flow && path.at(-1)?.step === input.step
}

function unanswered(path: Visit[]): Visit[] {
  return path.map(({ step, answer }, index) =>
    index < path.length - 1 && answer !== undefined ? { step, answer } : { step },
  )
}

function apply(run: Run, effects: Effect[] = []) {
  for (const effect of effects) {
    if (isQuiet(run) && isScreen(effect)) continue
    run.effects.push(effect)
    if (effect.kind !== 'set') continue
    run.language = effect.language ?? run.language
    run.country = effect.country ?? run.country
    run.minor = effect.minor ?? run.minor
    run.ticks = { ...run.ticks, ...effect.ticks }
  }
}

/** After hiding or forgetting, nothing may appear that somebody looking over the shoulder could read. */
function isQuiet({ effects }: Run) {
  return effects.some(({ kind }) => kind === 'hide' || kind === 'forget')
}

function isScreen({ kind }: Effect) {
  return kind !== 'hint' && kind !== 'set'
}

function notUnderstood(input: Input) {
  if (input.kind !== 'message') return 'common:old-button'
  return input.text === undefined ? 'common:cannot-read' : 'common:use-buttons'
}

function withProgress(content: Content, state: State, effect: Effect): Effect {
  const flow = content.flows[state.flow]
  if (effect.kind !== 'show' || effect.at?.flow !== state.flow || !flow) return effect
  const found = progress(flow, state.path)
  return found ? { ...effect, progress: found } : effect
}
