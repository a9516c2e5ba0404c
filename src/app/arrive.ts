import type { ByKind } from '../core/by-kind.ts'
import { inlineCard } from '../core/cards/inline.ts'
import { languageFor, voiceFor } from '../core/voice.ts'
import { noteBlocked } from './cases/end.ts'
import { endHeld } from './held.ts'
import type { Arrival } from './ports/arrival.ts'
import type { World } from './ports/world.ts'
import { handle } from './turn/handle.ts'
import { finishLeftOvers } from './turn/left-overs.ts'

type Arrivals = ByKind<Arrival>

/** Does what follows from something that came from outside. Throws Busy, Stale, Gone and Lost. */
export async function arrive<Kind extends Arrival['kind']>(
  world: World,
  arrival: Arrivals[Kind] & { kind: Kind },
): Promise<void> {
  // A turn has its own line in the log; a second one would cost a third of the computing.
  if (arrival.kind !== 'person') world.log('update', { kind: arrival.kind })
  await acts[arrival.kind](world, arrival)
}

const acts: { [Kind in keyof Arrivals]: (world: World, it: Arrivals[Kind]) => Promise<void> } = {
  person: (world, { incoming }) => handle(world, incoming),
  group: async (world, { incoming }) => {
    const { event } = incoming
    const to = event.kind === 'command' ? event.to : undefined
    if (to !== undefined && !(await world.room.isOurName(to))) return
    // Few updates come from groups, so what they need is loaded by the first.
    const { arriveInGroup } = await import('./desk/arrive.ts')
    await arriveInGroup(world, incoming)
  },
  blocked: async (world, { chat, update }) => {
    const talk = await world.talks.load(chat)
    // Whoever has written since is back, and what is planned now was asked for since.
    const isBack = talk?.recent.some((one) => one > update) ?? false
    if (isBack) return
    await endHeld(world, chat)
    await noteBlocked(world, chat, update)
  },
  // The talk is as it was, without what nobody could be told; what came by itself has to be asked for anew.
  back: async (world, { chat }) => {
    const talk = await world.talks.load(chat)
    const beside = { chat, update: -1, source: 'due', message: 0, sentAt: 0 } as const
    if (talk) await finishLeftOvers(world, talk, beside)
  },
  // Nobody's words are kept, and whose they are is not even read.
  inline: async ({ content, phone, readNumbers }, { query, words, language, isMore }) => {
    const card = isMore ? undefined : inlineCard(words, content, readNumbers)
    const first = languageFor(content, undefined, language) ?? content.languages[0] ?? ''
    const languages = new Set([first, ...content.languages])
    const voices = [...languages].map((one) => voiceFor(content, { language: one }))
    await phone.offer(query, card, voices)
  },
  ignored: async ({ counters, log }, { what }) => {
    log('ignored', { what })
    await counters.add(`ignored#${what}`).catch(() => log('count-failed'))
  },
}
