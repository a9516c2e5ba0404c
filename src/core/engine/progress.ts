import type { Visit } from '../turn.ts'
import { type Flow, kindOf } from './flow.ts'

/** "3 of 12" on the way to a verdict; nothing where there is no verdict ahead. */
export function progress(flow: Flow, path: Visit[]): { at: number; of: number } | undefined {
  const standing = path.at(-1)
  const left = standing && longest(flow, standing.step, new Map())
  return left ? { at: path.length, of: path.length + left - 1 } : undefined
}

/** The most questions from here to the verdict, this one included; undefined if no way leads to one. */
function longest(
  flow: Flow,
  name: string,
  known: Map<string, number | undefined>,
): number | undefined {
  const step = flow.steps[name]
  if (!step || known.has(name)) return known.get(name)
  const { exits, concludes, silent } = kindOf(step)
  if (concludes) return 0
  known.set(name, undefined) // a way that comes back here is no way ahead
  const ahead = exits(step)
    .map((target) => longest(flow, target, known))
    .filter((length) => length !== undefined)
  const length = ahead.length > 0 ? Math.max(...ahead) + (silent ? 0 : 1) : undefined
  known.set(name, length)
  return length
}
