import * as z from 'zod'
import type { ByKind } from '../core/by-kind.ts'
import { helps } from '../core/case.ts'
import type { Choice, Deed, Due, Place, Show, Text } from '../core/turn.ts'
import { type Codec, codec } from './codec.ts'
import { SharedSchema } from './shared.ts'

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
  keep: z.literal(true).exactOptional(),
  lands: z.enum(['over', 'below']).exactOptional(),
})

/** Not shared with the queue's: schemas of `core` are left out of the cloud's bundle. */
const proves = z.enum(['firm', 'agency'])
const Question = z.discriminatedUnion('by', [
  z.object({ by: z.literal('number'), number: z.string(), proves }),
  z.object({ by: z.literal('name'), name: z.string(), country: z.string(), proves }),
])

const HandOffSchema = z.object({
  desk: z.string(),
  shared: SharedSchema,
  wording: z.string(),
  waits: z.literal(true).exactOptional(),
})

/** `29912340#arrival` */
export const StoredDue = z.string().regex(/^\d+#./)

/** One effect is stored as `{ show: … }`, by its kind; one that has nothing to say, as its kind alone. */
export type StoredEffect = string | { [kind: string]: unknown }

type Deeds = ByKind<Deed>

/** Nothing but a kind. */
type Bare = { [Kind in keyof Deeds]: keyof Deeds[Kind] extends 'kind' ? Deeds[Kind] : never }

function bare<Which extends Bare[keyof Bare]>(deed: Which): Codec<Which> {
  return { pack: () => undefined, unpack: (stored) => (stored === undefined ? deed : undefined) }
}

const WithChoices = z.object({ at: z.string(), choices: z.array(ChoiceSchema) })

const codecs: { [Kind in keyof Deeds]: Codec<Deeds[Kind]> } = {
  show: codec(Screen, packShow, unpackShow),
  contact: codec(
    WithChoices.extend({ id: z.string() }),
    ({ id, ...where }) => ({ id, ...packWhere(where) }),
    ({ id, ...where }) => ({ kind: 'contact', id, ...unpackWhere(where) }),
  ),
  wage: codec(
    WithChoices.extend({ country: z.string(), scale: z.number() }),
    ({ country, scale, ...where }) => ({ country, scale, ...packWhere(where) }),
    ({ country, scale, ...where }) => ({ kind: 'wage', country, scale, ...unpackWhere(where) }),
  ),
  found: codec(
    z.number(),
    ({ page }) => page,
    (page) => ({ kind: 'found', page }),
  ),
  firm: codec(
    z.object({ typed: z.string().exactOptional() }),
    ({ kind: _, ...firm }) => firm,
    (firm) => ({ kind: 'firm', ...firm }),
  ),
  codes: bare({ kind: 'codes' }),
  hint: codec(
    TextSchema,
    ({ text }) => packText(text),
    (text) => ({ kind: 'hint', text: unpackText(text) }),
  ),
  check: codec(
    Question,
    ({ question }) => question,
    (question) => ({ kind: 'check', question }),
  ),
  read: codec(
    z.object({ isQuiet: z.literal(true).exactOptional() }),
    ({ kind: _, ...read }) => read,
    (read) => ({ kind: 'read', ...read }),
  ),
  /** `['departure.list', 'page-0']` */
  draw: codec(
    z.tuple([z.string(), z.string()]),
    ({ at, view }): [string, string] => [packPlace(at), view],
    ([at, view]) => ({ kind: 'draw', at: unpackPlace(at), view }),
  ),
  remind: codec(
    z.array(StoredDue),
    ({ dues }) => dues.map(packDue),
    (dues) => ({ kind: 'remind', dues: dues.map(unpackDue) }),
  ),
  /** `+offers`, or `-offers` for no more. */
  subscribe: codec(
    z.string(),
    ({ theme, on }) => `${on ? '+' : '-'}${theme}`,
    (signed) => ({ kind: 'subscribe', theme: signed.slice(1), on: signed.startsWith('+') }),
  ),
  end: codec(
    z.array(z.enum(['dues', 'themes'])),
    ({ what }) => what,
    (what) => ({ kind: 'end', what }),
  ),
  unsay: codec(
    z.number(),
    ({ message }) => message,
    (message) => ({ kind: 'unsay', message }),
  ),
  'find-desk': bare({ kind: 'find-desk' }),
  'hand-off': codec(
    HandOffSchema,
    ({ kind: _, ...agreed }) => agreed,
    (agreed) => ({ kind: 'hand-off', ...agreed }),
  ),
  relay: codec(
    z.object({
      isUrgent: z.literal(true).exactOptional(),
      isTooMany: z.literal(true).exactOptional(),
      isLast: z.literal(true).exactOptional(),
    }),
    ({ kind: _, ...relay }) => relay,
    (relay) => ({ kind: 'relay', ...relay }),
  ),
  'take-back': codec(
    z.number(),
    ({ message }) => message,
    (message) => ({ kind: 'take-back', message }),
  ),
  reveal: bare({ kind: 'reveal' }),
  'end-case': codec(
    z.object({ isWithdrawn: z.literal(true).exactOptional() }),
    ({ kind: _, ...end }) => end,
    (end) => ({ kind: 'end-case', ...end }),
  ),
  referral: codec(
    z.boolean(),
    ({ isAgreed }) => isAgreed,
    (isAgreed) => ({ kind: 'referral', isAgreed }),
  ),
  reopen: bare({ kind: 'reopen' }),
  complain: bare({ kind: 'complain' }),
  feedback: codec(
    z.enum(helps),
    ({ helped }) => helped,
    (helped) => ({ kind: 'feedback', helped }),
  ),
  speak: bare({ kind: 'speak' }),
  hide: bare({ kind: 'hide' }),
  forget: bare({ kind: 'forget' }),
}

export function pack<Kind extends keyof Deeds>(deed: Deeds[Kind] & { kind: Kind }): StoredEffect {
  const packed = codecs[deed.kind].pack(deed)
  return packed === undefined ? deed.kind : { [deed.kind]: packed }
}

/** Undefined: another release wrote it. */
export function unpack(stored: unknown): Deed | undefined {
  const entries = typeof stored === 'string' ? [[stored] as const] : Object.entries(stored ?? {})
  for (const [kind, packed] of entries) if (isKind(kind)) return codecs[kind].unpack(packed)
  return undefined
}

function isKind(name: string): name is keyof Deeds {
  return Object.hasOwn(codecs, name)
}

type Where = { at: Place; choices: Choice[] }

function packWhere({ at, choices }: Where): z.infer<typeof WithChoices> {
  return { at: packPlace(at), choices: choices.map(packChoice(at)) }
}

function unpackWhere(stored: z.infer<typeof WithChoices>): Where {
  const at = unpackPlace(stored.at)
  return { at, choices: stored.choices.map(unpackChoice(at)) }
}

function packShow({ text, at, choices, progress, keep, lands }: Show): z.infer<typeof Screen> {
  const usual = at && isBare(text) && text.key === `${at.flow}:${at.step}.text`
  return {
    ...(at && { at: packPlace(at) }),
    ...(!usual && { text: packText(text) }),
    ...(choices && { choices: choices.map(packChoice(at)) }),
    ...(progress && { progress: pair(progress) }),
    ...(keep && { keep }),
    ...(lands && { lands }),
  }
}

function pair({ at, of }: { at: number; of: number }): [number, number] {
  return [at, of]
}

function unpackShow(stored: z.infer<typeof Screen>): Show {
  const { text, choices, progress, keep, lands } = stored
  const at = stored.at === undefined ? undefined : unpackPlace(stored.at)
  const usual = at ? `${at.flow}:${at.step}.text` : ''
  return {
    kind: 'show',
    text: text === undefined ? { key: usual } : unpackText(text),
    ...(at && { at }),
    ...(choices && { choices: choices.map(unpackChoice(at)) }),
    ...(progress && { progress: { at: progress[0], of: progress[1] } }),
    ...(keep && { keep }),
    ...(lands && { lands }),
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
