import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { writeCompiled } from '../content/compiled.ts'
import { loadOrThrow } from '../content/load.ts'
import { review } from '../core/review/review.ts'
import { registerIds } from '../registers/list.ts'
import { webhookSecrets, workerSecrets } from './own-secrets.ts'
import { withoutSchemas } from './without-schemas.ts'

const root = join(import.meta.dirname, '../..')

/** Where the functions lie until they are deployed. */
export const bundleFolder = join(root, 'dist/functions')

/**
 * `npm run bundle`: both functions with what they share, and beside them the content, read and reviewed, and the names of the
 * secrets that each asks for, which the stack gives it the right to.
 */
export async function bundle(folder = bundleFolder): Promise<Metafile> {
  const { content, locales } = loadOrThrow(root)
  const [fault] = review(content, locales)
  if (fault) throw new Error(`${fault.file} ${fault.at}: ${fault.fault} (npm run review shows all)`)
  rmSync(folder, { recursive: true, force: true })
  const { metafile } = await build({
    entryPoints: {
      webhook: 'src/entry/webhook.ts',
      worker: 'src/entry/worker.ts',
      numbers: 'src/registers/numbers/read.ts',
    },
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    minify: true,
    // What is imported late becomes a file of its own, which is read when it is needed.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    outExtension: { '.js': '.mjs' },
    // Beside the functions, so that what is read from beside the code is beside every part of it.
    chunkNames: '[name]-[hash]',
    plugins: [withoutSchemas],
    // Names of browsers, and streams of events: the SDK imports them late, for calls that we never make.
    external: ['bowser', '@smithy/core/event-streams'],
    alias: { '@aws-sdk/credential-provider-node': './src/entry/credentials.ts' },
  })
  writeCompiled(join(folder, 'content'), content, locales)
  const secrets = { webhook: webhookSecrets, worker: workerSecrets(registerIds) }
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify(secrets))
  return metafile
}

if (import.meta.main) {
  const { outputs } = await bundle()
  for (const [path, { bytes }] of Object.entries(outputs)) {
    if (path.endsWith('.mjs'))
      console.log(`${String(Math.round(bytes / 1000)).padStart(6)} KB  ${path}`)
  }
}
