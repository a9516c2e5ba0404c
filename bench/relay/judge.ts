import type { Message } from '../../src/simulator/wire/telegram.ts'
import type { Played, Sent } from './play.ts'
import { messagesIn, type Playing } from './stage.ts'

/** What became of everything that was written. */
export interface Verdict {
  sent: number
  /** Never written: somebody came into no talk, or what was to be answered did not come. */
  unwritten: number
  arrived: number
  lost: number
  /** Once more where nobody could know that the first was made: Telegram's answer was lost. */
  doubled: number
  /** Once more without such a reason. */
  unexplained: number
  /** After something that was written later. */
  disordered: number
  /** In another topic, in none, or in somebody else's chat. */
  misplaced: number
  /** The longest that somebody's words took to the desk, and the least that the limit of its group allows, in minutes. */
  longest: number
  least: number
  toPerson: number
}

/** A message that stands somewhere. */
interface Arrival {
  sent: Sent
  chat: number
  thread: number | undefined
  at: number
}

/** Judges by what stands in the chats and by the simulator's log of calls. */
export function judge({ playing, sent, planned }: Played): Verdict {
  const arrivals = arrivalsIn(playing, sent)
  const byText = Map.groupBy(arrivals, (one) => one.sent.text)
  const copies = sent.map((one) => ({ one, all: byText.get(one.text) ?? [] }))
  const again = copies.map(({ one, all }) => {
    const more = Math.max(all.length - 1, 0)
    const explained = Math.min(more, unheardOf(playing, one))
    return { explained, unexplained: more - explained }
  })
  const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0)
  const arrived = copies.filter(({ all }) => all.length > 0)
  const waits = (to: Sent['to']) =>
    arrived.flatMap(({ one, all: [first] }) => (first && one.to === to ? [first.at - one.at] : []))
  return {
    sent: sent.length,
    unwritten: planned - sent.length,
    arrived: arrived.length,
    lost: sent.length - arrived.length,
    doubled: sum(again.map(({ explained }) => explained)),
    unexplained: sum(again.map(({ unexplained }) => unexplained)),
    disordered: disordered(arrivals, sent),
    misplaced: misplaced(arrivals),
    longest: Math.max(0, ...waits('desk')) / 60_000,
    least: leastWait(arrivals, sent) / 60_000,
    toPerson: Math.max(0, ...waits('person')) / 60_000,
  }
}

/** Whether nothing went wrong that the bot could have prevented. */
export function isPerfect(verdict: Verdict): boolean {
  const { unwritten, lost, unexplained, disordered, misplaced } = verdict
  return unwritten + lost + unexplained + disordered + misplaced === 0
}

/** In the order in which they came. */
function arrivalsIn(playing: Playing, sent: Sent[]): Arrival[] {
  const byText = new Map(sent.map((one) => [one.text, one]))
  const { people, desks } = playing
  const chats = [...people.map(({ id }) => id), ...desks.map(({ group }) => group.id)]
  const found = chats.flatMap((chat) =>
    messagesIn(playing, chat).flatMap((message) => arrivalOf(message, byText)),
  )
  return found.toSorted((one, other) => one.at - other.at)
}

function arrivalOf(message: Message, byText: Map<string, Sent>): Arrival[] {
  const { text = '', from, chat, message_thread_id: thread, date } = message
  const sent = byText.get(text)
  return from.is_bot && sent ? [{ sent, chat: chat.id, thread, at: date * 1000 }] : []
}

/** How many copies were made of which nobody heard. */
function unheardOf({ telegram, unheard }: Playing, { chat, message }: Sent): number {
  return telegram.calls.filter(
    ({ ok, payload }) =>
      ok &&
      unheard.payloads.has(payload) &&
      payload.from_chat_id === chat &&
      payload.message_id === message,
  ).length
}

/** A person's words to the desk are one line, the desk's to them another. */
function disordered(arrivals: Arrival[], sent: Sent[]): number {
  const places = new Map(sent.map((one, at) => [one.text, at]))
  const lines = Map.groupBy(arrivals, (one) => `${one.sent.to} ${one.sent.person}`)
  return [...lines.values()].flatMap((line) => {
    let last = -1
    return line.filter((one) => {
      const place = places.get(one.sent.text) ?? 0
      const isLate = place < last
      last = Math.max(last, place)
      return isLate
    })
  }).length
}

/** A person has one topic, the first that was opened for them, and it is nobody else's. */
function misplaced(arrivals: Arrival[]): number {
  const topics = new Map<number, string>()
  const owners = new Map<string, number>()
  return arrivals.filter(({ sent: { to, person }, chat, thread }) => {
    if (to === 'person') return chat !== person
    if (thread === undefined) return true
    const place = `${chat} ${thread}`
    if (!topics.has(person)) topics.set(person, place)
    if (!owners.has(place)) owners.set(place, person)
    return topics.get(person) !== place || owners.get(place) !== person
  }).length
}

/** Of a group that takes twenty a minute, if nothing else were ever said there. */
function leastWait(arrivals: Arrival[], sent: Sent[]): number {
  const groups = new Map(
    arrivals.flatMap(({ sent: { to, person }, chat }): [number, number][] =>
      to === 'desk' ? [[person, chat]] : [],
    ),
  )
  const words = sent.filter(({ to }) => to === 'desk')
  const lines = Map.groupBy(words, ({ person }) => groups.get(person))
  return Math.max(0, ...[...lines.values()].map(leastOf))
}

function leastOf(line: Sent[]): number {
  const taken: number[] = []
  const waits = line.map(({ at }) => {
    taken.push(Math.max(at, (taken.at(-perMinute) ?? 0) + 60_000))
    return (taken.at(-1) ?? at) - at
  })
  return Math.max(0, ...waits)
}

/** Telegram's limit for a group. */
const perMinute = 20
