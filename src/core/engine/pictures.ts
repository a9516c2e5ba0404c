import { isAdvert, isWarned, tells } from '../front/kinds.ts'
import { type Said, said } from '../front/said.ts'
import type { PictureFault } from '../picture.ts'
import type { Effect, Message, Picture, PictureRead, Reading, Show, State } from '../turn.ts'
import { addsNothing, goOnFrom, noteAdvert, readAdvert } from './adverts.ts'
import { placed, understood } from './door.ts'
import { isQuiet, kindOf } from './flow.ts'
import { again, open, openFirst } from './moves.ts'
import { apply, here, type Run } from './run.ts'

/** What is said of a picture: its text in `picture.json`. */
export type Told =
  | ('next' | 'below' | 'waits' | 'nothing-new' | 'read' | 'blurred')
  | ('no-words' | 'nothing' | 'unreadable' | 'paper')
  | `fault.${PictureFault}`

/**
 * A picture came. It is read meanwhile, and whatever else happens is answered. An advert below it is answered at once; what stands
 * in the picture is then a part of it.
 */
export function pictured(run: Run, state: State | undefined, picture: Picture): State {
  const { id, album, message, fault } = picture
  const captioned = readCaption(run, state, message)
  if (fault) return refused(run, state, captioned, `picture:fault.${fault}`)
  const { reading } = run.facts
  const isNext = album !== undefined && reading?.album === album
  const led = captioned ? 'answered' : isNext || reading?.led === 'held' ? reading?.led : undefined
  const isSaid = captioned !== undefined || isNext || state === undefined
  apply(run, [
    { kind: 'set', reading: { last: id, ...(album && { album }), ...(led && { led }) } },
    { kind: 'read', ...(isSaid && { isQuiet: true }) },
  ])
  if (captioned) return captioned
  if (!state) return open(run, undefined, 'start')
  if (!isNext) apply(run, [waiting(run, state)])
  return state
}

/** Only what is plainly an advert: other words below a picture are about it. */
function readCaption(run: Run, state: State | undefined, message: Message): State | undefined {
  if (message.caption === undefined) return undefined
  const one = said(message, run.content)
  return isAdvert(one) || isWarned(one) ? understood(run, state, message) : undefined
}

function refused(
  run: Run,
  state: State | undefined,
  captioned: State | undefined,
  why: string,
): State {
  if (state && !captioned) return again(run, state, why)
  run.effects.push({ kind: 'hint', text: { key: why } })
  return captioned ?? open(run, undefined, 'start')
}

function waiting(run: Run, state: State): Show {
  const { at } = here(run, state).scene
  return { kind: 'show', at, text: { key: 'picture:reading' }, choices: [] }
}

/** What stands in a picture, through the same door as whatever is written. The last one of several brings the answer to all. */
export function readPicture(run: Run, state: State | undefined, input: PictureRead): State {
  if (!state) return open(run, undefined, 'start')
  // Whoever has asked for help since must not lose it to an advert.
  if (input.isLate && isQuiet(run.content, state.flow)) return noted(run, state, input, 'waits')
  if (input.hasCode) apply(run, [{ kind: 'codes' }])
  if (waitsForOthers(run, state, input)) return hold(run, state, input)
  const next = answered(run, state, input)
  if (!next) return unanswered(run, state, input)
  apply(run, ledTo(run, isWithNewest(run, input) ? 'answered' : undefined))
  beside(run, input)
  return next
}

/** Whether others of its album are still being read, and nothing was answered yet. Nobody leaves help for what waits. */
function waitsForOthers(run: Run, state: State, input: PictureRead): boolean {
  const { content, facts } = run
  if (!isWithNewest(run, input) || facts.reading?.last === input.of || input.urgent) return false
  const isOpen = facts.reading?.led !== 'answered' && facts.language !== undefined
  return isOpen && !isQuiet(content, state.flow)
}

/** The newest picture, or of albums that were sent in one go with it: parts of one advert. Any other is an advert of its own. */
function isWithNewest({ facts: { reading } }: Run, { of, isOfAlbum }: PictureRead): boolean {
  return reading?.last === of || (isOfAlbum === true && reading?.album !== undefined)
}

/** What came of other parts of the same advert. */
function ledBefore(run: Run, input: PictureRead): Reading['led'] {
  return isWithNewest(run, input) ? run.facts.reading?.led : undefined
}

/** What it says is noted; something critical in it does not wait for them. */
function hold(run: Run, state: State, input: PictureRead): State {
  const one = wordsIn(run, input)
  const { doors } = run.content
  if (isSpoilt(input)) return noted(run, state, { ...input, isQuiet: false }, why(input))
  if (!one || !doors || !tells(one)) return noted(run, state, input, 'next')
  const isAsked = waitsForAdvert(run, state)
  const at = isAsked ? state : placed(run, state, doors.advert)
  const next = noteAdvert(run, at, partly(input.message, isAsked))
  const isOpened = next.flow !== at.flow
  if (isOpened || !isAsked) apply(run, ledTo(run, isOpened ? 'answered' : 'held'))
  return isOpened ? next : noted(run, next, input, 'next')
}

function answered(run: Run, state: State, input: PictureRead): State | undefined {
  const { message, urgent } = input
  if (urgent) return openFirst(run, state, urgent)
  const one = wordsIn(run, input)
  const led = ledBefore(run, input)
  const isMore = input.isOfAlbum === true && waitsForAdvert(run, state)
  const part = partly(message, led !== undefined || isMore)
  if (isHeld(run, state)) return one ? readAdvert(run, state, part) : goOnFrom(run, state)
  if (!one || (led && addsNothing(run, state, part))) return undefined
  return understood(run, state, part)
}

function unanswered(run: Run, state: State, input: PictureRead): State {
  const isPart = ledBefore(run, input) === 'answered'
  if (isPart && !isSpoilt(input)) return noted(run, state, input, 'nothing-new')
  // Nobody asks again what the person has gone on from.
  if (isPart || input.isLate || input.isBelow)
    return noted(run, state, { ...input, isQuiet: false }, why(input))
  return again(run, state, `picture:${why(input)}`)
}

/** The answer says that a machine has read it. It comes last on the phone; where "reading" stood above it, that says so. */
function beside(run: Run, input: PictureRead): void {
  const key = isSpoilt(input) ? why(input) : input.isBlurred ? 'blurred' : 'read'
  run.effects.push({ kind: 'hint', text: { key: `picture:${key}` } })
  if ((input.isLate || input.isBelow) && !input.isQuiet) run.effects.unshift(kept('below'))
}

/** A word that stays, in the place of "reading"; where nothing says that it is being read, nobody waits for a word. */
function noted(run: Run, state: State, { isQuiet }: { isQuiet?: boolean }, key: Told): State {
  if (!isQuiet) apply(run, [kept(key)])
  return state
}

function kept(key: Told): Show {
  return { kind: 'show', text: { key: `picture:${key}` }, keep: true }
}

/** Its words, if it has any that can be trusted. */
function wordsIn(run: Run, input: PictureRead): Said | undefined {
  const { message } = input
  return !message.text?.trim() ? undefined : said(message, run.content)
}

/** It has something that could not be read, or shall not be. */
function isSpoilt({ fault, isPaper }: PictureRead): boolean {
  return fault !== undefined || isPaper === true
}

function why({ fault, isPaper, isBlurred, message }: PictureRead): Told {
  if (fault) return `fault.${fault}`
  if (isPaper) return 'paper'
  if (isBlurred) return 'unreadable'
  return message.text?.trim() ? 'nothing' : 'no-words'
}

/** Whether the person stands at the advert that waits for its last picture. */
function isHeld({ content: { doors }, facts }: Run, { flow, path }: State): boolean {
  const standing = path.at(-1)
  const isThere = flow === doors?.advert.flow && standing?.step === doors.advert.step
  return isThere && facts.reading?.led === 'held' && standing.answer !== undefined
}

/** Where an advert was asked for, the person says when it is whole. */
function waitsForAdvert(run: Run, state: State): boolean {
  const { step } = here(run, state)
  return kindOf(step).takes?.(step) === 'advert'
}

function ledTo({ facts }: Run, led: Reading['led']): Effect[] {
  if (!facts.reading) return []
  const { led: _, ...reading } = facts.reading
  return [{ kind: 'set', reading: { ...reading, ...(led && { led }) } }]
}

/** The same message, as one part of an advert. */
function partly(message: Message, isPart: boolean): Message {
  return isPart ? { ...message, isPart } : message
}
