/** The reader sees the last message, or enough of it to know that it is there. */
export function isAtEnd(list: HTMLElement): boolean {
  const last = list.lastElementChild
  if (!last || isAtBottom(list)) return true
  return last.getBoundingClientRect().top < list.getBoundingClientRect().bottom - 40
}

export function isAtBottom({ scrollHeight, clientHeight, scrollTop }: HTMLElement): boolean {
  return scrollHeight - clientHeight - scrollTop < 4
}

/** Down to the last message, but never past the beginning of what is to be read first. */
export function scrollToEnd(list: HTMLElement, first = list.lastElementChild): void {
  if (!first) return
  const above = first.getBoundingClientRect().top - list.getBoundingClientRect().top
  const bottom = list.scrollHeight - list.clientHeight
  list.scrollTop = Math.max(list.scrollTop, Math.min(list.scrollTop + above - 12, bottom))
}

/** What is read stays where it is, whatever changes above it. */
export function keepInPlace(list: HTMLElement, change: () => void): void {
  const { top } = list.getBoundingClientRect()
  const kept = [...list.children].find((child) => child.getBoundingClientRect().top >= top)
  const before = kept?.getBoundingClientRect().top ?? 0
  change()
  if (kept?.isConnected) list.scrollTop += kept.getBoundingClientRect().top - before
}
