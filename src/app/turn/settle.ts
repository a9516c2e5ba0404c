import { isChore } from '../../core/nature.ts'
import { changed, isCut, standing } from '../pending/pending.ts'
import { rewrite } from '../pending/rewrite.ts'
import { sameWishes } from '../pending/wishes.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Pending, Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { undo } from './chores.ts'
import { performLeft } from './perform.ts'

type Task = Pick<Incoming, 'chat' | 'source'> & { language?: string | undefined }

/** Wishes do not change more often than so many times while somebody is at work. */
const tries = 3

/**
 * Takes an entry off that is done. Where newer wishes have joined it meanwhile, those are done too; where the person was erased
 * meanwhile, what was just done is undone.
 */
export async function settle(
  world: World,
  entry: Pending,
  { chat, source, language }: Task,
): Promise<void> {
  let done = entry
  for (let attempt = 1; attempt <= tries; attempt++) {
    const { talk, left } = await takeOff(world, chat, done)
    if (!left && !isCut(talk, { source, update: entry.update })) return
    if (!left || !talk) return undoAll(world, chat, done)
    await performLeft(world, { chat, source, talk, entry: left, repeated: true, language })
    done = left
  }
}

/** What stands there instead, if it is something else than was done. */
async function takeOff(world: World, chat: number, done: Pending) {
  let found: { talk?: Talk; left?: Pending } = {}
  await rewrite(world, chat, (talk) => {
    const stood = standing(talk, done.update)
    const isDone = stood && sameWishes(stood.effects.filter(isChore), done.effects.filter(isChore))
    found = { talk, ...(stood && !isDone && { left: stood }) }
    return isDone ? changed(talk, done.update, () => undefined) : undefined
  })
  return found
}

async function undoAll(world: World, chat: number, { effects }: Pending) {
  for (const chore of effects.filter(isChore)) await undo(world, chat, chore)
}
