import type { ByKind } from './by-kind.ts'
import type { Effect } from './turn.ts'

/** What an effect is to whoever carries it out. */
const natures = {
  /** A screen. */
  show: 'view',
  contact: 'view',
  wage: 'view',
  found: 'view',
  firm: 'view',
  codes: 'view',
  draw: 'view',
  /** A short word beside a screen. */
  hint: 'hint',
  /** Goes into the talk itself. */
  set: 'fact',
  /** More than something to show: what a crash leaves of it is done later. */
  check: 'chore',
  read: 'chore',
  remind: 'chore',
  subscribe: 'chore',
  speak: 'chore',
  end: 'chore',
  unsay: 'chore',
  'find-desk': 'chore',
  'hand-off': 'chore',
  relay: 'chore',
  'take-back': 'chore',
  reveal: 'chore',
  'end-case': 'chore',
  referral: 'chore',
  reopen: 'chore',
  complain: 'chore',
  feedback: 'chore',
  /** Ends what was before it: nothing that was decided earlier is said afterwards. */
  hide: 'ending',
  forget: 'ending',
} as const satisfies Record<Effect['kind'], 'view' | 'hint' | 'fact' | 'chore' | 'ending'>

type Kinds<Nature> = {
  [Kind in Effect['kind']]: (typeof natures)[Kind] extends Nature ? Kind : never
}[Effect['kind']]

export type View = Extract<Effect, { kind: Kinds<'view'> }>
export type Fact = Extract<Effect, { kind: Kinds<'fact'> }>
export type Chore = Extract<Effect, { kind: Kinds<'chore'> }>
export type Ending = Extract<Effect, { kind: Kinds<'ending'> }>
export type Hint = Extract<Effect, { kind: Kinds<'hint'> }>

type Views = ByKind<View>

/** Whether it has no buttons and stays in the chat, whatever is pressed next. */
const staying: { [Kind in keyof Views]: (view: Views[Kind]) => boolean } = {
  show: ({ keep }) => keep === true,
  contact: () => false,
  wage: () => false,
  found: () => true,
  firm: () => true,
  codes: () => true,
  draw: () => false,
}

export function stays<Kind extends keyof Views>(view: Views[Kind] & { kind: Kind }): boolean {
  return staying[view.kind](view)
}

/** Where a press brings it, if not in the place of what was pressed. */
export function landsOf(view: View): 'over' | 'below' | undefined {
  return view.kind === 'show' ? view.lands : undefined
}

export function isView(effect: Effect): effect is View {
  return natures[effect.kind] === 'view'
}

export function isFact(effect: Effect): effect is Fact {
  return natures[effect.kind] === 'fact'
}

export function isHint(effect: Effect): effect is Hint {
  return natures[effect.kind] === 'hint'
}

export function isChore(effect: Effect): effect is Chore {
  return natures[effect.kind] === 'chore'
}

export function isEnding(effect: Effect): effect is Ending {
  return natures[effect.kind] === 'ending'
}
