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
  const speak = (text: Text, voice: Voice, safe: Safe) =>
    render({ text, voice, safe, translate: (code) => translators.get(known(code)) })
  return {
    html: (text, voice) => speak(text, voice, escapeHtml),
    plain: (text, voice) => speak(text, voice, (words) => words),
  }
}

type Safe = (words: string) => string

interface Task {
  text: Text
  voice: Voice
  safe: Safe
  translate: (language: string) => TFunction | undefined
}

function render(task: Task): string {
  const { text, voice, safe, translate } = task
  const language = text.language ?? voice.language
  const inner = (one: Text) => render({ ...task, text: one, voice: { ...voice, language } })
  const builtIn = builtIns[text.key]
  if (builtIn) return builtIn({ vars: text.vars ?? {}, language, inner, safe })
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
  safe: Safe
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
  'name:country': ({ vars, language, safe }) => safe(countryName(String(vars.code), language)),
  'name:language': ({ vars, language, safe }) => safe(languageName(String(vars.code), language)),
  'name:day': ({ vars, language }) => dayName(String(vars.code), language),
  'name:date': ({ vars, language }) => dateName(String(vars.date), language),
}

function items({ vars, inner }: Plea) {
  return Array.isArray(vars.items) ? vars.items.map(inner) : []
}

function languageName(code: string, language: string) {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
  return code === language ? name.charAt(0).toLocaleUpperCase(language) + name.slice(1) : name
}

/** `mon` → "pon."; the week of 2024 began on a Monday. */
function dayName(code: string, language: string) {
  const day = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(code)
  const date = new Date(Date.UTC(2024, 0, 1 + day))
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(date)
}

/** `2025-10-14` or only `2025-10` or `2025`, as precise as the source was. */
function dateName(date: string, language: string) {
  const [year, month, day] = date.split('-')
  if (!month) return date
  const parts = { year: 'numeric', month: day ? 'numeric' : 'long', timeZone: 'UTC' } as const
  const at = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  return new Intl.DateTimeFormat(language, day ? { ...parts, day: 'numeric' } : parts).format(at)
}

function escapeHtml(words: string) {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
