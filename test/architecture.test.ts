import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findCycle, readSources, type Source, toSource } from './sources.ts'

/** Who may import whom, beside its own folder. A star stands for everything that begins so. */
const may: Record<string, string[]> = {
  core: ['zod'],
  content: ['core/*', 'zod', 'yaml', 'i18next', 'node:fs', 'node:path'],
  app: ['core/*', 'node:crypto'],
  telegram: [
    'core/*',
    'content/*',
    'app/calm.ts',
    'app/patience.ts',
    'app/ports/*',
    'app/trouble.ts',
    'grammy/web',
    'grammy/types',
    'zod',
    'node:*',
  ],
  store: [
    'core/*',
    'app/patience.ts',
    'app/ports/*',
    'app/trouble.ts',
    'app/retention.ts',
    'aws/*',
    '@aws-sdk/*',
    'zod',
    'node:crypto',
    'node:util',
    'node:zlib',
  ],
  queue: [
    'core/*',
    'app/calm.ts',
    'app/patience.ts',
    'app/place.ts',
    'app/ports/*',
    'app/trouble.ts',
    'aws/*',
    '@aws-sdk/*',
    'zod',
    'node:crypto',
    'node:timers/promises',
  ],
  aws: ['zod'],
  registers: ['core/*', 'app/ports/*', 'app/trouble.ts', 'stdnum/*', 'zod'],
  reader: ['core/*', 'app/ports/*', 'app/trouble.ts', 'image-size', 'zxing-wasm/reader', 'node:*'],
  charts: ['app/ports/*', 'echarts/*', '@resvg/resvg-wasm', 'node:*'],
  simulator: ['node:*', 'zod', 'esbuild'],
  entry: ['*'],
  infra: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs', 'cdk-nag', 'node:fs', 'node:path'],
}

/** The rooms of a folder from the ground up; a file with a floor of its own goes by its name, the others lie on `.`. */
const floors: Record<string, string[]> = {
  core: [
    'once.ts',
    'firm',
    'knowledge',
    '.',
    'scan',
    'front',
    'verdict',
    'cards',
    'desk',
    'report',
    'steps',
    'engine',
    'review',
  ],
  app: [
    'ports',
    '.',
    'pending',
    'words',
    'cases',
    'endings',
    'turn',
    'firms',
    'jobs',
    'desk',
    'arrive.ts',
  ],
  simulator: [
    'registers',
    'clock.ts',
    'faults.ts',
    'wire',
    'text',
    'rooms',
    'updates',
    '.',
    'chats',
    'methods',
    'new-world.ts',
    'people',
    'page',
    'http',
    'start.ts',
    'main.ts',
  ],
}

/** The one file that may hold a cast, with its reason beside it. */
const casts = ['core/engine/flow.ts']

const rules: Record<string, (source: Source) => unknown> = {
  'imports only what its folder may': ({ path, imports }) =>
    imports.filter((name) => !isAllowed(path, name)),
  'leads to no floor above its own': ({ path, imports }) =>
    imports.filter((name) => folderOf(name) === folderOf(path) && floorOf(name) > floorOf(path)),
  'lies in a room that has its floor': ({ path }) => (floorOf(path) < 0 ? path : []),
  'lies in a folder that has its place in the plan': ({ path }) =>
    Object.hasOwn(may, folderOf(path)) ? [] : folderOf(path),
  'lies in no drawer for odds and ends': ({ path }) =>
    dirname(path).match(/(?<![^/])(utils|helpers|common|services|types)(?![^/])/) ?? [],
  'is no barrel': ({ path }) => (basename(path) === 'index.ts' ? path : []),
  'has 300 lines at most': ({ lines }) => (lines > 300 ? lines : []),
  'exports by name': ({ code }) => code.match(/\bexport default\b|\bas default\b/) ?? [],
  'knows no any': ({ code }) => code.match(/(?<![.\w])any\b(?!\()/) ?? [],
  'casts nothing': ({ path, code }) =>
    casts.includes(path) ? [] : (withoutImports(code).match(/\bas (?!const\b)[\w{[(]/) ?? []),
  'leaves the environment to entry': ({ path, code }) =>
    folderOf(path) === 'entry' ? [] : (code.match(/\bprocess\s*\.\s*env\b/) ?? []),
  'leaves time and chance to the world': ({ path, code }) =>
    ['core', 'app'].includes(folderOf(path))
      ? (code.match(/\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date\b(?!\()|\bMath\.random\b/) ?? [])
      : [],
}

const sources = [...readSources('src'), ...readSources('infra', 'infra')]

describe('every source file', () => {
  test.each(Object.entries(rules))('%s', (_name, rule) => {
    const broken = sources.filter((source) => isBroken(rule, source))
    expect(broken.map((source) => `${source.path}: ${rule(source)}`)).toEqual([])
  })

  test('imports without going round in circles', () => {
    expect(findCycle(sources)).toEqual([])
  })
})

describe('the rules see', () => {
  const wrong: [rule: string, path: string, text: string][] = [
    ['imports only what its folder may', 'core/x.ts', "import { z } from 'grammy/web'"],
    [
      'imports only what its folder may',
      'core/x.ts',
      "import type { World } from '../app/ports/world.ts'",
    ],
    ['imports only what its folder may', 'core/steps/x.ts', "import '../../content/load.ts'"],
    [
      'imports only what its folder may',
      'app/x.ts',
      "export { poll } from '../telegram/polling.ts'",
    ],
    ['imports only what its folder may', 'app/x.ts', "const z = await import('zod')"],
    ['imports only what its folder may', 'app/x.ts', "let z: import('zod').ZodType"],
    ['imports only what its folder may', 'app/x.ts', "import {\n  a,\n  b,\n} from 'zod'"],
    [
      'imports only what its folder may',
      'store/x.ts',
      "import { handle } from '../app/turn/handle.ts'",
    ],
    ['imports only what its folder may', 'simulator/x.ts', "import { x } from '../core/turn.ts'"],
    ['imports only what its folder may', 'infra/x.ts', "import '../src/entry/config.ts'"],
    ['leads to no floor above its own', 'core/steps/x.ts', "import '../engine/advance.ts'"],
    ['leads to no floor above its own', 'core/x.ts', "import { say } from './steps/say.ts'"],
    ['leads to no floor above its own', 'simulator/clock.ts', "import './start.ts'"],
    ['lies in a room that has its floor', 'app/attic/x.ts', ''],
    ['lies in a folder that has its place in the plan', 'tools/x.ts', ''],
    ['lies in no drawer for odds and ends', 'core/utils/x.ts', ''],
    ['is no barrel', 'core/index.ts', ''],
    ['has 300 lines at most', 'core/x.ts', 'x\n'.repeat(301)],
    ['exports by name', 'core/x.ts', 'export default x'],
    ['knows no any', 'core/x.ts', 'const x: any = 1'],
    ['casts nothing', 'core/x.ts', 'const x = y as string'],
    ['casts nothing', 'core/x.ts', 'const x = y as unknown as { z: string }'],
    ['leaves the environment to entry', 'app/x.ts', 'const { STAGE } = process.env'],
    ['leaves time and chance to the world', 'core/x.ts', 'const now = Date.now()'],
    ['leaves time and chance to the world', 'core/x.ts', 'const now = new Date()'],
    ['leaves time and chance to the world', 'app/x.ts', 'const id = Math.random()'],
  ]
  test.each(wrong)('what does not hold: %s (%s: %s)', (name, path, text) => {
    expect(isBroken(rules[name], toSource(path, text))).toBe(true)
  })

  const right: [rule: string, path: string, text: string][] = [
    ['imports only what its folder may', 'core/x.ts', "// import { x } from 'grammy'"],
    [
      'imports only what its folder may',
      'core/steps/x.ts',
      "import { firms } from '../firm/firm.ts'",
    ],
    ['leads to no floor above its own', 'core/steps/x.ts', "import { say } from './say.ts'"],
    ['leads to no floor above its own', 'core/engine/x.ts', "import '../steps/say.ts'"],
    ['lies in a room that has its floor', 'telegram/x.ts', ''],
    ['imports only what its folder may', 'entry/x.ts', "import dynalite from 'dynalite'"],
    ['imports only what its folder may', 'app/x.ts', 'export const from = 1\nconst x = "zod"'],
    ['casts nothing', 'core/x.ts', "import * as z from 'zod'\nconst kinds = ['a'] as const"],
    ['casts nothing', 'core/x.ts', "/** as a sentence */ const x = 'as a word'"],
    ['knows no any', 'core/x.ts', "// any\nconst x = 'any'"],
    ['leaves time and chance to the world', 'core/x.ts', 'const then = new Date(at)'],
    ['leaves time and chance to the world', 'entry/x.ts', 'const now = () => new Date()'],
  ]
  test.each(right)('what holds: %s (%s: %s)', (name, path, text) => {
    expect(isBroken(rules[name], toSource(path, text))).toBe(false)
  })

  test('a circle, also through types', () => {
    const circle = [
      toSource('core/a.ts', "import { b } from './b.ts'"),
      toSource('core/b.ts', "import { c } from './steps/c.ts'"),
      toSource('core/steps/c.ts', "import type { A } from '../a.ts'"),
    ]
    expect(findCycle(circle)).toEqual(['core/a.ts', 'core/b.ts', 'core/steps/c.ts', 'core/a.ts'])
  })
})

function isBroken(rule: ((source: Source) => unknown) | undefined, source: Source) {
  return String(rule?.(source) ?? 'there is no such rule') !== ''
}

function isAllowed(path: string, name: string) {
  const folder = folderOf(path)
  const allowed = [`${folder}/*`, ...(may[folder] ?? [])]
  return allowed.some((one) =>
    one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one,
  )
}

/** From 0; -1: in none. A folder without rooms is all on one. */
function floorOf(path: string) {
  const [folder = '', ...rest] = path.split('/')
  const rooms = floors[folder] ?? ['.']
  const room = rest.length > 1 && floors[folder] ? (rest[0] ?? '') : '.'
  const own = rooms.indexOf(rest.join('/'))
  return own < 0 ? rooms.indexOf(room) : own
}

function folderOf(path: string) {
  return path.split('/')[0] ?? ''
}

function withoutImports(code: string) {
  return code.replaceAll(/\b(import|export)\b[^;()=]*?\bfrom\b/g, '')
}
