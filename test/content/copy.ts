import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { load, loadOrThrow } from '../../src/content/load.ts'
import type { Known } from '../../src/content/read.ts'
import type { Fault } from '../../src/core/review/fault.ts'
import { review } from '../../src/core/review/review.ts'

/** A copy of what the authors wrote, to be changed or broken; gone when the test is over. */
export function newCopy(): Copy {
  const copy = newFolder()
  for (const folder of ['flows', 'locales'])
    cpSync(folder, copy.path(folder), { recursive: true, filter: isNeeded })
  return copy
}

/** Contacts of three countries are enough; reading all of them takes longer than everything else. */
function isNeeded(file: string) {
  return !/contacts\/..\.yaml$/.test(file) || /(eu|gb|pl)\.yaml$/.test(file)
}

export type Copy = ReturnType<typeof newFolder>

/** Long before anything in the files grows old. */
export const today = new Date('2026-12-01')

/** Most files of a copy are as they were in the copies before. */
const known: Known = new Map()

/** A place where authors have not written anything yet. */
export function newFolder() {
  const root = mkdtempSync(join(tmpdir(), 'before-you-go-content-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const writes = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return {
    path: (file: string) => join(root, file),
    read,
    writes,
    languages: () => readdirSync(join(root, 'locales')),
    appends: (file: string, text: string) => writes(file, `${read(file)}\n${text}`),
    removes: (file: string) => rmSync(join(root, file), { recursive: true }),
    /** Replaces a text that must be there, or else the test would break nothing. */
    replaces: (file: string, before: string, after: string) => {
      if (!read(file).includes(before)) throw new Error(`${file} does not hold ${before}`)
      writes(file, read(file).replace(before, after))
    },
    /** Writes a text of a locale by its name, or takes it away. */
    says: (file: string, name: string, text?: string) => {
      const tree: unknown = JSON.parse(read(file))
      writes(file, JSON.stringify(changed(tree, name.split('.'), text)))
    },
    load: () => load(root, known),
    loadOrThrow: () => loadOrThrow(root),
    /** What `npm run review` shows. */
    review: (): Fault[] => {
      const { content, locales, scenarios, faults } = load(root, known)
      return faults.length > 0 ? faults : review(content, locales, today, scenarios)
    },
  }
}

function changed(tree: unknown, [name = '', ...below]: string[], text?: string): unknown {
  const names = typeof tree === 'object' ? { ...tree } : {}
  const inner: unknown = Object.entries(names).find(([one]) => one === name)?.[1]
  return { ...names, [name]: below.length > 0 ? changed(inner, below, text) : text }
}
