import * as z from 'zod'

/** `health.ill`: a flow and one of its steps. */
const At = z
  .string()
  .regex(/^[A-Za-z0-9-]+\.[A-Za-z0-9-]+$/, { error: 'is no place; write a flow and its step' })
  .transform(toPlace)

/** Where a message leads that says what it is, wherever the person stands: `flows/doors.yaml`. */
export const Doors = z.strictObject({
  /** Danger to the writer. */
  danger: At,
  /** Danger to somebody else. */
  other: At,
  /** Danger in words of somebody else that were passed on. */
  passed: At,
  /** Somebody who says that they are under 18. */
  young: At,
  /** A long telling of what happens to the writer. */
  story: At,
  /** An advert; the step reads it. */
  advert: At,
  /** The number of a firm; the step takes it. */
  firm: At,
  agency: At,
  /** A country; the step says what it can do about one. */
  country: At,
  /** What the screen about a country answers too: `gdzie pomoc w Niemczech`. */
  answered: z.array(z.string()),
  /** More than one reading; the step asks which is meant. */
  which: At,
  /** Another language; the step takes its code. */
  language: At,
})
export type Doors = z.infer<typeof Doors>

export function toPlace(written: string): { flow: string; step: string } {
  const [flow = '', step = ''] = written.split('.')
  return { flow, step }
}
