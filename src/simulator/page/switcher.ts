import { arrange, button, make } from './dom.ts'

/** One place of the stage that can be gone to: a phone or the desk. */
export interface Place {
  key: string
  name: string
  isShown: boolean
  isCurrent: boolean
  hasNews: boolean
}

export interface Switcher {
  element: HTMLElement
  show(places: Place[]): void
  focus(key: string): void
}

/** A row of names. On a narrow screen it is the only way from phone to phone. */
export function newSwitcher(go: (key: string) => void): Switcher {
  const element = make('ul', { className: 'switcher' })
  const items = new Map<string, HTMLButtonElement>()
  let revealed = ''

  function show(places: Place[]): void {
    const keys = new Set(places.map(({ key }) => key))
    for (const key of [...items.keys()]) if (!keys.has(key)) items.delete(key)
    const lines = places.map((place) => {
      const item = itemFor(place)
      return item.parentElement ?? make('li', {}, [item])
    })
    arrange(element, lines)
    reveal(places.find(({ isCurrent }) => isCurrent)?.key ?? '')
  }

  /** Once, so that whoever scrolls the row on is not drawn back. */
  function reveal(key: string): void {
    const item = items.get(key)
    if (item && key !== revealed) element.scrollLeft = item.offsetLeft - element.offsetLeft
    revealed = key
  }

  function itemFor({ key, name, isShown, isCurrent, hasNews }: Place): HTMLButtonElement {
    const item = items.get(key) ?? button(name, () => go(key))
    items.set(key, item)
    item.ariaCurrent = isCurrent ? 'true' : null
    item.classList.toggle('is-away', !isShown)
    item.classList.toggle('has-news', hasNews)
    item.title = isShown ? `Go to ${name}` : `Show ${name} again`
    return item
  }

  return { element, show, focus: (key) => items.get(key)?.focus() }
}
