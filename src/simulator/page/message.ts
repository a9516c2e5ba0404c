import type { SimMessage } from '../rooms/screen.ts'
import { newCard } from './card.ts'
import { button, hooked, make, unseen } from './dom.ts'
import { richText } from './rich-text.ts'

/** What the page calls the bot, whatever the simulator's getMe says. */
export const BOT = 'Before You Go'

/** Pixels of a picture in the chat. */
const WIDEST = 256
const HIGHEST = 320
const SMALLEST = 64

type Key = SimMessage['buttons'][number][number]

/** How messages are shown in one log, and what their buttons do. */
export interface View {
  label: string
  /** Of the people's and the bot's words; undefined: unknown. */
  language: string | undefined
  /** Names above the messages, where more than two talk. */
  hasNames: boolean
  /** Without it buttons lead nowhere. */
  press?: (message: SimMessage, data: string) => void
  /** Sends a command that the bot has named. */
  say?: (command: string) => void
  /** For whoever wrote it. */
  edit?: (message: SimMessage) => void
  /** For whoever answers to it. */
  reply?: (message: SimMessage) => void
  /** Goes where a link leads; false if that is not for it. */
  follow?: (address: string) => boolean
}

/** Where an answered message is looked up. */
export type Find = (id: number) => SimMessage | undefined

export function newMessage({ id, from }: SimMessage): HTMLElement {
  const element = make('article', { className: `message from-${from}`, tabIndex: -1 })
  return hooked(element, { testid: 'message', id: String(id), from })
}

/** Shows what the message is now. */
export function fillMessage(
  element: HTMLElement,
  message: SimMessage,
  view: View,
  find: Find,
): void {
  element.classList.toggle('is-service', message.service !== undefined)
  if (message.service) {
    element.replaceChildren(make('p', {}, [`${nameOf(message)} ${message.service}`]))
    return
  }
  element.replaceChildren(bubble(message, view, find), ...keys(message, view))
}

function bubble(message: SimMessage, view: View, find: Find): HTMLElement {
  const { from, html, forwarded, replyTo, card, via } = message
  const answered = replyTo === undefined ? undefined : find(replyTo)
  const name = view.hasNames ? make('p', { className: 'author' }, [nameOf(message)]) : undefined
  const parts = [
    name ?? unseen(`${nameOf(message)}: `),
    forwarded && make('p', { className: 'origin' }, ['Forwarded']),
    via && make('p', { className: 'via' }, [`via @${via}`]),
    quoteIn(message, view) ?? (answered && quote(answered, view)),
    card && newCard(card),
    fileIn(message),
    html &&
      make('div', { className: 'text', ...spoken(view) }, [
        richText(html, from === 'bot' ? view.say : undefined),
      ]),
    footer(message, view),
  ]
  return make('div', { className: 'bubble' }, parts.filter(isShown))
}

/** A picture is opened large beside the page. */
function fileIn({ photo, file, picture }: SimMessage): HTMLElement | undefined {
  if (!picture && file !== undefined) {
    return newCard({ kind: 'File', title: file, lines: [] })
  }
  if (!picture) return photo && make('p', { className: 'photo' }, ['Photo'])
  const { src } = picture
  const image = make('img', { src, alt: file === undefined ? 'Photo' : '', ...sizeOf(picture) })
  const link = { href: src, target: '_blank', rel: 'noopener', title: 'Open it in a new tab' }
  return file === undefined
    ? make('a', { ...link, className: 'picture' }, [image])
    : make('a', { ...link, className: 'file' }, [image, file])
}

/** Small, but what is very long or very wide can still be made out. */
function sizeOf({ width, height }: NonNullable<SimMessage['picture']>) {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height)
  const shown = (length: number) => Math.max(Math.min(length, SMALLEST), Math.round(length * scale))
  return { width: shown(width), height: shown(height) }
}

function isShown(part: HTMLElement | '' | false | undefined): part is HTMLElement {
  return part instanceof HTMLElement
}

/** What is meant, in full; it may stand in a chat that is not shown here. */
function quoteIn({ quote }: SimMessage, view: View): HTMLElement | undefined {
  return (
    quote &&
    make('blockquote', { className: 'answered' }, [
      make('b', {}, [quote.name]),
      make('span', { className: 'meant', ...spoken(view) }, [quote.text]),
    ])
  )
}

function quote(message: SimMessage, view: View): HTMLElement {
  return make('blockquote', { className: 'answered' }, [
    make('b', {}, [nameOf(message)]),
    make('span', spoken(view), [gistOf(message)]),
  ])
}

/** Its first words, or what it is. */
export function gistOf({ text, photo, file, card }: SimMessage): string {
  return (text || (photo ? 'Photo' : (file ?? card?.kind ?? ''))).slice(0, 120)
}

export function nameOf({ from, name }: SimMessage): string {
  return from === 'bot' ? BOT : name
}

function footer(message: SimMessage, view: View): HTMLElement {
  const { date, edited, pinned, reactions = [] } = message
  const at = new Date(date * 1000)
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const marks = [pinned ? ['pinned · '] : [], edited ? ['edited · '] : []].flat()
  return make('p', { className: 'footer' }, [
    ...pensOf(message, view),
    ...reactions.map((emoji) =>
      make('span', { className: 'reaction' }, [unseen('Reaction: '), emoji]),
    ),
    ...marks,
    make('time', { dateTime: at.toISOString(), title: at.toLocaleString('en-GB') }, [time]),
  ])
}

function pensOf(message: SimMessage, { edit, reply }: View): HTMLElement[] {
  const pen = edit && message.editable && newPen('✎', 'Edit', () => edit(message))
  const arrow = reply && newPen('↩', 'Reply', () => reply(message))
  return [pen, arrow].filter(isShown)
}

function newPen(sign: string, name: string, run: () => void): HTMLElement {
  const pen = button(sign, run, 'edit')
  pen.ariaLabel = name
  pen.title = name
  return pen
}

function keys(message: SimMessage, view: View): HTMLElement[] {
  const rows = message.buttons.map((row) =>
    make(
      'div',
      { className: 'row' },
      row.map((key) => keyOf(message, key, view)),
    ),
  )
  return rows.length > 0 ? [make('div', { className: 'keys', ...spoken(view) }, rows)] : []
}

function keyOf(message: SimMessage, { text, data, url }: Key, view: View): HTMLElement {
  if (url !== undefined) {
    const link = {
      className: 'key is-link',
      href: url,
      target: '_blank',
      rel: 'noopener noreferrer',
    }
    return make('a', link, [text])
  }
  const { press } = view
  const key = button(text, () => press?.(message, data ?? ''), 'key')
  key.disabled = data === undefined || !press
  return key
}

function spoken({ language }: View): { lang?: string } {
  return language ? { lang: language } : {}
}
