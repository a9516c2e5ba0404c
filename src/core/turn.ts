import type { Answer, NumberRead, Question } from './firm.ts'

/** A text by name, never words: `offer:fee.text`. A language given here wins over the person's. */
export type Text = { key: string; vars?: Vars; language?: string }

/** What fills the holes of a text. Strings are escaped; texts are looked up; a list becomes lines. */
export type Vars = { [name: string]: string | number | Text | Text[] }

/** One button of a screen. */
export type Choice = { id: string; label: Text }

/** The step that a screen's buttons belong to. */
export type Place = { flow: string; step: string }

/** Everything that can happen to a person's talk. */
export type Input =
  | { kind: 'open'; flow: string; step?: string }
  | { kind: 'press'; flow: string; step: string; choice: string }
  /** `caption` is what stands below a picture or a file; a bare one has neither. */
  | { kind: 'message'; text?: string; caption?: string; numbers?: NumberRead[] }
  /** The registers have answered a question that a step asked. */
  | { kind: 'checked'; answer: Answer }
  | { kind: 'unknown-command' }

/** A screen with buttons; Back, Menu and SOS come by themselves. A kept one has none and stays in the chat. */
export type Show = {
  kind: 'show'
  text: Text
  at?: Place
  choices?: Choice[]
  progress?: { at: number; of: number }
  keep?: true
}

/** Who helps in a country, one record a screen. Whether it is open now is known only when it is shown. */
export type ShowContact = {
  kind: 'contact'
  id: string
  at: Place
  choices: Choice[]
}

/**
 * What the scan finds in the message that this update brought, one page a message that stays. It holds no word of it:
 * the message is scanned again when the page is shown.
 */
export type ShowFound = { kind: 'found'; page: number }

/** What is done outside the talk, at once or, after a crash, by whoever comes next. */
export type Deed =
  | Show
  | ShowContact
  | ShowFound
  /** A short word beside the screen: over a press, above an answer to a message. */
  | { kind: 'hint'; text: Text }
  /** Ask the registers; the answer comes back as an input of its own. */
  | { kind: 'check'; question: Question }
  /** Empty the chat on the phone and end with one neutral line. */
  | { kind: 'hide' }
  /** Delete everything we hold about the person and say so. */
  | { kind: 'forget' }

/** Everything the bot can do about it; a fact about the person goes into the talk itself. */
export type Effect = Deed | { kind: 'set'; language?: string; country?: string }

/** A step on the way, with the answer once it is given. */
export type Visit = { step: string; answer?: string }

/** A way through one flow; the person stands on the last step. */
export type Way = { flow: string; path: Visit[] }

/** Where a person is, the way to go on with after an aside, and the aside that led to this one. */
export type State = Way & { resume?: Way; from?: Place }

/** What one input did. */
export type Turn = { state: State; effects: Effect[] }
