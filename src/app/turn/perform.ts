import { type Ending, isChore, isEnding, isHint, isView } from '../../core/nature.ts'
import type { Text } from '../../core/turn.ts'
import { languageFor, voiceFor } from '../../core/voice.ts'
import { forget } from '../endings/forget.ts'
import { hide } from '../endings/hide.ts'
import type { Performance } from '../pending/performance.ts'
import { isAskedAnew } from '../pending/wishes.ts'
import type { Address, Screen } from '../ports/phone.ts'
import { sources } from '../ports/source.ts'
import type { World } from '../ports/world.ts'
import { retention } from '../retention.ts'
import { Busy, Waits } from '../trouble.ts'
import { doChore } from './chores.ts'
import { show, unlessTooLong } from './show.ts'
import { toScreen } from './views.ts'

/** Carries out one turn: what is more than a screen, then what the person sees. Throws Unasked, Busy and Gone. */
export async function perform(world: World, turn: Performance): Promise<void> {
  const to = address(world, turn)
  const hint = turn.entry.effects.find(isHint)?.text
  const doing = act(world, turn, { to, hint })
  if (turn.press === undefined) return doing
  // Side by side: the button stops spinning while the screen changes.
  const [done, answered] = await Promise.allSettled([
    doing,
    world.phone.answer(turn.press.id, to.voice, hint).catch(unlessTooLong(turn.entry)),
  ])
  for (const result of [done, answered]) if (result.status === 'rejected') throw result.reason
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

async function act(
  world: World,
  turn: Performance,
  { to, hint }: { to: Address; hint: Text | undefined },
) {
  const { entry, source } = turn
  const ending = entry.effects.find(isEnding)
  if (ending) return endings[ending.kind](world, turn, to)
  // First what is more than a screen: whoever asked and then goes away gets it all the same.
  for (const effect of entry.effects.filter(isChore))
    await doChore(world, { ...turn, speaks: to.voice.language }, effect).catch(tellChore)
  const screens: Screen[] = []
  for (const effect of entry.effects.filter(isView))
    screens.push(await toScreen(world, turn, effect))
  const [first] = screens
  // Over a press it stands for a moment; elsewhere it needs a screen to stand above.
  if (first && hint && sources[source].bears !== 'ours') first.hint = hint
  return show(world, turn, { to, screens })
}

/** What is not done is told apart from what is only not shown. */
function tellChore(error: unknown): never {
  throw error instanceof Busy ? new Waits(error) : error
}

function address(world: World, { talk, chat, language: spoken }: Performance): Address {
  const language = languageFor(world.content, talk.language, spoken)
  const until = new Date(world.now().getTime() + retention.talkMs)
  return { chat, voice: voiceFor(world.content, { ...talk, language, until }) }
}
