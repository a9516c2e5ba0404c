import * as z from 'zod'
import type { Job } from '../app/ports/queue.ts'

const proves = z.enum(['firm', 'agency'])
const Question = z.discriminatedUnion('by', [
  z.object({ by: z.literal('number'), number: z.string(), proves }),
  z.object({ by: z.literal('name'), name: z.string(), country: z.string(), proves }),
])

/** A job as it lies in the queue. */
const JobSchema: z.ZodType<Job> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('check'),
    question: Question,
    asker: z.object({
      chat: z.number(),
      update: z.number(),
      at: z.number(),
      message: z.number().exactOptional(),
      language: z.string().exactOptional(),
    }),
  }),
  z.object({ kind: z.literal('refresh'), register: z.string() }),
  z.object({
    kind: z.literal('rest'),
    chat: z.number(),
    update: z.number(),
    language: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('wipe'),
    chat: z.number(),
    messages: z.array(z.number()),
    language: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('due'),
    chat: z.number(),
    minute: z.number(),
    what: z.string(),
    language: z.string().exactOptional(),
  }),
])

/** Undefined where another version wrote something that we do not understand. */
export function readJob(body: string): Job | undefined {
  try {
    return JobSchema.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}
