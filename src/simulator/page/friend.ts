import type { Act } from './act.ts'
import { type Chat, newChat } from './chat.ts'
import { make } from './dom.ts'
import { newLog, showMessages } from './log.ts'
import { BOT } from './message.ts'
import { newOffers } from './offers.ts'
import { type Chat as Messages, type Person, read, tell } from './server.ts'
import { newWriting } from './writing.ts'

export const FRIEND = 'A friend'

/** What the chat with a friend needs of its phone. */
export interface Around {
  act: Act
  /** Undefined: the bot cannot be called in other chats. */
  username: string | undefined
  follow: (address: string) => boolean
  start: (parameter: string) => void
  back: () => void
}

/** Another chat on the phone, without a bot: there the bot can only be called by its name. */
export function newFriend({ id, name, language }: Person, around: Around) {
  const { act, username, follow, start } = around
  const path = `/people/${id}`
  const offers = username ? newOffers({ path, username, act, where: 'friend', start }) : undefined
  const say = (text: string) => act(() => tell(`${path}/friend`, { text }))
  const writing = newWriting(`Message of ${name} to a friend`, (text) => {
    return offers?.take(text) ?? say(text)
  })
  offers?.watch(writing.input)
  const log = newLog({
    label: `${name}'s chat with a friend`,
    language,
    hasNames: false,
    follow,
  })
  const hint = username
    ? `No bot is in this chat. Type @${username} and some words, and choose what to send.`
    : 'No bot is in this chat.'
  const empty = make('div', { className: 'start' }, [make('p', {}, [hint])])
  const open = make('div', { className: 'open' }, [
    ...(offers ? [offers.element] : []),
    writing.element,
    ...(offers ? [make('div', { className: 'tools' }, [offers.begin])] : []),
  ])
  const parts = {
    name: FRIEND,
    face: make('span', { className: 'face', ariaHidden: 'true' }, ['F']),
    status: make('p', { className: 'status' }, ['no bot here']),
    screen: make('div', { className: 'screen' }, [log.element, empty]),
    composer: make('footer', { className: 'composer' }, [open]),
  }
  const chat: Chat = newChat(parts, { name: BOT, go: around.back })
  return {
    ...chat,
    refresh: async () => {
      const { messages } = await read<Messages>(`${path}/friend`)
      empty.hidden = messages.length > 0
      showMessages(log, messages)
    },
  }
}
