import * as z from 'zod'
import { numberLabel } from '../cards/number-label.ts'
import { linkFor, registerNote, registersFor } from '../cards/register-link.ts'
import { countryOf, type FirmNumber, numberFrom } from '../firm/firm.ts'
import type { Knowledge, Register } from '../knowledge/knowledge.ts'
import { pageNamed, turnsOfOne } from '../pages.ts'
import type { Effect, Text } from '../turn.ts'
import { kind, own, pressed, type Scene } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('look'),
  proves: z.enum(['firm', 'agency']),
  /** Steps whose answer may be a number to take along. */
  of: z.array(Name).default([]),
  /** Steps that asked in which country to look, and the country where nobody was asked. */
  where: z.array(Name).default([]),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .exactOptional(),
  next: Target,
})
type Look = z.infer<typeof schema>

/** Where a person looks for themselves: the official registers of the country, one a screen, the number ready to copy. */
export const look = kind(schema, {
  exits: (step) => [step.next],
  reads: (step) => [...step.of, ...step.where],
  texts: () => ({ says: ['none'], labels: ['next'] }),
  ends: () => true,
  enter: (step, scene) => ({ effects: [page(step, scene, 0)] }),
  receive: (step, input, scene) => {
    const id = pressed(input)
    if (id === 'next') return { answer: id, go: step.next }
    const at = pageNamed(id, pages(step, scene).length)
    return at === undefined ? undefined : { effects: [page(step, scene, at)] }
  },
})

function pages(step: Look, scene: Scene) {
  const number = numberOf(step, scene)
  const country =
    (number && countryOf(number)) ?? chosen(step, scene) ?? step.country ?? scene.country
  if (!country) return []
  const proves = step.proves === 'firm' ? (['firm', 'vat'] as const) : (['agency'] as const)
  return proves.flatMap((what) => registersFor(scene.knowledge, country, what))
}

function page(step: Look, scene: Scene, at: number): Effect {
  const all = pages(step, scene)
  const shown = all[at]
  const turns = turnsOfOne(at, all.length, { next: 'firm:next', before: 'firm:before' })
  const choices = [...turns, { id: 'next', label: own(scene, 'next') }]
  const text = shown
    ? registerText(shown, scene.knowledge, numberOf(step, scene))
    : own(scene, 'none')
  return { kind: 'show', at: scene.at, text, choices }
}

/** The register, its keeper, what an entry proves and what it does not, the page, the number. */
function registerText(
  [id, register]: [string, Register],
  knowledge: Knowledge,
  number?: FirmNumber,
): Text {
  const note = registerNote(id, knowledge)
  const url = linkFor(register, number)
  const lines: Text[] = [
    { key: `registers:${id}.proves` },
    { key: `registers:${id}.limits` },
    url
      ? { key: 'firm:look', vars: { url } }
      : { key: 'firm:keeper', vars: { keeper: register.keeper } },
  ]
  if (note) lines.push(note)
  if (number)
    lines.push({ key: 'firm:copy', vars: { number: numberLabel(number), bare: number.value } })
  return {
    key: 'firm:register',
    vars: { name: register.name, lines: { key: 'join:paragraphs', vars: { items: lines } } },
  }
}

function numberOf({ of }: Look, { path }: Scene) {
  const answers = path.filter(({ step }) => of.includes(step)).map(({ answer }) => answer)
  const found = answers.findLast((answer) => answer !== undefined && numberFrom(answer))
  return found === undefined ? undefined : numberFrom(found)
}

/** The country that was chosen on this way; one from another flow may be where the work is, not where the firm is. */
function chosen({ where }: Look, { path }: Scene) {
  const answer = path.findLast(({ step }) => where.includes(step))?.answer
  return answer !== undefined && /^[A-Z]{2}$/.test(answer) ? answer : undefined
}
