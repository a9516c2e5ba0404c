import type { Room } from '../app/ports/room.ts'

async function none(): Promise<never> {
  throw new Error('there are no groups here')
}

/** Where there is no Telegram, no desk can be connected, so nobody ever asks. */
export const noRoom: Room = {
  say: none,
  attach: none,
  edit: none,
  answer: none,
  openTopic: none,
  nameTopic: none,
  closeTopic: none,
  reopenTopic: none,
  deleteTopic: none,
  pin: none,
  copy: none,
  mark: none,
  erase: none,
  listCommands: none,
  rights: none,
  isOurName: none,
  member: none,
}
