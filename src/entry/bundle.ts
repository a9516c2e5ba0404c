import { copyFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'
import { copiesTo } from '../charts/place.ts'
import { writeCompiled } from '../content/compiled.ts'
import { loadOrThrow } from '../content/load.ts'
import { review } from '../core/review/review.ts'
import { registerIds } from '../registers/list.ts'
import { bundleReader, readerFolder } from './bundle-reader.ts'
import { common, root } from './bundling.ts'
import { webhookSecrets, workerSecrets } from './own-secrets.ts'
import { withoutSchemas } from './without-schemas.ts'

/** Where the functions lie until they are deployed. */
export const bundleFolder = join(root, 'dist/functions')

/**
 * `npm run bundle`: both functions with what they share, and beside them the content, read and reviewed, and the names of the
 * secrets that each asks for, which the stack gives it the right to.
 */
export async function bundle(folder = bundleFolder): Promise<Metafile> {
  const { content, locales } = loadOrThrow(root)
  const [fault] = review(content, locales, new Date())
  if (fault) throw new Error(`${fault.file} ${fault.at}: ${fault.fault} (npm run review shows all)`)
  rmSync(folder, { recursive: true, force: true })
  const { metafile } = await build({
    ...common,
    entryPoints: {
      webhook: 'src/entry/webhook.ts',
      worker: 'src/entry/worker.ts',
      numbers: 'src/registers/numbers/read.ts',
    },
    outdir: folder,
    // What is imported late becomes a file of its own, which is read when it is needed.
    splitting: true,
    // Beside the functions, so that what is read from beside the code is beside every part of it.
    chunkNames: '[name]-[hash]',
    plugins: [withoutSchemas, apart],
    // Names of browsers, and streams of events: the SDK imports them late, for calls that we never make.
    external: ['bowser', '@smithy/core/event-streams'],
    metafile: true,
  })
  await build({
    ...common,
    entryPoints: { invoke: 'src/entry/invoke.ts' },
    outdir: folder,
    plugins: [withoutStreams],
    external: ['bowser'],
  })
  for (const [from, to] of copiesTo(folder)) copyFileSync(from, to)
  writeCompiled(join(folder, 'content'), content, locales)
  const secrets = { webhook: webhookSecrets, worker: workerSecrets(registerIds) }
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify(secrets))
  return metafile
}

/**
 * Lambda's client is bundled apart. It shares much with the other clients, but uses other parts, and what one function uses of a
 * shared file every function would load.
 */
const apart: Plugin = {
  name: 'apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/invoke\.ts$/ }, () => ({
      path: './invoke.mjs',
      external: true,
    }))
  },
}

/** Lambda's client begins with streams of events, for calls that we never make. */
const withoutStreams: Plugin = {
  name: 'without-streams',
  setup(build) {
    const filter = /^@smithy\/core\/event-streams$/
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'without-streams' }))
    build.onLoad({ filter, namespace: 'without-streams' }, () => ({
      contents: `
        export const resolveEventStreamSerdeConfig = (config) => config
        export const eventStreamSerdeProvider = () => {}`,
    }))
  },
}

if (import.meta.main) {
  await Promise.all([bundle(), bundleReader()])
  for (const folder of [bundleFolder, readerFolder]) {
    const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile())
    for (const { name } of files.filter((one) => !one.name.endsWith('.map'))) {
      const kilobytes = Math.round(statSync(join(folder, name)).size / 1000)
      console.log(`${String(kilobytes).padStart(6)} KB  ${relative(root, folder)}/${name}`)
    }
  }
}
