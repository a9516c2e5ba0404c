import type { ByKind } from '../../core/by-kind.ts'
import type { Chore } from '../../core/nature.ts'
import { bearsScreen } from '../carried.ts'
import { endHeld } from '../held.ts'
import type { Performance } from '../pending/performance.ts'
import { nameOf, placeOf } from '../place.ts'
import type { Asker } from '../ports/queue.ts'
import type { World } from '../ports/world.ts'
import { Busy, Unasked } from '../trouble.ts'

type Chores = ByKind<Chore>

/** A turn, and the language in which what it asks for shall come. */
type Doing = Performance & { speaks: string }

/** Does what is more than a screen. Safe to repeat. Throws Busy, and Unasked where the queue is away. */
export function doChore<Kind extends keyof Chores>(
  world: World,
  turn: Doing,
  chore: Chores[Kind] & { kind: Kind },
): Promise<void> {
  return kinds[chore.kind].act(world, turn, chore)
}

/** Takes back what was done for a wish that was gone by then, so that nothing comes to who has left. */
export function undo<Kind extends keyof Chores>(
  world: World,
  chat: number,
  chore: Chores[Kind] & { kind: Kind },
): Promise<void> {
  return kinds[chore.kind].undo(world, chat, chore)
}

interface ChoreKind<Which> {
  act: (world: World, turn: Doing, chore: Which) => Promise<void>
  /** What it leaves with somebody who has left is taken away. */
  undo: (world: World, chat: number, chore: Which) => Promise<void>
}

async function nothing() {}

const kinds: { [Kind in keyof Chores]: ChoreKind<Chores[Kind]> } = {
  check: {
    act: async (world, turn, { question }) => {
      const job = { kind: 'check', question, asker: askerOf(world, turn) } as const
      await world.queue.enqueue(job).catch((error) => {
        // A queue that is away costs the question and nothing else; a missing right is a bug all the same.
        if (error instanceof Busy) world.log('unasked', { reason: error.message })
        else world.log('bug', { error: nameOf(error), at: placeOf(error) })
        throw new Unasked(question)
      })
    },
    undo: nothing,
  },
  remind: {
    act: async ({ plans, now }, { chat, speaks }, { dues }) => {
      // What was decided long ago may be over by now; the clock would never come to it.
      const ahead = dues.filter(({ minute }) => minute * 60_000 > now().getTime() + 60_000)
      await plans.set(chat, ahead, speaks)
    },
    undo: async ({ plans }, chat, { dues }) => {
      for (const due of dues) await plans.done(chat, due)
    },
  },
  subscribe: {
    act: ({ tips }, { chat, speaks }, { theme, on }) =>
      on ? tips.add(chat, theme, speaks) : tips.remove(chat, theme),
    undo: async ({ tips }, chat, { theme, on }) => {
      if (on) await tips.remove(chat, theme)
    },
  },
  speak: {
    act: async ({ plans, tips }, { chat, speaks }) => {
      await plans.speak(chat, speaks)
      await tips.speak(chat, speaks)
    },
    undo: nothing,
  },
  end: { act: (world, { chat }, { what }) => endHeld(world, chat, what), undo: nothing },
}

function askerOf({ now }: World, turn: Performance): Asker {
  const { chat, entry, language } = turn
  return {
    chat,
    update: entry.update,
    at: now().getTime(),
    ...(bearsScreen(turn) && { message: entry.message }),
    ...(language && { language }),
  }
}
