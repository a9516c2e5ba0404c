import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Took } from './took.ts'

const models = 'pol+eng+ukr+bel+bul'
const packages = ['', '-pol', '-ukr', '-bel', '-bul'].map((name) => `tesseract-ocr${name}`)

/** How to get what is compared with. */
export const installed = `apt-get install ${packages.join(' ')}`

/** The `tesseract` of Debian with the same models, or undefined where it is not installed. */
export function openDebian() {
  const { stdout } = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' })
  const has = (stdout ?? '').split('\n')
  if (!models.split('+').every((model) => has.includes(model))) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  return {
    /** It loads its models for each picture; ours keep theirs. */
    read: (bytes: Uint8Array): Took => {
      const file = join(folder, 'picture')
      writeFileSync(file, bytes)
      // One thread, as ours is; the shell tells what its children used of the processor.
      const script = `tesseract "$1" - -l ${models} 2>/dev/null; times >&2`
      const began = performance.now()
      const done = spawnSync('sh', ['-c', script, 'sh', file], {
        encoding: 'utf8',
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      })
      const clock = performance.now() - began
      return { text: done.stdout, clock, processor: processorIn(done.stderr) }
    },
    close: () => rmSync(folder, { recursive: true }),
  }
}
export type Debian = ReturnType<typeof openDebian>

/** `0m1.23s 0m0.05s` of the last line, in milliseconds. */
function processorIn(times: string): number {
  const [, ...parts] = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(times) ?? []
  const [minutes = 0, seconds = 0, more = 0, others = 0] = parts.map(Number)
  return ((minutes + more) * 60 + seconds + others) * 1000
}
