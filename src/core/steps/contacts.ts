import * as z from 'zod'
import { type Contact, isShown, kinds, shownPhones } from '../knowledge/contact.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { pageNamed, turnsOfOne } from '../pages.ts'
import type { Effect } from '../turn.ts'
import { europe } from '../voice.ts'
import { kind, own, pressed, type Scene } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('contacts'),
  /** Where "another country" leads. */
  other: Target,
  /** These records in this order, wherever the person is; without it everybody who helps in their country. */
  only: z.array(z.string()).min(1).optional(),
  /** Services of this kind lead the list. */
  first: z.enum(kinds).optional(),
  /** The step that asked where somebody else is; without it the person's own country counts. */
  of: Name.optional(),
})
type Contacts = z.infer<typeof schema>

const turns = { prefix: 'record', next: 'contact:next', before: 'contact:before' }

/** Who helps in the person's country, one record a screen, with services for callers from anywhere at the end. */
export const contacts = kind(schema, {
  exits: (step) => [step.other],
  texts: () => ({ says: [], labels: ['other'] }),
  ends: () => true,
  records: (step) => step.only ?? [],
  reads: ({ of }) => (of === undefined ? [] : [of]),
  enter: (step, scene) => ({ effects: [...warning(step, scene), record(step, scene, 0)] }),
  receive: (step, input, scene) => {
    const id = pressed(input)
    if (id === 'other') return { answer: id, go: step.other }
    const number = pageNamed(id, listed(step, scene).length, turns.prefix)
    return number === undefined ? undefined : { effects: [record(step, scene, number)] }
  },
})

/**
 * Everybody who can help a person in this country. First those whom one can call before the journey too, beginning with the
 * authors' first of the country; then the emergency numbers, the country's others and Europe's. Within these a number comes
 * before a website alone, and who states neither the person's language nor English comes last of all. A kind that is asked for
 * leads, in whatever language.
 */
export function helpers(
  { contacts }: Knowledge,
  { country = '', language = '' }: Listener,
  kind?: Contact['kinds'][number],
): Contact[] {
  const [first, ...others] = (contacts[country] ?? []).filter(isShown)
  const reachable = Object.entries(contacts)
    .filter(([code]) => code !== country)
    .flatMap(([, records]) => records.filter(({ abroad }) => abroad))
    .filter(isShown)
  const europes = (contacts[europe] ?? []).filter(isShown).filter(isIn(country))
  const chosen = first ? [first] : []
  const top = chosen.some(isCalledFromAnywhere)
    ? [...chosen, ...reachable]
    : [...reachable, ...chosen]
  const rest = (some: Contact[]) => some.toSorted((a, b) => rank(a, language) - rank(b, language))
  const emergency = [...others, ...europes].filter(isEmergency)
  const listed = [...top, ...emergency, ...rest(others), ...rest(europes)]
  const foreign = (one: Contact) => tongue(one, language) === 2
  const other = ({ kinds }: Contact) => kind !== undefined && !kinds.includes(kind)
  return [...new Set(listed)]
    .toSorted((a, b) => Number(foreign(a)) - Number(foreign(b)))
    .toSorted((a, b) => Number(other(a)) - Number(other(b)))
}

/** Numbers first; among those, whoever states English alone comes after those who speak the language or state nothing. */
function rank(contact: Contact, language: string) {
  return (shownPhones(contact).length > 0 ? 0 : 2) + (tongue(contact, language) === 0 ? 0 : 1)
}

function tongue({ languages }: Contact, language: string) {
  if (languages.length === 0 || languages.includes(language)) return 0
  return languages.includes('en') ? 1 : 2
}

function isIn(country: string) {
  return ({ countries }: Contact) => !country || !countries || countries.includes(country)
}

function isCalledFromAnywhere(contact: Contact) {
  return shownPhones(contact).some(({ short, fromAbroad }) => !short && fromAbroad !== false)
}

function isEmergency({ kinds }: Contact) {
  return kinds.includes('emergency')
}

interface Listener {
  country?: string | undefined
  language?: string | undefined
}

function listed(step: Contacts, scene: Scene): Contact[] {
  const { only, first } = step
  const { language } = scene
  if (!only) return helpers(scene.knowledge, { country: countryOf(step, scene), language }, first)
  const all = Object.values(scene.knowledge.contacts).flat()
  return only.flatMap((id) => all.filter((contact) => contact.id === id && isShown(contact)))
}

function countryOf({ of }: Contacts, { path, country }: Scene): string | undefined {
  return path.findLast(({ step }) => step === of)?.answer ?? country
}

/** Where no emergency number is known, that is said: 112 would be dialled everywhere. */
function warning(step: Contacts, scene: Scene): Effect[] {
  if (step.only || !countryOf(step, scene) || listed(step, scene).some(isEmergency)) return []
  return [{ kind: 'show', keep: true, text: { key: 'contact:no-emergency' } }]
}

function record(step: Contacts, scene: Scene, number: number): Effect {
  const all = listed(step, scene)
  const other = { id: 'other', label: own(scene, 'other') }
  const choices = [...turnsOfOne(number, all.length, turns), other]
  return { kind: 'contact', id: all[number]?.id ?? '', at: scene.at, choices }
}
