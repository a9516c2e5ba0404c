import { isAdvert, stated, tells } from '../front/kinds.ts'
import { meaning } from '../front/meaning.ts'
import { found, type Said } from '../front/said.ts'
import { topics } from '../knowledge/phrases.ts'
import { isFact, isView, stays } from '../nature.ts'
import { decode, isAnother } from '../scan/answer.ts'
import type { Move } from '../steps/step.ts'
import type { Effect, Message, State } from '../turn.ts'
import { assessment, isCritical } from './evidence.ts'
import { kindOf, standingStep, stepAt } from './flow.ts'
import { again, follow, open } from './moves.ts'
import { apply, here, type Run } from './run.ts'
import { withAnswer } from './way.ts'

/** An advert often comes in several messages: what comes behind one that was read is more of it. */
export function partOf(
  run: Run,
  state: State | undefined,
  message: Message,
  one: Said,
): State | undefined {
  const told = state && behindAdvert(run, state)
  const first = told && decode(told.scanned.path.at(-1)?.answer ?? '', run.content)
  if (!told || !first || !tells(one)) return undefined
  if (!message.isPart && isAnother(first, stated(one))) return undefined
  if (!told.isNew && !message.isPart && isOneWhole(run, one)) return undefined
  return told.isNew
    ? readAdvert(run, told.scanned, message, 'common:advert-more')
    : amended(run, told, message)
}

/** Whether what was read before says all that this does; never where nothing was read before. */
export function addsNothing(run: Run, state: State, message: Message): boolean {
  const told = behindAdvert(run, state)
  const before = told?.scanned.path.at(-1)?.answer
  return told !== undefined && readScan(run, told.scanned, message)?.answer === before
}

/** A part of an advert of which others are still to come: what it says is shown and noted, and only help goes on from there. */
export function noteAdvert(run: Run, state: State, message: Message): State {
  const read = readScan(run, state, message)
  if (!read) return state
  apply(run, read.effects)
  const next = { ...state, path: withAnswer(state.path, read.answer) }
  return isCritical(run.content, state, read.answer) ? open(run, next, 'danger') : next
}

/** On from an advert that was waiting for its last part. */
export function goOnFrom(run: Run, state: State): State {
  const { step } = here(run, state)
  const [go = 'resume'] = kindOf(step).exits(step)
  return follow(run, state, { answer: state.path.at(-1)?.answer ?? '', go })
}

/** Later on a number alone asks about a firm, and what offers work and states enough by itself is the next offer. */
function isOneWhole({ content: { doors } }: Run, one: Said): boolean {
  // A flat is often told behind the work; it makes no offer of its own.
  const told = stated(one).filter((point) => !topics.some((topic) => topic === point))
  const isOffer = isAdvert(one) && found(one, 'offer').length > 0 && told.length >= wholeFrom
  return isOffer || (doors && meaning(one, doors)?.kind) === 'number'
}

const wholeFrom = 2

/** The answers that were given since stand. What is critical only now shows help first. */
function amended(run: Run, { scanned, standing }: ToldAdvert, message: Message): State | undefined {
  const read = readScan(run, scanned, message)
  if (!read) return undefined
  const at = scanned.path.length - 1
  const path = standing.path.map((visit, index) =>
    index === at ? { ...visit, answer: read.answer } : visit,
  )
  const next = { ...standing, path }
  apply(run, [...read.effects, word('common:advert-more')])
  const isNews = !isCritical(run.content, scanned, scanned.path[at]?.answer)
  return isNews && isCritical(run.content, scanned, read.answer)
    ? open(run, next, 'danger')
    : again(run, next)
}

/** An advert that was read on the way where somebody stands. */
interface ToldAdvert {
  /** The way up to it. */
  scanned: State
  standing: State
  /** Nobody has gone on from there. */
  isNew: boolean
}

/** Beside the way, only one that was read just now. */
function behindAdvert(run: Run, { from: _, ...state }: State): ToldAdvert | undefined {
  const { content } = run
  const { resume, ...way } = state
  const isBeside = content.flows[state.flow]?.aside
  const standing: State | undefined = isBeside ? resume : { ...way, ...(resume && { resume }) }
  const at = standing?.path.findLastIndex((visit) => isScan(run, standing.flow, visit.step)) ?? -1
  if (!standing || at < 0 || standing.path[at]?.answer === undefined) return undefined
  const isNew = at >= standing.path.length - (isBeside ? 1 : 2)
  if (isBeside && !isNew) return undefined
  return { scanned: { ...standing, path: standing.path.slice(0, at + 1) }, standing, isNew }
}

function isScan({ content }: Run, flow: string, name: string) {
  const step = stepAt(content, { flow, step: name })
  return step !== undefined && kindOf(step).takes?.(step) === 'advert'
}

/** The word for an advert that is read beside another one of which was warned; whoever sends it must not think that it is over. */
export function besideWarning(run: Run, state: State | undefined): string | undefined {
  const told = state && behindAdvert(run, state)
  if (!told) return undefined
  const { verdict } = assessment(run.content, told.scanned)
  return verdict === 'danger' || verdict === 'strong' ? 'common:advert-next' : undefined
}

/** Reads it and goes straight on: nobody was asked for more of it. The words that were found are shown first. */
export function readAdvert(
  run: Run,
  state: State,
  message: Message,
  said?: string,
): State | undefined {
  const { step } = here(run, state)
  const [go] = kindOf(step).exits(step)
  const read = readScan(run, state, message)
  if (!read || go === undefined) return undefined
  const next = followFirst(run, state, { answer: read.answer, go, effects: read.effects })
  // Who is asked for their age first hears that it was read.
  const isSilent = !read.effects.some(isView) && guards(run, next)
  const key = said ?? (isSilent ? 'common:advert-read' : undefined)
  if (key) run.effects.push(word(key))
  return next
}

function guards({ content }: Run, state: State): boolean {
  const step = standingStep(content, state)
  return step !== undefined && kindOf(step).guards === true
}

function word(key: string): Effect {
  return { kind: 'hint', text: { key } }
}

/** What the step that reads adverts makes of it, and what stays: the words found, the numbers noted. */
function readScan(run: Run, state: State, message: Message) {
  const { step, scene } = here(run, state)
  const { note, answer = note, effects = [] } = kindOf(step).receive?.(step, message, scene) ?? {}
  return answer === undefined ? undefined : { answer, effects: effects.filter(isLasting) }
}

/** It is said or known for good, whatever is asked next. */
function isLasting(effect: Effect) {
  return isFact(effect) || (isView(effect) && stays(effect))
}

/** Whoever has no language yet chooses it first; what was said is not lost. Help waits for nothing. */
export function followFirst(run: Run, state: State, move: Move): State {
  const { answer, effects = [] } = move
  const waits = run.facts.language === undefined && !isCritical(run.content, state, answer)
  if (!waits || answer === undefined) return follow(run, state, move)
  apply(run, effects.filter(isLasting))
  return open(run, { ...state, path: withAnswer(state.path, answer) }, 'start')
}
