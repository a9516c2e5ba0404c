import { hostOf } from '../host.ts'
import type { Fact, Knowledge } from '../knowledge/knowledge.ts'
import type { Text, Vars } from '../turn.ts'

/** What it was read in, and on which day. */
export function factLine({ cite, checkedOn }: Fact): Text {
  return {
    key: 'common:source.fact',
    vars: { cite, date: { key: 'name:date', vars: { date: checkedOn } } },
  }
}

/** Where it was read: two of the pages, each by its host. */
export function pagesLine(urls: string[]): Text {
  const hosts = [...new Set(urls.map(hostOf))]
  return { key: 'common:source.pages', vars: { hosts: hosts.slice(0, 2).join(', ') } }
}

/** A text that rests on facts: their values in its holes, their sources below it. */
export function sourced({ facts }: Pick<Knowledge, 'facts'>, text: Text, names: string[]): Text {
  const known = names.flatMap((name) => facts[name] ?? [])
  if (known.length === 0) return text
  const filled = { ...text, vars: { ...text.vars, ...valuesOf(known) } }
  const sources: Text = { key: 'join:lines', vars: { items: known.map(factLine) } }
  return { key: 'common:sourced', vars: { text: filled, sources } }
}

function valuesOf(facts: Fact[]): Vars {
  const values = facts.flatMap(({ values }) => Object.entries(values))
  return Object.fromEntries(values.map(([name, value]) => [name, shown(value)]))
}

/** Numbers and days are written as the person's language writes them. */
function shown(value: string | number): string | Text {
  if (typeof value === 'number') return { key: 'name:number', vars: { number: value } }
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { key: 'name:date', vars: { date: value } } : value
}
