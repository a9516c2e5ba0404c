import type { ByKind } from '../by-kind.ts'
import { numbersNamed } from '../cards/number-label.ts'
import { typedName } from '../cards/typed-name.ts'
import type { Deed, Noted, State, Text } from '../turn.ts'
import { waysOf } from '../ways.ts'
import { type Content, kindOf, stepAt } from './flow.ts'

/** What a person has that could hold something of theirs. */
export interface Holder {
  state?: State | undefined
  noted?: Noted | undefined
  /** By source, what is written down to be done or shown. */
  pending?: { [source: string]: { effects: Deed[] } | undefined } | undefined
}

/** What is held beyond the names of buttons, each once: firms by name and number, days. */
export function keptOf(content: Content, { state, noted, pending = {} }: Holder): Text[] {
  const deeds = Object.values(pending).flatMap((entry) => entry?.effects ?? [])
  const texts = [
    ...(state ? onWays(content, state) : []),
    ...numbersNamed(noted?.numbers ?? []),
    ...deeds.flatMap((deed) => inDeed(deed)),
  ]
  return [...new Map(texts.map((text) => [JSON.stringify(text), text])).values()]
}

/** On this way, and on those that wait behind it. */
function onWays(content: Content, state: State): Text[] {
  return waysOf(state).flatMap(({ flow, path }) =>
    path.flatMap(({ step: name, answer }) => {
      const step = stepAt(content, { flow, step: name })
      return (step && answer !== undefined && kindOf(step).keeps?.(step, answer, content)) || []
    }),
  )
}

type Deeds = ByKind<Deed>

const nothing = () => []

/** What was asked about stays there as long as nothing newer is, also when the way is gone. */
const held: { [Kind in keyof Deeds]: (deed: Deeds[Kind]) => Text[] } = {
  show: nothing,
  contact: nothing,
  wage: nothing,
  draw: nothing,
  found: nothing,
  firm: ({ typed }) => (typed ? [typedName(typed)] : []),
  codes: nothing,
  hint: nothing,
  check: ({ question }) =>
    question.by === 'number' ? numbersNamed([question.number]) : [typedName(question.name)],
  read: nothing,
  remind: nothing,
  subscribe: nothing,
  speak: nothing,
  end: nothing,
  unsay: nothing,
  'find-desk': nothing,
  // What is handed over is shown with the case.
  'hand-off': nothing,
  relay: nothing,
  'take-back': nothing,
  reveal: nothing,
  'end-case': nothing,
  referral: nothing,
  reopen: nothing,
  complain: nothing,
  feedback: nothing,
  hide: nothing,
  forget: nothing,
}

function inDeed<Kind extends keyof Deeds>(deed: Deeds[Kind] & { kind: Kind }): Text[] {
  return held[deed.kind](deed)
}
