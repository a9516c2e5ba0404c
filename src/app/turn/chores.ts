import type { ByKind } from '../../core/by-kind.ts'
import type { Chore } from '../../core/nature.ts'
import { voiceFor } from '../../core/voice.ts'
import { complain } from '../cases/complain.ts'
import { deskFor } from '../cases/desk-for.ts'
import { endCase, leaveDesk, noteFeedback } from '../cases/end.ts'
import { openCase } from '../cases/open.ts'
import { answerReferral } from '../cases/referral.ts'
import { relayToDesk, takeBack } from '../cases/relay.ts'
import { reopenCase } from '../cases/reopen.ts'
import { speakAtDesk } from '../cases/speak.ts'
import { endHeld } from '../held.ts'
import type { Performance } from '../pending/performance.ts'
import { nameOf, placeOf } from '../place.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Job } from '../ports/queue.ts'
import type { World } from '../ports/world.ts'
import { Busy, Unasked } from '../trouble.ts'
import { askerOf, checked, lookingOf, waiterOf } from './checked.ts'
import { newerOn } from './newer.ts'
import { pictureRead } from './picture-read.ts'

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

/** What a chore among these is answered with at once. */
export async function answerTo(
  world: World,
  turn: Doing,
  chores: Chore[],
): Promise<Incoming | undefined> {
  for (const { kind } of chores) {
    const { answer } = kinds[kind]
    if (answer) return answer(world, turn)
  }
  return undefined
}

/** Whether its answer turns a screen of the turn into another, so that the screen must stand first. */
export function comesLast({ kind }: Chore): boolean {
  return kinds[kind].comes === 'last'
}

interface ChoreKind<Which> {
  /** Before what is shown, so that whoever goes away gets it all the same; or after it. */
  comes: 'first' | 'last'
  act: (world: World, turn: Doing, chore: Which) => Promise<void>
  /** Its answer, where it has one at once. */
  answer?: (world: World, turn: Doing) => Promise<Incoming>
  /** What it leaves with somebody who has left is taken away. */
  undo: (world: World, chat: number, chore: Which) => Promise<void>
}

async function nothing() {}

/** A queue that is away costs the question and nothing else; a missing right is a bug all the same. */
async function passOn(world: World, job: Job, answer: () => Promise<Incoming>) {
  await world.queue.enqueue(job).catch((error) => {
    if (error instanceof Busy) world.log('unasked', { reason: error.message })
    else world.log('bug', { error: nameOf(error), at: placeOf(error) })
    throw new Unasked(answer)
  })
}

const kinds: { [Kind in keyof Chores]: ChoreKind<Chores[Kind]> } = {
  check: {
    comes: 'last',
    act: async (world, turn, check) => {
      const { question } = check
      const asker = askerOf(world, turn, check)
      await passOn(world, { kind: 'check', question, asker }, () =>
        checked(world, asker, { question, findings: [], candidates: [], unasked: true }),
      )
    },
    undo: nothing,
  },
  read: {
    comes: 'last',
    act: async (world, turn, { isQuiet }) => {
      // A repeat brings the picture again; what was left for later has none.
      if (turn.event?.kind !== 'picture') return
      const { file, album } = turn.event
      const waiter = waiterOf(world, turn)
      const message = isQuiet ? 0 : await lookingOf(world, waiter)
      const job = {
        kind: 'read',
        file,
        asker: { ...waiter, ...(message && { message }) },
        ...(album !== undefined && { isOfAlbum: true as const }),
        ...(isQuiet && { isQuiet }),
      } as const
      await passOn(world, job, () => pictureRead(world, job, { fault: 'away' }))
    },
    undo: nothing,
  },
  remind: {
    comes: 'first',
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
    comes: 'first',
    act: ({ tips }, { chat, speaks }, { theme, on }) =>
      on ? tips.add(chat, theme, speaks) : tips.remove(chat, theme),
    undo: async ({ tips }, chat, { theme, on }) => {
      if (on) await tips.remove(chat, theme)
    },
  },
  speak: {
    comes: 'first',
    act: async (world, { chat, talk, entry, speaks }) => {
      await world.plans.speak(chat, speaks)
      await world.tips.speak(chat, speaks)
      if (talk.case) await speakAtDesk(world, { chat, update: entry.update }, speaks)
    },
    undo: nothing,
  },
  end: {
    comes: 'first',
    act: (world, { chat }, { what }) => endHeld(world, chat, what),
    undo: nothing,
  },
  'find-desk': {
    comes: 'last',
    act: nothing,
    answer: deskFor,
    undo: nothing,
  },
  'hand-off': { comes: 'first', act: openCase, undo: leaveDesk },
  relay: { comes: 'first', act: relayToDesk, undo: nothing },
  'take-back': { comes: 'first', act: takeBack, undo: nothing },
  reveal: {
    comes: 'last',
    act: ({ queue }, { chat, entry }) =>
      queue.enqueue({ kind: 'reveal', chat, update: entry.update }),
    undo: nothing,
  },
  'end-case': { comes: 'first', act: endCase, undo: nothing },
  referral: { comes: 'first', act: answerReferral, undo: nothing },
  reopen: { comes: 'first', act: reopenCase, undo: leaveDesk },
  complain: { comes: 'first', act: complain, undo: nothing },
  feedback: { comes: 'first', act: noteFeedback, undo: nothing },
  unsay: {
    comes: 'first',
    act: async (world, { chat, talk, entry, speaks }, { message }) => {
      // A button on it was pressed since, so it says something else by now.
      if (newerOn(talk, entry)) return
      const to = { chat, voice: voiceFor(world.content, { language: speaks }) }
      const [stayed] = await world.phone.erase(chat, [message])
      if (stayed === undefined) await world.messages.drop(chat, [message])
      else await world.phone.edit(to, stayed, { text: { key: 'common:blank' } })
    },
    undo: nothing,
  },
}
