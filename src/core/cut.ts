/**
 * A text in at most `length` UTF-16 units, which is how Telegram counts; "…" says that something was left out. It never
 * ends inside what people see as one letter, and holds no half of a surrogate pair, also where the text brought one:
 * Telegram refuses a whole message for that.
 */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text.toWellFormed()
  if (length < 1) return ''
  // One unit more than fits, so that a pair on the edge is seen whole; of the rest nothing is read.
  const head = text.slice(0, length + 1).toWellFormed()
  return `${head.slice(0, lastEdge(head, length - 1))}…`
}

/** Where the letter begins that does not fit any more. One letter with a thousand accents is cut all the same. */
function lastEdge(head: string, at: number) {
  const start = graphemes().segment(head).containing(at)?.index ?? 0
  if (start > 0) return start
  return isPair(head, at - 1) ? at - 1 : at
}

function isPair(text: string, at: number) {
  return (text.codePointAt(at) ?? 0) > 0xffff
}

let made: Intl.Segmenter | undefined

/** It costs milliseconds to make, and most texts are short. */
function graphemes() {
  made ??= new Intl.Segmenter()
  return made
}
