import { make } from './dom.ts'
import { Refused, Unreachable } from './server.ts'

const SHOWN_MS = 5000

/** A line that says something and goes away by itself. */
export function newToast(): { element: HTMLElement; say(text: string, isFault?: boolean): void } {
  const element = make('p', { className: 'toast', role: 'status' })
  let timer = 0
  const say = (text: string, isFault = false) => {
    clearTimeout(timer)
    element.textContent = text
    element.classList.toggle('is-fault', isFault)
    timer = window.setTimeout(() => element.replaceChildren(), SHOWN_MS)
  }
  return { element, say }
}

/** What a person at the page is told about an error. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refused || error instanceof Unreachable) return error.message
  throw error
}
