import { countryTyped, isCountry, plain } from '../countries.ts'
import { type Contact, kinds } from '../knowledge/contact.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Text } from '../turn.ts'

export type ContactKind = Contact['kinds'][number]

/** Whose helpers somebody looks for, and of which kind if they name one. */
export interface Asked {
  country: string
  kind?: ContactKind
}

interface Asking {
  knowledge: Pick<Knowledge, 'languages' | 'nicknames'>
  /** Where the person of the case wants to go or is, if they have shared it. */
  shared?: string | undefined
  /** The words of a text as whoever asks reads them. */
  label: (text: Text) => string
}

/** `DE worker_advice`, `Niemcy`, `porady w sprawie pracy`: what is asked for, or what of it nobody knows. */
export function whoAsked(words: string, asking: Asking): Asked | { why: 'country' | 'kind' } {
  const { shared, label } = asking
  const typed = words.split(/\s+/).filter((word) => word !== '')
  if (typed.length === 0) return shared === undefined ? { why: 'country' } : { country: shared }
  for (let end = typed.length; end > 0; end--) {
    const country = countryIn(typed.slice(0, end).join(' '), asking)
    if (country === undefined) continue
    if (end === typed.length) return { country }
    const kind = kindIn(typed.slice(end).join(' '), label)
    return kind ? { country, kind } : { why: 'kind' }
  }
  const kind = kindIn(words, label)
  return kind && shared !== undefined ? { country: shared, kind } : { why: 'country' }
}

/** As it stands on a button, or by its letters. */
function countryIn(typed: string, { knowledge }: Asking): string | undefined {
  const code = typed.toUpperCase()
  if (/^[A-Z]{2}$/.test(code) && isCountry(code)) return code
  return countryTyped(typed, knowledge.languages, knowledge.nicknames)
}

/** Whole, or by the first letters of one alone. */
function kindIn(typed: string, label: (text: Text) => string): ContactKind | undefined {
  const wanted = plain(typed)
  const named = kinds.map((kind) => {
    return { kind, names: [plain(kind), plain(label({ key: `contact:kind.${kind}` }))] }
  })
  const whole = named.find(({ names }) => names.includes(wanted))
  if (whole) return whole.kind
  const begun = named.filter(({ names }) => names.some((name) => name.startsWith(wanted)))
  return wanted !== '' && begun.length === 1 ? begun[0]?.kind : undefined
}

/** `DE`, `DE-worker-advice`: what the buttons below a list of helpers carry, before the page. */
export function writeAsked({ country, kind }: Asked): string {
  return kind === undefined ? country : `${country}-${kind.replaceAll('_', '-')}`
}

export function readAsked(written: string): Asked | undefined {
  const [, country, name] = /^([A-Z]{2})(?:-([a-z-]+))?$/.exec(written) ?? []
  const kind = kinds.find((one) => one.replaceAll('_', '-') === name)
  if (!country || (name && !kind)) return undefined
  return { country, ...(kind && { kind }) }
}
