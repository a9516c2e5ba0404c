const allowedTags = ['b', 'i', 'a', 'code']

/** What is wrong with the markup of a text, or nothing. Telegram refuses a message with a broken tag. */
export function markupFault(words: string, allowed: string[] = allowedTags): string | undefined {
  const open: string[] = []
  for (const [whole, closing, name = '', attributes = ''] of words.matchAll(
    /<(\/?)([a-zA-Z0-9]*)([^<>]*)>?/g,
  )) {
    if (!whole.endsWith('>') || !allowed.includes(name)) return `has the unknown markup ${whole}`
    if (closing) {
      if (attributes) return `has the broken markup ${whole}`
      if (open.pop() !== name) return `closes ${whole} which was not opened last`
    } else if (
      name === 'a'
        ? !/^ href="(https:\/\/[^"\s]+|\{\{[a-z]+\}\})"$/.test(attributes)
        : attributes !== ''
    ) {
      return `has the broken markup ${whole}`
    } else open.push(name)
  }
  if (open.length > 0) return `does not close <${open.join('>, <')}>`
  if (/&(?!amp;|lt;|gt;|quot;)/.test(words)) return 'has a bare &; write &amp;'
  return undefined
}
