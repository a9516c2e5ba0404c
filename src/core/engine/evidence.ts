import type { Place, Way } from '../turn.ts'
import { assess, type Evidence } from '../verdict/verdict.ts'
import { type Content, kindOf } from './flow.ts'

/** What the answers of a way mean for the verdict. */
export function assessment(content: Content, way: Way) {
  return assess(content.indicators, evidence(content, way))
}

/** True where an answer raises a sign that help must come before. */
export function isCritical(
  content: Content,
  { flow, path }: Way,
  answer: string | undefined,
): boolean {
  const asked = path
    .slice(-1)
    .map(({ step }) => ({ step, ...(answer !== undefined && { answer }) }))
  return assessment(content, { flow, path: asked }).verdict === 'danger'
}

/** What the answers of a way mean, read from the path: an answer taken back takes its sign along. */
function evidence(content: Content, { flow, path }: Way): Evidence[] {
  return path.flatMap(({ step: name, answer }) => {
    const step = content.flows[flow]?.steps[name]
    const found = step && answer !== undefined && kindOf(step).evidence?.(step, answer, content)
    return found ? [{ ...found, open: fullNames(found.open, { flow, step: name }) }] : []
  })
}

/** A question stands in its own flow unless it names another file. */
function fullNames(open: Evidence['open'], { flow, step }: Place): Evidence['open'] {
  const full = Object.entries(open).map(([point, text]) => {
    return [point, text.includes(':') ? text : `${flow}:${step}.${text}`] as const
  })
  return Object.fromEntries(full)
}
