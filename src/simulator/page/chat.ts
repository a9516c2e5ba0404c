import { button, hooked, make } from './dom.ts'

/** One chat of a phone, with the way to the other one. */
export interface Chat {
  element: HTMLElement
  /** Something happened here while the other chat was open. */
  noteNews(hasNews: boolean): void
}

interface Parts {
  name: string
  face: HTMLElement
  status: HTMLElement
  screen: HTMLElement
  composer: HTMLElement
}

/** `other` is the name of the other chat, and how to go there. */
export function newChat(parts: Parts, other: { name: string; go: () => void }): Chat {
  const { name, face, status, screen, composer } = parts
  const away = hooked(button(other.name, other.go, 'other'), { testid: 'other-chat' })
  away.title = `Open the chat with ${other.name}`
  const head = make('div', { className: 'contact' }, [
    face,
    make('div', {}, [make('p', { className: 'bot' }, [name]), status]),
    away,
  ])
  return {
    element: make('div', { className: 'chat' }, [head, screen, composer]),
    noteNews: (hasNews) => away.classList.toggle('has-news', hasNews),
  }
}
