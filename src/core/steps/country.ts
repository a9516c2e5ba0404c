import * as z from 'zod'
import { countryName } from '../countries.ts'
import { countryNamed } from '../front/country.ts'
import { said } from '../front/said.ts'
import { inPages, pageNamed, turnsOfList } from '../pages.ts'
import { countryTold } from '../scan/answer.ts'
import type { Choice, Input, Show } from '../turn.ts'
import { kind, type Move, own, pressed, type Scene } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('country'),
  /** The countries that most people need, as buttons. */
  first: z.array(z.string().regex(/^[A-Z]{2}$/)).max(5),
  next: Target,
  /** False where it is asked about somebody else: what is known of the person stays. */
  own: z.boolean().default(true),
  /** A country that an advert has told stands first among the buttons: it is offered, for people may mean another. */
  told: z.boolean().default(false),
  /** Where "I don't know" leads, if it is offered; it leaves a point open. */
  unknown: Target.optional(),
})
type Country = z.infer<typeof schema>

/** Countries on one page of the long list. */
const pageSize = 8

/** Asks for a country: five buttons, the rest in pages, or its name typed in any language of the bot. */
export const country = kind(schema, {
  exits: (step) => (step.unknown ? [step.next, step.unknown] : [step.next]),
  texts: (step) => ({
    says: step.unknown ? ['text', 'list', 'again', 'ask'] : ['text', 'list', 'again'],
    labels: step.unknown ? ['another', 'unknown'] : ['another'],
  }),
  enter: (step, scene) => {
    const code = countryTold(scene.assess().told)
    const choices = first(step, scene)
    if (code) return choose(step, code)
    return { effects: [{ kind: 'show', at: scene.at, text: own(scene, 'text'), choices }] }
  },
  receive: (step, input, scene) => {
    if (input.kind === 'message') return typed(step, input, scene)
    const id = pressed(input)
    if (id === 'unknown' && step.unknown) return { answer: id, go: step.unknown }
    const pages = inPages(listed(scene), pageSize)
    const page = pageNamed(id === 'another' ? 'page-0' : id, pages.length)
    if (page !== undefined) return { effects: [list(scene, pages, page)] }
    return id && [...offered(step, scene), ...step.first, ...listed(scene)].includes(id)
      ? choose(step, id)
      : undefined
  },
  evidence: (_step, answer) => ({ signs: [], open: answer === 'unknown' ? { ask: 'ask' } : {} }),
})

function first(step: Country, scene: Scene): Choice[] {
  const rest = [{ id: 'another', label: own(scene, 'another') }]
  if (step.unknown) rest.push({ id: 'unknown', label: own(scene, 'unknown') })
  return [...offered(step, scene).map(button), ...rest]
}

function offered({ first: usual, told }: Country, scene: Scene): string[] {
  const { country } = told ? scene.noted : {}
  return country ? [country, ...usual.filter((code) => code !== country)].slice(0, 5) : usual
}

function typed(step: Country, input: Input & { kind: 'message' }, scene: Scene): Move | undefined {
  if ((input.text ?? input.caption) === undefined) return undefined
  const code = countryNamed(said(input, scene.knowledge))
  return code ? choose(step, code) : { effects: [{ kind: 'hint', text: own(scene, 'again') }] }
}

function choose(step: Country, code: string): Move {
  return { answer: code, go: step.next, effects: step.own ? [{ kind: 'set', country: code }] : [] }
}

function list(scene: Scene, pages: string[][], page: number): Show {
  const codes = pages[page] ?? []
  const choices = [...codes.map(button), ...turnsOfList(page, pages.length)]
  return { kind: 'show', at: scene.at, text: own(scene, 'list'), choices }
}

/** Every country with contacts, in the order of the person's alphabet. */
function listed(scene: Scene) {
  const language = scene.language ?? scene.knowledge.languages[0] ?? 'en'
  const name = (code: string) => countryName(code, language)
  return Object.keys(scene.knowledge.contacts)
    .filter((code) => code !== 'EU')
    .sort((a, b) => name(a).localeCompare(name(b), language))
}

function button(code: string): Choice {
  return { id: code, label: { key: 'name:country', vars: { code } } }
}
