import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'

const folder = join(import.meta.dirname, 'texts')

/** How an advert may come: a post in a group, a talk in bubbles, something printed. */
export const shapes = ['post', 'chat', 'paper'] as const

const Advert = z.strictObject({
  id: z.string(),
  kind: z.enum(['honest', 'fraud']),
  'held-out': z.boolean().default(false),
  'shown-as': z.enum(shapes),
  text: z.string(),
})

export interface Advert {
  id: string
  language: string
  isHeldOut: boolean
  shape: (typeof shapes)[number]
  lines: Line[]
  /** What a perfect reader would read of it. */
  text: string
}

export interface Line {
  text: string
  /** The person who sends the picture wrote it. */
  isMine: boolean
}

/** Adverts of our own writing that are painted, in every language. */
export function readAdverts(): Advert[] {
  return readdirSync(folder).flatMap((file) =>
    z
      .array(Advert)
      .parse(parse(readFileSync(join(folder, file), 'utf8')))
      .map((advert) => {
        const lines = advert.text.trim().split('\n').map(toLine)
        return {
          id: advert.id,
          language: file.replace('.yaml', ''),
          isHeldOut: advert['held-out'],
          shape: advert['shown-as'],
          lines,
          text: lines.map(({ text }) => text).join('\n'),
        }
      }),
  )
}

function toLine(line: string): Line {
  return { text: line.replace(/^> /, ''), isMine: line.startsWith('> ') }
}
