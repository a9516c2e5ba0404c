import * as z from 'zod'
import type { Text } from '../turn.ts'
import { kind, own, type Scene } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('letter'),
  /** Steps whose questions it lists, or `open`: those that the answers so far left open. */
  about: z.union([z.literal('open'), z.array(Name).min(1)]).default('open'),
  next: Target,
})

/** The questions to the firm as one message that stays and can be copied and sent on. Without any it says nothing. */
export const letter = kind(schema, {
  silent: true,
  gathers: true,
  fills: ['items'],
  exits: (step) => [step.next],
  texts: () => ({ says: ['text'], labels: [] }),
  reads: (step) => (step.about === 'open' ? [] : step.about),
  enter: (step, scene) => {
    const asked = step.about === 'open' ? scene.assess().open : step.about.map(askedAt(scene))
    if (asked.length === 0) return { go: step.next }
    return { effects: [{ kind: 'show', keep: true, text: list(scene, asked) }], go: step.next }
  },
})

function askedAt({ at }: Scene) {
  return (step: string) => `${at.flow}:${step}.ask`
}

function list(scene: Scene, asked: string[]): Text {
  const items = asked.map((key): Text => ({ key }))
  return { ...own(scene, 'text'), vars: { items: { key: 'join:bullets', vars: { items } } } }
}
