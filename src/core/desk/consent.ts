import type { Shared, SharedItem } from '../case.ts'

export const sharedItems = ['country', 'signs', 'firms'] as const satisfies SharedItem[]

/** What somebody would hand over as it stands on the screen, and how answers shall come. */
export interface Choosing {
  items: SharedItem[]
  /** The words of an answer are shown on a press only. */
  waits: boolean
}

/** `country.signs-waits`: short enough for the way, and fit for a button. */
export function writeChoosing({ items, waits }: Choosing): string {
  return `${items.join('.')}-${waits ? 'waits' : 'shows'}`
}

export function readChoosing(written: string): Choosing | undefined {
  const [, items = '', showing] = /^([a-z.]*)-(waits|shows)$/.exec(written) ?? []
  if (showing === undefined) return undefined
  const named = items.split('.')
  return { items: sharedItems.filter((item) => named.includes(item)), waits: showing === 'waits' }
}

/** Only what was left on the screen. */
export function chosenOf(all: Shared, items: SharedItem[]): Shared {
  const { country, signs, firms } = all
  return {
    ...(country && items.includes('country') && { country }),
    ...(signs && items.includes('signs') && { signs }),
    ...(firms && items.includes('firms') && { firms }),
  }
}
