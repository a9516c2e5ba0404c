import type { DeskHours } from '../../core/desk/hours.ts'

/** A forum group of an organisation whose members answer people. */
export interface Desk {
  /** Of its code. */
  id: string
  name: string
  /** The group, by Telegram's number for it. */
  group: number
  /** What its members speak; in the first of them that the bot knows it speaks there. */
  languages: string[]
  /** Where its members know their way; none: everywhere. */
  countries: string[]
  /** What it may send tips about. */
  themes: string[]
  /** Whether it talks with people under 18. */
  minors: boolean
  /** Where people complain about it, a page or an address of mail. */
  complaints: string
  /** When they answer; undefined: at any time. */
  hours?: DeskHours
  /** Who connected it, by Telegram's number for them. */
  lead: number
  /** It takes no new case for a while. */
  isPaused?: true
  /** It is no desk any more, and its code opens no other. */
  isClosed?: true
}

/** A code of conduct as somebody has accepted it. */
export interface Acceptance {
  /** Which wording, by its day: `2026-11-30`. */
  wording: string
  /** In milliseconds. */
  at: number
}

/** Somebody of a desk who has accepted the code of conduct. */
export interface Member extends Acceptance {
  /** By Telegram's number for them. */
  user: number
  /** They want to be called by urgent cases also when nobody is to answer. */
  isOnCall?: true
}

/** What is known of a place in a group. */
export interface GroupPlace {
  /** Which desk works in the group. */
  desk?: string
  /** When the bot was put into a group that is no desk yet, in milliseconds. */
  invitedAt?: number
  /** Whose case the topic is, as long as there is one. */
  chat?: number
}

/** A topic that was made for a case. */
export interface CaseTopic {
  thread: number
  /** Whose case it is; undefined: they are gone, and the topic stays until its day. */
  chat?: number
  /** When the topic is deleted, in milliseconds; undefined while the case is open. */
  until?: number
}

export interface Desks {
  /** Every desk, also one that is paused or closed. */
  all(): Promise<Desk[]>
  get(id: string): Promise<Desk | undefined>
  /** Uses up the desk's code. `used`: it was used before, by another group; `taken`: another desk works in the group. Safe to repeat. */
  connect(desk: Desk): Promise<'connected' | 'used' | 'taken'>
  /** Changes what may change; null takes it off. Nothing where there is no such desk. */
  change(id: string, changes: DeskChanges): Promise<void>
  /** It works in this group from now on: its own lives on there. Safe to repeat. */
  move(id: string, group: number): Promise<void>
  at(group: number, thread?: number): Promise<GroupPlace>
  /** The bot was put into a group that is no desk yet. Held for two days. */
  noteInvited(group: number): Promise<void>
  /** Somebody of a desk has accepted the code of conduct. */
  accept(desk: string, user: number, acceptance: Acceptance): Promise<void>
  accepted(desk: string, user: number): Promise<Acceptance | undefined>
  /** Who of a desk has accepted it, each as they last did, in no order. */
  members(desk: string): Promise<Member[]>
  /** Whether a member is on call. Nothing where they are none. */
  setOnCall(desk: string, user: number, isOnCall: boolean): Promise<void>
  /** Somebody is no member any more. */
  dropMember(desk: string, user: number): Promise<void>
  /** A topic is somebody's case, or what is left of one. */
  keepTopic(group: number, topic: CaseTopic): Promise<void>
  dropTopic(group: number, thread: number): Promise<void>
  /** All topics of a group that were made for cases, the oldest first. */
  topics(group: number): Promise<CaseTopic[]>
}

export type DeskChanges = { [Name in 'isPaused' | 'isClosed']?: true | null } & {
  hours?: DeskHours | null
}
