import * as z from 'zod'
import { Name } from '../steps/target.ts'

const Line = z.union([
  z.strictObject({ tap: z.string() }),
  z.strictObject({ type: z.string() }),
  z.strictObject({ open: Name }),
])
export type Line = z.infer<typeof Line>

/** What somebody does and what they must see, in every language: `flows/scenarios/*.yaml`. */
export const Scenario = z.strictObject({
  /** The flow that is opened first. */
  open: Name,
  /** What the bot knows of the person already. */
  person: z
    .strictObject({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .exactOptional(),
      minor: z.boolean().exactOptional(),
    })
    .default({}),
  /** Whether a desk is there for whoever looks for one. */
  desk: z.boolean().default(false),
  way: z.array(Line),
  sees: z
    .strictObject({
      /** The step where they stand at last; with its flow (`danger.stop`) if it is another one. */
      screen: z.string(),
      verdict: z.enum(['danger', 'strong', 'careful', 'unclear', 'nothing']),
      /** Every sign found, in any order. */
      signs: z.array(z.string()),
      /** Steps whose answer left a question open, in any order. */
      open: z.array(z.string()),
      /** Texts by name (`offer:fee.ask`), each on some screen of the way. */
      text: z.array(z.string()),
      /** The contact that is shown at last. */
      contact: z.string(),
    })
    .partial(),
})
export type Scenario = z.infer<typeof Scenario>
