import { advance } from '../../core/engine/advance.ts'
import { isQuiet, isRefuge, kindOf, standingStep } from '../../core/engine/flow.ts'
import { isEnding } from '../../core/nature.ts'
import type { Input, Show, State } from '../../core/turn.ts'
import { bearsScreen } from '../carried.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { answerPress, changeNewest, noteWord, sayWord, voiceFrom } from '../words/word.ts'
import { toInput } from './understand.ts'

/**
 * The screen of help that an input leads to, whatever the talk is at; undefined: it asks for no help. By the command, the
 * button, words of danger or of body and soul, or a button of help's own screens.
 */
export function helpFor(world: World, incoming: Incoming): Show | undefined {
  const input = plea(world, toInput(world, incoming))
  if (!input) return undefined
  const { state, effects } = advance(world.content, {}, input, world.now())
  if (!isQuiet(world.content, state.flow) || effects.some(isEnding)) return undefined
  // Whoever pressed something has answered the question at the door long ago.
  if (input.kind === 'press' && isAtDoor(world, state)) return undefined
  return effects.find((effect) => effect.kind === 'show')
}

function isAtDoor({ content }: World, state: State): boolean {
  const step = standingStep(content, state)
  return step !== undefined && kindOf(step).guards === true
}

function plea({ content }: World, input: Input): Input | undefined {
  if (input.kind === 'open') return isQuiet(content, input.flow) ? input : undefined
  if (input.kind === 'picture') return input.urgent && { kind: 'open', ...input.urgent }
  if (input.kind !== 'press') return undefined
  if (input.choice === 'sos') return { kind: 'open', flow: 'sos' }
  return isRefuge(content, input.flow) ? input : undefined
}

/**
 * Help without a talk, for when nothing else works: over the message with the button, by a new one, or over one of the last that
 * are known. It asks the table for nothing that help must wait for. Throws what Telegram said where none can be reached.
 */
export async function sayHelp(
  world: World,
  incoming: Incoming,
  { talk, keepsNothing = false }: { talk?: Talk | undefined; keepsNothing?: boolean } = {},
): Promise<void> {
  const { chat, message } = incoming
  const { text, at, choices } = helpFor(world, incoming) ?? { text: { key: 'common:sorry' } }
  const screen = { text, ...(at && { at }), ...(choices && { choices }) }
  const voice = voiceFrom(world, incoming, talk)
  const over = bearsScreen(incoming) ? [message] : []
  const saying = sayWord(world, incoming, { screen, over, voice, isNoted: !keepsNothing })
  const said = saying.catch(async (error) => {
    const newest = await changeNewest(world, { chat, voice }, { screen, tries: 3 })
    if (newest === undefined) throw error
    if (!keepsNothing) await noteWord(world, incoming, newest)
  })
  const answered = answerPress(world, incoming, voice)
  await Promise.all([said, answered.catch(() => world.log('press-not-answered'))])
}
