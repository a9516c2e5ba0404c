import { readFileSync } from 'node:fs'

/** A recorded or written answer, by the name of its file in `samples`. */
export function sample(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8'))
}
