import { cut } from '../cut.ts'
import type { Knowledge, Register } from '../knowledge/knowledge.ts'
import type { Text } from '../turn.ts'
import { numberLabel } from './number-label.ts'
import {
  bareOf,
  entryOf,
  type Link,
  linkFor,
  linkText,
  registerNote,
  type Sought,
  takenOf,
  wordsOf,
} from './register-link.ts'

/** A register by its name in `flows/registers.yaml`. */
export type Named = [id: string, register: Register]

/** What a register proves and what it does not, where it is, and what to type there. */
export function registerText([id, register]: Named, sought: Sought, knowledge: Knowledge): Text {
  const note = registerNote(id, knowledge)
  const link = linkFor(register, sought)
  const lines: Text[] = [
    { key: `registers:${id}.proves` },
    { key: `registers:${id}.limits` },
    link
      ? { key: 'firm:look', vars: { link: linkText(link) } }
      : { key: 'firm:keeper', vars: { keeper: register.keeper } },
    ...(note ? [note] : []),
    ...toCopy(register, sought, link),
  ]
  return {
    key: 'firm:register',
    vars: { name: register.name, lines: { key: 'join:paragraphs', vars: { items: lines } } },
  }
}

/** Three steps: what to type, which word tells that the firm works, what to compare and whom to call. */
export function guideText([, register]: Named, sought: Sought): Text {
  const { proves, paper } = register
  const name = cut(register.name, longestName)
  if (paper) return { key: 'firm:guide.paper', vars: { name } }
  const vars = { name, open: openText(register, sought), state: stateText(register) }
  return { key: `firm:guide.${proves}`, vars }
}

/** So that three steps fit below it. */
const longestName = 45

/** What does not stand there yet: the number that the register takes, or else the name. */
function toCopy(register: Register, { number, name }: Sought, link: Link | undefined): Text[] {
  if (link?.filled || register.paper) return []
  const taken = number && takenOf(register, number)
  if (taken) {
    const bare = entryOf(register, taken) ?? bareOf(register, taken)
    return [{ key: 'firm:copy', vars: { number: numberLabel(taken), bare } }]
  }
  return name && register.proves !== 'vat' ? [{ key: 'firm:copy-name', vars: { name } }] : []
}

function openText(register: Register, sought: Sought): Text {
  const link = linkFor(register, sought)
  if (!link) return { key: 'firm:guide.kept', vars: { keeper: register.keeper } }
  const where = linkText(link)
  if (link.filled) return { key: `firm:guide.open.filled-${link.filled}`, vars: { where } }
  const { number, name } = sought
  const entry = number && entryOf(register, number)
  if (entry) return { key: 'firm:guide.open.number', vars: { where, value: entry } }
  if (register.proves === 'vat') return { key: 'firm:guide.open.vat', vars: { where } }
  if (name) return { key: 'firm:guide.open.name', vars: { where, value: name } }
  // A number that it does not take helps nothing there.
  const how = number || register.takes.length === 0 ? 'offer' : 'any'
  return { key: `firm:guide.open.${how}`, vars: { where } }
}

/** The words of the register itself, where somebody has seen them there. */
function stateText(register: Register): Text {
  const { active, ended } = wordsOf(register)
  if (ended.length === 0) return { key: `firm:guide.state.${register.proves}` }
  const vars = { active: quoted(active), ended: quoted(ended) }
  return active.length > 0
    ? { key: 'firm:guide.words.both', vars }
    : { key: 'firm:guide.words.ended', vars: { ended: vars.ended } }
}

function quoted(words: string[]): Text {
  const items = words.map((word): Text => ({ key: 'firm:guide.word', vars: { word } }))
  return { key: 'join:commas', vars: { items } }
}
