import type { Content } from '../engine/flow.ts'
import type { Fault } from './fault.ts'
import { themes } from './reply-texts.ts'
import type { Trees } from './texts.ts'

/** Replies that stand twice, have a name that is taken, or rest on facts that are missing. */
export function reviewReplies(content: Content, trees: Trees): Fault[] {
  return [...own(content), ...names(content, trees)]
}

function own({ replies, facts }: Content): Fault[] {
  const all = Object.values(replies).flatMap((some) => some.map(({ id }) => id))
  return Object.entries(replies).flatMap(([theme, some]) =>
    some.flatMap(({ id, facts: named }) => {
      const at = (fault: string, cure: string): Fault => {
        return { file: `flows/replies/${theme}.yaml`, at: id, fault, cure }
      }
      const isTwice = all.filter((other) => other === id).length > 1
      const missing = named.filter((name) => !facts[name])
      return [
        ...(isTwice ? [at('the id stands twice', 'Give each reply its own id.')] : []),
        ...(id === themes ? [at('the id is taken', 'Choose another one.')] : []),
        ...missing.map((name) =>
          at(
            `rests on the fact ${name}, which is missing`,
            'Add it to flows/facts.yaml, or correct the name.',
          ),
        ),
      ]
    }),
  )
}

/** Whoever types a name would get the other reply. */
function names({ replies }: Content, trees: Trees): Fault[] {
  const ids = Object.values(replies).flatMap((some) => some.map(({ id }) => id))
  return Object.entries(trees).flatMap(([language, { replies: words = {} }]) => {
    const named = [...new Set(ids)].map((id) => [id, nameIn(words[id])] as const)
    return named.flatMap(([id, name], index) => {
      const before = named.slice(0, index).find(([, other]) => other !== '' && other === name)
      if (!before) return []
      const fault = `has the same name as ${before[0]}`
      const file = `locales/${language}/replies.json`
      return [{ file, at: `${id}.name`, fault, cure: 'Give each reply its own name.' }]
    })
  })
}

function nameIn(words: Trees[string][string] | string | undefined): string {
  const name = typeof words === 'object' ? words.name : ''
  return typeof name === 'string' ? name.trim().toLowerCase() : ''
}
