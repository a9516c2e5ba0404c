import * as z from 'zod'
import type { Shared } from '../core/case.ts'

/** What a person has agreed to hand over, pending or in their case. */
export const SharedSchema = z.object({
  country: z.string().exactOptional(),
  signs: z.array(z.string()).exactOptional(),
  firms: z.array(z.string()).exactOptional(),
} satisfies Record<keyof Shared, z.ZodType>)
