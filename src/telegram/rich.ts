import * as z from 'zod'

/** Any part of a rich message (Bot API 10.1): a block, an item, a cell, a run of text. Each holds its words under one of these names. */
const Part = z
  .looseObject({
    text: z.unknown(),
    summary: z.unknown(),
    label: z.unknown(),
    blocks: z.unknown(),
    items: z.unknown(),
    cells: z.unknown(),
    buttons: z.unknown(),
    button: z.unknown(),
    caption: z.unknown(),
    credit: z.unknown(),
    alternative_text: z.unknown(),
    expression: z.unknown(),
    photo: z.unknown(),
  })
  .partial()

/** A message may hold so much, eight times as much as a plain one. What comes later is not read. */
const longest = 32_768

/** Nobody nests deeper. */
const deepest = 40

/** The words of a rich message from top to bottom, a block a line. */
export function wordsOfRich(rich: unknown): string | undefined {
  const blocks = z.object({ blocks: z.array(z.unknown()) }).safeParse(rich)
  const text = blocks.data?.blocks.map((block) => lines(block, 0)).join('\n')
  return (
    text
      ?.replaceAll(/\n{2,}/g, '\n')
      .trim()
      .slice(0, longest) || undefined
  )
}

/** The photos in it, each in its sizes. */
export function photosOfRich(rich: unknown, depth = 0): unknown[] {
  if (depth > deepest) return []
  if (Array.isArray(rich)) return rich.flatMap((one) => photosOfRich(one, depth + 1))
  const { blocks, items, photo } = Part.safeParse(rich).data ?? {}
  return [...(photo ? [photo] : []), ...photosOfRich(blocks ?? items ?? [], depth + 1)]
}

/** Of a block: what stands above, what it holds, what stands below. */
function lines(block: unknown, depth: number): string {
  if (depth > deepest) return ''
  const part = Part.safeParse(block).data
  if (!part) return run(block, depth)
  const below = depth + 1
  const held = [part.blocks, part.items, part.buttons].flatMap((one) =>
    Array.isArray(one) ? one.map((each) => lines(each, below)) : [],
  )
  const rows = Array.isArray(part.cells) ? part.cells.map((row) => cellsOf(row, below)) : []
  const caption = Part.safeParse(part.caption).data
  const under = caption ? [caption.text, caption.credit] : [part.caption]
  return [
    [part.label, part.summary, part.text, part.expression].map((one) => run(one, below)).join(' '),
    ...held,
    ...rows,
    ...[...under, part.credit].map((one) => run(one, below)),
  ]
    .map((line) => line.trim())
    .join('\n')
}

function cellsOf(row: unknown, depth: number): string {
  if (!Array.isArray(row)) return ''
  return row.map((cell) => run(Part.safeParse(cell).data?.text, depth)).join(' ')
}

/** A run of text: words, several runs, or words in a form. */
function run(text: unknown, depth: number): string {
  if (typeof text === 'string') return text
  if (depth > deepest) return ''
  if (Array.isArray(text)) return text.map((one) => run(one, depth + 1)).join('')
  const part = Part.safeParse(text).data
  if (!part) return ''
  const inner = part.text ?? Part.safeParse(part.button).data?.text
  return run(inner ?? part.alternative_text ?? part.expression, depth + 1)
}
