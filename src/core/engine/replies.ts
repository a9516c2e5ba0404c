import { adultFrom } from '../age.ts'
import { isFirmName } from '../firm/name.ts'
import { isAdvert, isAsking } from '../front/kinds.ts'
import { ageSaid, type Said, said, whole } from '../front/said.ts'
import type { Doors } from '../knowledge/doors.ts'
import { isFact, isHint } from '../nature.ts'
import type { Move } from '../steps/step.ts'
import type { Choice, Input, Message, State } from '../turn.ts'
import { kindOf, type Step, stepAt } from './flow.ts'
import { follow, openFirst, resume } from './moves.ts'
import { apply, here, type Run } from './run.ts'
import { unanswered } from './way.ts'

/** What a message says to a question. The words above a quotation are nearer to it than those that are quoted. */
export function replied(
  run: Run,
  state: State,
  message: Message,
  one: Said | undefined,
): State | undefined {
  return repliedAbove(run, state, message, one) ?? repliedWith(run, state, message, one)
}

/** Words above a quotation may be the answer to the question; above an advert they are no name, unless they look like one. */
function repliedAbove(
  run: Run,
  state: State,
  { above }: Message,
  quoted: Said | undefined,
): State | undefined {
  const one = above && saidIn(run, above)
  if (!one) return undefined
  const { step } = here(run, state)
  const waits = kindOf(step).takes?.(step)
  const isNone = waits === 'name' && quoted && isAdvert(quoted) && !isFirmName(one.text)
  return isNone ? labelled(run, state, above) : repliedWith(run, state, above, one)
}

/** What it says to a question: the one where somebody stands; a change speaks of one that was answered before. */
function repliedWith(
  run: Run,
  state: State,
  message: Message,
  one: Said | undefined,
): State | undefined {
  if (message.isEdit) return one && corrected(run, state, message, one)
  const move = received(run, state, message, one)
  return (
    (one && !one.isTheirs ? labelled(run, state, message) : undefined) ??
    (move && !isWordOnly(move) ? follow(run, state, move) : undefined)
  )
}

export function saidIn({ content }: Run, message: Message): Said | undefined {
  return hasWords(message) ? said(message, content) : undefined
}

export function hasWords({ text, caption }: Message): boolean {
  return (text ?? caption) !== undefined
}

/** What the step does with it, unless it takes whatever is written and this is plainly something else. */
export function received(run: Run, state: State, message: Message, one: Said | undefined) {
  const { step, scene } = here(run, state)
  const { receive, takes } = kindOf(step)
  const waits = takes?.(step)
  // Words of somebody else press no button, answer no question and name no firm.
  if (one?.isTheirs && waits !== 'advert' && waits !== 'number') return undefined
  const isName = one && waits === 'name' && isFirmName(one.text)
  if (one && waits && waits !== 'number' && !isName && whole(one) !== undefined) return undefined
  if (one && waits === 'name' && !isName && isAdvert(one)) return undefined
  if (one && waits === 'advert' && isAsking(one) && !isAdvert(one)) return undefined
  return receive?.(step, message, scene)
}

/** So many screens behind a question its answer can still be what stands in the newest message. */
const correctedWithin = 2

/**
 * Who corrects what they have just answered answers the same question anew; who has gone on since corrects only a number or a
 * name, which nothing but a message can have brought, or their age.
 */
function corrected(run: Run, state: State, message: Message, one: Said): State | undefined {
  const { isEdit, ...typed } = message
  const { flow, path } = state
  const first = Math.max(0, path.length - 1 - correctedWithin)
  for (let at = path.length - 1; at >= first; at--) {
    const visit = path[at]
    const step = visit && stepAt(run.content, { flow, step: visit.step })
    if (!step || !visit || visit.answer === undefined) continue
    if (isEdit === 'past' && !isTyped(step, visit.answer, one)) continue
    const before = { ...state, path: unanswered(path.slice(0, at + 1)) }
    const next = repliedWith(run, before, typed, one) ?? smallAnswer(run, before, one)
    if (next) return next
  }
  return aged(run, state, one)
}

/** Whether nothing but a message can have brought the answer, and one of the same kind. */
function isTyped(step: Step, answer: string, one: Said): boolean {
  const waits = kindOf(step).takes?.(step)
  if (waits === 'name') return answer !== 'unknown' && one.numbers.length === 0
  return waits === 'number'
}

/** `nie` that is changed to `tak`. */
function smallAnswer(run: Run, state: State, one: Said): State | undefined {
  const says = whole(one)
  return says === 'yes' || says === 'no' ? answered(run, state, says) : undefined
}

/** Who corrects the age that they typed; the question leaves no trace on the way. */
function aged(run: Run, state: State, one: Said): State | undefined {
  const { doors } = run.content
  const age = ageSaid(one)
  if (!age || !doors || run.facts.minor === undefined) return undefined
  const isMinor = age.years < adultFrom
  if (isMinor === run.facts.minor) return undefined
  if (isMinor) return openYoung(run, state, doors)
  apply(run, [{ kind: 'set', minor: false }])
  return resume(run, state)
}

export function openYoung(run: Run, state: State | undefined, doors: Doors): State {
  apply(run, [{ kind: 'set', minor: true }])
  return openFirst(run, state, doors.young)
}

/** It says why the step cannot use it, and no more: it may mean something else. */
function isWordOnly({ go, note, isWrong, effects = [] }: Move) {
  if (isWrong) return false
  return (
    go === undefined && note === undefined && effects.every((one) => isHint(one) || isFact(one))
  )
}

/** Longer than any button. */
const labelTo = 60

/** Who types what stands on a button means the button. */
export function labelled(run: Run, state: State, { text, isLabel }: Message): State | undefined {
  if (!isLabel || text === undefined || text.length > labelTo) return undefined
  const own = offered(run, state).find(({ label }) => isLabel(label))
  return own && pressed(run, state, [own.id])
}

/** The buttons of the screen where somebody stands. */
function offered(run: Run, state: State): Choice[] {
  const { step, scene } = here(run, state)
  const shown = kindOf(step).enter(step, scene).effects ?? []
  return shown.flatMap((one) => ('choices' in one && one.choices) || [])
}

/** What a press of the first of these buttons does that there is. */
export function pressed(run: Run, state: State, ids: string[]): State | undefined {
  const { step, scene } = here(run, state)
  for (const choice of ids) {
    const press: Input = { kind: 'press', ...scene.at, choice, isTyped: true }
    const move = kindOf(step).receive?.(step, press, scene)
    if (move) return follow(run, state, move)
  }
  return undefined
}

/** Buttons that stand for yes and no where both are offered; a screen may know but one of them. */
const answers: { yes?: string; no?: string }[] = [
  { yes: 'yes', no: 'no' },
  { yes: 'have', no: 'missing' },
  { yes: 'now' },
  { no: 'neither' },
]

export function answered(run: Run, state: State, says: 'yes' | 'no'): State | undefined {
  const ids = offered(run, state).map(({ id }) => id)
  const fitting = answers.find((pair) => Object.values(pair).every((id) => ids.includes(id)))
  const id = fitting?.[says]
  return id === undefined ? undefined : pressed(run, state, [id])
}
