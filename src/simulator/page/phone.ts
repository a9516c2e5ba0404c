import { newAct } from './act.ts'
import { newChat } from './chat.ts'
import { newComposer } from './composer.ts'
import { showAlert } from './dialogs.ts'
import { arrange, button, hooked, make, unseen } from './dom.ts'
import { takeFiles } from './drop.ts'
import { FRIEND, newFriend } from './friend.ts'
import { newFollow } from './links.ts'
import { newLog, showMessages } from './log.ts'
import { BOT } from './message.ts'
import { newRefresh } from './one-by-one.ts'
import { newPictures } from './pictures.ts'
import { type Bot, type Chat, type Person, read, tell } from './server.ts'
import { newToast } from './toast.ts'
import { newTyping } from './typing.ts'

/** One person's phone with the bot's chat open, and a friend's behind it. */
export interface Phone {
  element: HTMLElement
  refresh(): Promise<void>
  setBlocked(isBlocked: boolean): void
  showTyping(): void
  answer(text: string, isAlert: boolean): void
}

export function newPhone(person: Person, bot: Bot, close: () => void): Phone {
  const { id, name, language } = person
  const path = `/people/${id}`
  const toast = newToast()
  const act = newAct(toast.say)
  const typing = newTyping()
  const sendPictures = newPictures(() => ({ path: `${path}/picture` }), act, toast.say)
  const say = (text: string) => void act(() => tell(`${path}/send`, { text }))
  const username = bot.inline ? bot.username : undefined
  const begin = (parameter: string) => {
    show(own.element)
    say(`/start ${parameter}`.trim())
  }
  const back = () => show(own.element)
  const follow = newFollow(bot.username, { begin, open: back })
  const composer = newComposer(person, {
    ...{ act, username, start: begin },
    sendPictures: () => void sendPictures(),
  })
  const start = newStart(() => say('/start'))
  const log = newLog({
    label: `${name}'s chat with the bot`,
    language,
    hasNames: false,
    press: (message, data) =>
      void act(() => tell(`${path}/press`, { messageId: message.id, data })),
    say,
    edit: composer.edit,
    follow,
  })
  const own = newChat(
    {
      name: BOT,
      face: make('img', { src: 'icon.svg', alt: '' }),
      status: typing.element,
      screen: make('div', { className: 'screen' }, [log.element, start]),
      composer: composer.element,
    },
    { name: FRIEND, go: () => show(friend.element) },
  )
  const friend = newFriend(person, { act, username, follow, start: begin, back })
  const head = owner(person, close)
  const element = make('section', {
    ...{ className: 'phone', ariaLabel: `${name}'s phone`, tabIndex: -1 },
  })
  const show = (chat: HTMLElement) => {
    const hadFocus = element.contains(document.activeElement)
    arrange(element, [head, chat])
    chat.querySelector('.screen')?.append(toast.element)
    own.noteNews(false)
    friend.noteNews(false)
    if (hadFocus) chat.querySelector('textarea')?.focus()
  }
  show(own.element)
  takeFiles(element, (files) => {
    show(own.element)
    if (files.length > 0) void sendPictures(files)
    else toast.say('Only pictures can be dropped here.', true)
  })
  const refresh = newRefresh(async () => {
    const { messages } = await read<Chat>(`${path}/chat`)
    await friend.refresh()
    const isNew = showMessages(log, messages)
    if (isNew) typing.botSpoke()
    if (isNew && !own.element.isConnected) friend.noteNews(true)
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

function newStart(run: () => void): HTMLElement {
  const begin = hooked(button('Start', run, 'primary'), { testid: 'start' })
  return make('div', { className: 'start', hidden: true }, [
    make('p', {}, ['Nothing here yet. A new chat with a bot begins with this button.']),
    begin,
  ])
}
