import type { ByKind } from '../../core/by-kind.ts'
import { type Content, flowForDue } from '../../core/engine/flow.ts'
import type { NumberRead } from '../../core/firm/firm.ts'
import { type Spoke, said } from '../../core/front/said.ts'
import { isQuietWord, urgent, urgentInside } from '../../core/front/urgent.ts'
import type { Input, Message, PictureRead, Place, Text } from '../../core/turn.ts'
import type { Event, Incoming } from '../ports/arrival.ts'
import type { Reader as PictureReader } from '../ports/pictures.ts'
import { heard, isSpoken, ownOf, type Spoken } from './heard.ts'

type Events = ByKind<Event>

/** What the update means to the flows. Danger, also below a picture, opens help first. */
export function toInput(reader: Reader, incoming: Incoming): Input {
  return meant(reader, incoming.event, incoming)
}

function meant<Kind extends keyof Events>(
  reader: Reader,
  event: Events[Kind] & { kind: Kind },
  incoming: Incoming,
): Input {
  return inputs[event.kind](reader, event, incoming)
}

const inputs: {
  [Kind in keyof Events]: (reader: Reader, event: Events[Kind], incoming: Incoming) => Input
} = {
  press: (_reader, event) => event,
  checked: (_reader, event) => event,
  'desk-found': (_reader, event) => event,
  'desk-news': (_reader, event) => event,
  forged: () => ({ kind: 'press', flow: '', step: '', choice: '' }),
  due: ({ content }, { what }) => toRoom(content, what),
  command: ({ content }, { name, payload }, { replyTo }) =>
    name === 'delete'
      ? { kind: 'take-back', ...(replyTo !== undefined && { message: replyTo }) }
      : toOpen(content, name, payload),
  text: (reader, event) => {
    const { holds, card } = event
    const { isEdit, content, me } = reader
    const flow = card && card.of === me ? linkedFlow(content, card.opens) : undefined
    if (flow) return { kind: 'open', flow }
    return spoken(reader, event, { ...(holds && { holds }), ...(isEdit && { isEdit }) })
  },
  media: (reader, event, { update }) => {
    const { holds, album, isBelow, isLive } = event
    const { isEdit } = reader
    return spoken(reader, event, {
      holds,
      ...(album && { album: { name: album, id: update } }),
      ...(isBelow && { isBelow }),
      ...(isLive && { isLive }),
      ...(isEdit && { isEdit }),
    })
  },
  picture: (reader, event, { update: id }) => {
    const { album, isStrange, bytes = 0 } = event
    const input = spoken(reader, event)
    const message = input.kind === 'message' ? input : ownOf(event)
    const { flow, step } = input.kind === 'open' ? input : {}
    const urgent = flow !== undefined && step !== undefined && { urgent: { flow, step } }
    const fault = isStrange ? 'kind' : bytes > reader.reader.most ? 'large' : undefined
    return {
      kind: 'picture',
      id,
      message,
      ...(album && { album }),
      ...(fault && { fault }),
      ...urgent,
    }
  },
  read: (reader, { kind, of, isOfAlbum, isQuiet, is }) => {
    const so = {
      kind,
      of,
      ...(isOfAlbum && { isOfAlbum }),
      ...(isQuiet && { isQuiet }),
      ...reader.since?.(of),
    }
    if ('fault' in is) return { ...so, fault: is.fault, message: { kind: 'message' } }
    const { isPaper, hosts, confidence } = is
    const text = confidence < legibleFrom ? '' : is.text
    const message: Message = { kind: 'message', text, isTheirs: true, isRead: true }
    const { content } = reader
    const help = content.doors && urgentInside(said(message, content), content.doors)
    message.numbers = reader.readNumbers(text)
    return {
      ...so,
      message,
      ...(isPaper && { isPaper }),
      ...(hosts.length > 0 && { hasCode: true }),
      ...(is.text !== '' && confidence < clearFrom && { isBlurred: true }),
      ...(help && { urgent: help }),
    }
  },
}

/** Below this a machine guesses more letters than it reads; above the other one few are wrong. */
const legibleFrom = 50
const clearFrom = 75

/**
 * Who quotes somebody may cry out above it, so their own words come first. Who quotes a cry of their own is asked whether it happens
 * now.
 */
function spoken(reader: Reader, event: Spoken, more: Partial<Message> = {}): Input {
  const { content, readNumbers } = reader
  const own = event.quoted && calls(content, ownOf(event))
  if (own) return own
  const message: Message = { ...heard(content, event, readNumbers), ...more }
  if ((message.text ?? message.caption) === undefined) return message
  const { above } = message
  if (above) {
    write(reader, above)
    if (more.isEdit) above.isEdit = more.isEdit
  }
  if (!above || message.isTheirs) return written(reader, message)
  const { doors } = content
  if (doors && calls(content, message)) message.asks = doors.story
  return write(reader, message)
}

/**
 * Danger comes first, at every step: whatever goes wrong with numbers, it is understood. The message stays the same object, because what
 * was read of it is remembered by it.
 */
function written(reader: Reader, message: Message): Input {
  const { content, isName } = reader
  const { text = message.caption ?? '' } = message
  const isFirm = isName?.(text) && isQuietWord(said(message, content))
  const help = isFirm ? undefined : calls(content, message)
  if (help) return help
  return write(reader, message)
}

/** Notes what else is known of its words. */
function write({ readNumbers, isLabel }: Reader, message: Message): Message {
  const { text = message.caption ?? '' } = message
  message.numbers = readNumbers(text)
  if (isLabel) message.isLabel = (label) => isLabel(label, text)
  return message
}

function calls(content: Content, spoke: Spoke): Input | undefined {
  const place = urgentIn(content, spoke)
  const { isTheirs } = spoke
  return place && { kind: 'open', ...place, isSaid: true, ...(isTheirs && { isTheirs }) }
}

function urgentIn(content: Content, spoke: Spoke): Place | undefined {
  return content.doors && urgent(said(spoke, content), content.doors)
}

/** What the person wrote, forwarded or showed: the text of a message, what stands below a picture or a file, or in a picture. */
export function wordsOf(
  { content, readNumbers }: Pick<Reader, 'content' | 'readNumbers'>,
  event: Event,
): string | undefined {
  if (event.kind === 'read') return 'text' in event.is ? event.is.text : undefined
  if (!isSpoken(event)) return undefined
  const { text, caption } = heard(content, event, readNumbers)
  return text ?? caption
}

interface Reader {
  content: Content
  /** Which bot this is. */
  me?: number
  /** Numbers of firms, as this person may mean them. */
  readNumbers: (text: string) => NumberRead[]
  /** Whether it is the name of a firm, where one was asked for. */
  isName?: (text: string) => boolean
  /** Whether it is what stands on a button, in the language of the person. */
  isLabel?: (label: Text, typed: string) => boolean
  /** What is too large for it need not be fetched. */
  reader: Pick<PictureReader, 'most'>
  /** What it changes that was understood before. */
  isEdit?: Message['isEdit'] | undefined
  /** What came between a picture and its words. */
  since?: (update: number) => Pick<PictureRead, 'isLate' | 'isBelow'>
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
