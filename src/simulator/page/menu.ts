import { button, make } from './dom.ts'

export type Item = [label: string, run: () => void, className?: string]

/** Things to do, folded away behind a button. */
export function newMenu(name: string, label: string, items: Item[]) {
  const pick = (run: () => void) => () => {
    setOpen(false)
    run()
  }
  const buttons = items.map(([text, run, className]) => button(text, pick(run), className))
  const panel = make('div', { className: 'menu', role: 'group', ariaLabel: label }, buttons)
  const toggle = button(name, () => setOpen(panel.hidden === true))
  const setOpen = (isOpen: boolean) => {
    const hadFocus = panel.contains(document.activeElement)
    panel.hidden = !isOpen
    toggle.ariaExpanded = String(isOpen)
    if (isOpen) buttons[0]?.focus()
    else if (hadFocus) toggle.focus()
  }
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') setOpen(false)
  })
  setOpen(false)
  return { toggle, panel }
}
