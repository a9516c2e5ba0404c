import type { Content } from '../engine/flow.ts'
import type { Fact } from '../knowledge/knowledge.ts'
import type { Needed } from './need.ts'

/** Below `replies.json` the names of the themes stand under this, so no reply may be called so. */
export const themes = 'theme'

/** Below `replies.json`: what each reply needs in every language. A line with a source has so long a frame. */
export function replyTexts({ replies, facts }: Content, frame: number): Record<string, Needed> {
  const texts = Object.values(replies)
    .flat()
    .flatMap(({ id, facts: named }): [string, Needed][] => {
      const known = named.flatMap((name) => facts[name] ?? [])
      return [
        [`${id}.name`, { label: true, holes: [] }],
        [`${id}.text`, { holes: ['emergency', ...valuesOf(known)], taken: lengthOf(known, frame) }],
      ]
    })
  const named = Object.keys(replies).map((theme): [string, Needed] => [
    `${themes}.${theme}`,
    { label: true, holes: [] },
  ])
  return Object.fromEntries([...texts, ...named])
}

function valuesOf(facts: Fact[]) {
  return facts.flatMap(({ values }) => Object.keys(values))
}

function lengthOf(facts: Fact[], frame: number) {
  const lines = facts.map(({ cite, checkedOn }) => cite.length + checkedOn.length + frame + 1)
  return lines.reduce((total, length) => total + length, 0)
}
