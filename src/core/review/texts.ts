import { type Content, type Flow, kindOf, offered, type Step } from '../engine/flow.ts'
import type { Fault } from './fault.ts'
import { markupFault } from './markup.ts'
import type { Needed } from './need.ts'
import { ambient, needed } from './needed.ts'
import { replyTexts } from './reply-texts.ts'

/** Every language's files as they were written: `trees.pl.offer`. */
export type Trees = Record<string, Record<string, Tree>>
type Tree = { [name: string]: string | Tree }

const maxText = 600
const maxLabel = 30

/** Missing and orphan texts, plural classes, holes, markup, lengths, and figures that belong into data files. */
export function reviewTexts(content: Content, trees: Trees): Fault[] {
  const first = flatten(trees[content.languages[0] ?? ''] ?? {})
  return Object.entries(trees).flatMap(([language, files]) => {
    const found = flatten(files)
    const wanted = expected(content, found)
    return [
      ...missing(language, wanted, found),
      ...orphans(language, wanted, found),
      ...[...found].flatMap(([key, words]) => wordsFaults({ language, key, words }, wanted)),
      ...otherHoles(language, found, first),
    ]
  })
}

/** Which texts the content and the program need in a language, by full name. */
function expected(content: Content, found: Map<string, string>): Map<string, Needed> {
  const texts = new Map<string, Needed>()
  for (const [file, names] of Object.entries(needed)) {
    for (const [name, need] of Object.entries(names))
      texts.set(`${file}:${name}`, { holes: [], ...need })
  }
  for (const flow of Object.values(content.flows)) {
    texts.set(`${flow.id}:title`, { label: true, holes: [] })
    for (const command of offered(flow)) texts.set(`bot:command.${command}`, {})
    for (const [name, step] of Object.entries(flow.steps)) {
      const { texts: named, fills = [] } = kindOf(step)
      const { says, labels } = named(step)
      const holes = [...ambient, ...fills]
      for (const text of says) texts.set(`${flow.id}:${name}.${text}`, { holes })
      if (says.includes('text'))
        texts.set(`${flow.id}:${name}.text`, main(content, { flow, step, found }))
      for (const label of labels)
        texts.set(`${flow.id}:${name}.${label}`, { label: true, holes: [] })
    }
  }
  for (const id of Object.keys(content.indicators)) {
    for (const part of ['label', 'why', 'advice'])
      texts.set(`indicators:${id}.${part}`, { holes: [...ambient] })
  }
  for (const page of content.conduct.pages)
    texts.set(`desk:conduct.page.${page}`, { holes: [], taken: 40 })
  const frame = lengthOf(found.get('common:source.fact') ?? '')
  for (const [name, need] of Object.entries(replyTexts(content, frame)))
    texts.set(`replies:${name}`, need)
  for (const { who } of Object.values(content.wages).flat())
    if (who !== undefined) texts.set(`wage:who.${who}`, {})
  for (const [id, { fact }] of Object.entries(content.registers)) {
    for (const part of ['proves', 'limits']) texts.set(`registers:${id}.${part}`, { holes: [] })
    const dates = Object.keys(content.facts[fact ?? '']?.values ?? {})
    if (fact) texts.set(`registers:note.${id}`, { holes: dates })
  }
  return texts
}

/** What the chief text of a step may hold, and how much of the message its sources and lists take. */
function main({ facts }: Content, { flow, step, found }: Chief): Needed {
  const { facts: named, fills = [], gathers } = kindOf(step)
  const known = (named?.(step) ?? []).flatMap((id) => facts[id] ?? [])
  const values = known.flatMap((fact) => Object.keys(fact.values))
  const sources = known.map(({ cite, checkedOn }) => `${cite}${checkedOn}`.length + 1)
  const frame = lengthOf(found.get('common:source.fact') ?? '')
  const asks = gathers ? questions(flow, found) : []
  return {
    holes: [...ambient, ...fills, ...values],
    taken: sum(sources.map((length) => length + frame)) + sum(asks.map((ask) => lengthOf(ask) + 3)),
  }
}

interface Chief {
  flow: Flow
  step: Step
  found: Map<string, string>
}

/** Every question to the firm that a flow may leave open. */
function questions(flow: Flow, found: Map<string, string>) {
  return Object.entries(flow.steps)
    .filter(([, step]) => kindOf(step).texts(step).says.includes('ask'))
    .map(([name]) => found.get(`${flow.id}:${name}.ask`) ?? '')
}

function missing(
  language: string,
  wanted: Map<string, Needed>,
  found: Map<string, string>,
): Fault[] {
  return [...wanted].flatMap(([key, { plural }]) => {
    const names = plural ? pluralClasses(language).map((one) => `${key}_${one}`) : [key]
    return names
      .filter((name) => !found.get(name)?.trim())
      .map((name) =>
        fault(language, name, 'is missing', 'Write it; look how another language says it.'),
      )
  })
}

function orphans(
  language: string,
  wanted: Map<string, Needed>,
  found: Map<string, string>,
): Fault[] {
  return [...found.keys()]
    .filter((key) => !needOf(wanted, key))
    .map((key) =>
      fault(language, key, 'nothing shows this text', 'Remove it, or correct its name.'),
    )
}

interface Line {
  language: string
  key: string
  words: string
}

function wordsFaults({ language, key, words }: Line, wanted: Map<string, Needed>): Fault[] {
  const need = needOf(wanted, key)
  if (!need) return []
  const found: [string, string][] = []
  const limit = need.label ? maxLabel : maxText - (need.taken ?? 0)
  const length = lengthOf(words)
  if (length > limit) found.push([`has ${length} characters`, `Shorten it to ${limit}.`])
  for (const hole of holes(words).filter((name) => !need.holes?.includes(name))) {
    found.push([
      `nothing fills {{${hole}}}`,
      `It may use: ${need.holes?.join(', ') || 'no holes'}.`,
    ])
  }
  const markup = markupFault(words, need.label ? [] : undefined)
  if (markup)
    found.push([
      markup,
      'Only <b>, <i>, <code> and <a href="https://…"> may stand in a text, none on a button.',
    ])
  if (figure.test(words.replaceAll(/\{\{.*?\}\}|href="[^"]*"/g, ''))) {
    found.push([
      'holds a figure that can go out of date',
      'Put it into a data file with its source, or say it without.',
    ])
  }
  return found.map(([what, cure]) => fault(language, key, what, cure))
}

/** Three digits or more, a phone number in pairs, money, per cent or an article of law. */
const figure = /\d{3,}|(\d[\s()./-]{0,2}){6}|\d\s?(%|€|£|zł|PLN|EUR|NOK)|\bart\.\s?\d/i

/** Every language must fill the same holes. */
function otherHoles(language: string, found: Map<string, string>, reference: Map<string, string>) {
  return [...found].flatMap(([key, words]) => {
    const other = reference.get(key)
    if (other === undefined || pluralForm.test(key)) return []
    const [here, there] = [holes(words), holes(other)].map((names) =>
      [...new Set(names)].sort().join(', '),
    )
    if (here === there) return []
    const what = `has the holes (${here}), the first language has (${there})`
    return [fault(language, key, what, 'Use the same holes in every language.')]
  })
}

const pluralForm = /_(zero|one|two|few|many|other)$/

/** The need behind a key; a plural form belongs to its base. */
function needOf(wanted: Map<string, Needed>, key: string): Needed | undefined {
  const base = key.replace(pluralForm, '')
  const plural = base === key ? undefined : wanted.get(base)
  return plural?.plural ? plural : wanted.get(key)
}

function pluralClasses(language: string) {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories
}

/** Characters that a person sees, each hole as two. */
function lengthOf(words: string) {
  return [...words.replaceAll(/\{\{.*?\}\}/g, 'xx')].length
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0)
}

function holes(words: string) {
  return [...words.matchAll(/\{\{-?\s*([^},\s]+)[^}]*\}\}/g)].map(([, name]) => name ?? '')
}

function flatten(files: Record<string, Tree>): Map<string, string> {
  const flat = new Map<string, string>()
  const walk = (prefix: string, tree: Tree, joint: string) => {
    for (const [name, value] of Object.entries(tree)) {
      if (typeof value === 'string') flat.set(`${prefix}${joint}${name}`, value)
      else walk(`${prefix}${joint}${name}`, value, '.')
    }
  }
  for (const [file, tree] of Object.entries(files)) walk(file, tree, ':')
  return flat
}

function fault(language: string, key: string, what: string, cure: string): Fault {
  const [file = '', at = ''] = key.split(':')
  return { file: `locales/${language}/${file}.json`, at, fault: what, cure }
}
