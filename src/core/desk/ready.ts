/** What a desk sends as it stands: words of its own, or somebody who helps. */
export type ReadyKind = 'reply' | 'contact'

/** Which one, and in which language whoever presses has seen it. */
export interface Chosen {
  language: string
  id: string
}

/** `send-uk-documents`: what the button carries that sends it. */
export function writeChosen({ language, id }: Chosen): string {
  return `send-${language}-${id}`
}

export function readChosen(written: string): Chosen | undefined {
  const [, language, id] = /^send-([a-z]{2,3})-([a-z0-9-]+)$/.exec(written) ?? []
  return language && id ? { language, id } : undefined
}
