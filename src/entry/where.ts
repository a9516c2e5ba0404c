import { existsSync, readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { join } from 'node:path'
import { bundleFolder } from './bundle.ts'

/** A place as the log names it, such as `chunk-ABC.mjs:83:1606`, in our own sources; undefined if it is in none. */
export function whereIs(place: string, folder = bundleFolder): string | undefined {
  const [, file = '', line, column] = /^([\w-]+\.mjs):(\d+):(\d+)$/.exec(place) ?? []
  const path = join(folder, `${file}.map`)
  if (!file || !existsSync(path)) return undefined
  const payload: SourceMapPayload = JSON.parse(readFileSync(path, 'utf8'))
  const found = new SourceMap(payload).findEntry(Number(line) - 1, Number(column) - 1)
  if (!('originalSource' in found)) return undefined
  const source = found.originalSource.replace(/^.*?(?=(src|node_modules)\/)/, '')
  return `${source}:${found.originalLine + 1}`
}

if (import.meta.main) {
  const [place = ''] = process.argv.slice(2)
  console.log(
    whereIs(place) ?? `${place} is in no file of dist/functions; bundle the version that ran.`,
  )
}
