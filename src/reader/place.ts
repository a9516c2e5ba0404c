import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The files that the reader opens, beside its code: paths of this machine. Nothing is ever fetched. */
export interface Place {
  /** The script of tesseract; its wasm lies beside it. */
  letters: string
  /** The wasm that finds QR codes. */
  codes: string
  /** A model for each language, in the order in which they are tried. */
  models: string[]
}

/**
 * Latin before Cyrillic, or Polish headings turn into look-alikes. No model for Russian is published: Belarusian brings ы, э and ё,
 * Bulgarian ъ.
 */
const languages = ['pol', 'eng', 'ukr', 'bel', 'bul']

const core = 'tesseract.js-core/tesseract-core-relaxedsimd-lstm'

/** As npm has laid them. */
export function inPackages(): Place {
  const { resolve } = createRequire(import.meta.url)
  return {
    letters: resolve(`${core}.js`),
    codes: resolve('zxing-wasm/reader/zxing_reader.wasm'),
    models: languages.map((one) =>
      resolve(`@tesseract.js-data/${one}/4.0.0_best_int/${one}.traineddata.gz`),
    ),
  }
}

/** All in one folder, as a bundle has copied them. */
export function inFolder(folder: string): Place {
  return {
    letters: join(folder, 'letters.cjs'),
    codes: join(folder, 'codes.wasm'),
    models: languages.map((one) => join(folder, `${one}.traineddata.gz`)),
  }
}

/** What a bundle copies, from where to where. */
export function copiesTo(folder: string): [from: string, to: string][] {
  const from = inPackages()
  const to = inFolder(folder)
  const models = from.models.map((path, at): [string, string] => [path, to.models[at] ?? ''])
  return [
    [from.letters, to.letters],
    // The script asks for its wasm by this name.
    [from.letters.replace(/js$/, 'wasm'), join(folder, 'tesseract-core-relaxedsimd-lstm.wasm')],
    [from.codes, to.codes],
    ...models,
  ]
}
