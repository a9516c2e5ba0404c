interface Leading {
  means: { place: string }
  from: number
  to: number
  size: number
}

/** How many places are worth asking about. */
const atMost = 3

/** The places that most of the words speak of, equal ones side by side. */
export function best(matches: Leading[]): string[] {
  const weights = new Map<string, number>()
  for (const [place, all] of Map.groupBy(matches, ({ means }) => means.place)) {
    const longest = Math.max(...all.map(({ size }) => size))
    const words = new Set(all.flatMap(({ from, to }) => [from, to - 1]))
    weights.set(place, longest + words.size / 100)
  }
  const most = Math.max(...weights.values())
  return [...weights].flatMap(([place, weight]) => (weight === most ? place : [])).slice(0, atMost)
}
