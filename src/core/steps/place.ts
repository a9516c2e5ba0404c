import * as z from 'zod'
import type { Text } from '../turn.ts'
import { chosen, kind, own, type Scene } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('place'),
  /** What the person can do about the country; whatever it is, it becomes theirs. */
  choices: z.record(Name, Target),
  /** Where it leads if no country is known. */
  else: Target,
})
type Place = z.infer<typeof schema>

/** A country that a message has named: it is the step's answer from the beginning, and counts only once somebody chooses. */
export const place = kind(schema, {
  exits: (step) => [...Object.values(step.choices), step.else],
  texts: (step) => ({ says: ['text'], labels: Object.keys(step.choices) }),
  choices: (step) => Object.keys(step.choices),
  fills: ['named'],
  enter: (step, scene) => {
    const code = named(scene)
    if (!code) return { go: step.else }
    const text: Text = {
      ...own(scene, 'text'),
      vars: { named: { key: 'name:country', vars: { code } } },
    }
    const choices = Object.keys(step.choices).map((id) => ({ id, label: own(scene, id) }))
    return { effects: [{ kind: 'show', at: scene.at, text, choices }] }
  },
  receive: (step: Place, input, scene) => {
    const code = named(scene)
    const go = chosen(step.choices, input)
    return go && code ? { answer: code, go, effects: [{ kind: 'set', country: code }] } : undefined
  },
})

function named({ path, country }: Scene): string | undefined {
  return path.at(-1)?.answer ?? country
}
