import type { Copying, Room } from '../../src/app/ports/room.ts'
import { keysOf } from '../person.ts'

/** A line in a topic or on a phone: what was copied, or the key of what the bot said. */
export interface Line {
  chat: number
  thread?: number
  what: string
}

/** A group in this process, and what is copied out of it. A message is called by its number: `m12`. */
export function newRoom() {
  const lines: Line[] = []
  const topics = new Map<number, 'open' | 'closed' | 'deleted'>()
  let last = 2000
  const put = (line: Line) => {
    lines.push(line)
    return ++last
  }
  const port: Room = {
    say: async ({ group, thread }, { text }) =>
      put({ chat: group, ...(thread && { thread }), what: keysOf(text)[0] ?? '' }),
    attach: async ({ group, thread }, { name }) =>
      put({ chat: group, ...(thread && { thread }), what: name }),
    edit: async () => true,
    answer: async () => {},
    openTopic: async () => {
      topics.set(++last, 'open')
      return last
    },
    nameTopic: async () => {},
    closeTopic: async (_group, thread) => void topics.set(thread, 'closed'),
    reopenTopic: async (_group, thread) => void topics.set(thread, 'open'),
    deleteTopic: async (_group, thread) => void topics.set(thread, 'deleted'),
    pin: async () => {},
    copy: async ({ from, to }: Copying) =>
      put({ chat: to.chat, ...(to.thread && { thread: to.thread }), what: `m${from.message}` }),
    mark: async () => {},
    erase: async () => true,
    listCommands: async () => {},
    rights: async () => {
      return { isForum: true, isAdmin: true, topics: true, deleting: true, pinning: true }
    },
    isOurName: async () => true,
    member: async () => ({ name: 'Mirek', isAdmin: false }),
  }
  return { port, lines, topics }
}
