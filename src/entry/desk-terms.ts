import { readHours } from '../app/desk/hours.ts'
import { type DeskTerms, fits, most } from '../app/desk/terms.ts'
import { countryName, countryTyped, isCountry } from '../core/countries.ts'
import { type Content, kindOf } from '../core/engine/flow.ts'
import { countryOfTheme } from '../core/themes.ts'
import { Misconfigured } from './config.ts'

/** What the operator has typed, by the name of the argument. */
export interface Typed {
  name?: string | undefined
  languages?: string[] | undefined
  countries?: string[] | undefined
  minors?: string | undefined
  themes?: string[] | undefined
  complaints?: string | undefined
  hours?: string | undefined
  days?: string | undefined
}

/** A desk with its days until the code ends. Whatever is wrong is said at once, a line for each argument. */
export function readTerms(
  typed: Typed,
  content: Content,
  id: string,
): { desk: DeskTerms; days: number } {
  const name = typed.name?.trim().normalize() ?? ''
  const languages = listOf(typed.languages, (one) => one.toLowerCase())
  const countries = listOf(typed.countries, (one) => one.toUpperCase())
  const themes = listOf(typed.themes, (one) => one)
  const complaints = typed.complaints?.trim() ?? ''
  const hours = hoursFrom(typed.hours, languages, content)
  const faults = {
    name: faultOfName(name),
    languages: faultOfLanguages(languages),
    countries: faultOfCountries(countries, content),
    minors: faultOfMinors(typed.minors),
    themes: faultOfThemes(themes, content),
    complaints: faultOfComplaints(complaints),
    hours: typeof hours === 'string' ? hours : undefined,
    days: faultOfDays(typed.days),
  }
  const lines = Object.entries(faults).flatMap(([what, fault]) =>
    fault ? [`--${what}: ${fault}`] : [],
  )
  if (lines.length > 0) throw new Misconfigured(lines.join('\n'))
  const minors = typed.minors === 'yes'
  const terms = { id, name, languages, countries, themes, minors, complaints }
  const desk = { ...terms, ...(typeof hours === 'object' && { hours }) }
  return { desk, days: Number(typed.days) }
}

/** Each once, however they were typed: `--languages pl,uk,pl`, or the argument twice. */
function listOf(typed: string[] | undefined, written: (item: string) => string) {
  const items = (typed ?? []).flatMap((list) => list.split(',')).map((one) => written(one.trim()))
  return [...new Set(items.filter(Boolean))]
}

function faultOfName(name: string) {
  if (!name) return 'missing. What people know the desk by, e.g. --name "KCIK"'
  if (name.length > most.name)
    return `has ${name.length} letters, and ${most.name} are the most. Shorten it.`
  return fits.name(name)
    ? undefined
    : 'holds something that nobody sees. Type it anew, in one line.'
}

function faultOfLanguages(languages: string[]) {
  if (languages.length === 0)
    return 'missing. What the members speak, the main one first, e.g. --languages pl,uk'
  const wrong = languages.filter((code) => !isLanguage(code))
  if (wrong.length > 0) return wrong.map(toldOfLanguage).join('; ')
  return tooMany(languages, most.languages)
}

function isLanguage(code: string) {
  return /^[a-z]{2}$/.test(code) && languageNames.of(code) !== undefined
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** Most often the code of a country was typed, `ua` for `uk`. */
function toldOfLanguage(code: string) {
  const country = code.toUpperCase()
  if (!isKnownCountry(country))
    return `"${code}" is no language. Write its two letters of ISO 639-1, such as pl`
  const { language } = new Intl.Locale(`und-${country}`).maximize()
  return `"${code}" is no language but a country, where ${language} is spoken`
}

function faultOfCountries(countries: string[], content: Content) {
  const wrong = countries.filter((code) => !isKnownCountry(code))
  if (wrong.length === 0) return tooMany(countries, most.countries)
  const told = wrong.map((code) => {
    const meant = countryMeant(code, content)
    if (meant) return `"${code}" is written ${meant}`
    return `"${code}" is no country. Write its two letters of ISO 3166, such as NL`
  })
  return told.join('; ')
}

function isKnownCountry(code: string) {
  return /^[A-Z]{2}$/.test(code) && isCountry(code) && countryName(code, 'en') !== code
}

/** `GB` for `UK` and for `Wielka Brytania`. */
function countryMeant(typed: string, { languages }: Content) {
  const code = /^[A-Z]{2}$/.test(typed) && new Intl.Locale(`und-${typed}`).region
  return code && isKnownCountry(code) ? code : countryTyped(typed, languages)
}

function faultOfMinors(typed: string | undefined) {
  const ask = 'Does the desk talk with people under 18? --minors yes, or --minors no'
  if (typed === undefined) return `missing. ${ask}`
  return ['yes', 'no'].includes(typed) ? undefined : `"${typed}" is neither yes nor no. ${ask}`
}

function faultOfThemes(themes: string[], content: Content) {
  const known = themesIn(content)
  const isKnown = (theme: string) =>
    known.includes(theme) || isKnownCountry(countryOfTheme(theme) ?? '')
  const wrong = themes.filter((theme) => !isKnown(theme))
  if (wrong.length === 0) return tooMany(themes, most.themes)
  const there = [...known, 'country-NL (or another country)'].join(', ')
  return `"${wrong.join('", "')}" is no theme of tips. There are: ${there}`
}

/** Every theme that people can ask for tips about, but countries. */
function themesIn({ flows }: Content) {
  const steps = Object.values(flows).flatMap((flow) => Object.values(flow.steps))
  return [...new Set(steps.flatMap((step) => kindOf(step).themes?.(step) ?? []))]
}

function faultOfComplaints(complaints: string) {
  const write = 'Write an address of mail or a page that begins with https://'
  if (!complaints) return `missing. Where do people complain about the desk? ${write}`
  if (complaints.length > most.complaints) return `is longer than ${most.complaints} letters.`
  return fits.complaints(complaints) ? undefined : `"${complaints}" is neither. ${write}`
}

/** As `/hours` reads them in the group; or what is wrong with them. */
function hoursFrom(typed: string | undefined, languages: string[], content: Content) {
  if (typed === undefined) return undefined
  const read = readHours(typed.trim(), { languages }, content)
  if ('hours' in read) return read.hours ?? undefined
  const what = String(read.why.vars?.typed)
  const cures: Record<string, string> = {
    'desk:hours.zone': `"${what}" is no time zone. Write one like Europe/Warsaw`,
    'desk:hours.place': `"${what}" is no country whose holidays are known. Write one like PL, or - for none`,
  }
  return cures[read.why.key] ?? `"${what}" says no hours. ${hoursExample}`
}

const hoursExample = 'Write days and times: --hours "mon-fri 9-13 15-18, sat 10-14"'

function faultOfDays(typed = '') {
  const isFine = /^\d{1,2}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 30
  return isFine ? undefined : `"${typed}" is no number of days from 1 to 30, such as 7`
}

function tooMany(list: string[], limit: number) {
  return list.length > limit ? `are ${list.length}, and ${limit} are the most.` : undefined
}
