import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { copiesTo } from '../reader/place.ts'
import { common, root } from './bundling.ts'

/** Where the function that reads pictures lies until it is deployed. */
export const readerFolder = join(root, 'dist/reader')

/** The function that reads pictures, in a folder of its own, because what it reads with is ten times as large as the others. */
export async function bundleReader(folder = readerFolder): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  await build({ ...common, entryPoints: { reader: 'src/entry/reader.ts' }, outdir: folder })
  for (const [from, to] of copiesTo(folder)) copyFileSync(from, to)
}
