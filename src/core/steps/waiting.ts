import type { Question } from '../firm/firm.ts'
import { type Move, own, type Scene } from './step.ts'

/** Asks the registers and says so; the step stays until they answer. */
export function waiting(scene: Scene, question: Question): Move {
  return {
    effects: [
      { kind: 'check', question },
      { kind: 'show', at: scene.at, text: own(scene, 'looking'), choices: [] },
    ],
  }
}
