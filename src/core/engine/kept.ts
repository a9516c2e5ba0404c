import { numbersNamed } from '../cards/number-label.ts'
import { typedName } from '../cards/typed-name.ts'
import type { Deed, State, Text } from '../turn.ts'
import { type Content, kindOf, stepAt } from './flow.ts'

/** What a person has that could hold something of theirs. */
export interface Holder {
  state?: State | undefined
  /** By source, what is written down to be done or shown. */
  pending?: { [source: string]: { effects: Deed[] } | undefined } | undefined
}

/** What is held beyond the names of buttons, each once: firms by name and number, days. */
export function keptOf(content: Content, { state, pending = {} }: Holder): Text[] {
  const deeds = Object.values(pending).flatMap((entry) => entry?.effects ?? [])
  const texts = [...(state ? onWays(content, state) : []), ...deeds.flatMap(inDeed)]
  return [...new Map(texts.map((text) => [JSON.stringify(text), text])).values()]
}

/** On this way, and on the one that waits behind it. */
function onWays(content: Content, { resume, ...way }: State): Text[] {
  const ways = resume ? [way, resume] : [way]
  return ways.flatMap(({ flow, path }) =>
    path.flatMap(({ step: name, answer }) => {
      const step = stepAt(content, { flow, step: name })
      return (step && answer !== undefined && kindOf(step).keeps?.(step, answer, content)) || []
    }),
  )
}

/** What was asked about stays there as long as nothing newer is, also when the way is gone. */
function inDeed(deed: Deed): Text[] {
  if (deed.kind === 'firm') return deed.typed ? [typedName(deed.typed)] : []
  if (deed.kind !== 'check') return []
  const { question } = deed
  return question.by === 'number' ? numbersNamed([question.number]) : [typedName(question.name)]
}
