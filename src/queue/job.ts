import * as z from 'zod'
import { type Job, reportParts } from '../app/ports/queue.ts'
import { caseClocks, newsOfDesks } from '../core/case.ts'
import { caseLines } from '../core/desk/lines.ts'

const flag = z.literal(true).exactOptional()
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
  again: flag,
  at: z.number(),
  message: z.number().exactOptional(),
  language,
})

const ofCase = { chat: z.number(), desk: z.string() }

/** A job as it lies in the queue, by its kind. */
const schemas: { [Kind in Job['kind']]: z.ZodType<Extract<Job, { kind: Kind }>> } = {
  check: z.object({
    kind: z.literal('check'),
    question: Question,
    asker,
    apart: flag,
  }),
  read: z.object({
    kind: z.literal('read'),
    file: z.string(),
    asker,
    isOfAlbum: flag,
    isQuiet: flag,
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
  'case-due': z.object({
    kind: z.literal('case-due'),
    ...ofCase,
    minute: z.number(),
    what: z.enum(caseClocks),
  }),
  'open-case': z.object({
    kind: z.literal('open-case'),
    ...ofCase,
    update: z.number(),
    movedTo: z.number().exactOptional(),
  }),
  relay: z.object({
    kind: z.literal('relay'),
    ...ofCase,
    to: z.enum(['desk', 'person']),
    message: z.number(),
    update: z.number(),
    replyTo: z.number().exactOptional(),
    isUrgent: flag,
    isLast: flag,
    isEdit: flag,
    writtenAt: z.number().exactOptional(),
    thread: z.number().exactOptional(),
    isAway: flag,
  }),
  'take-back': z.object({
    kind: z.literal('take-back'),
    ...ofCase,
    by: z.enum(['desk', 'person']),
    message: z.number(),
    command: z.number(),
    update: z.number(),
    thread: z.number().exactOptional(),
  }),
  reveal: z.object({ kind: z.literal('reveal'), chat: z.number(), update: z.number() }),
  'case-card': z.object({
    kind: z.literal('case-card'),
    ...ofCase,
    update: z.number(),
    line: z.enum(caseLines).exactOptional(),
    of: z.object({ thread: z.number(), name: z.string() }).exactOptional(),
  }),
  'end-topic': z.object({
    kind: z.literal('end-topic'),
    desk: z.string(),
    thread: z.number(),
    isUrgent: flag,
  }),
  complaint: z.object({
    kind: z.literal('complaint'),
    ...ofCase,
    message: z.number(),
    update: z.number(),
  }),
  report: z.object({
    kind: z.literal('report'),
    desk: z.string(),
    group: z.number(),
    thread: z.number().exactOptional(),
    message: z.number(),
    update: z.number(),
    day: z.string(),
    weeks: z.number(),
    part: z.enum(reportParts),
  }),
  'desk-news': z.object({
    kind: z.literal('desk-news'),
    chat: z.number(),
    update: z.number(),
    news: z.enum(newsOfDesks),
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
