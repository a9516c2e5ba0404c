import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Content } from '../core/engine/flow.ts'
import { writeBook } from '../core/scan/write-book.ts'
import type { Locales, OpenLanguage } from './words.ts'

/** The content as it lies beside the code in the cloud: reviewed and read at build time, so nothing is checked again. */
export interface Compiled {
  content: Content
  /** Reads a language's file when somebody first speaks it. */
  open: OpenLanguage
}

export function writeCompiled(folder: string, content: Content, locales: Locales): void {
  mkdirSync(folder, { recursive: true })
  write(folder, 'flows', { ...content, phrases: {} })
  write(folder, 'phrases', writeBook(content))
  for (const [language, files] of Object.entries(locales)) write(folder, language, files)
}

export function openCompiled(folder: string): Compiled {
  const book = () => read(folder, 'phrases')
  return { content: { ...read(folder, 'flows'), book }, open: (language) => read(folder, language) }
}

function write(folder: string, name: string, value: unknown) {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(value))
}

function read(folder: string, name: string) {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
}
