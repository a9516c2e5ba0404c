import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lateReader } from './late-reader.ts'
import type { Diagnosis, Patient } from './patient.ts'

/** A word in each of two alphabets. */
const trial = join(import.meta.dirname, 'trial.png')
const words = ['Praca', 'Робота']

/** Lets it read a small picture, as the worker would. */
export async function examineReader({ config }: Patient): Promise<Diagnosis[]> {
  const what = 'reader'
  if (!config.READER_NAME) return [{ what, fault: 'has no name', cure: 'npm run deploy' }]
  const why: string[] = []
  const reader = lateReader(config, (_event, { error } = {}) => why.push(String(error)))
  const read = await reader.read(readFileSync(trial))
  if ('text' in read && words.every((word) => read.text.includes(word))) return [{ what }]
  why.unshift('fault' in read ? read.fault : 'other words')
  return [{ what, fault: `does not read a picture (${why.join(', ')})`, cure: cureOf(why) }]
}

function cureOf(why: string[]) {
  return why.includes('AccessDeniedException')
    ? 'Sign in to the account, with the right to call the function.'
    : 'npm run deploy; it has no log, what is wrong stands in the brackets.'
}
