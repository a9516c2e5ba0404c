import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'

const folder = join(import.meta.dirname, 'front')

/** What a message may be, as somebody judged who had read no phrase. */
export const rooms = [
  'sos',
  'story',
  'other',
  'ill',
  'accident',
  'pregnant',
  'rape',
  'death',
  'advert',
  'number',
  'country',
  'topic',
  'human',
  'stop',
  'language',
  'hello',
  'thanks',
  'answer',
  'kind',
] as const
export type Room = (typeof rooms)[number]

const Message = z.strictObject({
  says: z.string(),
  room: z.enum(rooms),
  /** Others that would be as right. */
  or: z.array(z.enum(rooms)).default([]),
  country: z.string().optional(),
  /** Any of these is right. */
  topic: z.array(z.string()).optional(),
  language: z.string().optional(),
  /** Passed on, not written. */
  forwarded: z.boolean().default(false),
  /** Nobody who wrote phrases has looked at it. */
  'held-out': z.boolean().default(false),
})
export type Message = z.infer<typeof Message> & { file: string; wrote: string }

/** Messages of our own writing, in every language. */
export function readMessages(): Message[] {
  return readdirSync(folder).flatMap((name) => {
    const file = name.replace('.yaml', '')
    const all = z.array(Message).parse(parse(readFileSync(join(folder, name), 'utf8')))
    return all.map((one) => ({ ...one, file, wrote: file.slice(0, 2) }))
  })
}
