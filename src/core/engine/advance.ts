import type { Effect, Input, State, Turn } from '../turn.ts'
import { hearDesk, isWithDesk, takeBack, toDesk } from './desk.ts'
import { hear } from './door.ts'
import { type Content, isRefuge, kindOf, stepAt } from './flow.ts'
import { again, againAfter, back, follow, lost, open, openFirst } from './moves.ts'
import { passedOn } from './passed-on.ts'
import { pictured, readPicture } from './pictures.ts'
import { progress } from './progress.ts'
import { begin, here, type Person, type Run } from './run.ts'
import { entered, isHere, stands } from './way.ts'

/** What one input does at a moment. Pure: it knows no clock, no network, no Telegram. */
export function advance(content: Content, person: Person, input: Input, now = new Date(0)): Turn {
  const run = begin(content, person, now)
  const state = take(run, person.state, input)
  return { state, effects: run.effects.map((effect) => withProgress(content, state, effect)) }
}

function take(run: Run, known: State | undefined, input: Input): State {
  if (known && isWithDesk(run, known)) {
    const relayed = toDesk(run, known, input)
    if (relayed) return relayed
  }
  if (input.kind === 'open') return openFirst(run, known, input)
  if (input.kind === 'checked' || input.kind === 'desk-found') return heard(run, known, input)
  if (input.kind === 'desk-news') return hearDesk(run, known, input)
  // Also for who is not known any more, and where the content has changed under them.
  if (input.kind === 'press' && input.choice === 'sos') return open(run, known, 'sos')
  const state = input.kind === 'press' ? reached(run, known, input) : known
  if (state && !stands(run.content, state)) return lost(run, state)
  const passed = state && passedOn(run, state, input)
  if (passed) return passed
  if (input.kind === 'message') return hear(run, state, input)
  if (input.kind === 'picture') return pictured(run, state, input)
  if (input.kind === 'read') return readPicture(run, state, input)
  if (!state) return open(run, undefined, 'start')
  if (input.kind === 'unknown-command') return again(run, state, 'common:unknown-command')
  if (input.kind === 'take-back') return takeBack(run, state, input)
  if (input.choice === 'menu') return open(run, state, 'menu')
  if (!isHere(state, input)) return againAfter(run, state, input)
  if (input.choice === 'back') return back(run, state)
  const { step, scene } = here(run, state)
  const move = kindOf(step).receive?.(step, input, scene)
  return move ? follow(run, state, move) : again(run, state, 'common:old-button')
}

/** A button of help works wherever the person stands by now, also where nothing is known of them. */
function reached(run: Run, state: State | undefined, input: Input & { kind: 'press' }) {
  const { flow, step } = input
  if (!isRefuge(run.content, flow) || !stepAt(run.content, { flow, step })) return state
  if (state && isHere(state, input)) return state
  return { ...entered(run.content, state, flow), path: [{ step }] }
}

/** What the registers say, or which desk there is, is for the step that asked; when the person has gone on meanwhile it is for nobody. */
function heard(
  run: Run,
  state: State | undefined,
  input: Input & { kind: 'checked' | 'desk-found' },
): State {
  if (!state || !stands(run.content, state)) return state ?? { flow: 'start', path: [] }
  const { step, scene } = here(run, state)
  const move = kindOf(step).receive?.(step, input, scene)
  return move ? follow(run, state, move) : state
}

function withProgress(content: Content, state: State, effect: Effect): Effect {
  const flow = content.flows[state.flow]
  if (effect.kind !== 'show' || effect.at?.flow !== state.flow || !flow) return effect
  const found = progress(flow, state.path)
  return found ? { ...effect, progress: found } : effect
}
