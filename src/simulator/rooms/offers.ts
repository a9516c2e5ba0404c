import type { Draft } from '../wire/telegram.ts'

/** What the bot offers for what somebody typed after its name. */
export interface Offer {
  results: Result[]
  /** Above the results; it leads into the bot's chat. */
  button?: { text: string; start_parameter: string }
}

/** One line of the list, and the message that it becomes. */
export interface Result {
  id: string
  title: string
  description: string
  content: Omit<Draft, 'from'>
}

export type ChatType = 'sender' | 'private' | 'group' | 'supergroup'

/** Words that somebody typed after the bot's name. */
export interface Query {
  person: number
  words: string
  chatType: ChatType
  at: number
  isAnswered: boolean
  take(offer: Offer): void
}
