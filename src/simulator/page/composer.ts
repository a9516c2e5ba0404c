import type { SimMessage } from '../rooms/screen.ts'
import type { Act } from './act.ts'
import { newAttached } from './attached.ts'
import { askFor } from './dialogs.ts'
import { button, hooked, make } from './dom.ts'
import { type Item, newMenu } from './menu.ts'
import { newOffers } from './offers.ts'
import { type Person, tell } from './server.ts'
import { newWriting } from './writing.ts'

const COMMANDS = [
  'start',
  'menu',
  'talk',
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
  /** Takes the words of a message into the box. */
  edit(message: SimMessage): void
}

/** What the composer needs of its phone. */
interface Around {
  act: Act
  sendPictures: () => void
  /** Undefined: the bot cannot be called by its name. */
  username: string | undefined
  start: (parameter: string) => void
}

/** Everything somebody can do on the phone but press the bot's buttons. */
export function newComposer({ id, name }: Person, around: Around): Composer {
  const { act, sendPictures, username, start } = around
  const path = `/people/${id}`
  const block = (verb: 'block' | 'unblock') => void act(() => tell(`${path}/${verb}`))
  const say = (text: string) => act(() => tell(`${path}/send`, { text }))
  const offers = username ? newOffers({ path, username, act, start }) : undefined
  const writing = newWriting(`Message of ${name}`, (text) => offers?.take(text) ?? say(text))
  offers?.watch(writing.input)
  const commands = newMenu('Commands', 'Commands', [
    ...COMMANDS.map((one): Item => [`/${one}`, () => void say(`/${one}`)]),
    ['Block the bot', () => block('block'), 'grave'],
  ])
  const attach = (kind: string) => void act(() => tell(`${path}/send-sample`, { kind }))
  const attached = newAttached(attach)
  const tools = make('div', { className: 'tools' }, [
    commands.toggle,
    hooked(button('Photo', sendPictures), { testid: 'photo' }),
    attached.toggle,
    button('Forward', () => void forward(path, act)),
    ...(offers ? [offers.begin] : []),
  ])
  const open = make('div', { className: 'open' }, [
    ...[commands.panel, attached.panel, ...(offers ? [offers.element] : [])],
    ...[writing.element, tools],
  ])
  const blocked = make('div', { className: 'blocked' }, [
    make('p', {}, [`${name} has blocked the bot.`]),
    button('Unblock', () => block('unblock'), 'primary'),
  ])
  const element = make('footer', { className: 'composer' }, [open])
  return {
    element,
    setBlocked: (isBlocked) => swap(element, isBlocked ? blocked : open),
    edit: ({ id: messageId, text }) =>
      writing.change(text, (words) => act(() => tell(`${path}/edit`, { messageId, text: words }))),
  }
}

/** Whoever pressed Block or Unblock stays at the same place. */
function swap(element: HTMLElement, part: HTMLElement): void {
  if (element.firstElementChild === part) return
  const hadFocus = element.contains(document.activeElement)
  element.replaceChildren(part)
  const next = part.querySelector('textarea') ?? part.querySelector('button')
  if (hadFocus) next?.focus()
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
