import { type Chore, type Ending, isChore, isEnding, isHint, isView } from '../../core/nature.ts'
import type { Text } from '../../core/turn.ts'
import { languageFor, voiceFor } from '../../core/voice.ts'
import { forget } from '../endings/forget.ts'
import { hide } from '../endings/hide.ts'
import type { Performance } from '../pending/performance.ts'
import { isAskedAnew } from '../pending/wishes.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Address, Screen } from '../ports/phone.ts'
import type { Pending } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { retention } from '../retention.ts'
import { Busy, Waits } from '../trouble.ts'
import { answerTo, comesLast, doChore } from './chores.ts'
import { show, unlessTooLong } from './show.ts'
import { toScreen } from './views.ts'

/**
 * Carries out one turn: what is more than a screen, then what the person sees, then what turns that into something else. Returns what
 * follows at once. Throws Unasked, Busy and Gone.
 */
export async function perform(world: World, turn: Performance): Promise<Incoming | undefined> {
  const to = address(world, turn)
  const ending = turn.entry.effects.find(isEnding)
  const chores = ending ? [] : turn.entry.effects.filter(isChore)
  const doing = { ...turn, speaks: to.voice.language }
  const doAll = async (some: Chore[]) => {
    for (const chore of some) await doChore(world, doing, chore)
  }
  const act = async () => {
    if (ending) return endings[ending.kind](world, turn, to)
    await doAll(chores.filter((chore) => !comesLast(chore))).catch(tellChore)
    return showAll(world, turn, to)
  }
  await answering(world, turn, { to, doing: act() })
  await doAll(chores.filter(comesLast))
  return answerTo(world, doing, chores)
}

/** Side by side: the button stops spinning while the screen changes. */
async function answering(
  { phone }: World,
  { press, entry }: Performance,
  { to, doing }: { to: Address; doing: Promise<void> },
) {
  if (press === undefined) return doing
  const answer = phone.answer(press.id, to.voice, hintIn(entry)).catch(unlessTooLong(entry))
  for (const result of await Promise.allSettled([doing, answer]))
    if (result.status === 'rejected') throw result.reason
}

/** Does of a left-over what is more than a screen: what it was to show, a newer screen has taken the place of. */
export async function performLeft(world: World, turn: Performance): Promise<void> {
  const to = address(world, turn)
  for (const effect of turn.entry.effects) {
    if (isEnding(effect)) await endings[effect.kind](world, turn, to)
    else if (isChore(effect) && !isAskedAnew(effect, turn.source))
      await doChore(world, { ...turn, speaks: to.voice.language }, effect)
  }
}

const endings: {
  [Kind in Ending['kind']]: (world: World, turn: Performance, to: Address) => Promise<void>
} = { hide, forget }

async function showAll(world: World, turn: Performance, to: Address) {
  const { entry, source } = turn
  const screens: Screen[] = []
  for (const view of entry.effects.filter(isView)) screens.push(await toScreen(world, turn, view))
  const [first] = screens
  const hint = hintIn(entry)
  // Over a press it stands for a moment; elsewhere it needs a screen to stand above.
  if (first && hint && source !== 'press') first.hint = hint
  return show(world, turn, { to, screens })
}

function hintIn({ effects }: Pending): Text | undefined {
  const [first, ...others] = effects.filter(isHint).map(({ text }) => text)
  if (!first || others.length === 0) return first
  return { key: 'join:paragraphs', vars: { items: [first, ...others] } }
}

/** What is not done is told apart from what is only not shown. */
function tellChore(error: unknown): never {
  throw error instanceof Busy ? new Waits(error) : error
}

function address(world: World, { talk, chat, language: spoken }: Performance): Address {
  const language = languageFor(world.content, talk.language, spoken)
  const lasts = talk.case ? retention.caseMs : retention.talkMs
  const until = new Date(world.now().getTime() + lasts)
  return { chat, voice: voiceFor(world.content, { ...talk, language, until }) }
}
