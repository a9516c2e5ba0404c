import { adultFrom } from '../age.ts'
import type { ByKind } from '../by-kind.ts'
import { isFirmName } from '../firm/name.ts'
import { isAdvert, isAsking } from '../front/kinds.ts'
import { type Meaning, meaning } from '../front/meaning.ts'
import { ageSaid, type Said, said, whole } from '../front/said.ts'
import type { Doors } from '../knowledge/doors.ts'
import type { SmallTalk } from '../knowledge/phrases.ts'
import { isFact, isHint } from '../nature.ts'
import type { Move } from '../steps/step.ts'
import type { Choice, Effect, Input, Message, Place, State } from '../turn.ts'
import { besideWarning, followFirst, partOf, readAdvert } from './adverts.ts'
import { isQuiet, kindOf, stepAt } from './flow.ts'
import { again, back, follow, open, openFirst } from './moves.ts'
import { apply, here, type Run } from './run.ts'
import { entered, unanswered } from './way.ts'

/**
 * What somebody wrote, wherever they stand: a button's own label, what the step waits for, another part of an advert, what it means by
 * itself; else a kind word. Danger was understood before.
 */
export function hear(run: Run, state: State | undefined, message: Message): State {
  const next = understood(run, state, message)
  if (!next) return missed(run, state, message)
  // Who shares where they are may wait for somebody to come.
  if (message.holds === 'place') run.effects.unshift(hint('common:unread.place'))
  return next
}

function hint(key: string): Effect {
  return { kind: 'hint', text: { key } }
}

/** Undefined: it means nothing here. */
export function understood(
  run: Run,
  state: State | undefined,
  message: Message,
): State | undefined {
  const one = saidIn(run, message)
  return (
    (state && repliedAbove(run, state, message, one)) ??
    (state && replied(run, state, message, one)) ??
    (one && (partOf(run, state, message, one) ?? led(run, state, message, one)))
  )
}

/** What it says to a question: the one where somebody stands; a change speaks of one that was answered before. */
function replied(
  run: Run,
  state: State,
  message: Message,
  one: Said | undefined,
): State | undefined {
  if (message.isEdit) return one && corrected(run, state, message, one)
  const move = received(run, state, message, one)
  return (
    (one && !one.isTheirs ? labelled(run, state, message) : undefined) ??
    (move && !isWordOnly(move) ? follow(run, state, move) : undefined)
  )
}

/** Words above a quotation may be the answer to the question; above an advert they are no name, unless they look like one. */
function repliedAbove(
  run: Run,
  state: State,
  { above }: Message,
  quoted: Said | undefined,
): State | undefined {
  const one = above && saidIn(run, above)
  if (!one) return undefined
  const { step } = here(run, state)
  const waits = kindOf(step).takes?.(step)
  const isNone = waits === 'name' && quoted && isAdvert(quoted) && !isFirmName(one.text)
  return isNone ? labelled(run, state, above) : replied(run, state, above, one)
}

function saidIn({ content }: Run, message: Message): Said | undefined {
  return hasWords(message) ? said(message, content) : undefined
}

/** What the step does with it, unless it takes whatever is written and this is plainly something else. */
function received(run: Run, state: State, message: Message, one: Said | undefined) {
  const { step, scene } = here(run, state)
  const { receive, takes } = kindOf(step)
  const waits = takes?.(step)
  // Words of somebody else press no button, answer no question and name no firm.
  if (one?.isTheirs && waits !== 'advert' && waits !== 'number') return undefined
  const isName = one && waits === 'name' && isFirmName(one.text)
  if (one && waits && waits !== 'number' && !isName && whole(one) !== undefined) return undefined
  if (one && waits === 'name' && !isName && isAdvert(one)) return undefined
  if (one && waits === 'advert' && isAsking(one) && !isAdvert(one)) return undefined
  return receive?.(step, message, scene)
}

/** So many screens behind a question its answer can still be what stands in the newest message. */
const correctedWithin = 2

/**
 * Who corrects what they have just answered answers the same question anew; who has gone on since corrects only a number or a
 * name, which nothing but a message can have brought.
 */
function corrected(run: Run, state: State, message: Message, one: Said): State | undefined {
  const { isEdit, ...typed } = message
  const { flow, path } = state
  const first = Math.max(0, path.length - 1 - correctedWithin)
  for (let at = path.length - 1; at >= first; at--) {
    const visit = path[at]
    const step = visit && stepAt(run.content, { flow, step: visit.step })
    const waits = step && kindOf(step).takes?.(step)
    const isMeant = isEdit === 'newest' || waits === 'number' || waits === 'name'
    if (!step || visit.answer === undefined || !isMeant) continue
    const before = { ...state, path: unanswered(path.slice(0, at + 1)) }
    const next = replied(run, before, typed, one)
    if (next) return next
  }
  return isEdit === 'newest' ? younger(run, state, one) : undefined
}

/** Who corrects the age that they typed; the question leaves no trace on the way. */
function younger(run: Run, state: State, one: Said): State | undefined {
  const { doors } = run.content
  const age = ageSaid(one)
  const isSlip = age !== undefined && age.years < adultFrom && run.facts.minor === false
  return isSlip && doors ? isYoung(run, state, doors) : undefined
}

function isYoung(run: Run, state: State | undefined, doors: Doors): State {
  apply(run, [{ kind: 'set', minor: true }])
  return openFirst(run, state, doors.young)
}

/** It says why the step cannot use it, and no more: it may mean something else. */
function isWordOnly({ go, note, isWrong, effects = [] }: Move) {
  if (isWrong) return false
  return (
    go === undefined && note === undefined && effects.every((one) => isHint(one) || isFact(one))
  )
}

/** Longer than any button. */
const labelTo = 60

/** Who types what stands on a button means the button. */
function labelled(run: Run, state: State, { text, isLabel }: Message): State | undefined {
  if (!isLabel || text === undefined || text.length > labelTo) return undefined
  const own = offered(run, state).find(({ label }) => isLabel(label))
  return own && pressed(run, state, [own.id])
}

/** The buttons of the screen where somebody stands. */
function offered(run: Run, state: State): Choice[] {
  const { step, scene } = here(run, state)
  const shown = kindOf(step).enter(step, scene).effects ?? []
  return shown.flatMap((one) => ('choices' in one && one.choices) || [])
}

/** What a press of the first of these buttons does that there is. */
function pressed(run: Run, state: State, ids: string[]): State | undefined {
  const { step, scene } = here(run, state)
  for (const choice of ids) {
    const press: Input = { kind: 'press', ...scene.at, choice, isTyped: true }
    const move = kindOf(step).receive?.(step, press, scene)
    if (move) return follow(run, state, move)
  }
  return undefined
}

/** What it means by itself. */
function led(run: Run, state: State | undefined, message: Message, one: Said): State | undefined {
  const { doors } = run.content
  const meant = doors && meaning(one, doors)
  return meant && leads(meant, { run, doors, state, message })
}

interface Led {
  run: Run
  doors: Doors
  state: State | undefined
  message: Message
}

type Meanings = ByKind<Meaning>

function leads<Kind extends keyof Meanings>(
  meant: Meanings[Kind] & { kind: Kind },
  led: Led,
): State | undefined {
  return leading[meant.kind](led, meant)
}

const leading: {
  [Kind in keyof Meanings]: (led: Led, meant: Meanings[Kind]) => State | undefined
} = {
  advert: ({ run, doors, state, message }) =>
    readAdvert(run, placed(run, state, doors.advert), message, besideWarning(run, state)),
  number: ({ run, state, message }, { of }) => numberLed(run, state, message, of),
  danger: ({ run, doors, state }, { of }) =>
    openFirst(run, state, of === 'theirs' ? doors.other : doors.danger),
  young: ({ run, doors, state }) => isYoung(run, state, doors),
  // Who says in need where they are is shown who helps there.
  country: ({ run, doors, state }, { code }) => {
    const there = placed(run, state, doors.country, code)
    const isNeed = state && isQuiet(run.content, state.flow)
    return (isNeed ? pressed(run, there, ['help']) : undefined) ?? again(run, there)
  },
  rooms: ({ run, doors, state }, { places }) => {
    const [first = '', second] = places
    if (second) return again(run, placed(run, state, doors.which, places.join('+')))
    const [flow = '', step] = first.split('.')
    return openFirst(run, state, { flow, ...(step && { step }) })
  },
  whole: ({ run, doors, state, message }, { says }) => {
    if (typeof says !== 'object') {
      const isPast = message.isEdit && replies.includes(says)
      return isPast ? undefined : state && small[says](run, state)
    }
    const { language } = says
    if (!state) return chosen(run, language)
    return (
      pressed(run, state, [language]) ??
      pressed(run, placed(run, state, doors.language), [language])
    )
  },
}

/** The check of a firm or an agency, with the number taken along. */
export function numberLed(
  run: Run,
  state: State | undefined,
  message: Message,
  of: 'firm' | 'agency' = ofNumbers(message),
): State | undefined {
  const { doors } = run.content
  const there = doors && placed(run, state, doors[of])
  if (!there) return undefined
  const { step, scene } = here(run, there)
  const move = kindOf(step).receive?.(step, message, scene)
  return move && followFirst(run, there, move)
}

function ofNumbers({ numbers = [] }: Message) {
  return numbers[0]?.kind === 'kraz' ? 'agency' : 'firm'
}

/** Who is new and begins with a language need not be asked for one. */
function chosen(run: Run, language: string): State | undefined {
  const shown = run.effects.length
  const first = open(run, undefined, 'start')
  run.effects.length = shown
  return pressed(run, first, [language])
}

/** A step that a message leads to, from wherever the person stands. */
export function placed(
  { content }: Run,
  state: State | undefined,
  { flow, step }: Place,
  answer?: string,
) {
  const path = [{ step, ...(answer !== undefined && { answer }) }]
  return { ...entered(content, state, flow), path }
}

/** Buttons that stand for yes and no where both are offered; a screen may know but one of them. */
const answers: { yes?: string; no?: string }[] = [
  { yes: 'yes', no: 'no' },
  { yes: 'have', no: 'missing' },
  { yes: 'now' },
  { no: 'neither' },
]

function answered(run: Run, state: State, says: 'yes' | 'no'): State | undefined {
  const ids = offered(run, state).map(({ id }) => id)
  const fitting = answers.find((pair) => Object.values(pair).every((id) => ids.includes(id)))
  const id = fitting?.[says]
  return id === undefined ? undefined : pressed(run, state, [id])
}

/** Small talk that presses a button of the question where somebody stands. */
const replies: SmallTalk[] = ['yes', 'no', 'unknown', 'go-on']

/** Small talk, from wherever somebody stands. */
const small: { [Says in SmallTalk]: (run: Run, state: State) => State | undefined } = {
  hello: (run, state) => again(run, state, 'common:hello'),
  thanks: (run, state) => again(run, state, 'common:thanks'),
  yes: (run, state) => answered(run, state, 'yes'),
  no: (run, state) => answered(run, state, 'no'),
  unknown: (run, state) => pressed(run, state, ['unknown', 'skip']),
  'go-on': (run, state) => pressed(run, state, ['next', 'done', 'go-on', 'continue']),
  back,
  menu: (run, state) => open(run, state, 'menu'),
}

/** Who is new sees the first screen; anybody else hears why nothing was understood, and that nobody reads it. */
function missed(run: Run, state: State | undefined, message: Message): State {
  const { holds = hasWords(message) ? undefined : 'other' } = message
  const unread = holds && `common:unread.${holds}`
  if (!state) return begun(run, message, unread)
  const move = message.isEdit ? undefined : received(run, state, message, saidIn(run, message))
  if (move) return follow(run, state, move)
  // Of a picture that was read nobody need hear that the words below it say nothing.
  if (isNextFile(run, message) || message.isBelow) return state
  if (unread) {
    apply(run, fileIn(run, message))
    return again(run, state, unread)
  }
  return again(run, state, isQuiet(run.content, state.flow) ? 'common:here' : 'common:use-buttons')
}

function begun(run: Run, message: Message, word: string | undefined): State {
  apply(run, fileIn(run, message))
  if (word) run.effects.push(hint(word))
  return open(run, undefined, 'start')
}

/** Another of the files that were sent as one: it was said before what is done with them. */
function isNextFile({ facts: { reading } }: Run, { album }: Message): boolean {
  return album !== undefined && reading?.album === album.name
}

/** Files that were sent as one are answered once. Pictures that wait for the rest of their advert are not forgotten for it. */
function fileIn({ facts: { reading } }: Run, { album }: Message): Effect[] {
  if (!album || reading?.led === 'held') return []
  return [{ kind: 'set', reading: { last: reading?.last ?? album.id, album: album.name } }]
}

function hasWords({ text, caption }: Message) {
  return (text ?? caption) !== undefined
}
