import * as z from 'zod'
import type { HeldCase } from '../case.ts'
import { kind, own, pressed, type Scene } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('complaint'),
  /** Where whoever talks with a desk goes back to. */
  talk: Target,
  next: Target,
})

/**
 * Says where to complain about a desk. What is written here goes to who leads it and to nobody else there, until the person leaves; where
 * that is whom it may be about, to nobody.
 */
export const complaint = kind(schema, {
  exits: (step) => [step.talk, step.next],
  fills: ['desk', 'complaints'],
  texts: () => ({ says: ['text', 'of-lead', 'none', 'sent'], labels: ['done'] }),
  isForSomebody: true,
  showsDesk: 'case',
  enter: (_step, scene) => shown(scene, 'text'),
  receive: (step, input, scene) => {
    if (pressed(input) === 'done') return { go: scene.desk === undefined ? step.next : step.talk }
    if (input.kind !== 'message' && input.kind !== 'picture') return undefined
    return { effects: [{ kind: 'complain' }, ...shown(scene, 'sent').effects] }
  },
  draw: (_step, view, sight) => {
    const { desk = '', complaints = '' } = sight.case ?? {}
    return {
      text: { ...own(sight, textFor(view, sight.case)), vars: { desk, complaints } },
      choices: [{ id: 'done', label: own(sight, 'done') }],
    }
  },
})

function shown({ at }: Scene, view: string) {
  return { effects: [{ kind: 'draw' as const, at, view }] }
}

function textFor(view: string, one: HeldCase | undefined) {
  if (!one) return 'none'
  return one.isOfLead ? 'of-lead' : view === 'sent' ? 'sent' : 'text'
}
