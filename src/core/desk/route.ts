/** What decides whether a desk would talk with somebody. */
export interface Open {
  languages: string[]
  countries: string[]
  minors: boolean
  isPaused?: true
  isClosed?: true
  /** When somebody is to answer there, in milliseconds; not ahead: now. Undefined: nobody knows. */
  opens?: number | undefined
}

/** Who looks for a desk. */
export interface Seeker {
  language?: string | undefined
  country?: string | undefined
  minor?: boolean | undefined
}

/**
 * The desk that would talk with somebody: one that speaks their language, of those one that knows their country, else any; of those the one
 * where somebody is to answer first. Where several fit equally the draw shares out people among them. Undefined: there is none for them.
 */
export function route<Desk extends Open>(
  desks: Desk[],
  { language, country, minor }: Seeker,
  draw: number,
): Desk | undefined {
  const open = desks.filter((desk) => takes(desk, { minor }))
  const speaking = best(open, ({ languages }) => languages.includes(language ?? ''))
  const knowing = best(speaking, ({ countries }) => countries.includes(country ?? ''))
  const fitting = best(knowing, ({ countries }) => countries.length === 0)
  const first = Math.min(...fitting.map(openingOf))
  const answering = fitting.filter((desk) => openingOf(desk) === first)
  return answering[Math.abs(draw) % answering.length]
}

function openingOf({ opens = 0 }: Open): number {
  return opens
}

/** Whether it would talk with them. */
export function takes(
  { isPaused, isClosed, minors }: Open,
  { minor }: Pick<Seeker, 'minor'>,
): boolean {
  return !isPaused && !isClosed && (!minor || minors)
}

/** Those of whom something is true, or all where it is true of none. */
function best<Desk>(desks: Desk[], isSo: (desk: Desk) => boolean): Desk[] {
  const found = desks.filter(isSo)
  return found.length > 0 ? found : desks
}
