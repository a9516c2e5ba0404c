import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { bundle } from '../src/entry/bundle.ts'

/** Kilobytes of code that the webhook may have, minified; and its share of the usual stack's time to load. */
const goal = { kilobytes: 650, share: 0.65 }

const rounds = 15

const folder = mkdtempSync(join(tmpdir(), 'cold-'))

/** `npm run bench cold`: how much code a cold start loads and how long that takes, beside the usual stack in the same run. */
async function main() {
  const ours = join(folder, 'ours')
  const { atOnce, later } = sizes(await bundle(ours))
  const usual = await bundleUsual(join(folder, 'usual.mjs'))
  console.log(`webhook  ${kilobytes(atOnce)} at once, ${kilobytes(later)} when first needed`)
  for (const file of readdirSync(join(ours, 'content'))) {
    console.log(`content  ${kilobytes(statSync(join(ours, 'content', file)).size)} ${file}`)
  }
  console.log(`usual    ${kilobytes(usual)}`)
  const shares = ['without', 'with'].map((cache) => race(cache))
  const isSmall = atOnce + later <= goal.kilobytes * 1000
  if (!isSmall) console.log(`missed: more than ${goal.kilobytes} KB`)
  for (const share of shares) if (share > goal.share) console.log(`missed: above ${goal.share}`)
  return isSmall && shares.every((share) => share <= goal.share)
}

/** What `webhook.mjs` reaches: by its imports, and by those that it makes late. */
function sizes({ outputs }: Metafile) {
  const named = (name: string) => Object.keys(outputs).find((path) => path.endsWith(name)) ?? ''
  const entry = named('/webhook.mjs')
  const reached = (kinds: string[], from: string, found = new Set<string>()) => {
    if (found.has(from)) return found
    found.add(from)
    for (const { path, kind } of outputs[from]?.imports ?? []) {
      if (kinds.includes(kind) && outputs[path]) reached(kinds, path, found)
    }
    return found
  }
  const bytes = (paths: Set<string>) =>
    [...paths].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0)
  const atOnce = bytes(reached(['import-statement'], entry))
  const all = reached(['import-statement', 'dynamic-import'], entry)
  // The first text asks for it by its name.
  reached(['import-statement'], named('/numbers.mjs'), all)
  return { atOnce, later: bytes(all) - atOnce }
}

/** As esbuild bundles it when nobody says more; only that this one is an ES module too. */
async function bundleUsual(outfile: string) {
  await build({
    entryPoints: [join(import.meta.dirname, 'usual-stack.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
    },
  })
  return statSync(outfile).size
}

/**
 * Processes in turn, so that a slow moment of the machine meets both; returns the median of the rounds' shares. The time of
 * the processor is printed beside the clock: where others use the machine too, it wanders less.
 */
function race(cache: string) {
  const files = { ours: join(folder, 'ours/webhook.mjs'), usual: join(folder, 'usual.mjs') }
  const options = cache === 'with' ? { NODE_COMPILE_CACHE: join(folder, 'cache') } : {}
  for (const file of Object.values(files)) load(file, options)
  const times = Array.from({ length: rounds }, () => ({
    ours: load(files.ours, options),
    usual: load(files.usual, options),
  }))
  const shareOf = (what: keyof Load) =>
    median(times.map(({ ours, usual }) => ours[what] / usual[what]))
  const middle = (who: 'ours' | 'usual', what: keyof Load) =>
    `${median(times.map((one) => one[who][what])).toFixed(0)} ms`
  for (const what of ['processor', 'clock'] as const) {
    const both = `${middle('ours', what)} of ${middle('usual', what)}`
    console.log(
      `${cache.padEnd(8)} compile cache, ${what}: ${both}, share ${shareOf(what).toFixed(2)}`,
    )
  }
  return shareOf('clock')
}

/** Milliseconds from the start of the import to its end. */
type Load = { processor: number; clock: number }

/** In a process of its own. */
function load(file: string, options: Record<string, string>): Load {
  const source = `
    const [began, used] = [performance.now(), process.cpuUsage()]
    await import(${JSON.stringify(file)})
    const { user, system } = process.cpuUsage(used)
    const clock = performance.now() - began
    process.stdout.write(JSON.stringify({ clock, processor: (user + system) / 1000 }))
    process.exit()`
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', source],
    {
      encoding: 'utf8',
      env: { BOT_TOKEN: '1:x', WEBHOOK_SECRET: 'a-secret-for-the-bench', ...options },
    },
  )
  if (!stdout.startsWith('{')) throw new Error(stderr)
  return JSON.parse(stdout)
}

function median(values: number[]) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function kilobytes(bytes: number) {
  return `${Math.round(bytes / 1000)} KB`.padStart(7)
}

const isReached = await main()
rmSync(folder, { recursive: true })
process.exitCode = isReached ? 0 : 1
