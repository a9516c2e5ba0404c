import { type NumberRead, numberFrom, numberId } from '../firm/firm.ts'
import { isAdvert, isWarned, tells } from '../front/kinds.ts'
import { meaning } from '../front/meaning.ts'
import { type Said, said } from '../front/said.ts'
import type { PictureFault } from '../picture.ts'
import type { Effect, Led, Message, Picture, PictureRead, Reading, Show, State } from '../turn.ts'
import { addsNothing, goOnFrom, noteAdvert, readAdvert } from './adverts.ts'
import { numberLed, placed, understood } from './door.ts'
import { isQuiet, kindOf } from './flow.ts'
import { again, open, openFirst } from './moves.ts'
import { apply, here, type Run } from './run.ts'

/** What is said of a picture: its text in `picture.json`. */
export type Told =
  | ('next' | 'below' | 'waits' | 'nothing-new' | 'read' | 'blurred')
  | ('no-words' | 'nothing' | 'unreadable' | 'paper')
  | `fault.${PictureFault}`

/**
 * A picture came. It is read meanwhile, and whatever else happens is answered. Words below it are answered at once, like typed ones;
 * what stands in the picture then belongs to them.
 */
export function pictured(run: Run, state: State | undefined, picture: Picture): State {
  const { id, album, message, fault, urgent } = picture
  const { reading } = run.facts
  const isNext = album !== undefined && reading?.album === album
  // Nobody who has called for help below one of them waits for the others.
  if (isNext && reading?.led === 'helped') return state ?? open(run, undefined, 'start')
  if (urgent) {
    apply(run, [{ kind: 'set', reading: { last: id, ...(album && { album }), led: 'helped' } }])
    return openFirst(run, state, urgent)
  }
  const captioned = readCaption(run, state, message)
  if (fault) return refused(run, state, captioned, `picture:fault.${fault}`)
  const isNumber = numbersBelow(message).length > 0 && waitsFor(run, state) === 'number'
  if (captioned && isNumber) return captioned
  const isSaid = captioned !== undefined || isNext || state === undefined
  apply(run, [
    {
      kind: 'set',
      reading: newest(run, picture, captioned !== undefined && isOffer(run, message)),
    },
    { kind: 'read', ...(isSaid && { isQuiet: true }) },
  ])
  if (captioned) return captioned
  if (!state) return open(run, undefined, 'start')
  if (!isNext) apply(run, [waiting(run, state)])
  return state
}

/** Words that the picture then belongs to; other ones are answered for themselves. */
function isOffer({ content }: Run, message: Message): boolean {
  const one = said(message, content)
  return isAdvert(one) || isWarned(one)
}

/** What is known of it while it is read, with what is known of the other parts of its album. */
function newest({ facts }: Run, { id, album, message }: Picture, isAnswered: boolean): Reading {
  const { reading } = facts
  const isNext = album !== undefined && reading?.album === album
  const before = isNext || reading?.led === 'held' ? reading : undefined
  const led = isAnswered ? 'answered' : before?.led
  const below = isAnswered ? [] : numbersBelow(message)
  const numbers = below.length > 0 ? below : before?.numbers
  return {
    last: id,
    ...(album && { album }),
    ...(led && { led }),
    ...(before?.isPoor && { isPoor: true }),
    ...(numbers && { numbers }),
  }
}

/** Where words below a picture lead. A number alone is what the picture is about, unless one is asked for. */
function readCaption(run: Run, state: State | undefined, message: Message): State | undefined {
  const { doors } = run.content
  if (message.caption === undefined || !doors) return undefined
  const isNumber = meaning(said(message, run.content), doors)?.kind === 'number'
  return isNumber && waitsFor(run, state) !== 'number' ? undefined : understood(run, state, message)
}

/** As many as an advert can have. */
const numbersAtMost = 3

function numbersBelow({ numbers = [] }: Message): string[] {
  return numbers
    .filter(({ fault }) => !fault)
    .map(numberId)
    .slice(0, numbersAtMost)
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
  // Whoever has asked for help since, or below another picture, must not lose it to an advert.
  const hasAsked = input.isLate || run.facts.reading?.led === 'helped'
  if (hasAsked && isQuiet(run.content, state.flow)) return noted(run, state, input, 'waits')
  if (input.hasCode) apply(run, [{ kind: 'codes' }])
  if (waitsForOthers(run, state, input)) return hold(run, state, input)
  const next = answered(run, state, input)
  if (!next) return unanswered(run, state, input)
  apply(run, ledTo(run, ledAfter(run, input)))
  beside(run, input)
  return next
}

/** Help that a picture has opened stays. What came of newer ones is no matter of an older one, but it has taken what was held. */
function ledAfter(run: Run, input: PictureRead): Led | undefined {
  if (input.urgent) return 'helped'
  if (isWithNewest(run, input)) return 'answered'
  const led = run.facts.reading?.led
  return led === 'held' ? undefined : led
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
  if (isSpoilt(input) || input.isBlurred) apply(run, changed(run, { isPoor: true }))
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
  const below = numbersOf(run, input)
  message.numbers = [...below, ...(message.numbers ?? [])]
  const isMore = input.isOfAlbum === true && waitsForAdvert(run, state)
  const part = partly(message, led !== undefined || isMore)
  if (isHeld(run, state)) return one ? readAdvert(run, state, part) : goOnFrom(run, state)
  if (one && led && addsNothing(run, state, part)) return undefined
  const inIt = one && understood(run, state, part)
  // Where nothing is understood in it, the number below it is what was asked about.
  if (inIt || below.length === 0) return inIt
  return numberLed(run, state, { kind: 'message', text: '', numbers: below })
}

/** Numbers that stood below a picture are its own, and those of no older one. */
function numbersOf(run: Run, input: PictureRead): NumberRead[] {
  const ids = isWithNewest(run, input) ? (run.facts.reading?.numbers ?? []) : []
  return ids.flatMap((id) => numberFrom(id) ?? [])
}

function unanswered(run: Run, state: State, input: PictureRead): State {
  const isPart = ledBefore(run, input) === 'answered'
  if (isPart && !isSpoilt(input)) return noted(run, state, input, 'nothing-new')
  // Nobody asks again what the person has gone on from.
  if (isPart || isBehind(run, input))
    return noted(run, state, { ...input, isQuiet: false }, why(input))
  return again(run, state, `picture:${why(input)}`)
}

/** The answer says that a machine has read it. It comes last on the phone; where "reading" stood above it, that says so. */
function beside(run: Run, input: PictureRead): void {
  const isPoor = input.isBlurred || (isWithNewest(run, input) && run.facts.reading?.isPoor)
  const key = isSpoilt(input) ? why(input) : isPoor ? 'blurred' : 'read'
  // Above help it would only be in the way.
  if (!input.urgent) run.effects.push({ kind: 'hint', text: { key: `picture:${key}` } })
  if (isBehind(run, input) && !input.isQuiet) run.effects.unshift(kept('below'))
}

/** Something newer stands below the place where it said "reading": what the person did, or an answer. */
function isBehind(run: Run, input: PictureRead): boolean {
  const isAnswered = !isWithNewest(run, input) && run.facts.reading?.led !== undefined
  return input.isLate === true || input.isBelow === true || isAnswered
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
function isSpoilt({ fault, isPaper, isBlurred, message }: PictureRead): boolean {
  const isUnreadable = isBlurred === true && !message.text?.trim()
  return fault !== undefined || isPaper === true || isUnreadable
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
  return waitsFor(run, state) === 'advert'
}

function waitsFor(run: Run, state: State | undefined) {
  if (!state) return undefined
  const { step } = here(run, state)
  return kindOf(step).takes?.(step)
}

function ledTo(run: Run, led: Led | undefined): Effect[] {
  return changed(run, { led })
}

/** What is known of the newest picture, with something else. */
function changed({ facts }: Run, more: { led?: Led | undefined; isPoor?: true }): Effect[] {
  if (!facts.reading) return []
  const { led, isPoor, ...reading } = { ...facts.reading, ...more }
  return [{ kind: 'set', reading: { ...reading, ...(led && { led }), ...(isPoor && { isPoor }) } }]
}

/** The same message, as one part of an advert. */
function partly(message: Message, isPart: boolean): Message {
  return isPart ? { ...message, isPart } : message
}
