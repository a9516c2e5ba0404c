import i18next, { type i18n } from 'i18next'
import { countryName } from '../core/countries.ts'
import { onceEach } from '../core/once.ts'
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

/** A language's files, read when somebody first speaks it. */
export type OpenLanguage = (language: string) => Record<string, Tree>

export function createWords(locales: Locales | OpenLanguage, languages: string[]): Words {
  const open = typeof locales === 'function' ? locales : (code: string) => locales[code] ?? {}
  const [first = ''] = languages
  const opened = new Map<string, i18n>()
  const speaker = (language: string) => {
    const code = languages.includes(language) ? language : first
    const instance = opened.get(code) ?? openOne(code, open(code))
    opened.set(code, instance)
    return instance
  }
  const translate: Translate = (language, key, vars) => {
    const words = speaker(language).t(key, { ...vars, defaultValue: missing })
    return words === missing ? speaker(first).t(key, vars) : words
  }
  const surroundings = new WeakMap<Vars, Map<string, Filled>>()
  const html = (text: Text, voice: Voice) => render({ text, voice, translate, surroundings })
  return { html, plain: (text, voice) => toPlain(html(text, voice)) }
}

/** Nobody writes it, so it says that a language has no words under a key. */
const missing = '\0'

function openOne(language: string, files: Record<string, Tree>): i18n {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    resources: { [language]: files },
    fallbackLng: false,
    ns: Object.keys(files),
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return instance
}

/** What a language lacks is said in the first one. */
type Translate = (language: string, key: string, vars: Record<string, string | number>) => string

interface Task {
  text: Text
  voice: Voice
  translate: Translate
  /** What fills the holes of every text, by what it is made of and language: a screen and its buttons have it in common. */
  surroundings: WeakMap<Vars, Map<string, Filled>>
}

type Filled = Record<string, string | number>

function render(task: Task): string {
  const { text, voice, translate } = task
  const language = text.language ?? voice.language
  const inner = (one: Text) =>
    render({ ...task, text: one, voice: { language, ambient: voice.ambient } })
  const builtIn = builtIns[text.key]
  if (builtIn) return builtIn({ vars: text.vars ?? {}, language, inner })
  const vars = { ...around(task, language), ...filled(text.vars ?? {}, inner) }
  return translate(language, text.key, vars)
}

function around(task: Task, language: string): Filled {
  const { surroundings, voice } = task
  const known = surroundings.get(voice.ambient) ?? new Map<string, Filled>()
  surroundings.set(voice.ambient, known)
  const found = known.get(language)
  if (found) return found
  // What fills a hole of every text has no such holes itself, or it would fill itself for ever.
  const bare = { language, ambient: {} }
  const made = filled(voice.ambient, (text) => render({ ...task, text, voice: bare }))
  known.set(language, made)
  return made
}

function filled(vars: Vars, inner: (text: Text) => string): Filled {
  const words: Filled = {}
  for (const [name, value] of Object.entries(vars)) {
    if (typeof value === 'string') words[name] = safe(value)
    else if (typeof value === 'number') words[name] = value
    else words[name] = Array.isArray(value) ? value.map(inner).join('\n') : inner(value)
  }
  return words
}

/** What a text without words is made of. */
interface Material {
  vars: Vars
  language: string
  inner: (text: Text) => string
}

/** Texts without words of an author: lists, and names that Intl knows in every language. */
const builtIns: Record<string, (material: Material) => string> = {
  'join:lines': (material) => items(material).join('\n'),
  'join:paragraphs': (material) => items(material).join('\n\n'),
  'join:commas': (material) => items(material).join(', '),
  'join:dots': (material) => items(material).join(' · '),
  'join:bullets': (material) =>
    items(material)
      .map((item) => `• ${item}`)
      .join('\n'),
  'name:none': () => '—',
  'name:plain': ({ vars }) => safe(String(vars.text)),
  'name:country': ({ vars, language }) => safe(countryName(String(vars.code), language)),
  'name:language': ({ vars, language }) => safe(languageName(String(vars.code), language)),
  'name:own-language': ({ language }) => safe(capital(languageName(language, language), language)),
  'name:day': ({ vars, language }) => dayName(String(vars.code), language),
  'name:number': ({ vars, language }) => numbers(language).format(Number(vars.number)),
  'name:moment': ({ vars, language }) =>
    moments(language, String(vars.zone)).format(Number(vars.ms)),
  'name:date': ({ vars, language }) => dateName(String(vars.date), language),
  'name:money': ({ vars, language }) =>
    safe(moneyName(Number(vars.amount), vars.currency, language)),
}

function items({ vars, inner }: Material) {
  return Array.isArray(vars.items) ? vars.items.map(inner) : []
}

/** Intl's objects cost a millisecond to make, so each is made once a language. */
const languageNames = onceEach(
  (language: string) => new Intl.DisplayNames([language], { type: 'language' }),
)
const weekdays = onceEach((language: string) => dates(language, { weekday: 'short' }))
/** In English 4/1/2026 is April to some readers and January to others. */
const days = onceEach((language: string) => {
  const month = language === 'en' ? 'long' : 'numeric'
  return dates(language, { year: 'numeric', month, day: 'numeric' })
})
const numbers = onceEach((language: string) => new Intl.NumberFormat(language))
const months = onceEach((language: string) => dates(language, { year: 'numeric', month: 'long' }))

/** A day of the week with its date and time, by a zone's clock. */
const momentsIn = onceEach((language: string) =>
  onceEach(
    (timeZone: string) =>
      new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
        timeZone,
        weekday: 'short',
        day: 'numeric',
        month: language === 'en' ? 'short' : 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  ),
)

function moments(language: string, zone: string) {
  return momentsIn(language)(zone)
}

function dates(language: string, parts: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' })
}

function languageName(code: string, language: string) {
  return languageNames(language).of(code) ?? code
}

/** A name that stands alone, as on a button. */
function capital(name: string, language: string) {
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
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

/** `31.4`, `PLN` → "31,40 zł"; whole amounts without cents. */
function moneyName(amount: number, currency: Vars[string] | undefined, language: string) {
  const style = { style: 'currency', currency: String(currency) } as const
  const whole = { trailingZeroDisplay: 'stripIfInteger' } as const
  return new Intl.NumberFormat(language, { ...style, ...whole }).format(amount)
}

/** A value from outside: neither markup, nor a mark that turns the words around it, nor half a character. */
function safe(value: string) {
  return value
    .toWellFormed()
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
