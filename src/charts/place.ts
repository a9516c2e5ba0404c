import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The files that drawing needs beside its code: paths of this machine. Nothing is ever fetched. */
export interface Place {
  /** The wasm that turns shapes into points. */
  renderer: string
  /** A machine in the cloud has no fonts, and without one a picture has no letters. */
  font: string
}

/** As npm has laid them. */
export function inPackages(): Place {
  const { resolve } = createRequire(import.meta.url)
  return {
    renderer: resolve('@resvg/resvg-wasm/index_bg.wasm'),
    font: resolve('@expo-google-fonts/noto-sans/500Medium/NotoSans_500Medium.ttf'),
  }
}

/** In one folder, as a bundle has copied them. */
export function inFolder(folder: string): Place {
  return { renderer: join(folder, 'charts.wasm'), font: join(folder, 'charts.ttf') }
}

/** What a bundle copies, from where to where. */
export function copiesTo(folder: string): [from: string, to: string][] {
  const [from, to] = [inPackages(), inFolder(folder)]
  return [
    [from.renderer, to.renderer],
    [from.font, to.font],
  ]
}
