/** Something that an author must mend: where it is, what is wrong, and what to do. */
export interface Fault {
  file: string
  /** The line or the key. */
  at: string
  fault: string
  cure: string
}
