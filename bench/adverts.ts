import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { points } from '../src/core/knowledge/phrases.ts'

const folder = join(import.meta.dirname, 'adverts')

const Advert = z.strictObject({
  id: z.string(),
  kind: z.enum(['honest', 'fraud']),
  'held-out': z.boolean().default(false),
  signs: z.array(z.string()),
  /** Points that a reader would have to ask for; undefined where nobody has judged it. */
  open: z.array(z.enum(points)).optional(),
  text: z.string(),
})
export type Advert = z.infer<typeof Advert> & { language: string }

/** The adverts of our own writing, in every language. */
export function readAdverts(): Advert[] {
  return readdirSync(folder).flatMap((file) => {
    const adverts = z.array(Advert).parse(parse(readFileSync(join(folder, file), 'utf8')))
    return adverts.map((advert) => ({ ...advert, language: file.replace('.yaml', '') }))
  })
}
