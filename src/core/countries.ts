import { onceEach } from './once.ts'

/** The name of a country as Intl knows it, e.g. `NL`, `pl` → `Holandia`. */
export function countryName(code: string, language: string): string {
  return named(language)(code)
}

/** Each screen names countries again and again; there are a thousand codes at most. */
const named = onceEach((language: string) =>
  onceEach((code: string) => namer(language).of(code) ?? code),
)

/** Making one costs a millisecond. */
const namer = onceEach(
  (language: string) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
)

/** The country that somebody typed, in any of the languages, case and accents aside. */
export function countryTyped(
  text: string,
  languages: string[],
  nicknames: Record<string, string> = {},
): string | undefined {
  const wanted = plain(text)
  if (!wanted || wanted.length > 60) return undefined
  if (Object.hasOwn(nicknames, wanted)) return nicknames[wanted]
  for (const language of languages) {
    const code = namesIn(language).get(wanted)
    if (code) return code
  }
  return undefined
}

/** Lower case, without accents, punctuation and doubled spaces: how people type on a phone. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Codes that Intl names but that are no country. */
const noCountry = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB'])

const known = new Map<string, Map<string, string>>()

/** Every country's name in one language, the other way round. Built once a language: about 600 tries. */
function namesIn(language: string) {
  const before = known.get(language)
  if (before) return before
  const names = namer(language)
  const codes = letters.flatMap((a) => letters.map((b) => a + b))
  const found = new Map(
    codes.flatMap((code) => {
      const name = isCountry(code) ? names.of(code) : undefined
      return name ? [[plain(name), code] as const] : []
    }),
  )
  known.set(language, found)
  return found
}

/** Intl also names codes of the past (`FX`, `SU`) and nicknames (`UK`): `Francja` must mean `FR`. */
export function isCountry(code: string) {
  return !noCountry.has(code) && new Intl.Locale(`und-${code}`).region === code
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
