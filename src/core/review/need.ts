/** A text that the program itself needs in every language, with the holes it fills. */
export interface Needed {
  holes?: string[]
  /** Stands on a button: at most 30 characters. */
  label?: true
  /** Counts something: one form for each plural class of the language. */
  plural?: true
  /** Characters of the message that something else needs: source lines, a list. */
  taken?: number
}
