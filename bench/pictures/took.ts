/** What a reader made of a picture, and what it took; in milliseconds. */
export interface Took {
  text: string
  clock: number
  processor: number
  /** Why it gave no words. */
  fault?: string
}
