/** What an input that comes this way is to a turn. */
interface SourceNature {
  /** The person is there and waits: what they left open is asked anew when they come back to it. */
  isPersons: boolean
  /** Whose message it bears: one that the person wrote, one of ours that may turn into the answer, or none. */
  bears: 'theirs' | 'ours' | 'none'
  /** By new messages, by changing the one that it bears, or by changing that and sending what is more than one. */
  shows: 'anew' | 'in-place' | 'first-in-place'
  /** Somebody of whom we hold nothing may begin a talk so. */
  begins: boolean
  /** It comes by itself, in the language that it was asked for in, and only as long as it is wished. */
  isHeld: boolean
}

/** Telegram's queues, where the next update comes only after our 2xx; the registers' answers; pictures that are read; the desk; the clock. */
export const sources = {
  message: { isPersons: true, bears: 'theirs', shows: 'anew', begins: true, isHeld: false },
  press: { isPersons: true, bears: 'ours', shows: 'in-place', begins: true, isHeld: false },
  check: {
    isPersons: false,
    bears: 'ours',
    shows: 'first-in-place',
    begins: false,
    isHeld: false,
  },
  read: { isPersons: false, bears: 'ours', shows: 'first-in-place', begins: false, isHeld: false },
  desk: { isPersons: false, bears: 'ours', shows: 'first-in-place', begins: false, isHeld: false },
  due: { isPersons: false, bears: 'none', shows: 'anew', begins: true, isHeld: true },
} as const satisfies Record<string, SourceNature>

export type Source = keyof typeof sources

export function isSource(name: string): name is Source {
  return Object.hasOwn(sources, name)
}

/** By source, in the order in which they are listed. */
export const sourceNames = Object.keys(sources).filter(isSource)
