import * as z from 'zod'
import { type FirmNumber, numberFrom } from '../firm/firm.ts'
import { kind, type Scene } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('noted'),
  /** What a register is to prove by the number. */
  proves: z.enum(['firm', 'agency']),
  /** The step that offers the numbers. */
  next: Target,
  else: Target,
})

/** Where a check begins: silently at the numbers that an advert has told, if a register can prove anything by one of them. */
export const noted = kind(schema, {
  silent: true,
  exits: (step) => [step.next, step.else],
  texts: () => ({ says: [], labels: [] }),
  enter: (step, scene) => ({
    go: notedNumbers(step.proves, scene).length > 0 ? step.next : step.else,
  }),
})

/** A register of agencies also knows the firm behind one; a number that only such a register takes says nothing of an employer. */
export function notedNumbers(proves: 'firm' | 'agency', scene: Scene): FirmNumber[] {
  const numbers = scene.noted.numbers.flatMap((id) => numberFrom(id) ?? [])
  const registers = Object.values(scene.knowledge.registers)
  return numbers.filter(({ kind }) => {
    const takers = registers.filter(({ takes }) => takes.includes(kind))
    const isOfAgencies = takers.length > 0 && takers.every((one) => one.proves === 'agency')
    return proves === 'agency' || !isOfAgencies
  })
}
