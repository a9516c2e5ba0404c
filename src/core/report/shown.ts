/** A part of a group, and how many cases are of it. */
export interface Part {
  name: string
  count: number
}

/** What of a group may be seen. */
export interface Shown {
  parts: Part[]
  /** How many cases are of the parts that have no line of their own, where that may be known. */
  others?: number
  /** Something is not shown. */
  isCut?: true
}

/** Of fewer cases nothing is shown: a colleague, an official or a boss might know whose they are. */
export const fewest = 5

/**
 * Of a group to which each case belongs by one part. What is hidden could be worked out from the sum of all, so at least two parts lie
 * hidden together, with no fewer than five cases, and the smallest that could be shown is hidden with them where they are fewer. Nothing tells
 * which parts these are, nor how many. Where even so only one set of numbers could lie there, nothing of the group is shown.
 */
export function shownOfOne(all: Part[]): Shown {
  const parts = inOrder(all)
  const small = parts.filter(({ count }) => count < fewest)
  if (small.length === 0) return { parts }
  const large = parts.filter(({ count }) => count >= fewest)
  const isEnough = sum(small) >= fewest
  const hidden = isEnough ? small : [...small, ...large.splice(-1)]
  const isKnown = !isEnough || areAsLargeAsCanBe(small)
  if (large.length === 0 || (isKnown && isNoneAsLarge(hidden, large)))
    return { parts: [], isCut: true }
  return { parts: large, others: sum(hidden), isCut: true }
}

/** Then all but one are certain, and that one misses by one at most. */
function areAsLargeAsCanBe(small: Part[]) {
  return sum(small) >= small.length * (fewest - 1) - 1
}

/** A part is hidden with small ones only if it is smaller than all that are shown, and the small ones are at most four together. */
function isNoneAsLarge(hidden: Part[], large: Part[]) {
  const smallest = large.at(-1)?.count ?? 0
  return smallest <= sum(hidden) - (fewest - 1)
}

/**
 * Of a group where a case may have any number of parts. How many have not a part is no secret where all is shown, so neither may they be
 * fewer than five, but none.
 */
export function shownOfMany(all: Part[], cases: number): Shown {
  const isShown = ({ count }: Part) =>
    count >= fewest && (count === cases || cases - count >= fewest)
  return cut(all, isShown)
}

/** Of a group whose sum nobody is told. */
export function shownAlone(all: Part[]): Shown {
  return cut(all, ({ count }) => count >= fewest)
}

function cut(all: Part[], isShown: (part: Part) => boolean): Shown {
  const parts = inOrder(all)
  const shown = parts.filter(isShown)
  return { parts: shown, ...(shown.length < parts.length && { isCut: true }) }
}

/** The largest first; what is of nobody is nothing. */
function inOrder(parts: Part[]): Part[] {
  return parts
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

export function sum(parts: Part[]): number {
  return parts.reduce((all, { count }) => all + count, 0)
}
