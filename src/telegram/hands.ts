/** So many may be at work at once; whoever comes later waits in order. */
export interface Hands {
  take: () => Promise<void>
  give: () => void
}

export function newHands(count: number): Hands {
  const waiting: (() => void)[] = []
  let free = count
  return {
    take: async () => {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    give: () => {
      const next = waiting.shift()
      if (next) next()
      else free++
    },
  }
}
