import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'

export const root = join(import.meta.dirname, '../..')

/** How every function is bundled: small, as a module of today's Node, with a map for whoever looks for a place. */
export const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  charset: 'utf8',
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  outExtension: { '.js': '.mjs' },
  alias: { '@aws-sdk/credential-provider-node': './src/entry/credentials.ts' },
}
