import { make } from './dom.ts'

/** Telegram shows it so long unless the bot says it again. */
const SHOWN_MS = 5000
const IDLE = 'bot'

/** The line under the bot's name. */
export interface Typing {
  element: HTMLElement
  show(): void
  /** Something happened in the chat; only what happens after the typing can end it. */
  noteNews(): void
  /** The bot's new words can be read. */
  botSpoke(): void
}

export function newTyping(): Typing {
  const element = make('p', { className: 'status' }, [IDLE])
  let timer = 0
  let mayEnd = false
  const hide = () => {
    clearTimeout(timer)
    element.textContent = IDLE
  }
  return {
    element,
    show() {
      hide()
      mayEnd = false
      element.textContent = 'typing…'
      timer = window.setTimeout(hide, SHOWN_MS)
    },
    noteNews() {
      mayEnd = true
    },
    botSpoke() {
      if (mayEnd) hide()
    },
  }
}
