import type { Input, State, Visit, Waiting, Way } from '../turn.ts'
import { type Content, isRefuge, kindOf, standingStep, stepAt } from './flow.ts'

/** At the door of a flow, with the way that it interrupts. Beside a way nothing is forgotten; another way takes its place. */
export function entered(content: Content, from: State | undefined, id: string): State {
  const waiting = from && interrupted(content, from)
  const way = waiting && (content.flows[id]?.aside ? waiting : bare(waiting))
  // Who asks for help once more at help, or for another desk, is still beside the talk with the desk.
  const room = from && (from.flow === id ? talkBeside(content, from) : roomOf(content, from))
  return { flow: id, path: [], ...(way && { resume: way }), ...(room && { from: room }) }
}

/** An aside is no way of its own and hands on the one that it holds. */
function interrupted(content: Content, { flow, path, resume }: State): Waiting | undefined {
  if (content.flows[flow]?.aside) return resume
  return { flow, path, ...(resume && { resume: bare(resume) }) }
}

function bare({ flow, path }: Way): Way {
  return { flow, path }
}

/** The place in an aside that Back returns to from the next aside. From help that was opened over a talk with a desk it is the talk. */
function roomOf(content: Content, state: State): State['from'] {
  const talk = talkBehind(content, state)
  if (talk) return talk
  const { flow, path } = state
  const standing = path.at(-1)
  return content.flows[flow]?.aside && standing ? { flow, ...standing } : undefined
}

function talkBeside(content: Content, state: State): State['from'] {
  const { flow, path } = state
  const standing = path.at(-1)
  const isTalk = standing && stepAt(content, { flow, step: standing.step })?.kind === 'hand-off'
  return isTalk ? { flow, step: standing.step } : talkBehind(content, state)
}

function talkBehind(content: Content, state: State): State['from'] {
  const { flow, from } = state
  // What is written to somebody else must not go on to the desk.
  if (isForSomebody(content, state)) return undefined
  const isTalk = from && stepAt(content, from)?.kind === 'hand-off' && isRefuge(content, flow)
  return isTalk ? from : undefined
}

function isForSomebody(content: Content, { flow, path }: State): boolean {
  const step = standingStep(content, { flow, path })
  return step !== undefined && kindOf(step).isForSomebody === true
}

export function withAnswer(path: Visit[], answer: string | undefined): Visit[] {
  const standing = path.at(-1)
  if (!standing || answer === undefined) return path.slice(0, -1)
  return [...path.slice(0, -1), { ...standing, answer }]
}

/** The way to come back to after another flow: it ends at the question that led there, unanswered. */
export function asked(path: Visit[], standing: Visit | undefined): Visit[] {
  return path.at(-1)?.step === standing?.step ? unanswered(path) : path
}

/** A way that comes by a step again is a way back to it: what lay between is asked anew. */
export function upTo(path: Visit[], step: string): Visit[] {
  const first = path.findIndex((visit) => visit.step === step)
  return first < 0 ? path : path.slice(0, first)
}

export function stands(content: Content, { flow, path }: Way) {
  return path.length > 0 && path.every(({ step }) => stepAt(content, { flow, step }))
}

export function isHere({ flow, path }: State, input: Input & { kind: 'press' }) {
  return flow === input.flow && path.at(-1)?.step === input.step
}

export function unanswered(path: Visit[]): Visit[] {
  return path.map(({ step, answer }, index) =>
    index < path.length - 1 && answer !== undefined ? { step, answer } : { step },
  )
}
