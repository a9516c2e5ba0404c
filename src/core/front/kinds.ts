import type { Point } from '../knowledge/phrases.ts'
import { isLouder, type Severity } from '../knowledge/severity.ts'
import { scanned } from '../scan/scan.ts'
import { found, isShort, length, type Said } from './said.ts'

/** Fewer words are a greeting, an answer or a question, unless they offer work for money. */
const advertFrom = 8

/** So many points are stated by an advert without a word that offers; money is one that hardly any lacks. */
function enough(one: Said): number {
  return stated(one).includes('pay') ? 2 : 3
}

/** Whoever passes on so many words wants to know what is in them. */
const passedFrom = 20

/** It warns, or says what is earned in which time. */
function isLoud(one: Said): boolean {
  return loud(one) > 0 || scanned(one.reading, one.knowledge).stated.includes('pay')
}

/** Whether it is an advert, or what a recruiter writes: it offers, and it states pay, hours, a flat, a firm. */
export function isAdvert(one: Said): boolean {
  const offers = places(found(one, 'offer'))
  const told = points(one)
  if (length(one) < advertFrom) return offers > 0 && told > 0 && !isAsking(one)
  // Somebody may send a ticket or a chat: what is no offer must at least sound like one, or state as much.
  if (one.isRead) return isLoud(one) || (offers > 0 ? offers + told > 1 : told >= enough(one))
  const isTold = one.isTheirs && told > 1
  if (!isTold && selves(one) > 1 && selves(one) >= offers) return false
  const evidence = Math.min(offers, 3) + told + loud(one)
  if (one.isTheirs) return evidence > 0 || length(one) >= passedFrom
  return isAsking(one) ? offers > 0 && evidence > 2 : evidence > 1
}

/**
 * A long telling of trouble: in the first person, or with word after word of danger and hardly an offer. An advert that somebody tells
 * of is still an advert.
 */
export function isTelling(one: Said): boolean {
  if (isShort(one)) return false
  const self = selves(one)
  const offers = places(found(one, 'offer'))
  const cries = places([...found(one, 'danger'), ...found(one, 'alarm')])
  if (cries >= criesFrom && cries > 2 * offers) return true
  if (self < 2) return false
  const trouble = [...found(one, 'danger'), ...found(one, 'urgent')].length
  return trouble > 0 ? self >= offers : self > 2 && self > offers
}

const criesFrom = 3

/** Whether somebody offers work in it, however many words it has. */
export function isOffering(one: Said): boolean {
  return found(one, 'offer').length > 0 || points(one) > 1
}

/** Points that an advert states, as money and hours. */
export function stated({ reading }: Said): Point[] {
  const all = reading.advert().flatMap(({ means }): Point[] => {
    if (means.kind === 'fact') return [means.point]
    return means.kind === 'currency' ? ['pay'] : []
  })
  return [...new Set(all)]
}

function points(one: Said): number {
  return stated(one).length
}

function loud(one: Said): number {
  const loudly = signs(one).filter(({ severity }) => isLouder(severity, 'caution'))
  return Math.min(new Set(loudly.map(({ sign }) => sign)).size, 2)
}

/** The signs that its words raise, each as loudly as it is said. */
function signs({ reading, knowledge }: Said): { sign: string; severity: Severity }[] {
  return reading.advert().flatMap(({ means }) => {
    if (means.kind !== 'sign') return []
    const own = knowledge.indicators[means.sign]?.severity ?? 'info'
    return [{ sign: means.sign, severity: means.severity ?? own }]
  })
}

/** Words that begin a question, whether or not its mark is typed. */
const asking = new Set(
  'czy jak co kto gdzie ile can could should may do does is are what how чи як що хто де можна можно как что кто где ли'.split(
    ' ',
  ),
)

/** Whether it states something critical, however short: neither a question nor what happens to the writer. */
export function isWarned(one: Said): boolean {
  const [first] = one.reading.words.tokens
  if (one.text.includes('?') || asking.has(first?.text ?? '')) return false
  if (selves(one) + found(one, 'me').length > 0) return false
  return signs(one).some(({ severity }) => severity === 'critical')
}

/** How often the writer speaks of themselves. */
function selves(one: Said): number {
  return places(found(one, 'self'))
}

/** A few words about something that the bot speaks of, and nobody offers anything. */
export function isAsking(one: Said): boolean {
  if (!isShort(one) || points(one) >= statedFrom) return false
  if (!found(one, 'room').some(({ size }) => size > 1)) return false
  if (one.text.includes('?') || selves(one) > 0) return true
  return found(one, 'offer').length === 0 && points(one) + loud(one) < 2
}

/** So many points are stated by an advert, and by nobody who asks. */
const statedFrom = 3

/** Different places, so that two phrases over the same word count once. */
function places(matches: { from: number }[]): number {
  return new Set(matches.map(({ from }) => from)).size
}

/** Whether it tells anything that an advert tells: what comes in the next message belongs to the one before. */
export function tells(one: Said): boolean {
  if (isAsking(one)) return false
  return isAdvert(one) || one.numbers.length > 0 || points(one) + loud(one) > 0
}
