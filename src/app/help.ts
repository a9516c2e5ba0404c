import { advance } from '../core/advance.ts'
import type { Incoming, Screen, World } from './ports.ts'
import { toInput } from './understand.ts'
import { answerPress, sayWord, voiceOf, type Word } from './word.ts'

/** Help, whatever the talk is at. */
const help = { kind: 'open', flow: 'sos' } as const

/** Whether somebody asks for help: by the command, the button, or a word of danger. */
export function isPlea(world: World, incoming: Incoming): boolean {
  const input = toInput(world, incoming)
  if (input.kind === 'open') return input.flow === help.flow
  return input.kind === 'press' && input.choice === help.flow
}

/**
 * Help without a talk, for when nothing else works: over the message with the button, by a new one, or over the last one
 * that is known. Throws what Telegram said where none of them can be reached.
 */
export async function sayHelp(
  world: World,
  incoming: Incoming,
  { keepsNothing = false } = {},
): Promise<void> {
  const { source, message } = incoming
  const over = source === 'press' ? [message] : []
  const word = { screen: await helpScreen(world, incoming), over, isNoted: !keepsNothing }
  await sayWord(world, incoming, word).catch((error) => overNewest(world, incoming, word, error))
  await answerPress(world, incoming).catch(() => world.log('press-not-answered'))
}

async function helpScreen(world: World, incoming: Incoming): Promise<Screen> {
  const { language } = await voiceOf(world, incoming)
  const { effects } = advance(world.content, { language }, help, world.now())
  const screen = effects.find((effect) => effect.kind === 'show')
  if (!screen) throw new Error('the flow of help begins with nothing to show')
  const { text, at, choices } = screen
  return { text, ...(at && { at }), ...(choices && { choices }) }
}

async function overNewest(world: World, incoming: Incoming, { screen }: Word, error: unknown) {
  const { chat } = incoming
  const own = (await world.store.seen(chat)).filter((seen) => seen.own)
  const newest = Math.max(0, ...own.map(({ message }) => message))
  const to = { chat, voice: await voiceOf(world, incoming) }
  if (newest > 0 && (await world.channel.edit(to, newest, screen))) return
  throw error
}
