import type { Content } from '../../core/engine/flow.ts'
import type { NumberRead } from '../../core/firm/firm.ts'
import { isAdvert, isWarned } from '../../core/front/kinds.ts'
import { type Meaning, meaning } from '../../core/front/meaning.ts'
import { type Spoke, said } from '../../core/front/said.ts'
import { urgent } from '../../core/front/urgent.ts'
import { toPlace } from '../../core/knowledge/doors.ts'
import type { Message } from '../../core/turn.ts'
import type { Event, Media, Quoted, Sent, Written } from '../ports/arrival.ts'

/** Events that bring words of a person. */
export type Spoken = Written | Media | Sent

export function isSpoken(event: Event): event is Spoken {
  return event.kind === 'text' || event.kind === 'media' || event.kind === 'picture'
}

/** Numbers of firms in a text. */
type ReadNumbers = (text: string) => NumberRead[]

/** What the person wrote themselves, or passed on. */
export function ownOf(event: Spoken): Message {
  const { isTheirs, isElsewhere } = event
  return {
    kind: 'message',
    ...placed(event, wordsIn(event)),
    ...(isTheirs && { isTheirs }),
    ...(isElsewhere && { isElsewhere }),
  }
}

/**
 * What counts: the words of the person; or those that they answer to or show, if these are an advert or tell of danger, or mean
 * something where theirs do not. An advert is read with what was written about it.
 */
export function heard(content: Content, event: Spoken, readNumbers: ReadNumbers): Message {
  const { quoted } = event
  const own = ownOf(event)
  if (!quoted || !isAbout(content, own, { ...quoted, readNumbers })) return own
  const above = wordsIn(event)
  const { isTheirs } = quoted
  return {
    kind: 'message',
    ...placed(event, [quoted.text, above].filter(Boolean).join('\n\n')),
    ...(isTheirs && { isTheirs }),
    ...(event.isElsewhere && { isElsewhere: true }),
    ...(above !== undefined && { above: own }),
  }
}

function wordsIn(event: Spoken): string | undefined {
  return event.kind === 'text' ? event.text : event.caption
}

/** Where words of an event stand in a message: a step may take only what was typed. */
function placed({ kind }: Spoken, words: string | undefined) {
  if (words === undefined) return {}
  return kind === 'text' ? { text: words } : { caption: words }
}

function isAbout(
  content: Content,
  own: Message,
  { readNumbers, isHere, ...quoted }: Quoted & { readNumbers: ReadNumbers },
): boolean {
  if ((own.text ?? own.caption) === undefined) return !isHere
  const means = (spoke: Spoke) =>
    meantBy(content, { ...spoke, numbers: readNumbers(textOf(spoke)) })
  const mine = means(own)
  const isOpen = mine === undefined || isQuestion(content, mine)
  // What stands in this chat was answered before; somebody who brings words from elsewhere asks about them.
  if (isLoud(content, quoted)) return isOpen || !isHere
  const other = means(quoted)?.kind
  return mine === undefined ? other !== undefined : isOpen && other === 'number'
}

/** It asks about something, and wishes for nothing that the bot shall do. */
function isQuestion({ doors }: Content, mine: Meaning): boolean {
  if (mine.kind !== 'rooms' || !doors) return false
  const asked = [doors.which.flow, doors.advert.flow, doors.firm.flow, doors.agency.flow]
  return mine.places.every((place) => asked.includes(toPlace(place).flow))
}

/** Whether it is an advert, or tells of danger. */
function isLoud(content: Content, quoted: Spoke): boolean {
  const one = said(quoted, content)
  return (
    isAdvert(one) || isWarned(one) || (content.doors && urgent(one, content.doors)) !== undefined
  )
}

function textOf({ text, caption = '' }: Spoke): string {
  return text ?? caption
}

function meantBy(content: Content, spoke: Spoke): Meaning | undefined {
  return content.doors && meaning(said(spoke, content), content.doors)
}
