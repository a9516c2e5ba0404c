import * as z from 'zod'
import { kind, type Move, own, pressed, type Scene } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('go-on'),
  /** The step that has found which talk is over. */
  of: Name,
  resumed: Target,
  anew: Target,
  numbers: Target,
})

/** Whoever comes back within the time in which their case is held may go on with it, on a press alone, or begin anew. */
export const goOn = kind(schema, {
  exits: (step) => [step.resumed, step.anew, step.numbers],
  reads: (step) => [step.of],
  fills: ['desk'],
  texts: () => ({ says: ['text'], labels: ['reopen', 'anew', 'numbers'] }),
  enter: (step, scene) => {
    if (scene.desk !== undefined) return { go: step.resumed }
    return deskOf(scene) === undefined ? { go: step.of } : shown(scene)
  },
  receive: (step, input, scene) => {
    const id = pressed(input)
    if (id === 'numbers') return { answer: id, go: step.numbers }
    if (id === undefined || (input.kind === 'press' && input.isTyped)) return undefined
    // An old button: they talk with a desk by now.
    if (scene.desk !== undefined) return { go: step.resumed }
    if (id === 'anew') return { answer: id, go: step.anew }
    const desk = deskOf(scene)
    // Whether there still is something to go on with is not known on an old screen.
    if (id !== 'reopen' || desk === undefined) return { go: step.of }
    const effects: Move['effects'] = [{ kind: 'reopen' }, { kind: 'set', case: desk }]
    return { answer: id, go: step.resumed, effects }
  },
  showsDesk: 'case',
  draw: (_step, _view, sight) => ({
    text: { ...own(sight, 'text'), vars: { desk: sight.case?.desk ?? '' } },
    choices: ['reopen', 'anew', 'numbers'].map((id) => ({ id, label: own(sight, id) })),
  }),
})

/** The desk that the step before has found. */
function deskOf({ path }: Scene): string | undefined {
  return path.at(-2)?.answer
}

function shown({ at }: Scene): Move {
  return { effects: [{ kind: 'draw', at, view: 'case' }] }
}
