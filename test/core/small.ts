import { advance } from '../../src/core/engine/advance.ts'
import { drawing } from '../../src/core/engine/draw.ts'
import { type Content, Flow } from '../../src/core/engine/flow.ts'
import type { Person } from '../../src/core/engine/run.ts'
import { applyFacts } from '../../src/core/facts.ts'
import { Contact } from '../../src/core/knowledge/contact.ts'
import { Indicator, type Knowledge } from '../../src/core/knowledge/knowledge.ts'
import type { Effect, Held, Input, Place, Show, ShowContact, Text } from '../../src/core/turn.ts'

/** What a test writes of a flow; it begins at its first step. */
export type Fields = Record<string, unknown> & { steps: Record<string, unknown> }

/** The rooms that the engine opens by itself, as small as they can be. */
const rooms: Record<string, Fields> = {
  start: {
    aside: true,
    steps: {
      begin: { kind: 'branch', on: 'language', to: { unset: 'language' }, else: 'flow:menu' },
      language: { kind: 'language', next: 'welcome' },
      welcome: { kind: 'say', next: 'resume' },
    },
  },
  menu: {
    aside: true,
    steps: {
      groups: { kind: 'ask', choices: { continue: 'resume', more: 'more', settings: 'more' } },
      more: { kind: 'say' },
    },
  },
  sos: {
    aside: true,
    quiet: true,
    steps: {
      now: { kind: 'ask', choices: { quiet: 'quiet', 'go-on': 'resume' } },
      quiet: { kind: 'say' },
    },
  },
  danger: {
    aside: true,
    steps: { stop: { kind: 'ask', choices: { danger: 'flow:sos', 'go-on': 'resume' } } },
  },
}

export function flowOf(id: string, fields: Fields): Flow {
  return Flow.parse({ id, start: Object.keys(fields.steps)[0], ...fields })
}

/** The flows of a test among the rooms that every content has. */
export function contentOf(
  flows: Record<string, Fields>,
  knowledge: Partial<Knowledge> = {},
): Content {
  const all = Object.entries({ ...rooms, ...flows })
  return {
    flows: Object.fromEntries(all.map(([id, fields]) => [id, flowOf(id, fields)])),
    indicators: {},
    facts: {},
    registers: {},
    agencyNames: {},
    wages: {},
    contacts: {},
    holidays: {},
    denied: [],
    emergencyNumbers: [],
    nicknames: {},
    conduct: { wording: '2026-11-30', pages: ['never'] },
    replies: {},
    phrases: {},
    languages: ['pl', 'en'],
    ...knowledge,
  }
}

/** A content with one flow of one or more steps, called `trip`. */
export function trip(steps: Record<string, unknown>, knowledge?: Partial<Knowledge>): Content {
  return contentOf({ trip: { steps } }, knowledge)
}

export function sign(severity: Indicator['severity'], more: Partial<Indicator> = {}): Indicator {
  return Indicator.parse({ stage: 'offer', severity, sources: ['https://example.org/'], ...more })
}

/** A record with nothing but what a test is about. */
export function contact(id: string, more: Record<string, unknown> = {}): Contact {
  return Contact.parse({
    id,
    name: id,
    kinds: ['worker_advice'],
    languages: [],
    phones: [],
    email: null,
    website: { url: 'https://www.example.org/help', mark: 'seen' },
    hours: null,
    free: null,
    source: { url: 'https://www.example.org/source', seenAs: 'official', date: null },
    checkedOn: null,
    ...more,
  })
}

export function phone(number: string, more: Record<string, unknown> = {}) {
  const unknown = { free: null, allDay: null, fromAbroad: null, languages: [] }
  return { number, dial: number, ...unknown, show: true, ...more }
}

/** The text with this key, which may stand inside another. */
export function textIn(text: Text | undefined, key: string): Text | undefined {
  if (!text || text.key === key) return text
  const inner = Object.values(text.vars ?? {}).flat()
  return inner.map((one) => (typeof one === 'object' ? textIn(one, key) : undefined)).find(Boolean)
}

/** Somebody who walks through a content without any phone: only the engine and what it decides. */
export function newWalk(
  content: Content,
  person: Person = { language: 'pl' },
  at = noon,
  /** Whom somebody finds who looks for a desk. */
  desk?: string,
) {
  const now = { ...person }
  const held: Held = { dues: [], themes: [] }
  let effects: Effect[] = []
  const receive = (input: Input): void => {
    const turn = advance(content, now, input, at)
    effects = turn.effects
    const { ticks, ...known } = applyFacts(now, effects)
    Object.assign(now, known, { ticks, state: turn.state })
    for (const effect of effects) change(held, effect)
    if (effects.some(({ kind }) => kind === 'find-desk'))
      receive({ kind: 'desk-found', ...(desk && { desk }) })
  }
  const draw = (effect: Effect | undefined) =>
    effect?.kind === 'draw' ? drawing(content, effect, { ...now, held }) : undefined
  const screen = () => effects.findLast((effect) => 'at' in effect && effect.at !== undefined)
  const choices = () => draw(screen())?.choices.map(({ id }) => id) ?? idsOf(screen())
  return {
    receive,
    opens: (flow: string, step?: string) => receive({ kind: 'open', flow, ...(step && { step }) }),
    says: (text: string) => receive({ kind: 'message', text }),
    sendsRecording: () => receive({ kind: 'message', holds: 'recording' }),
    commandsNonsense: () => receive({ kind: 'unknown-command' }),
    /** Presses a button of any screen, perhaps an old or a forged one. */
    presses: (place: Place, choice: string) => receive({ kind: 'press', ...place, choice }),
    /** Taps choices of the screens that come, one after the other. */
    taps: (...wanted: string[]) => {
      for (const choice of wanted) {
        const at = placeOf(screen())
        if (!at || ![...choices(), 'back', 'menu', 'sos'].includes(choice))
          throw new Error(`there is no ${choice} among ${choices().join(', ')}`)
        receive({ kind: 'press', ...at, choice })
      }
    },
    person: now,
    at: () => `${now.state?.flow}.${now.state?.path.at(-1)?.step}`,
    /** Every step on the way, with the answers given: `fee=yes`. */
    way: () =>
      now.state?.path.map(({ step, answer }) => (answer ? `${step}=${answer}` : step)) ?? [],
    effects: () => effects,
    shows: () => effects.filter((effect): effect is Show => effect.kind === 'show'),
    hints: () => effects.flatMap((effect) => (effect.kind === 'hint' ? [effect.text.key] : [])),
    choices,
    /** What the step's own kind draws. */
    draws: () => draw(screen()),
    held,
    progress: () => effects.findLast((effect) => effect.kind === 'show')?.progress,
    /** Which contact is on the screen. */
    contact: () =>
      effects.findLast((effect): effect is ShowContact => effect.kind === 'contact')?.id,
  }
}

export const noon = new Date('2026-11-22T12:00:00Z')

/** What comes to the walker by itself, as the app would keep it. */
function change(held: Held, effect: Effect) {
  if (effect.kind === 'remind') held.dues = effect.dues
  if (effect.kind === 'end') for (const what of effect.what) held[what] = []
  if (effect.kind !== 'subscribe') return
  const others = held.themes.filter((theme) => theme !== effect.theme)
  held.themes = effect.on ? [...others, effect.theme].sort() : others
}

function placeOf(effect: Effect | undefined): Place | undefined {
  return effect && 'at' in effect ? effect.at : undefined
}

function idsOf(effect: Effect | undefined): string[] {
  return effect && 'choices' in effect ? (effect.choices ?? []).map(({ id }) => id) : []
}
