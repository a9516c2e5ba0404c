import * as z from 'zod'
import type { Job } from '../app/ports/queue.ts'

const proves = z.enum(['firm', 'agency'])
const Question = z.discriminatedUnion('by', [
  z.object({ by: z.literal('number'), number: z.string(), proves }),
  z.object({ by: z.literal('name'), name: z.string(), country: z.string(), proves }),
])
const language = z.string().exactOptional()
const asker = z.object({
  chat: z.number(),
  update: z.number(),
  nth: z.number().exactOptional(),
  again: z.literal(true).exactOptional(),
  at: z.number(),
  message: z.number().exactOptional(),
  language,
})

/** A job as it lies in the queue, by its kind. */
const schemas: { [Kind in Job['kind']]: z.ZodType<Extract<Job, { kind: Kind }>> } = {
  check: z.object({
    kind: z.literal('check'),
    question: Question,
    asker,
    apart: z.literal(true).exactOptional(),
  }),
  read: z.object({
    kind: z.literal('read'),
    file: z.string(),
    asker,
    isOfAlbum: z.literal(true).exactOptional(),
    isQuiet: z.literal(true).exactOptional(),
  }),
  refresh: z.object({ kind: z.literal('refresh'), register: z.string() }),
  rest: z.object({ kind: z.literal('rest'), chat: z.number(), update: z.number(), language }),
  wipe: z.object({
    kind: z.literal('wipe'),
    chat: z.number(),
    messages: z.array(z.number()),
    language,
  }),
  due: z.object({
    kind: z.literal('due'),
    chat: z.number(),
    minute: z.number(),
    what: z.string(),
    language,
  }),
}

const JobSchema: z.ZodType<Job> = z.union(Object.values(schemas))

/** Undefined where another version wrote something that we do not understand. */
export function readJob(body: string): Job | undefined {
  try {
    return JobSchema.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}
