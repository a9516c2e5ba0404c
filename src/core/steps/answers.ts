import { type FirmNumber, numberFrom } from '../firm/firm.ts'
import type { Visit } from '../turn.ts'

/** The name that was typed last at one of these steps; a choice like "I don't know" is no name. */
export function nameAt(steps: string[], path: Visit[]): string | undefined {
  return answersAt(steps, path).findLast((answer) => answer !== 'unknown')
}

/** The number of a firm that was given last at one of these steps. */
export function numberAt(steps: string[], path: Visit[]): FirmNumber | undefined {
  return answersAt(steps, path)
    .flatMap((answer) => numberFrom(answer) ?? [])
    .at(-1)
}

function answersAt(steps: string[], path: Visit[]): string[] {
  return path.flatMap(({ step, answer }) => (steps.includes(step) && answer) || [])
}
