import type { InlineCard } from '../../core/cards/inline.ts'
import type { Choice, Place, Text } from '../../core/turn.ts'
import type { Voice } from '../../core/voice.ts'

/** What a person sees at once: words, buttons, perhaps a short word above. */
export interface Screen {
  text: Text
  at?: Place
  choices?: Choice[]
  progress?: { at: number; of: number }
  hint?: Text
}

export interface Address {
  chat: number
  voice: Voice
}

/** The way to the person's phone. Throws Busy, Gone and Lost. */
export interface Phone {
  /** Returns the id of the new message. */
  send(to: Address, screen: Screen): Promise<number>
  /** Changes a message of ours in place; false when that is no longer possible. */
  edit(to: Address, message: number, screen: Screen): Promise<boolean>
  /** Takes the buttons away. */
  strip(chat: number, message: number): Promise<void>
  answer(press: string, voice: Voice, toast?: Text): Promise<void>
  /** Deletes messages on both sides; returns those that stayed. */
  erase(chat: number, messages: number[]): Promise<number[]>
  /** Says why in one sentence and leaves a group. */
  leave(to: Address): Promise<void>
  /** Answers what somebody types in any chat: with a card in each of these languages, or with none. */
  offer(query: string, card: InlineCard | undefined, voices: Voice[]): Promise<void>
}
