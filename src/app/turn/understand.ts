import type { ByKind } from '../../core/by-kind.ts'
import { type Content, flowForDue } from '../../core/engine/flow.ts'
import type { NumberRead } from '../../core/firm/firm.ts'
import { type Spoke, said } from '../../core/front/said.ts'
import { isQuietWord, urgent } from '../../core/front/urgent.ts'
import type { Input, Message, Text } from '../../core/turn.ts'
import type { Event, Incoming } from '../ports/arrival.ts'

type Events = ByKind<Event>

/** What the update means to the flows. Danger, also below a picture, opens help first. */
export function toInput(reader: Reader, { event }: Incoming): Input {
  return read(reader, event)
}

function read<Kind extends keyof Events>(
  reader: Reader,
  event: Events[Kind] & { kind: Kind },
): Input {
  return inputs[event.kind](reader, event)
}

const inputs: {
  [Kind in keyof Events]: (reader: Reader, event: Events[Kind]) => Input
} = {
  press: (_reader, event) => event,
  checked: (_reader, event) => event,
  forged: () => ({ kind: 'press', flow: '', step: '', choice: '' }),
  due: ({ content }, { what }) => toRoom(content, what),
  command: ({ content }, { name, payload }) => toOpen(content, name, payload),
  text: (reader, { text, isTheirs }) =>
    written(reader, { kind: 'message', text, ...(isTheirs && { isTheirs }) }),
  media: (reader, { caption, isTheirs }) => {
    if (caption === undefined) return { kind: 'message' }
    return written(reader, { kind: 'message', caption, ...(isTheirs && { isTheirs }) })
  },
}

/**
 * Danger comes first, at every step: whatever goes wrong with numbers, it is understood. The message stays the same object, because what
 * was read of it is remembered by it.
 */
function written({ content, readNumbers, isLabel, isName }: Reader, message: Message): Input {
  const { text = message.caption ?? '' } = message
  const isFirm = isName?.(text) && isQuietWord(said(message, content))
  const help = isFirm ? undefined : calls(content, message)
  if (help) return help
  message.numbers = readNumbers(text)
  if (isLabel) message.isLabel = (label) => isLabel(label, text)
  return message
}

function calls(content: Content, spoke: Spoke): Input | undefined {
  const place = content.doors && urgent(said(spoke, content), content.doors)
  return place && { kind: 'open', ...place }
}

/** What the person wrote, or forwarded: the text of a message, or what stands below a picture or a file. */
export function wordsOf(event: Event): string | undefined {
  if (event.kind === 'text') return event.text
  return event.kind === 'media' ? event.caption : undefined
}

interface Reader {
  content: Content
  /** Numbers of firms, as this person may mean them. */
  readNumbers: (text: string) => NumberRead[]
  /** Whether it is the name of a firm, where one was asked for. */
  isName?: (text: string) => boolean
  /** Whether it is what stands on a button, in the language of the person. */
  isLabel?: (label: Text, typed: string) => boolean
}

function toRoom(content: Content, what: string): Input {
  const place = flowForDue(content, what)
  return place ? { kind: 'open', ...place } : { kind: 'unknown-command' }
}

/** `/sos` opens the flow that names it; `/start offer-poster7` opens the flow of the link. */
function toOpen(content: Content, name: string, payload = ''): Input {
  const linked = name === 'start' ? linkedFlow(content, payload) : undefined
  if (linked) return { kind: 'open', flow: linked }
  for (const flow of Object.values(content.flows)) {
    // Own names only: `/constructor` is in every object.
    const step = Object.hasOwn(flow.commands, name) && flow.commands[name]
    if (step) return { kind: 'open', flow: flow.id, step }
  }
  // `/help` is no command of ours, but somebody may need it.
  return calls(content, { text: name }) ?? { kind: 'unknown-command' }
}

/** A flow's name may hold hyphens, so the longest that fits is meant. */
function linkedFlow(content: Content, payload: string) {
  return Object.keys(content.flows)
    .filter((id) => payload === id || payload.startsWith(`${id}-`))
    .sort((a, b) => b.length - a.length)[0]
}

/** The flow and the poster of a link. One that the flow does not name could be anything that somebody wrote, so it is `other`. */
export function poster(content: Content, { event }: Incoming): string | undefined {
  const payload = (event.kind === 'command' && event.name === 'start' && event.payload) || ''
  const flow = linkedFlow(content, payload)
  const source = flow && payload.slice(flow.length + 1)
  if (!source) return undefined
  return `${flow}#${content.flows[flow]?.posters.includes(source) ? source : 'other'}`
}
