import type { SimMessage } from '../rooms/screen.ts'
import { newAct } from './act.ts'
import { showAlert } from './dialogs.ts'
import { arrange, make } from './dom.ts'
import { takeFiles } from './drop.ts'
import { newGroupComposer } from './group-composer.ts'
import { botIn, newGroupMenus } from './group-menus.ts'
import { goBack, type Log, newLog, showMessages } from './log.ts'
import { newMembers } from './members.ts'
import { BOT } from './message.ts'
import { newRefresh } from './one-by-one.ts'
import { newPinned } from './pinned.ts'
import { type Chat, type Group, type Person, read, tell } from './server.ts'
import { newToast } from './toast.ts'
import { newTopics } from './topics.ts'

/** What the bot says to a press. */
export interface Answer {
  person: number
  text: string
  alert: boolean
}

/** One group as its members see it. */
export interface GroupView {
  element: HTMLElement
  refresh(): Promise<void>
  setGroup(group: Group, people: Person[]): void
  answer(answer: Answer): void
}

export function newGroup(first: Group): GroupView {
  const { id, title } = first
  const toast = newToast()
  const act = newAct(toast.say)
  const logs = new Map<number, Log>()
  let messages: SimMessage[] = []
  let group = first
  let people: Person[] = []
  const members = newMembers(() => look())
  const topics = newTopics(() => {
    composer.endAnswer()
    showTopic()
    look()
  })
  const composer = newGroupComposer(first, { act, say: toast.say, members, topics })
  const menus = newGroupMenus(first, { act, members, topics })
  const pinned = newPinned(({ id: of }) => {
    const element = logs.get(topics.chosen().id)?.shown.get(of)?.element
    element?.scrollIntoView({ block: 'nearest' })
    element?.focus({ preventScroll: true })
  })
  const screen = make('div', { className: 'screen', role: 'tabpanel' })
  const press = (message: SimMessage, data: string) => {
    const body = { personId: members.chosen()?.id, messageId: message.id, data }
    void act(() => tell(`/groups/${id}/press`, body))
  }
  const logOf = (topic: number, name: string) => {
    const label = `Messages in ${title}, ${name}`
    const view = {
      label,
      language: undefined,
      hasNames: true,
      press,
      say: composer.say,
      reply: composer.reply,
      edit: composer.edit,
    }
    const log = logs.get(topic) ?? newLog(view)
    logs.set(topic, log)
    return log
  }
  const showTopic = () => {
    const { id: topic, name } = topics.chosen()
    const shown = topics.take(messages)
    const log = logOf(topic, name)
    screen.role = topics.element.hidden ? 'group' : 'tabpanel'
    screen.ariaLabel = name
    const isBack = !log.element.isConnected
    pinned.set(shown)
    arrange(screen, [pinned.element, log.element, toast.element])
    if (isBack) goBack(log)
    showMessages(log, shown)
    tellOwn(log, shown, members.chosen()?.id)
  }
  const look = () => {
    composer.look()
    menus.set(group, people)
    const log = logs.get(topics.chosen().id)
    if (log) tellOwn(log, messages, members.chosen()?.id)
  }
  const status = make('p', { className: 'status' })
  const element = make('section', { className: 'group', ariaLabel: title }, [
    make('header', { className: 'group-head' }, [
      make('div', {}, [make('h3', {}, [title]), status]),
      menus.element,
    ]),
    topics.element,
    screen,
    composer.element,
  ])
  takeFiles(element, (files) => {
    if (files.length > 0) void composer.sendPictures(files)
    else toast.say('Only pictures can be dropped here.', true)
  })
  return {
    element,
    setGroup(next, everybody) {
      group = next
      people = everybody
      status.textContent = botIn(next)
      const before = topics.chosen().id
      topics.set(next)
      members.set(next)
      if (topics.chosen().id !== before) showTopic()
    },
    refresh: newRefresh(async () => {
      messages = (await read<Chat>(`/groups/${id}/messages`)).messages
      showTopic()
    }),
    answer({ person, text, alert }) {
      const name = members.nameOf(person)
      if (alert) showAlert(`${BOT}, to ${name}`, text)
      else toast.say(`To ${name}: ${text}`)
    },
  }
}

/** Whoever writes sees their own messages on their own side. */
function tellOwn({ shown }: Log, messages: SimMessage[], own: number | undefined): void {
  for (const { id, personId } of messages) {
    shown.get(id)?.element.classList.toggle('is-others', personId !== own)
  }
}
