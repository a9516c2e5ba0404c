import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { numberId } from '../src/core/firm/firm.ts'
import { readNumbers } from '../src/registers/numbers/read.ts'

/** Numbers as people paste them, written by two who had not read the code; half were held out until the rest was right. */
interface Pasted {
  text: string
  country?: string
  right: string[]
  /** A careful person could not tell either: all of `right` must be offered. */
  ask?: true
  kind: string
  held?: true
}

const pasted: Pasted[] = JSON.parse(readFileSync(join(import.meta.dirname, 'numbers.json'), 'utf8'))

/** Nobody was asked for a number where an advert stands, or something that is none. */
const isAsked = ({ kind }: Pasted) => kind !== 'ad' && kind !== 'none'

function read(one: Pasted): string[] {
  const reads = readNumbers(one.text, one.country, isAsked(one))
  return reads.filter(({ fault }) => fault === undefined).map(numberId)
}

function isRight(one: Pasted): boolean {
  const ids = read(one)
  const isWhole = one.right.every((id) => ids.includes(id))
  return isWhole && (one.ask ? ids.length <= 5 : ids.length === one.right.length)
}

const share = (some: Pasted[]) => `${some.filter(isRight).length}/${some.length}`
const held = pasted.filter((one) => one.held)
const tuned = pasted.filter((one) => !one.held)
const kinds = [...new Set(pasted.map(({ kind }) => kind))]
console.table(
  Object.fromEntries(
    [...kinds, 'all'].map((kind) => {
      const of = (some: Pasted[]) => some.filter((one) => kind === 'all' || one.kind === kind)
      return [kind, { tuned: share(of(tuned)), 'held out': share(of(held)) }]
    }),
  ),
)
for (const one of pasted.filter((some) => !isRight(some)))
  console.log(`${JSON.stringify(one.text)}\n  right: ${one.right}  read: ${read(one)}`)
