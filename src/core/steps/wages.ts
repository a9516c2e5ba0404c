import * as z from 'zod'
import { scales } from '../knowledge/wage.ts'
import type { Choice, Effect } from '../turn.ts'
import { kind, own, pressed, type Scene } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('wages'),
  /** Where "another country" leads. */
  other: Target,
})

/** The legal minimum wages of the person's country, one a screen; where none is known, it says so. */
export const wages = kind(schema, {
  exits: (step) => [step.other],
  texts: () => ({ says: [], labels: ['other'] }),
  ends: () => true,
  enter: (_step, scene) => ({ effects: [page(scene, 0)] }),
  receive: (step, input, scene) => {
    const id = pressed(input)
    if (id === 'other') return { answer: id, go: step.other }
    const number = id?.startsWith('page-') ? Number(id.slice('page-'.length)) : Number.NaN
    const isThere = Number.isInteger(number) && number >= 0 && number < count(scene)
    return isThere ? { effects: [page(scene, number)] } : undefined
  },
})

function page(scene: Scene, number: number): Effect {
  const of = count(scene)
  const choices: Choice[] = []
  if (number + 1 < of) {
    const label = { key: 'common:next-point', vars: { at: number + 2, of } }
    choices.push({ id: `page-${number + 1}`, label })
  }
  if (number > 0) choices.push({ id: `page-${number - 1}`, label: { key: 'common:previous' } })
  choices.push({ id: 'other', label: own(scene, 'other') })
  return { kind: 'wage', country: scene.country ?? '', scale: number, at: scene.at, choices }
}

function count({ knowledge, country = '' }: Scene) {
  return scales(knowledge.wages[country]).length
}
