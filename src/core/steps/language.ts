import * as z from 'zod'
import type { Effect, Text } from '../turn.ts'
import { kind, own, pressed } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({ kind: z.literal('language'), next: Target })

/** Asks for the language: the question in every language, each button in its own. */
export const language = kind(schema, {
  exits: (step) => [step.next],
  texts: () => ({ says: ['text'], labels: [] }),
  enter: (_step, scene) => ({
    effects: [
      {
        kind: 'show',
        at: scene.at,
        text: {
          key: 'join:lines',
          vars: {
            items: scene.knowledge.languages.map((code) => ({
              ...own(scene, 'text'),
              language: code,
            })),
          },
        },
        choices: scene.knowledge.languages.map((code) => ({ id: code, label: itsName(code) })),
      },
    ],
  }),
  receive: (step, input, scene) => {
    const code = scene.knowledge.languages.find((known) => known === pressed(input))
    if (!code) return undefined
    // Whoever had a language before may have asked for something to come in it.
    const again: Effect[] = scene.language ? [{ kind: 'speak' }] : []
    return { answer: code, go: step.next, effects: [{ kind: 'set', language: code }, ...again] }
  },
})

function itsName(code: string): Text {
  return { key: 'name:own-language', language: code }
}
