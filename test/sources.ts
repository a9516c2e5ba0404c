import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** A source file, read for what an architect asks of it. */
export interface Source {
  /** Below `src`: `core/engine/flow.ts`. */
  path: string
  lines: number
  /** Without comments and strings. */
  code: string
  /** What it imports, ours as paths below `src`: `core/turn.ts`, `zod`, `node:fs`. */
  imports: string[]
}

/** Every source below a folder; declarations of what others wrote are not ours. `as` names a folder beside `src`. */
export function readSources(root: string, as = ''): Source[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => toSource(posix.join(as, path), readFileSync(join(root, path), 'utf8')))
}

export function toSource(path: string, text: string): Source {
  const uncommented = text.replaceAll(tokens, (token) => (token.startsWith('/') ? ' ' : token))
  const code = text.replaceAll(tokens, (token) => (token.startsWith('/') ? ' ' : "''"))
  const imports = [...uncommented.matchAll(importing)].map(([, from, dynamic]) => from ?? dynamic)
  return {
    path,
    lines: text.trimEnd().split('\n').length,
    code,
    imports: imports.map((name = '') => resolve(path, name)),
  }
}

/** Comments and strings, whichever begins first. */
const tokens =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g

/** `import x from`, `import type`, `import ''`, `export … from`, and `import('')` of a module or of a type. */
const importing =
  /\b(?:import|export)\b(?:[^'"`;()=]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"`]([^'"`]+)/g

function resolve(path: string, name: string) {
  return name.startsWith('.') ? posix.join(posix.dirname(path), name) : name
}

/** The first way that comes back to where it began, as the files on it; empty when there is none. */
export function findCycle(sources: Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const done = new Set<string>()
  const walk = (path: string, way: string[]): string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path]
    if (done.has(path)) return []
    for (const next of byPath.get(path)?.imports ?? []) {
      const cycle = walk(next, [...way, path])
      if (cycle.length > 0) return cycle
    }
    done.add(path)
    return []
  }
  for (const { path } of sources) {
    const cycle = walk(path, [])
    if (cycle.length > 0) return cycle
  }
  return []
}
