import { arrange, button, make } from './dom.ts'

export type Item = [label: string, run: () => void, className?: string]

/** Things to do, folded away behind a button. */
export function newMenu(name: string, label: string, items: Item[] = []) {
  const pick = (run: () => void) => () => {
    setOpen(false)
    run()
  }
  const panel = make('div', { className: 'menu', role: 'group', ariaLabel: label })
  /** What is there already stays, and whoever is on it stays there too. */
  const set = (next: Item[]) => {
    const before = new Map(
      [...panel.querySelectorAll('button')].map((one) => [one.textContent, one]),
    )
    const buttons = next.map(([text, run, className]) => {
      const item = before.get(text) ?? button(text, () => {}, className)
      item.onclick = pick(run)
      return item
    })
    arrange(panel, buttons)
    toggle.hidden = next.length === 0
  }
  const toggle = button(name, () => setOpen(panel.hidden === true))
  const setOpen = (isOpen: boolean) => {
    const hadFocus = panel.contains(document.activeElement)
    panel.hidden = !isOpen
    toggle.ariaExpanded = String(isOpen)
    if (isOpen) panel.querySelector('button')?.focus()
    else if (hadFocus) toggle.focus()
  }
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') setOpen(false)
  })
  set(items)
  setOpen(false)
  return { toggle, panel, set, close: () => setOpen(false) }
}
