import * as z from 'zod'
import { type Contact, isShown } from '../knowledge/contact.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Choice, Effect } from '../turn.ts'
import { kind, own, pressed, type Scene } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('contacts'),
  /** Where "another country" leads. */
  other: Target,
  /** These records in this order, wherever the person is; without it everybody who helps in their country. */
  only: z.array(z.string()).min(1).optional(),
})
type Contacts = z.infer<typeof schema>

/** Who helps in the person's country, one record a screen, with services for callers from anywhere at the end. */
export const contacts = kind(schema, {
  exits: (step) => [step.other],
  texts: () => ({ says: [], labels: ['other'] }),
  ends: () => true,
  records: (step) => step.only ?? [],
  enter: (step, scene) => ({ effects: [record(step, scene, 0)] }),
  receive: (step, input, scene) => {
    const id = pressed(input)
    if (id === 'other') return { answer: id, go: step.other }
    const number = id?.startsWith('record-') ? Number(id.slice('record-'.length)) : Number.NaN
    const last = listed(step, scene).length - 1
    if (!Number.isInteger(number) || number < 0 || number > last) return undefined
    return { effects: [record(step, scene, number)] }
  },
})

/**
 * Everybody who can help a person in this country, in the authors' order: its first service, those that answer callers
 * from anywhere, the rest, then Europe's. Services that state only other languages come last.
 */
export function helpers(
  { contacts }: Knowledge,
  { country = '', language = '' }: Listener,
): Contact[] {
  const [first, ...others] = contacts[country] ?? []
  const near = first ? [first] : []
  const reachable = Object.entries(contacts)
    .filter(([code]) => code !== country)
    .flatMap(([, records]) => records.filter(({ abroad }) => abroad))
  const all = [...near, ...reachable, ...others, ...(contacts.EU ?? [])].filter(isShown)
  const foreign = ({ languages }: Contact) => languages.length > 0 && !languages.includes(language)
  return all.toSorted((a, b) => Number(foreign(a)) - Number(foreign(b)))
}

interface Listener {
  country?: string | undefined
  language?: string | undefined
}

function listed({ only }: Contacts, scene: Scene): Contact[] {
  if (!only) return helpers(scene.knowledge, scene)
  const all = Object.values(scene.knowledge.contacts).flat()
  return only.flatMap((id) => all.filter((contact) => contact.id === id && isShown(contact)))
}

function record(step: Contacts, scene: Scene, number: number): Effect {
  const all = listed(step, scene)
  const turn = (to: number, key: string): Choice => ({
    id: `record-${to}`,
    label: { key, vars: { at: to + 1, of: all.length } },
  })
  const choices = [{ id: 'other', label: own(scene, 'other') }]
  if (number > 0) choices.unshift(turn(number - 1, 'contact:before'))
  if (number < all.length - 1) choices.unshift(turn(number + 1, 'contact:next'))
  return { kind: 'contact', id: all[number]?.id ?? '', at: scene.at, choices }
}
