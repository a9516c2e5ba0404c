import * as z from 'zod'

/** Any part of a rich message (Bot API 10.1): a block, an item, a cell, a run of text. Each holds its words under a name of its kind. */
const Part = z.record(z.string(), z.unknown())

/** Four times as much as a plain message holds. What comes later is not read, unless somebody asks for all. */
const longest = 16_384

/** Nobody nests deeper, and nobody writes of so many parts. */
const deepest = 40
const partsAtMost = 10_000

/** How far a reading has come: how deep, and how many parts all of it may still meet. */
interface Depth {
  at: number
  left: { parts: number }
}

/** The words of a rich message from top to bottom, a block a line. */
export function wordsOfRich(rich: unknown, atMost = longest): string | undefined {
  const blocks = z.object({ blocks: z.array(z.unknown()) }).safeParse(rich).data?.blocks ?? []
  const depth = { at: 0, left: { parts: partsAtMost } }
  const text = blocks.map((block) => lines(block, depth)).join('\n')
  return (
    text
      .replaceAll(/\n{2,}/g, '\n')
      .trim()
      .slice(0, atMost) || undefined
  )
}

/** The photos in it, each in its sizes. */
export function photosOfRich(rich: unknown): unknown[] {
  return photos(rich, { at: 0, left: { parts: partsAtMost } })
}

function photos(part: unknown, depth: Depth): unknown[] {
  if (isTooMuch(depth)) return []
  if (Array.isArray(part)) return part.flatMap((one) => photos(one, below(depth)))
  const { blocks, items, photo } = Part.safeParse(part).data ?? {}
  return [...(photo ? [photo] : []), ...photos(blocks ?? items ?? [], below(depth))]
}

/** Where it leads: addresses, and `tg://user` for whoever is named by a link. */
export function linksOfRich(rich: unknown): string[] {
  return links(rich, { at: 0, left: { parts: partsAtMost } })
}

function links(part: unknown, depth: Depth): string[] {
  if (typeof part !== 'object' || part === null || isTooMuch(depth)) return []
  const inside = Object.values(part).flatMap((one: unknown) => links(one, below(depth)))
  const { type, url } = Part.safeParse(part).data ?? {}
  if (type === 'mention' || type === 'text_mention') return ['tg://user', ...inside]
  return typeof url === 'string' ? [url, ...inside] : inside
}

function below({ at, left }: Depth): Depth {
  return { at: at + 1, left }
}

function isTooMuch({ at, left }: Depth): boolean {
  left.parts -= 1
  return at > deepest || left.parts < 0
}

/** Of a block: what stands above, what it holds, what stands below. */
function lines(block: unknown, depth: Depth): string {
  if (isTooMuch(depth)) return ''
  const part = Part.safeParse(block).data
  if (!part) return run(block, depth)
  const inside = below(depth)
  const held = [part.blocks, part.items, part.buttons].flatMap((one) =>
    Array.isArray(one) ? one.map((each) => lines(each, inside)) : [],
  )
  const rows = Array.isArray(part.cells) ? part.cells.map((row) => cellsOf(row, inside)) : []
  const caption = Part.safeParse(part.caption).data
  const under = caption ? [caption.text, caption.credit] : [part.caption]
  return [
    [part.label, part.summary, part.text, part.expression].map((one) => run(one, inside)).join(' '),
    ...held,
    ...rows,
    ...[...under, part.credit].map((one) => run(one, inside)),
  ]
    .map((line) => line.trim())
    .join('\n')
}

function cellsOf(row: unknown, depth: Depth): string {
  if (!Array.isArray(row)) return ''
  return row.map((cell) => run(Part.safeParse(cell).data?.text, depth)).join(' ')
}

/** A run of text: words, several runs, or words in a form. */
function run(text: unknown, depth: Depth): string {
  if (typeof text === 'string') return text
  if (text === undefined || isTooMuch(depth)) return ''
  if (Array.isArray(text)) return text.map((one) => run(one, below(depth))).join('')
  const part = Part.safeParse(text).data
  if (!part) return ''
  const inner = part.text ?? Part.safeParse(part.button).data?.text
  return run(inner ?? part.alternative_text ?? part.expression, below(depth))
}
