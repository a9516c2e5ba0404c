/** Who gets tips about what. */
export interface Tips {
  add(chat: number, theme: string, language?: string): Promise<void>
  remove(chat: number, theme: string): Promise<void>
  /** What the person is subscribed to, in alphabetical order. */
  of(chat: number): Promise<string[]>
  /** Tips shall come in this language. Brings nothing back that is ended meanwhile. */
  speak(chat: number, language: string): Promise<void>
  /** A page of those who get tips about a theme, always in the same order; after somebody, those behind them. Empty: no more. */
  subscribers(theme: string, after?: number): Promise<Subscriber[]>
}

export interface Subscriber {
  chat: number
  language?: string
}
