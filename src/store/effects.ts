import * as z from 'zod'
import type { Choice, Deed, Due, Place, Show, Text } from '../core/turn.ts'

/**
 * Pending effects as they are stored. A press must fit into one write unit of 1 KB together with the answers, so what
 * follows from the step's name is left out: the usual question is its place and the names of its choices.
 */
type StoredText = string | Text
type StoredChoice = string | { id: string; label: StoredText }

const PlainText: z.ZodType<Text> = z.object({
  key: z.string(),
  vars: z.lazy(() => Vars).exactOptional(),
  language: z.string().exactOptional(),
})
const Vars = z.record(z.string(), z.union([z.string(), z.number(), PlainText, z.array(PlainText)]))
const TextSchema: z.ZodType<StoredText> = z.union([z.string(), PlainText])
const ChoiceSchema: z.ZodType<StoredChoice> = z.union([
  z.string(),
  z.object({ id: z.string(), label: TextSchema }),
])

const Screen = z.object({
  /** `offer.fee` */
  at: z.string().exactOptional(),
  text: TextSchema.exactOptional(),
  choices: z.array(ChoiceSchema).exactOptional(),
  progress: z.tuple([z.number(), z.number()]).exactOptional(),
})

/** Not shared with the queue's: schemas of `core` are left out of the cloud's bundle. */
const proves = z.enum(['firm', 'agency'])
const Question = z.discriminatedUnion('by', [
  z.object({ by: z.literal('number'), number: z.string(), proves }),
  z.object({ by: z.literal('name'), name: z.string(), country: z.string(), proves }),
])

/** `29912340#arrival` */
export const StoredDue = z.string().regex(/^\d+#./)

/** One effect, as `{ show: … }`, `{ contact: … }`, `{ found: … }`, `{ hint: … }` or a bare word. */
export const EffectSchema = z.union([
  z.object({ show: Screen.extend({ keep: z.literal(true).exactOptional() }) }),
  z.object({
    contact: z.object({ id: z.string(), at: z.string(), choices: z.array(ChoiceSchema) }),
  }),
  z.object({
    wage: z.object({
      country: z.string(),
      scale: z.number(),
      at: z.string(),
      choices: z.array(ChoiceSchema),
    }),
  }),
  z.object({ found: z.number() }),
  z.object({ hint: TextSchema }),
  z.object({ check: Question }),
  /** `['departure.list', 'page-0']` */
  z.object({ draw: z.tuple([z.string(), z.string()]) }),
  z.object({ remind: z.array(StoredDue) }),
  /** `+offers`, or `-offers` for no more. */
  z.object({ subscribe: z.string() }),
  z.object({ end: z.array(z.enum(['dues', 'themes'])) }),
  z.enum(['speak', 'hide', 'forget']),
])
export type StoredEffect = z.infer<typeof EffectSchema>

export function pack(effect: Deed): StoredEffect {
  switch (effect.kind) {
    case 'show':
      return { show: packShow(effect) }
    case 'contact': {
      const { id, at, choices } = effect
      return { contact: { id, at: packPlace(at), choices: choices.map(packChoice(at)) } }
    }
    case 'wage': {
      const { country, scale, at, choices } = effect
      return { wage: { country, scale, at: packPlace(at), choices: choices.map(packChoice(at)) } }
    }
    case 'found':
      return { found: effect.page }
    case 'hint':
      return { hint: packText(effect.text) }
    case 'check':
      return { check: effect.question }
    case 'draw':
      return { draw: [packPlace(effect.at), effect.view] }
    case 'remind':
      return { remind: effect.dues.map(packDue) }
    case 'subscribe':
      return { subscribe: `${effect.on ? '+' : '-'}${effect.theme}` }
    case 'end':
      return { end: effect.what }
    case 'speak':
    case 'hide':
    case 'forget':
      return effect.kind
    default:
      return effect satisfies never
  }
}

export function unpack(stored: StoredEffect): Deed {
  if (typeof stored === 'string') return { kind: stored }
  if ('found' in stored) return { kind: 'found', page: stored.found }
  if ('hint' in stored) return { kind: 'hint', text: unpackText(stored.hint) }
  if ('check' in stored) return { kind: 'check', question: stored.check }
  if ('show' in stored) return unpackShow(stored.show)
  if ('draw' in stored)
    return { kind: 'draw', at: unpackPlace(stored.draw[0]), view: stored.draw[1] }
  if ('remind' in stored) return { kind: 'remind', dues: stored.remind.map(unpackDue) }
  if ('subscribe' in stored) {
    const { subscribe: sign } = stored
    return { kind: 'subscribe', theme: sign.slice(1), on: sign.startsWith('+') }
  }
  if ('end' in stored) return { kind: 'end', what: stored.end }
  if ('contact' in stored) return { kind: 'contact', ...unpackRecord(stored.contact) }
  return { kind: 'wage', ...unpackRecord(stored.wage) }
}

function unpackRecord<Stored extends { at: string; choices: StoredChoice[] }>(stored: Stored) {
  const at = unpackPlace(stored.at)
  return { ...stored, at, choices: stored.choices.map(unpackChoice(at)) }
}

function packShow({ text, at, choices, progress, keep }: Show) {
  const usual = at && isBare(text) && text.key === `${at.flow}:${at.step}.text`
  return {
    ...(at && { at: packPlace(at) }),
    ...(!usual && { text: packText(text) }),
    ...(choices && { choices: choices.map(packChoice(at)) }),
    ...(progress && { progress: pair(progress) }),
    ...(keep && { keep }),
  }
}

function pair({ at, of }: { at: number; of: number }): [number, number] {
  return [at, of]
}

function unpackShow(stored: Extract<StoredEffect, { show: unknown }>['show']): Show {
  const { text, choices, progress, keep } = stored
  const at = stored.at === undefined ? undefined : unpackPlace(stored.at)
  const usual = at ? `${at.flow}:${at.step}.text` : ''
  return {
    kind: 'show',
    text: text === undefined ? { key: usual } : unpackText(text),
    ...(at && { at }),
    ...(choices && { choices: choices.map(unpackChoice(at)) }),
    ...(progress && { progress: { at: progress[0], of: progress[1] } }),
    ...(keep && { keep }),
  }
}

/** Buttons whose label follows from a code: `@DE`, `~pl`. A choice's name begins with neither sign. */
const coded: Record<string, (code: string) => Text> = {
  '@': (code) => ({ key: 'name:country', vars: { code } }),
  '~': (code) => ({ key: 'name:own-language', language: code }),
}

function packChoice(at: Place | undefined) {
  return ({ id, label }: Choice): StoredChoice => {
    if (at && isBare(label) && label.key === usualLabel(at, id).key) return id
    const sign = Object.keys(coded).find((one) => isOfCode(label, coded[one]?.(id)))
    return sign ? sign + id : { id, label: packText(label) }
  }
}

/** The same text with nothing but that code in it. */
function isOfCode({ key, language, vars = {} }: Text, other: Text | undefined) {
  const isSame = key === other?.key && language === other.language
  return isSame && vars.code === other.vars?.code && Object.keys(vars).length === 1
}

function unpackChoice(at: Place | undefined) {
  return (stored: StoredChoice): Choice => {
    if (typeof stored !== 'string') return { id: stored.id, label: unpackText(stored.label) }
    const label = coded[stored.charAt(0)]
    if (label) return { id: stored.slice(1), label: label(stored.slice(1)) }
    return { id: stored, label: usualLabel(at, stored) }
  }
}

function usualLabel(at: Place | undefined, id: string): Text {
  return { key: `${at?.flow}:${at?.step}.${id}` }
}

function packText(text: Text): StoredText {
  return isBare(text) ? text.key : text
}

function unpackText(stored: StoredText): Text {
  return typeof stored === 'string' ? { key: stored } : stored
}

/** Nothing but a key. */
function isBare({ vars, language }: Text) {
  return vars === undefined && language === undefined
}

export function packDue({ minute, what }: Due): string {
  return `${minute}#${what}`
}

export function unpackDue(stored: string): Due {
  const [minute, what = ''] = stored.split(/#(.*)/s)
  return { minute: Number(minute), what }
}

export function packPlace({ flow, step }: Place) {
  return `${flow}.${step}`
}

export function unpackPlace(stored: string): Place {
  const [flow = '', step = ''] = stored.split('.')
  return { flow, step }
}
