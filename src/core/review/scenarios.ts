import { advance } from '../engine/advance.ts'
import { drawing } from '../engine/draw.ts'
import { assessment } from '../engine/evidence.ts'
import type { Content } from '../engine/flow.ts'
import type { Person } from '../engine/run.ts'
import { applyFacts } from '../facts.ts'
import { everywhere } from '../steps/target.ts'
import type { DeskFound, Effect, Input, Place, Text } from '../turn.ts'
import type { Fault } from './fault.ts'
import type { Line, Scenario } from './scenario.ts'

/** Scenarios by the name of their file. */
export type Scenarios = Record<string, Scenario>

/** Plays every scenario in every language. The first difference of each is told once, with the language it was seen in. */
export function reviewScenarios(content: Content, scenarios: Scenarios): Fault[] {
  return Object.entries(scenarios).flatMap(([file, scenario]) => {
    for (const language of content.languages) {
      const fault = play(content, scenario, language)
      if (fault) return [{ ...fault, file, fault: `in ${language}: ${fault.fault}` }]
    }
    return []
  })
}

type Difference = Omit<Fault, 'file'>

interface Walk {
  person: Person
  /** What the last line did. */
  effects: Effect[]
  /** Every text that was shown. */
  keys: string[]
  /** What whoever looks for a desk finds. */
  desk: DeskFound
}

function play(content: Content, scenario: Scenario, language: string): Difference | undefined {
  if (!content.flows[scenario.open])
    return { at: 'open', fault: `there is no flow ${scenario.open}`, cure: 'Correct the name.' }
  const desk: DeskFound = { kind: 'desk-found', ...(scenario.desk && { desk: 'scenario' }) }
  const walk: Walk = { person: { ...scenario.person, language }, effects: [], keys: [], desk }
  take(content, walk, { kind: 'open', flow: scenario.open })
  for (const [index, line] of scenario.way.entries()) {
    const at = `way, line ${index + 1}`
    const input = inputOf(content, walk, line)
    if (!input) return { at, ...noButton(content, walk, line) }
    take(content, walk, input)
  }
  return differences(content, walk, scenario)[0]
}

/** One turn, with the facts that it sets about the person. */
function take(content: Content, walk: Walk, input: Input) {
  const { state, effects } = advance(content, walk.person, input)
  walk.person = { ...applyFacts(walk.person, effects), state }
  walk.effects = effects
  walk.keys.push(...effects.flatMap(keysIn))
  if (effects.some(({ kind }) => kind === 'find-desk')) take(content, walk, walk.desk)
}

/** What the line does to the screen; undefined when that has no such button. */
function inputOf(content: Content, walk: Walk, line: Line): Input | undefined {
  if ('type' in line) return { kind: 'message', text: line.type }
  if ('open' in line) return { kind: 'open', flow: line.open }
  const at = screenOf(walk)?.at
  if (!at || !buttonsOf(content, walk).includes(line.tap)) return undefined
  return { kind: 'press', ...at, choice: line.tap }
}

function noButton(content: Content, walk: Walk, line: Line) {
  const wanted = 'tap' in line ? line.tap : ''
  return {
    fault: `there is no button ${wanted} at ${place(walk)}`,
    cure: `Its buttons are: ${buttonsOf(content, walk).join(', ')}.`,
  }
}

/** The last one that has buttons. */
function screenOf({ effects }: Walk) {
  return effects.findLast(isAsking)
}

/** It has a place for buttons. */
type Asking = Extract<Effect, { at?: Place }>

function isAsking(effect: Effect): effect is Asking {
  return 'at' in effect && effect.at !== undefined
}

function buttonsOf(content: Content, walk: Walk): string[] {
  const screen = screenOf(walk)
  const choices = screen && choicesOf(content, walk, screen)
  return [...(choices ?? []).map(({ id }) => id), ...everywhere]
}

/** In a scenario nothing comes by itself yet. */
function choicesOf(content: Content, { person }: Walk, screen: Asking) {
  if (screen.kind !== 'draw') return 'choices' in screen ? screen.choices : undefined
  return drawing(content, screen, { ...person, held: { dues: [], themes: [] } })?.choices
}

/** Where the person stands: `offer.fee`. */
function place({ person: { state } }: Walk) {
  return `${state?.flow}.${state?.path.at(-1)?.step}`
}

function differences(content: Content, walk: Walk, { open, sees }: Scenario): Difference[] {
  const { verdict, signs, open: points } = assessed(content, walk)
  const screen = sees.screen?.includes('.') ? sees.screen : `${open}.${sees.screen}`
  const contact = walk.effects.findLast((effect) => effect.kind === 'contact')?.id ?? 'none'
  const found: [name: string, wanted: string | undefined, seen: string][] = [
    ['screen', sees.screen && screen, place(walk)],
    ['verdict', sees.verdict, verdict],
    ['signs', sees.signs && inOrder(sees.signs), inOrder(signs)],
    ['open', sees.open && inOrder(sees.open), inOrder(points.map(nameOf))],
    ['contact', sees.contact, contact],
    ...(sees.text ?? []).map((key): [string, string, string] => [
      'text',
      key,
      walk.keys.includes(key) ? key : 'no such text',
    ]),
  ]
  return found
    .filter(([, wanted, seen]) => wanted !== undefined && wanted !== seen)
    .map(([name, wanted, seen]) => ({
      at: `sees.${name}`,
      fault: `must be ${wanted || 'none'}, but is ${seen || 'none'}`,
      cure: 'Mend the flow, or say in the scenario what is right.',
    }))
}

/** The answers of the way itself, also while its person is in a room beside it. */
function assessed(content: Content, { person: { state } }: Walk) {
  const beside = state && content.flows[state.flow]?.aside
  const way = (beside ? state.resume : state) ?? { flow: '', path: [] }
  return assessment(content, way)
}

function inOrder(names: string[]) {
  return names.toSorted().join(', ')
}

function keysIn(effect: Effect): string[] {
  return 'text' in effect ? keysOf(effect.text) : []
}

function keysOf({ key, vars = {} }: Text): string[] {
  const inner = Object.values(vars)
    .flat()
    .flatMap((value) => (typeof value === 'object' ? keysOf(value) : []))
  return [key, ...inner]
}

/** `contract:job.ask` is the question of the step `job`, `scan:ask.hours` that of an advert's point. */
function nameOf(question: string) {
  const [, step = '', point] = /:(?:ask\.)?([\w-]+)(?:\.ask)?(.*)$/.exec(question) ?? []
  return point ? question : step
}
