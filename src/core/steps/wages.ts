import * as z from 'zod'
import { scales } from '../knowledge/wage.ts'
import { pageNamed, turnsOfOne } from '../pages.ts'
import type { Effect } from '../turn.ts'
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
    const number = pageNamed(id, count(scene))
    return number === undefined ? undefined : { effects: [page(scene, number)] }
  },
})

function page(scene: Scene, number: number): Effect {
  const other = { id: 'other', label: own(scene, 'other') }
  const choices = [...turnsOfOne(number, count(scene)), other]
  return { kind: 'wage', country: scene.country ?? '', scale: number, at: scene.at, choices }
}

function count({ knowledge, country = '' }: Scene) {
  return scales(knowledge.wages[country]).length
}
