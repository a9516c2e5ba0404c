/** A number with its name, as a bar. */
export interface Bar {
  name: string
  count: number
}

/** Bars that are compared with each other; none: a note says why. */
export interface Chart {
  title: string
  bars: Bar[]
  note?: string
}

/** What is drawn, from its head to its foot. */
export interface Drawing {
  title: string
  /** What it is about, below the title. */
  about: string
  charts: Chart[]
  /** What is to be known of all of it. */
  note: string
}

/** Draws pictures of numbers. */
export interface Charts {
  /** A PNG that Telegram takes as a photo, to be read on a phone. */
  draw(drawing: Drawing): Promise<Uint8Array>
}
