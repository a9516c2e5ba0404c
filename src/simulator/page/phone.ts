import { newAct } from './act.ts'
import { newComposer } from './composer.ts'
import { showAlert } from './dialogs.ts'
import { button, hooked, make, unseen } from './dom.ts'
import { takeFiles } from './drop.ts'
import { newLog, showMessages } from './log.ts'
import { BOT } from './message.ts'
import { newRefresh } from './one-by-one.ts'
import { newPictures } from './pictures.ts'
import { type Chat, type Person, read, tell } from './server.ts'
import { newToast } from './toast.ts'
import { newTyping } from './typing.ts'

/** One person's phone with the bot's chat open. */
export interface Phone {
  element: HTMLElement
  refresh(): Promise<void>
  setBlocked(isBlocked: boolean): void
  showTyping(): void
  answer(text: string, isAlert: boolean): void
}

export function newPhone(person: Person, close: () => void): Phone {
  const { id, name, language } = person
  const toast = newToast()
  const act = newAct(toast.say)
  const typing = newTyping()
  const sendPictures = newPictures(person, act, toast.say)
  const composer = newComposer(person, act, () => void sendPictures())
  const start = newStart(() => void act(() => tell(`/people/${id}/send`, { text: '/start' })))
  const log = newLog({
    label: `${name}'s chat with the bot`,
    language,
    hasNames: false,
    press: (message, data) =>
      void act(() => tell(`/people/${id}/press`, { messageId: message.id, data })),
    edit: composer.edit,
  })
  const screen = make('div', { className: 'screen' }, [log.element, start, toast.element])
  const element = make(
    'section',
    { className: 'phone', ariaLabel: `${name}'s phone`, tabIndex: -1 },
    [owner(person, close), contact(typing.element), screen, composer.element],
  )
  takeFiles(element, (files) => {
    if (files.length > 0) void sendPictures(files)
    else toast.say('Only pictures can be dropped here.', true)
  })
  const refresh = newRefresh(async () => {
    const { messages } = await read<Chat>(`/people/${id}/chat`)
    if (showMessages(log, messages)) typing.botSpoke()
    const hadFocus = start.contains(document.activeElement)
    start.hidden = messages.length > 0
    if (hadFocus && start.hidden) log.list.focus()
  })
  return {
    element: hooked(element, { testid: 'phone', person: String(id) }),
    refresh() {
      typing.noteNews()
      return refresh()
    },
    setBlocked: composer.setBlocked,
    showTyping: typing.show,
    answer: (text, isAlert) => (isAlert ? showAlert(`${BOT}, to ${name}`, text) : toast.say(text)),
  }
}

function owner({ name, language }: Person, close: () => void): HTMLElement {
  const away = button('×', close, 'quiet close')
  away.ariaLabel = `Close ${name}'s phone`
  away.title = 'Take this phone out of view'
  return make('header', { className: 'owner' }, [
    make('h2', {}, [name]),
    make('span', { className: 'language' }, [unseen('language '), language]),
    away,
  ])
}

function contact(status: HTMLElement): HTMLElement {
  return make('div', { className: 'contact' }, [
    make('img', { src: 'icon.svg', alt: '' }),
    make('div', {}, [make('p', { className: 'bot' }, [BOT]), status]),
  ])
}

function newStart(run: () => void): HTMLElement {
  const begin = hooked(button('Start', run, 'primary'), { testid: 'start' })
  return make('div', { className: 'start', hidden: true }, [
    make('p', {}, ['Nothing here yet. A new chat with a bot begins with this button.']),
    begin,
  ])
}
