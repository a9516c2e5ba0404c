import * as z from 'zod'
import { guideText, type Named, registerText } from '../cards/register.ts'
import { entryOf, registersFor, type Sought } from '../cards/register-link.ts'
import { countryOf } from '../firm/firm.ts'
import { pageNamed, turnsOfOne } from '../pages.ts'
import type { Choice, Effect } from '../turn.ts'
import { nameAt, numberAt } from './answers.ts'
import { kind, own, pressed, type Scene } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('look'),
  proves: z.enum(['firm', 'agency']),
  /** Steps whose answer may be a number to take along. */
  of: z.array(Name).default([]),
  /** Steps whose answer may be a name to look for. */
  names: z.array(Name).default([]),
  /** Steps that asked in which country to look, and the country where nobody was asked. */
  where: z.array(Name).default([]),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .exactOptional(),
  next: Target,
})
type Look = z.infer<typeof schema>

/** What a button begins with that leads from the address of a register to the steps, and back. */
const guided = 'steps'

/**
 * Where a person looks for themselves: the official registers of the country, one a screen, with number or name filled in or ready to
 * copy, and behind each the three steps that help to read what stands there.
 */
export const look = kind(schema, {
  exits: (step) => [step.next],
  reads: (step) => [...step.of, ...step.names, ...step.where],
  texts: () => ({ says: ['none'], labels: ['next'] }),
  ends: () => true,
  isBehind: (_step, answer) => /^(?:page|steps)-\d+$/.test(answer) && answer !== 'page-0',
  enter: (step, scene) => ({
    effects: [screen(step, scene, scene.path.at(-1)?.answer) ?? page(step, scene, 0)],
  }),
  receive: (step, input, scene) => {
    const id = pressed(input)
    if (id === 'next') return { answer: id, go: step.next }
    const shown = screen(step, scene, id)
    return id && shown ? { effects: [shown], note: id } : undefined
  },
})

/** The screen that a button of its own names: a register, or the three steps behind it. */
function screen(step: Look, scene: Scene, id: string | undefined): Effect | undefined {
  const count = pages(step, scene).length
  const at = pageNamed(id, count)
  const behind = pageNamed(id, count, guided)
  if (behind !== undefined) return guide(step, scene, behind)
  return at === undefined ? undefined : page(step, scene, at)
}

/** Those that take the number first: there nothing else need be known. */
function pages(step: Look, scene: Scene): Named[] {
  const number = numberAt(step.of, scene.path)
  const country =
    (number && countryOf(number)) ?? chosen(step, scene) ?? step.country ?? scene.country
  if (!country) return []
  const proves = step.proves === 'firm' ? (['firm', 'vat'] as const) : (['agency'] as const)
  const all = proves.flatMap((what) => registersFor(scene.knowledge, country, what))
  const isTaken = ([, register]: Named) => Boolean(number && entryOf(register, number))
  return [...all.filter(isTaken), ...all.filter((one) => !isTaken(one))]
}

function page(step: Look, scene: Scene, at: number): Effect {
  const all = pages(step, scene)
  const shown = all[at]
  if (!shown) return show(scene, { text: own(scene, 'none'), choices: [onward(scene)] })
  const choices = [
    { id: `${guided}-${at}`, label: { key: 'firm:guide.label' } },
    ...turnsOfOne(at, all.length, { next: 'firm:next', before: 'firm:before' }),
    onward(scene),
  ]
  return show(scene, {
    text: registerText(shown, soughtOn(step, scene), scene.knowledge),
    choices,
  })
}

function guide(step: Look, scene: Scene, at: number): Effect {
  const all = pages(step, scene)
  const shown = all[at]
  if (!shown) return page(step, scene, 0)
  const back: Choice = { id: `page-${at}`, label: { key: 'firm:guide.back' } }
  return show(scene, {
    text: guideText(shown, soughtOn(step, scene)),
    choices: [back, onward(scene)],
  })
}

function show({ at }: Scene, screen: Pick<Effect & { kind: 'show' }, 'text' | 'choices'>): Effect {
  return { kind: 'show', at, ...screen }
}

function onward(scene: Scene): Choice {
  return { id: 'next', label: own(scene, 'next') }
}

function soughtOn({ of, names }: Look, { path }: Scene): Sought {
  return { number: numberAt(of, path), name: nameAt(names, path) }
}

/** The country that was chosen on this way; one from another flow may be where the work is, not where the firm is. */
function chosen({ where }: Look, { path }: Scene) {
  const answer = path.findLast(({ step }) => where.includes(step))?.answer
  return answer !== undefined && /^[A-Z]{2}$/.test(answer) ? answer : undefined
}
