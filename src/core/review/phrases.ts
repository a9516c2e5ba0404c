import type { Content } from '../engine/flow.ts'
import type { Phrase, Phrases } from '../knowledge/phrases.ts'
import { isLouder } from '../knowledge/severity.ts'
import { initials } from '../scan/answer.ts'
import { patternFault } from '../scan/pattern.ts'
import type { Fault } from './fault.ts'

/** Phrases that raise what is no sign, weigh more than it, or would find nothing or everything. */
export function reviewPhrases(content: Content): Fault[] {
  const languages = Object.entries(content.phrases).flatMap(([language, phrases]) =>
    [...signs(content, phrases), ...patterns(phrases)].map(([at, fault, cure]) => ({
      file: `flows/phrases/${language}.yaml`,
      at,
      fault,
      cure,
    })),
  )
  return [...languages, ...sameInitials(content)]
}

/** Where, what is wrong, and what to do. */
type Found = [at: string, fault: string, cure: string]

function signs({ indicators }: Content, phrases: Phrases): Found[] {
  return Object.entries(phrases.signs).flatMap(([sign, all]) => {
    const own = indicators[sign]?.severity
    if (!own) {
      const cure = 'Add it to flows/indicators.yaml, or correct the name.'
      return [[`signs.${sign}`, `raises ${sign}, which is no sign`, cure]]
    }
    return all.flatMap(({ words, severity }, index): Found[] => {
      const at = `signs.${sign}.${index}`
      const found = patternFaults(at, words, phrases.groups)
      const before = all.findIndex((other) => other.words === words)
      if (before < index) found.push([at, `"${words}" stands twice`, 'Remove one of them.'])
      if (severity && isLouder(severity, own)) {
        const cure = `A phrase weighs at most as much as its sign: ${own}.`
        found.push([at, `weighs ${severity}, more than its sign`, cure])
      }
      return found
    })
  })
}

/** Every other list of words. */
function patterns({ signs: _, countries: __, money, ...named }: Phrases): Found[] {
  const { currencies, per, net } = money
  return Object.entries({ ...named, currencies, per, net }).flatMap(([name, list]) => {
    const lists = Array.isArray(list) ? { '': list } : list
    return Object.entries(lists).flatMap(([key, all]) =>
      all.flatMap((words, index) =>
        patternFaults(
          [name, key, index].filter((part) => part !== '').join('.'),
          words,
          named.groups,
        ),
      ),
    )
  })
}

/** There are thousands, and whoever reviews again after a change has most of them judged. */
const judged = new Map<Phrase['words'], string | undefined>()

function patternFaults(at: string, words: Phrase['words'], groups: Phrases['groups']): Found[] {
  const names = words.includes('<') ? `${words} ${Object.keys(groups).join()}` : words
  if (!judged.has(names)) judged.set(names, patternFault(words, groups))
  const fault = judged.get(names)
  const cure = 'docs/authors.md says what *, /, &, <number>, <name> and groups stand for.'
  return fault ? [[at, `"${words}" ${fault}`, cure]] : []
}

/** The initials of a sign are what is kept of it. */
function sameInitials({ indicators }: Content): Fault[] {
  const ids = Object.keys(indicators)
  return ids.flatMap((id, index) => {
    const other = ids.slice(0, index).find((one) => initials(one) === initials(id))
    if (!other) return []
    const fault = `has the initials of ${other}, so that what an advert raised could be mixed up`
    return [{ file: 'flows/indicators.yaml', at: id, fault, cure: 'Choose another name.' }]
  })
}
