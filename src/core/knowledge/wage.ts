import * as z from 'zod'

/** A legal minimum wage, gross, as `flows/wages.yaml` holds it for each country. */
export const Wage = z.strictObject({
  amount: z.number().positive(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  per: z.enum(['hour', 'month']),
  /** Where it holds only for some: a name whose words stand in the locales, e.g. `adults`, `construction`. */
  who: z
    .string()
    .regex(/^[a-z-]+$/)
    .exactOptional(),
  validFrom: z.iso.date(),
  /** From this day on it may have changed. */
  nextChange: z.iso.date().nullable(),
  source: z.url(),
  mark: z.enum(['verified', 'seen', 'memory', 'VERIFY']),
  checkedOn: z.iso.date(),
})
export type Wage = z.infer<typeof Wage>

/** The amounts of one country for the same people and per the same time, oldest first: one screen each. */
export function scales(wages: Wage[] = []): Wage[][] {
  const found = new Map<string, Wage[]>()
  for (const wage of wages) {
    const name = `${wage.per} ${wage.who ?? ''}`
    found.set(name, [...(found.get(name) ?? []), wage])
  }
  return [...found.values()].map((scale) =>
    scale.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom)),
  )
}
