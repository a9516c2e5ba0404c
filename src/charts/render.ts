import { readFile } from 'node:fs/promises'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { Place } from './place.ts'
import { family } from './svg.ts'

/** The renderer is one for a process and lets itself be opened once. */
let opened: Promise<void> | undefined

/** Shapes and words as points. Without the font words would be left out, and nobody told. */
export async function render(svg: string, { renderer, font }: Place): Promise<Uint8Array> {
  opened ??= open(renderer)
  const [letters] = await Promise.all([readFile(font), opened])
  const resvg = new Resvg(svg, {
    font: { fontBuffers: [letters], defaultFontFamily: family, loadSystemFonts: false },
  })
  try {
    const image = resvg.render()
    const png = image.asPng()
    image.free()
    return png
  } finally {
    resvg.free()
  }
}

async function open(renderer: string): Promise<void> {
  try {
    await initWasm(await readFile(renderer))
  } catch (error) {
    // It knows no other word for "it is open already", and another copy of this file may have done that.
    if (error instanceof Error && /^Already initialized/.test(error.message)) return
    opened = undefined
    throw error
  }
}
