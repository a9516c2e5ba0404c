import type { SimMessage } from '../rooms/screen.ts'
import type { Act } from './act.ts'
import { newAttached } from './attached.ts'
import { button, hooked, make } from './dom.ts'
import { isAdmin, type Members } from './members.ts'
import { type Item, newMenu } from './menu.ts'
import { gistOf, nameOf } from './message.ts'
import { newPictures } from './pictures.ts'
import { type Group, tell } from './server.ts'
import type { Topics } from './topics.ts'
import { newWriting } from './writing.ts'

/** Those of a case are for its topic. */
const COMMANDS = [
  ...['help', 'conduct', 'desk', 'cases', 'next', 'pause', 'open'],
  ...['take', 'transfer', 'urgent', 'delete', 'close'],
]

interface Around {
  act: Act
  say: (text: string, isFault?: boolean) => void
  members: Members
  topics: Topics
}

/** Where a member writes into a topic, and answers to a message of it. */
export function newGroupComposer({ id, title }: Group, { act, say, members, topics }: Around) {
  const path = `/groups/${id}`
  const answer = newAnswer(() => writing.input.focus())
  const place = () => {
    const { id: thread } = topics.chosen()
    const replyTo = answer.to()
    return {
      personId: members.chosen()?.id,
      ...(thread && { thread }),
      ...(replyTo && { replyTo }),
      ...(members.isHidden() && { asGroup: true }),
    }
  }
  const send = async (verb: string, what: object) => {
    const isSent = await act(() => tell(`${path}/${verb}`, { ...place(), ...what }))
    if (isSent) answer.end()
    return isSent
  }
  const command = (text: string) => void send('send', { text })
  const writing = newWriting(`Message in ${title}`, (text) => send('send', { text }))
  writing.input.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') answer.end()
  })
  const commands = newMenu(
    'Commands',
    'Commands',
    COMMANDS.map((one): Item => [`/${one}`, () => command(`/${one}`)]),
  )
  const attached = newAttached((kind) => void send('send-sample', { kind }))
  const sendPictures = newPictures(() => ({ path: `${path}/picture`, about: place() }), act, say)
  const tools = make('div', { className: 'tools' }, [
    commands.toggle,
    hooked(
      button('Photo', () => void sendPictures()),
      { testid: 'photo' },
    ),
    attached.toggle,
  ])
  const open = make('fieldset', { className: 'open' }, [
    ...[commands.panel, attached.panel, answer.element, writing.element, tools],
  ])
  const why = make('p', { className: 'why', role: 'status' })
  return {
    element: make('footer', { className: 'composer' }, [members.element, why, open]),
    reply: answer.begin,
    /** Takes the words of a message into the box, for whoever wrote it. */
    edit({ id: messageId, personId, text }: SimMessage) {
      const save = (words: string) =>
        act(() => tell(`${path}/edit`, { personId, messageId, text: words }))
      writing.change(text, save)
    },
    say: command,
    sendPictures,
    /** Shows who may write here, and why not. */
    look() {
      const reason = whyNot(members, topics)
      why.textContent = reason ?? ''
      open.disabled = reason !== undefined && !isAdmin(members.chosen())
      members.element.hidden = members.chosen() === undefined
    },
    endAnswer: answer.end,
  }
}

function whyNot(members: Members, topics: Topics): string | undefined {
  if (!members.chosen()) return 'Nobody is in this group. Add a member above.'
  if (topics.chosen().state !== 'closed') return undefined
  return isAdmin(members.chosen())
    ? 'This topic is closed. Administrators can still write.'
    : 'This topic is closed. Only administrators can write.'
}

/** The message that the next one answers. */
function newAnswer(focus: () => void) {
  const line = make('span')
  const end = () => {
    message = undefined
    element.hidden = true
  }
  const away = button('Cancel', () => leave(), 'quiet')
  away.ariaLabel = 'Cancel the answer'
  const leave = () => {
    end()
    focus()
  }
  const element = make('div', { className: 'changing answering', hidden: true }, [line, away])
  let message: SimMessage | undefined
  return {
    element,
    end,
    to: () => message?.id,
    begin(to: SimMessage) {
      message = to
      line.textContent = `Answer to ${nameOf(to)}: ${gistOf(to)}`
      element.hidden = false
      focus()
    },
  }
}
