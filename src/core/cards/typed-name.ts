import { cut } from '../cut.ts'
import type { Text } from '../turn.ts'

/** So that a message has room for others beside it. */
const longest = 28

/** The name of a firm as somebody typed it. */
export function typedName(name: string): Text {
  return { key: 'name:plain', vars: { text: cut(name, longest) } }
}
