import { languageFor, type Voice, voiceFor } from '../../core/voice.ts'
import type { InGroup } from '../ports/arrival.ts'
import type { GroupPlace } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { Gone, Lost } from '../trouble.ts'
import { connect } from './connect.ts'
import { spotOf } from './here.ts'

/** So long the bot waits in a group for a code. */
const waitMs = 60 * 60_000

/**
 * A group that is no desk. The bot says what a desk needs and waits for an hour, without reading what is said there; then the next word
 * makes it leave.
 */
export async function newcomer(
  world: World,
  incoming: InGroup,
  { invitedAt = 0 }: GroupPlace,
): Promise<void> {
  const { event, group } = incoming
  const voice = voiceOf(world, incoming)
  const isWaiting = world.now().getTime() - invitedAt < waitMs
  switch (event.kind) {
    case 'put':
      return isWaiting ? undefined : greet(world, incoming, voice)
    case 'command':
      if (event.name === 'connect') return connect(world, incoming, { voice, code: event.words })
      return isWaiting ? say(world, incoming, voice) : leave(world, group, voice)
    // Switching topics on makes another group of a small one.
    case 'moved':
      return isWaiting ? world.desks.noteInvited(event.to) : undefined
    case 'said':
    case 'press':
      return isWaiting ? undefined : leave(world, group, voice)
    default:
      return undefined
  }
}

/** Noted last: what could not be said comes again. */
async function greet(world: World, incoming: InGroup, voice: Voice) {
  await say(world, incoming, voice)
  await world.desks.noteInvited(incoming.group)
}

/** Where it may not write it waits without a word. */
async function say({ room, log }: World, incoming: InGroup, voice: Voice) {
  await room.say(spotOf(incoming), { text: { key: 'desk:welcome' } }, voice).catch((error) => {
    if (!(error instanceof Lost || error instanceof Gone)) throw error
    log('not-welcome')
  })
}

function leave({ phone }: World, chat: number, voice: Voice) {
  return phone.leave({ chat, voice })
}

function voiceOf({ content }: World, { from }: InGroup): Voice {
  return voiceFor(content, { language: languageFor(content, undefined, from?.language) })
}
