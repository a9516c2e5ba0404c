import * as z from 'zod'
import { numberLabel, numbersNamed } from '../cards/number-label.ts'
import { numberFrom, numberId } from '../firm/firm.ts'
import { isLouder } from '../knowledge/severity.ts'
import {
  decode,
  encode,
  isAnother,
  openPoints,
  type Told,
  together,
  toldCountry,
  toTold,
} from '../scan/answer.ts'
import { foundPages } from '../scan/found.ts'
import { readOnce } from '../scan/read.ts'
import { belowMinimum, farAbove, hiddenLetters, scanned } from '../scan/scan.ts'
import type { Effect, Input, Noted, Show, Text } from '../turn.ts'
import { assess, type Evidence } from '../verdict/verdict.ts'
import { kind, type Move, own, pressed, type Scene } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({ kind: z.literal('scan'), next: Target })
type ScanStep = z.infer<typeof schema>

/** Fewer words in which nothing is found are a greeting or a link, no advert. */
const advertFrom = 8

/**
 * Reads an advert that the person forwards or pastes, in one message or several. Its words are shown once, in the turn
 * that brought them; only what they mean stays: signs, points, a country, numbers of firms.
 */
export const scan = kind(schema, {
  exits: (step) => [step.next],
  texts: () => ({ says: ['text', 'more', 'short'], labels: ['done'] }),
  signs: () => [hiddenLetters, belowMinimum, farAbove],
  takes: () => 'advert',
  holds: true,
  enter: (_step, scene) => {
    const told = soFar(scene)
    return { effects: [told ? more(scene, told) : invitation(scene)] }
  },
  receive: (step, input, scene) => {
    if (input.kind === 'message') return read(step, input, scene)
    const choice = pressed(input)
    if (choice === 'done' && soFar(scene))
      return { answer: scene.path.at(-1)?.answer ?? '', go: step.next }
    const told = choice === undefined ? undefined : decode(choice, scene.knowledge)
    // The way goes on after help was shown, or after a look at the menu.
    return told && keep(step, scene, { told, effects: [] })
  },
  evidence: (_step, answer, knowledge) => {
    const told = decode(answer, knowledge)
    return told ? toEvidence(told, knowledge) : { signs: [], open: {} }
  },
  keeps: (_step, answer, knowledge) => numbersNamed(decode(answer, knowledge)?.numbers ?? []),
})

/** What the messages before have told. */
function soFar(scene: Scene): Told | undefined {
  const { answer } = scene.path.at(-1) ?? {}
  return answer === undefined ? undefined : decode(answer, scene.knowledge)
}

function read(step: ScanStep, input: Input & { kind: 'message' }, scene: Scene): Move | undefined {
  const text = input.text ?? input.caption
  if (text === undefined) return undefined
  const found = scanned(readOnce(input, text, scene.knowledge), scene.knowledge)
  const numbers = (input.numbers ?? []).filter(({ fault }) => !fault).map(numberId)
  const before = soFar(scene)
  const tells = found.hits.length + found.stated.length + numbers.length
  const isShort = found.length < advertFrom && tells === 0
  if (isShort && !before) return { effects: [{ kind: 'hint', text: own(scene, 'short') }] }
  const told = toTold(found, numbers)
  const pages = Array.from(
    { length: foundPages(found, input.isRead ? 'read' : 'typed') },
    (_, page): Effect => ({ kind: 'found', page }),
  )
  const isMore = before && (input.isPart || !isAnother(before, found.stated))
  const effects = before && !isMore && isWarned(before, scene) ? [...pages, next] : pages
  return keep(step, scene, { told: isMore ? together(before, told) : told, effects })
}

/** Whoever sends another advert must not think that what was warned of is over. */
const next: Effect = { kind: 'hint', text: { key: 'common:advert-next' } }

function isWarned(told: Told, { knowledge }: Scene): boolean {
  const { verdict } = assess(knowledge.indicators, [toEvidence(told, knowledge)])
  return verdict === 'danger' || verdict === 'strong'
}

/** Something critical does not wait for the rest of the advert: the answer stands, so help is shown at once. */
function keep(
  step: ScanStep,
  scene: Scene,
  { told, effects }: { told: Told; effects: Effect[] },
): Move {
  const { knowledge } = scene
  const answer = encode(told, knowledge)
  const { verdict } = assess(knowledge.indicators, [toEvidence(told, knowledge)])
  const all: Effect[] = [...effects, { kind: 'set', noted: toNoted(told) }]
  if (verdict === 'danger') return { answer, go: step.next, effects: all }
  return { note: answer, effects: [...all, more(scene, told)] }
}

/** The next checks begin with it, also when this way is over. */
function toNoted({ numbers, country }: Told): Noted {
  return { numbers, ...(country && { country }) }
}

function invitation(scene: Scene): Show {
  return { kind: 'show', at: scene.at, text: own(scene, 'text'), choices: [] }
}

function more(scene: Scene, { numbers }: Told): Show {
  const items: Text[] = [own(scene, 'more')]
  if (numbers.length > 0)
    items.unshift({ key: 'scan:numbers', vars: { numbers: numbers.map(readable).join(', ') } })
  return {
    kind: 'show',
    at: scene.at,
    text: items.length > 1 ? { key: 'join:paragraphs', vars: { items } } : own(scene, 'more'),
    choices: [{ id: 'done', label: own(scene, 'done') }],
  }
}

/** `kraz-98765` → `KRAZ 98765` */
function readable(id: string) {
  const number = numberFrom(id)
  return number ? numberLabel(number) : id
}

function toEvidence(told: Told, { indicators }: Scene['knowledge']): Evidence {
  const quieter = [...told.signs].filter(([sign, severity]) => {
    const own = indicators[sign]?.severity
    return own !== undefined && isLouder(own, severity)
  })
  return {
    signs: [...told.signs.keys()],
    quieter: Object.fromEntries(quieter),
    open: Object.fromEntries(openPoints(told).map((point) => [point, `scan:ask.${point}`])),
    told: [...told.stated, ...(told.country ? [toldCountry(told.country)] : [])],
  }
}
