import * as z from 'zod'

/** What a desk can send as it stands: `flows/replies/<theme>.yaml`. Its words stand in `replies.json` under its id. */
export const Reply = z.strictObject({
  /** Short enough for a button beside a language. */
  id: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/, { error: 'is made of small letters, with - between words' })
    .max(30),
  /** Facts of `flows/facts.yaml` that its words rest on. */
  facts: z.array(z.string()).default([]),
})
export type Reply = z.infer<typeof Reply>
