import i18next, { type TFunction } from 'i18next'
import { countryName } from '../core/countries.ts'
import type { Text, Vars } from '../core/turn.ts'
import type { Voice } from '../core/voice.ts'

/** A locale file: texts by name, nested as the author wrote them. */
export type Tree = { [name: string]: string | Tree }

/** Every language's files: `locales.pl.offer`. */
export type Locales = Record<string, Record<string, Tree>>

/** Turns texts into words. */
export interface Words {
  /** For a message: markup of the author, everything else escaped. */
  html(text: Text, voice: Voice): string
  /** For a button or a toast: no markup. */
  plain(text: Text, voice: Voice): string
}

export function createWords(locales: Locales, languages: string[]): Words {
  const instance = i18next.createInstance()
  void instance.init({
    resources: locales,
    fallbackLng: languages[0] ?? false,
    ns: [...new Set(Object.values(locales).flatMap(Object.keys))],
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  const translators = new Map(languages.map((code) => [code, instance.getFixedT(code)]))
  const known = (code: string) => (translators.has(code) ? code : (languages[0] ?? code))
  const html = (text: Text, voice: Voice) =>
    render({ text, voice, translate: (code) => translators.get(known(code)) })
  return { html, plain: (text, voice) => toPlain(html(text, voice)) }
}

interface Task {
  text: Text
  voice: Voice
  translate: (language: string) => TFunction | undefined
}

function render(task: Task): string {
  const { text, voice, translate } = task
  const language = text.language ?? voice.language
  const inner = (one: Text) => render({ ...task, text: one, voice: { ...voice, language } })
  const builtIn = builtIns[text.key]
  if (builtIn) return builtIn({ vars: text.vars ?? {}, language, inner })
  const vars: Record<string, string | number> = {}
  for (const [name, value] of Object.entries({ ...voice.ambient, ...text.vars })) {
    if (typeof value === 'string') vars[name] = safe(value)
    else if (typeof value === 'number') vars[name] = value
    else vars[name] = Array.isArray(value) ? value.map(inner).join('\n') : inner(value)
  }
  return translate(language)?.(text.key, vars) ?? text.key
}

interface Plea {
  vars: Vars
  language: string
  inner: (text: Text) => string
}

/** Texts without words of an author: lists, and names that Intl knows in every language. */
const builtIns: Record<string, (plea: Plea) => string> = {
  'join:lines': (plea) => items(plea).join('\n'),
  'join:paragraphs': (plea) => items(plea).join('\n\n'),
  'join:commas': (plea) => items(plea).join(', '),
  'join:bullets': (plea) =>
    items(plea)
      .map((item) => `• ${item}`)
      .join('\n'),
  'name:none': () => '—',
  'name:country': ({ vars, language }) => safe(countryName(String(vars.code), language)),
  'name:language': ({ vars, language }) => safe(languageName(String(vars.code), language)),
  'name:day': ({ vars, language }) => dayName(String(vars.code), language),
  'name:date': ({ vars, language }) => dateName(String(vars.date), language),
  'name:money': ({ vars, language }) =>
    moneyName(Number(vars.amount), String(vars.currency), language),
}

function items({ vars, inner }: Plea) {
  return Array.isArray(vars.items) ? vars.items.map(inner) : []
}

/** Intl's objects cost a millisecond to make and nothing to ask, so each is made once a language. */
function perLanguage<Made>(make: (language: string) => Made): (language: string) => Made {
  const made = new Map<string, Made>()
  return (language) => {
    const found = made.get(language) ?? make(language)
    made.set(language, found)
    return found
  }
}

const languageNames = perLanguage(
  (language) => new Intl.DisplayNames([language], { type: 'language' }),
)
const weekdays = perLanguage((language) => dates(language, { weekday: 'short' }))
const days = perLanguage((language) =>
  dates(language, { year: 'numeric', month: 'numeric', day: 'numeric' }),
)
const months = perLanguage((language) => dates(language, { year: 'numeric', month: 'long' }))

function dates(language: string, parts: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' })
}

function languageName(code: string, language: string) {
  const name = languageNames(language).of(code) ?? code
  return code === language ? name.charAt(0).toLocaleUpperCase(language) + name.slice(1) : name
}

/** `mon` → "pon."; the week of 2024 began on a Monday. */
function dayName(code: string, language: string) {
  const day = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(code)
  return weekdays(language).format(new Date(Date.UTC(2024, 0, 1 + day)))
}

/** `2025-10-14` or only `2025-10` or `2025`, as precise as the source was. */
function dateName(date: string, language: string) {
  const [year, month, day] = date.split('-')
  if (!month) return date
  const at = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  return (day ? days(language) : months(language)).format(at)
}

/** `13.9`, `EUR` → "13,90 €" */
function moneyName(amount: number, currency: string, language: string) {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount)
}

/** A value from outside: neither markup nor a mark that turns the words around it. */
function safe(value: string) {
  return value
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function toPlain(html: string) {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
}
