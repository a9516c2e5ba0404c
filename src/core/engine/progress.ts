import type { Visit } from '../turn.ts'
import { type Flow, kindOf, type Step } from './flow.ts'

/**
 * "3 of 12" on the way to a verdict; nothing where there is no verdict ahead. Behind a verdict it counts anew. The age is not
 * counted: it leaves no trace on the way, and who has said it once is not asked.
 */
export function progress(flow: Flow, path: Visit[]): { at: number; of: number } | undefined {
  const standing = path.at(-1)
  const step = standing && flow.steps[standing.step]
  const left = step && counts(step) ? lengths(flow).get(standing.step) : undefined
  if (!left) return undefined
  const verdict = path.findLastIndex((visit) => isVerdict(flow, visit))
  const at = path.slice(verdict + 1).filter((visit) => isCounted(flow, visit)).length
  return { at, of: at + left - 1 }
}

function isVerdict({ steps }: Flow, { step: name }: Visit) {
  const step = steps[name]
  return Boolean(step && kindOf(step).concludes)
}

function isCounted({ steps }: Flow, { step: name }: Visit) {
  const step = steps[name]
  return Boolean(step && counts(step))
}

/** It asks something, and its answer stays on the way. */
function counts(step: Step) {
  const { silent, guards } = kindOf(step)
  return !silent && !guards
}

type Lengths = Map<string, number | undefined>

/** A flow does not change, and this is asked at every screen. */
const known = new WeakMap<Flow, Lengths>()

function lengths(flow: Flow): Lengths {
  const found = known.get(flow) ?? lengthsOf(flow)
  known.set(flow, found)
  return found
}

/** By step the most questions to the verdict, this one included; undefined if no way leads to one. A way back is no way ahead. */
function lengthsOf(flow: Flow): Lengths {
  const made: Lengths = new Map()
  const entered = new Set<string>()
  const longest = (name: string): number | undefined => {
    const step = flow.steps[name]
    if (!step || entered.has(name)) return made.get(name)
    entered.add(name)
    made.set(name, kindOf(step).concludes ? 0 : further(step, longest))
    return made.get(name)
  }
  for (const name of [flow.start, ...Object.keys(flow.steps)]) longest(name)
  return made
}

function further(step: Step, longest: (name: string) => number | undefined) {
  const ahead = kindOf(step)
    .exits(step)
    .map(longest)
    .filter((length) => length !== undefined)
  return ahead.length > 0 ? Math.max(...ahead) + (counts(step) ? 1 : 0) : undefined
}
