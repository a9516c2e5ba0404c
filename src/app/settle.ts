import { isChore } from '../core/nature.ts'
import type { Deed } from '../core/turn.ts'
import { undo } from './chores.ts'
import { changed, isCut, standing } from './pending.ts'
import type { Incoming, Pending, Talk, World } from './ports.ts'
import { rewrite } from './rewrite.ts'

/**
 * Takes an entry off that is done. Where a later wish has taken its place meanwhile, or the person was erased, what was just
 * done is undone.
 */
export async function settle(
  world: World,
  entry: Pending,
  { chat, source }: Pick<Incoming, 'chat' | 'source'>,
): Promise<void> {
  const { update } = entry
  let found: Talk | undefined
  await rewrite(world, chat, (talk) => {
    found = talk
    return standing(talk, update) && changed(talk, update, () => undefined)
  })
  const left = wishesLeft(found, { source, update })
  for (const chore of entry.effects.filter(isChore))
    if (left && !left.some((wish) => isSame(wish, chore))) await undo(world, chat, chore)
}

/** What is still wished of an entry; undefined: somebody else has settled it. */
function wishesLeft(talk: Talk | undefined, mark: Pick<Incoming, 'source' | 'update'>) {
  const stood = talk && standing(talk, mark.update)
  if (stood) return stood.effects
  return isCut(talk, mark) ? [] : undefined
}

/** An entry holds one wish of a kind, and one of each theme. */
function isSame(one: Deed, other: Deed) {
  if (one.kind === 'subscribe' && other.kind === 'subscribe')
    return one.theme === other.theme && one.on === other.on
  return one.kind === other.kind
}
