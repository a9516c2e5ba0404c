/** Which desks do not talk with somebody for a while, because they decided so. Who decided it, and why, is not held. */
export interface Blocks {
  of(chat: number): Promise<string[]>
  /** For 90 days from now. */
  add(chat: number, desk: string): Promise<void>
  remove(chat: number, desk: string): Promise<void>
  drop(chat: number): Promise<void>
}
