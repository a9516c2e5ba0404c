import type { Content } from '../../core/engine/flow.ts'
import type { NumberRead } from '../../core/firm/firm.ts'
import { isAdvert, isWarned } from '../../core/front/kinds.ts'
import { type Meaning, meaning } from '../../core/front/meaning.ts'
import { type Spoke, said } from '../../core/front/said.ts'
import { urgent } from '../../core/front/urgent.ts'
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
  const { isTheirs } = event
  return { kind: 'message', ...placed(event, wordsIn(event)), ...(isTheirs && { isTheirs }) }
}

/**
 * What counts: the words of the person; or those that they answer to or show, if these are an advert or tell of danger, or mean
 * something where theirs do not. An advert is read with what was written about it. Whoever quotes themselves does not cry out anew.
 */
export function heard(content: Content, event: Spoken, readNumbers: ReadNumbers): Message {
  const { quoted } = event
  if (!quoted || !isAbout(content, event, { ...quoted, readNumbers })) return ownOf(event)
  const words = [quoted.text, wordsIn(event)].filter(Boolean).join('\n\n')
  return { kind: 'message', ...placed(event, words), isTheirs: true }
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
  event: Spoken,
  { readNumbers, ...quoted }: Quoted & { readNumbers: ReadNumbers },
): boolean {
  const { doors } = content
  const theirs = said(quoted, content)
  if (wordsIn(event) === undefined || isAdvert(theirs) || isWarned(theirs)) return true
  if (doors && urgent({ ...theirs, isTheirs: true }, doors)) return true
  const means = (spoke: Spoke) =>
    meantBy(content, { ...spoke, numbers: readNumbers(textOf(spoke)) })
  const own = means(ownOf(event))?.kind
  const other = means(quoted)?.kind
  return own === undefined ? other !== undefined : own === 'rooms' && other === 'number'
}

function textOf({ text, caption = '' }: Spoke): string {
  return text ?? caption
}

function meantBy(content: Content, spoke: Spoke): Meaning | undefined {
  return content.doors && meaning(said(spoke, content), content.doors)
}
