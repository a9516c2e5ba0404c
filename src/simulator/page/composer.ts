import type { Act } from './act.ts'
import { askFor } from './dialogs.ts'
import { button, hooked, make } from './dom.ts'
import { type Person, tell } from './server.ts'
import { newWriting } from './writing.ts'

const COMMANDS = [
  'start',
  'menu',
  'sos',
  'hide',
  'privacy',
  'mydata',
  'forget',
  'stop',
  'language',
] as const

export interface Composer {
  element: HTMLElement
  setBlocked(isBlocked: boolean): void
}

/** Everything somebody can do on the phone but press the bot's buttons. */
export function newComposer({ id, name }: Person, act: Act, sendPictures: () => void): Composer {
  const path = `/people/${id}`
  const block = (verb: 'block' | 'unblock') => void act(() => tell(`${path}/${verb}`))
  const writing = newWriting(`Message of ${name}`, (text) =>
    act(() => tell(`${path}/send`, { text })),
  )
  const menu = newMenu(
    (text) => void act(() => tell(`${path}/send`, { text })),
    () => block('block'),
  )
  const tools = make('div', { className: 'tools' }, [
    menu.toggle,
    button('Forward a text', () => void forward(path, act)),
    hooked(button('Photo', sendPictures), { testid: 'photo' }),
  ])
  const open = make('div', { className: 'open' }, [menu.panel, writing.element, tools])
  const blocked = make('div', { className: 'blocked' }, [
    make('p', {}, [`${name} has blocked the bot.`]),
    button('Unblock', () => block('unblock'), 'primary'),
  ])
  const element = make('footer', { className: 'composer' }, [open])
  return { element, setBlocked: (isBlocked) => swap(element, isBlocked ? blocked : open) }
}

/** Whoever pressed Block or Unblock stays at the same place. */
function swap(element: HTMLElement, part: HTMLElement): void {
  if (element.firstElementChild === part) return
  const hadFocus = element.contains(document.activeElement)
  element.replaceChildren(part)
  const next = part.querySelector('textarea') ?? part.querySelector('button')
  if (hadFocus) next?.focus()
}

/** The bot's commands, folded away. */
function newMenu(send: (text: string) => void, block: () => void) {
  const pick = (run: () => void) => () => {
    setOpen(false)
    run()
  }
  const commands = COMMANDS.map((name) =>
    button(
      `/${name}`,
      pick(() => send(`/${name}`)),
    ),
  )
  const panel = make('div', { className: 'menu', role: 'group', ariaLabel: 'Commands' }, [
    ...commands,
    button('Block the bot', pick(block), 'grave'),
  ])
  const toggle = button('Commands', () => setOpen(panel.hidden === true))
  const setOpen = (isOpen: boolean) => {
    const hadFocus = panel.contains(document.activeElement)
    panel.hidden = !isOpen
    toggle.ariaExpanded = String(isOpen)
    if (isOpen) commands[0]?.focus()
    else if (hadFocus) toggle.focus()
  }
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') setOpen(false)
  })
  setOpen(false)
  return { toggle, panel }
}

async function forward(path: string, act: Act): Promise<void> {
  const answers = await askFor({
    title: 'Forward a text',
    explanation: 'It reaches the bot as a message that somebody else wrote.',
    fields: [{ kind: 'text', name: 'text', label: 'Text', isRequired: true }],
    submit: 'Forward',
  })
  const text = answers?.get('text')
  if (text) await act(() => tell(`${path}/send`, { text, forwarded: true }))
}
