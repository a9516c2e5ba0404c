import type { Case } from '../../core/case.ts'
import { type Refusal, refusal } from '../../core/desk/deeds.ts'
import { changeCase } from '../cases/change.ts'
import type { SaidInGroup as Said } from '../ports/arrival.ts'
import type { World } from '../ports/world.ts'
import { mayAct } from './conduct.ts'
import { type Here, isOf, reply } from './here.ts'
import { type InTopic, passOn } from './pass-on.ts'

/** A message in the topic of a case goes to its person, if who wrote it has the case. What does not go is told, with the reason. */
export async function said(world: World, here: Here, event: Said): Promise<void> {
  const { chat } = here
  if (chat === undefined) return
  const one = await world.cases.of(chat)
  const spot = { ...here, chat }
  const kept = keptBack(one, event)
  if (kept) return kept.isInside ? undefined : mark(world, here)
  const isUnseen = async () => event.isEdit === true && withhold(world, spot)
  if (event.isInside && (!event.isEdit || (await isUnseen()))) return keepRest(world, spot, event)
  const why = await whyNot(world, spot, { one, event })
  if (!why) return pass(world, spot, event)
  await isUnseen()
  if (why !== 'told') {
    await mark(world, here)
    await reply(world, here, { key: `desk:not-sent.${why}` })
  }
  // Last, or an update that comes again would not be told the reason.
  await keepRest(world, spot, event)
}

/** So many of what a case keeps back are known, the last ones. */
const remembered = 50

async function pass(world: World, here: InTopic, { isEdit, isElsewhere }: Said) {
  await passOn(world, here, isEdit && { isEdit })
  if (isElsewhere && !isEdit) await reply(world, here, { key: 'desk:sent.elsewhere' })
}

/** The parts of an album come one by one, and only one of them bears its words. */
function keptBack(one: Case | undefined, { album, isEdit }: Said) {
  return isEdit ? undefined : one?.albums?.find(({ id }) => id === album)
}

/** Where one part of an album stays at the desk, whatever comes of it later stays too. */
async function keepRest(world: World, { chat }: InTopic, { album: id, isEdit, isInside }: Said) {
  if (id === undefined || isEdit) return
  const album = { id, ...(isInside && { isInside }) }
  await changeCase(world, chat, ({ albums = [], ...one }) =>
    albums.some((known) => known.id === id)
      ? undefined
      : { ...one, albums: [...albums, album].slice(-remembered) },
  )
}

function mark({ room }: World, { incoming: { group, message } }: Here) {
  return room.mark(group, message, 'failed')
}

/**
 * What the person has not seen yet is not shown any more: it would be copied as it stands by then. False: they have seen it, so what was put
 * behind `//` too late is no secret, and whoever did it must know.
 */
async function withhold(world: World, here: InTopic): Promise<boolean> {
  const { chat, incoming } = here
  const { message } = incoming
  const { one, twin } = await world.cases.look(chat, 'topic', message)
  const isWaiting = one?.unseen?.includes(message)
  if (twin && !isWaiting) return false
  await changeCase(world, chat, ({ unseen, withheld = [], ...now }) => ({
    ...now,
    ...(unseen && { unseen: unseen.filter((other) => other !== message) }),
    withheld: [...withheld.filter((other) => other !== message), message].slice(-remembered),
  }))
  if (isWaiting) await mark(world, here)
  return true
}

/** `told`: whoever wrote it knows already. */
async function whyNot(
  world: World,
  here: InTopic,
  { one, event: { isInside, not } }: { one: Case | undefined; event: Said },
): Promise<Refusal | 'told' | 'late' | Said['not']> {
  const by = await mayAct(world, here)
  if (by === undefined) return 'told'
  if (not === 'command') return not
  if (!one || !isOf(one, here)) return 'over'
  return refusal(one, by) ?? (isInside ? 'late' : not)
}
