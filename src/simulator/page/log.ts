import type { SimMessage } from '../rooms/screen.ts'
import { arrange, button, make } from './dom.ts'
import { fillMessage, newMessage, type View } from './message.ts'
import { isAtBottom, isAtEnd, keepInPlace, scrollToEnd } from './scroll.ts'

/** A list of messages that keeps up with the simulator. */
export interface Log {
  view: View
  /** The list with what floats above it. */
  element: HTMLElement
  list: HTMLElement
  newest: HTMLElement
  /** By the message's id. `as` tells what it shows, to know when it changed. */
  shown: Map<number, { element: HTMLElement; as: string; html: string }>
  days: Map<string, HTMLElement>
  isAtBottom: boolean
  /** How far down it was when it was last in view. */
  top: number
  /** The first message that came after the person's last deed: where reading goes on. */
  unread: HTMLElement | undefined
}

export function newLog(view: View): Log {
  const list = make('div', { className: 'log', role: 'log', ariaLive: 'polite', tabIndex: 0 })
  list.ariaLabel = view.label
  const newest = button('Newest ↓', () => scrollToEnd(list), 'newest')
  const element = make('div', { className: 'log-frame' }, [list, newest])
  const kept = { shown: new Map(), days: new Map(), isAtBottom: true, top: 0, unread: undefined }
  const { press } = view
  const reading: Pick<View, 'press'> = {}
  if (press) {
    reading.press = (message, data) => {
      log.unread = undefined
      press(message, data)
    }
  }
  const log: Log = { view: { ...view, ...reading }, element, list, newest, ...kept }
  list.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : undefined
    if (link && view.follow?.(link.href)) event.preventDefault()
  })
  list.addEventListener('scroll', () => noteScroll(log), { passive: true })
  let height = 0
  new ResizeObserver(() => {
    if (log.isAtBottom) stayAtEnd(log, height === 0)
    height = list.clientHeight
    noteScroll(log)
  }).observe(list)
  return log
}

/** When the list is resized, or shown again on a narrow screen. */
function stayAtEnd({ list, unread }: Log, wasHidden: boolean): void {
  if (wasHidden) scrollToEnd(list, unread)
  else list.scrollTop = list.scrollHeight
}

/** What was taken out of view is shown where it was left: at its end, if that was seen. */
export function goBack({ list, isAtBottom, top }: Log): void {
  list.scrollTop = isAtBottom ? list.scrollHeight : top
}

/** Shows these messages. True if the bot said or changed something. */
export function showMessages(log: Log, messages: SimMessage[]): boolean {
  const { list, shown } = log
  const changed = messages.filter((one) => shown.get(one.id)?.as !== JSON.stringify(one))
  const fresh = messages.filter(({ id }) => !shown.has(id))
  const isFirst = shown.size === 0
  const ownAt = fresh.findLastIndex(({ from }) => from === 'person')
  const follows = isAtEnd(list) || ownAt >= 0
  const hadFocus = list.contains(document.activeElement)
  keepInPlace(list, () => update(log, messages, changed))
  if (hadFocus && !list.contains(document.activeElement)) list.focus({ preventScroll: true })
  if (ownAt >= 0) log.unread = undefined
  if (!isFirst) log.unread ??= shown.get(fresh[ownAt + 1]?.id ?? 0)?.element
  if (follows) scrollToEnd(list, log.unread)
  noteScroll(log)
  return changed.some(({ from }) => from === 'bot')
}

function update(log: Log, messages: SimMessage[], changed: SimMessage[]): void {
  const byId = new Map(messages.map((message) => [message.id, message]))
  for (const id of [...log.shown.keys()]) if (!byId.has(id)) log.shown.delete(id)
  for (const message of changed) put(log, message, byId)
  arrange(log.list, inOrder(log, messages))
}

function put({ shown, view }: Log, message: SimMessage, byId: Map<number, SimMessage>): void {
  const known = shown.get(message.id)
  const element = known?.element ?? newMessage(message)
  const hadFocus = element.contains(document.activeElement)
  fillMessage(element, message, view, (id) => byId.get(id))
  // The pressed button may be gone; the message that answers is the next thing to read.
  if (hadFocus) element.focus({ preventScroll: true })
  if (known && known.html !== message.html) highlight(element)
  shown.set(message.id, { element, as: JSON.stringify(message), html: message.html })
}

/** The messages, with a line above the first one of each day. */
function inOrder({ shown, days }: Log, messages: SimMessage[]): HTMLElement[] {
  let last = ''
  return messages.flatMap((message) => {
    const element = shown.get(message.id)?.element ?? []
    const day = dayOf(message)
    if (day === last) return element
    last = day
    const line = days.get(day) ?? make('p', { className: 'day' }, [day])
    days.set(day, line)
    return [line].concat(element)
  })
}

function dayOf({ date }: SimMessage): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const
  return new Date(date * 1000).toLocaleDateString('en-GB', options)
}

function noteScroll(log: Log): void {
  const { list, newest } = log
  // Out of view on a narrow screen.
  if (list.clientHeight === 0) return
  newest.hidden = isAtEnd(list)
  log.isAtBottom = isAtBottom(list)
  log.top = list.scrollTop
}

function highlight(element: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const from = { boxShadow: '0 0 0 4px var(--highlight)' }
  const to = { boxShadow: '0 0 0 4px transparent' }
  element.querySelector('.bubble')?.animate([from, to], 1200)
}
