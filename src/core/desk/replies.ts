import { sourced } from '../cards/source.ts'
import { plain } from '../countries.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Reply } from '../knowledge/reply.ts'
import type { Text } from '../turn.ts'

/** What somebody means who types a name: one reply, or all of a theme. */
export type Named = { one: Reply } | { theme: string }

/** By its id, or as it is called in a language; what is a reply and a theme is the reply. */
export function replyNamed(
  { replies }: Pick<Knowledge, 'replies'>,
  typed: string,
  label: (text: Text) => string,
): Named | undefined {
  const wanted = plain(typed)
  const is = (id: string, key: string) => [plain(id), plain(label({ key }))].includes(wanted)
  const one = Object.values(replies)
    .flat()
    .find(({ id }) => is(id, `replies:${id}.name`))
  const theme = Object.keys(replies).find((name) => is(name, `replies:theme.${name}`))
  if (one) return { one }
  return theme === undefined ? undefined : { theme }
}

export function replyOf({ replies }: Pick<Knowledge, 'replies'>, id: string): Reply | undefined {
  return Object.values(replies)
    .flat()
    .find((reply) => reply.id === id)
}

export function replyText(
  knowledge: Pick<Knowledge, 'facts'>,
  { id, facts }: Pick<Reply, 'id' | 'facts'>,
): Text {
  return sourced(knowledge, { key: `replies:${id}.text` }, facts)
}
