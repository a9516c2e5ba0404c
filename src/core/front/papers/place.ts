import type { Word } from './words.ts'

/** Where a value is looked for: so many words, of which the one behind `until` is another label's. */
export interface Place {
  words: Word[]
  at: number
  until: number
  /** The label stands where a line begins, as in papers and forms. */
  isField: boolean
  /** In two languages. */
  isDoubled: boolean
}

export const noWord: Word = { text: '', plain: '', from: 0, to: 0, gap: '' }
