import * as z from 'zod'
import { typedName } from '../cards/typed-name.ts'
import { kind, own, pressed } from './step.ts'
import { Target } from './target.ts'

/** What may be typed. Only what fits is kept: a number or a firm's name, never a sentence. */
const formats = {
  number: (text: string) =>
    bare(text)
      .replaceAll('-', '')
      .match(/^\d{1,12}$/)?.[0],
  amount: (text: string) => amount(bare(text)),
  name: (text: string) =>
    text
      .trim()
      .replaceAll(/ +/g, ' ')
      .match(/^(?=.*\p{L})[^\n\p{C}?!]{2,60}$/u)?.[0],
}

const schema = z.strictObject({
  kind: z.literal('input'),
  accepts: z.enum(['number', 'amount', 'name']),
  next: Target,
  unknown: Target.optional(),
})

/** Waits for typed digits, or the name of a firm. What does not fit is asked again with a kind word; `unknown` lets the person pass. */
export const input = kind(schema, {
  exits: (step) => (step.unknown ? [step.next, step.unknown] : [step.next]),
  texts: (step) => ({ says: ['text', 'again'], labels: step.unknown ? ['unknown'] : [] }),
  takes: (step) => (step.accepts === 'name' ? 'name' : undefined),
  enter: (step, scene) => ({
    effects: [
      {
        kind: 'show',
        at: scene.at,
        text: own(scene, 'text'),
        choices: step.unknown ? [{ id: 'unknown', label: own(scene, 'unknown') }] : [],
      },
    ],
  }),
  receive: (step, received, scene) => {
    if (step.unknown && pressed(received) === 'unknown') {
      return { answer: 'unknown', go: step.unknown }
    }
    if (received.kind !== 'message' || received.text === undefined) return undefined
    const answer = formats[step.accepts](received.text)
    if (answer) return { answer, go: step.next }
    return { effects: [{ kind: 'hint', text: own(scene, 'again') }] }
  },
  keeps: (_step, answer) => (answer === 'unknown' ? [] : [typedName(answer)]),
})

function bare(text: string) {
  return text.replaceAll(/\s/g, '')
}

/** `1.500,50 zł` → `1500.50`; thousands may be parted, a currency may follow, a second number may not. */
function amount(text: string) {
  const form = /^(\d{1,7}|\d{1,3}(?:[.,]\d{3}){1,2})([.,]\d{1,2})?\D*$/
  const [, whole, cents = ''] = form.exec(text) ?? []
  return whole && whole.replaceAll(/[.,]/g, '') + cents.replace(',', '.')
}
