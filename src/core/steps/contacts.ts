import * as z from 'zod'
import { type Contact, isShown, kinds } from '../knowledge/contact.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { pageNamed, turnsOfOne } from '../pages.ts'
import type { Effect } from '../turn.ts'
import { kind, own, pressed, type Scene } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('contacts'),
  /** Where "another country" leads. */
  other: Target,
  /** These records in this order, wherever the person is; without it everybody who helps in their country. */
  only: z.array(z.string()).min(1).optional(),
  /** Services of this kind lead the list. */
  first: z.enum(kinds).optional(),
})
type Contacts = z.infer<typeof schema>

const turns = { prefix: 'record', next: 'contact:next', before: 'contact:before' }

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
    const number = pageNamed(id, listed(step, scene).length, turns.prefix)
    return number === undefined ? undefined : { effects: [record(step, scene, number)] }
  },
})

/**
 * Everybody who can help a person in this country, in the authors' order: its first service, those that answer callers
 * from anywhere, the rest, then Europe's. Services that state only other languages come last. A kind that is asked for
 * leads, in whatever language.
 */
export function helpers(
  { contacts }: Knowledge,
  { country = '', language = '' }: Listener,
  kind?: Contact['kinds'][number],
): Contact[] {
  const [first, ...others] = contacts[country] ?? []
  const near = first ? [first] : []
  const reachable = Object.entries(contacts)
    .filter(([code]) => code !== country)
    .flatMap(([, records]) => records.filter(({ abroad }) => abroad))
  const all = [...near, ...reachable, ...others, ...(contacts.EU ?? [])].filter(isShown)
  const foreign = ({ languages }: Contact) => languages.length > 0 && !languages.includes(language)
  const other = ({ kinds }: Contact) => kind !== undefined && !kinds.includes(kind)
  return all
    .toSorted((a, b) => Number(foreign(a)) - Number(foreign(b)))
    .toSorted((a, b) => Number(other(a)) - Number(other(b)))
}

interface Listener {
  country?: string | undefined
  language?: string | undefined
}

function listed({ only, first }: Contacts, scene: Scene): Contact[] {
  if (!only) return helpers(scene.knowledge, scene, first)
  const all = Object.values(scene.knowledge.contacts).flat()
  return only.flatMap((id) => all.filter((contact) => contact.id === id && isShown(contact)))
}

function record(step: Contacts, scene: Scene, number: number): Effect {
  const all = listed(step, scene)
  const other = { id: 'other', label: own(scene, 'other') }
  const choices = [...turnsOfOne(number, all.length, turns), other]
  return { kind: 'contact', id: all[number]?.id ?? '', at: scene.at, choices }
}
