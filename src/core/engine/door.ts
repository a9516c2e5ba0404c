import type { ByKind } from '../by-kind.ts'
import { type Meaning, meaning } from '../front/meaning.ts'
import type { Said } from '../front/said.ts'
import type { Doors } from '../knowledge/doors.ts'
import type { SmallTalk } from '../knowledge/phrases.ts'
import type { Effect, Message, Place, State } from '../turn.ts'
import { besideWarning, followFirst, partOf, readAdvert } from './adverts.ts'
import { isQuiet, kindOf } from './flow.ts'
import { again, back, follow, open, openFirst } from './moves.ts'
import { answered, hasWords, openYoung, pressed, received, replied, saidIn } from './replies.ts'
import { apply, here, type Run } from './run.ts'
import { entered } from './way.ts'

/**
 * What somebody wrote, wherever they stand: a button's own label, what the step waits for, another part of an advert, what it means by
 * itself; else a kind word. Danger was understood before.
 */
export function hear(run: Run, state: State | undefined, message: Message): State {
  const next = understood(run, state, message)
  if (!next) return missed(run, state, message)
  // Who shares where they are may wait for somebody to come.
  if (message.holds === 'place') run.effects.unshift(hint('common:place-unseen'))
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
  const { asks } = message
  return (
    (state && replied(run, state, message, one)) ??
    (asks && openFirst(run, state, asks)) ??
    (one && (partOf(run, state, message, one) ?? led(run, state, message, one)))
  )
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
  young: ({ run, doors, state }) => openYoung(run, state, doors),
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
