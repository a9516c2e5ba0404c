import type { Effect } from '../core/turn.ts'
import { newMessages, perform } from './perform.ts'
import type { Incoming, Pending, Source, Talk, World } from './ports.ts'
import { Busy, Gone, Stale } from './trouble.ts'

/** Longer than a turn can be at work: a Lambda's timeout. */
const atWorkMs = 30_000

const tries = 3

/** Does what was just decided. */
export function carryOut(world: World, talk: Talk, incoming: Incoming): Promise<void> {
  return finish(world, talk, { ...incoming, repeated: false })
}

/** The update came again, so Telegram has not seen our 2xx: do what is missing, say nothing twice. */
export async function repeat(world: World, talk: Talk, incoming: Incoming): Promise<void> {
  const { chat, source, update } = incoming
  const entry = talk.pending[source]
  if (entry?.update !== update) return
  const planned = newMessages(entry, source)
  if (planned === 0) return finish(world, talk, { ...incoming, repeated: true })
  const made = (await world.store.seen(chat)).filter((seen) => seen.own && seen.update === update)
  if (made.length >= planned && !isWeighty(entry)) return
  const taken = await takeOver(world, talk, { chat, source })
  return finish(world, taken, { ...incoming, repeated: true })
}

/** What a crash left of an entry that is more than something to show is finished first, whatever came. */
export async function finishLeftOver(
  world: World,
  talk: Talk,
  { chat, language }: Incoming,
): Promise<Talk | undefined> {
  const sources: Source[] = ['message', 'press', 'check', 'due']
  const source = sources.find((one) => isLeftOver(talk.pending[one], world.now().getTime()))
  if (!source) return talk
  const taken = await takeOver(world, talk, { chat, source })
  await finish(world, taken, { chat, source, repeated: true, ...(language && { language }) })
  return world.store.load(chat)
}

type Task = Pick<Incoming, 'chat' | 'source' | 'language' | 'press'> &
  Partial<Pick<Incoming, 'event'>> & { repeated: boolean }

async function finish(world: World, talk: Talk, task: Task): Promise<void> {
  const entry = talk.pending[task.source]
  if (!entry) return
  try {
    await perform(world, { ...task, talk, entry })
  } catch (error) {
    if (!(error instanceof Gone)) await giveBack(world, entry, task)
    throw error
  }
  if (isWeighty(entry)) await settle(world, entry, task, () => undefined)
}

/** Two repeats must not both send: who writes the entry's time may go on, and not while the first is at work. */
async function takeOver({ store, now }: World, talk: Talk, task: Pick<Task, 'chat' | 'source'>) {
  const entry = talk.pending[task.source]
  const at = now().getTime()
  if (entry && at - entry.at < atWorkMs) throw new Busy(2, 'the first may still be at work')
  const pending = { ...talk.pending, ...(entry && { [task.source]: { ...entry, at } }) }
  try {
    return await store.keep(task.chat, { ...talk, pending })
  } catch (error) {
    throw error instanceof Stale ? new Busy(2, 'another one was quicker') : error
  }
}

/** After a failure that we saw ourselves nobody needs to wait: the next repeat may go on at once. */
async function giveBack(world: World, entry: Pending, task: Task) {
  const given = settle(world, entry, task, (mine) => ({ ...mine, at: 0 }))
  await given.catch(() => world.log('give-back-failed'))
}

/** Changes or removes an entry in the talk as it is by now, if it still stands there. */
async function settle(
  { store }: World,
  entry: Pending,
  { chat, source }: Task,
  change: (mine: Pending) => Pending | undefined,
) {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const talk = await store.load(chat)
    const { [source]: mine, ...others } = talk?.pending ?? {}
    if (!talk || mine?.update !== entry.update) return
    const changed = change(mine)
    const pending = { ...others, ...(changed && { [source]: changed }) }
    const kept = await store.keep(chat, { ...talk, pending }).catch(staleToUndefined)
    if (kept) return
  }
}

function staleToUndefined(error: unknown): undefined {
  if (!(error instanceof Stale)) throw error
}

function isLeftOver(entry: Pending | undefined, now: number) {
  return entry && isWeighty(entry) && now - entry.at >= atWorkMs
}

const light: Effect['kind'][] = ['show', 'contact', 'wage', 'found', 'draw', 'hint', 'set']

function isWeighty({ effects }: Pending) {
  return effects.some(({ kind }) => !light.includes(kind))
}
