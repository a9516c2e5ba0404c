import { type Content, kindOf } from './flow.ts'
import type { Way } from './turn.ts'
import { assess, type Found } from './verdict.ts'

/** What the answers of a way mean for the verdict. */
export function assessment(content: Content, way: Way) {
  return assess(content.indicators, findings(content, way))
}

/** True where an answer raises a sign that help must come before. */
export function isCritical(content: Content, { flow, path }: Way, answer: string | undefined) {
  const asked = path
    .slice(-1)
    .map(({ step }) => ({ step, ...(answer !== undefined && { answer }) }))
  return findings(content, { flow, path: asked })
    .flatMap(({ signs }) => signs)
    .some((id) => content.indicators[id]?.severity === 'critical')
}

/** What the answers of a way mean, read from the path: an answer taken back takes its sign along. */
function findings(content: Content, { flow, path }: Way): Found[] {
  return path.flatMap(({ step: name, answer }) => {
    const step = content.flows[flow]?.steps[name]
    const found = step && answer !== undefined && kindOf(step).finding?.(step, answer)
    return found ? [{ step: name, ...found }] : []
  })
}
