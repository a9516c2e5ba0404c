import { commandNames } from '../../core/desk/commands.ts'
import type { Text } from '../../core/turn.ts'
import type { Voice } from '../../core/voice.ts'
import { deskVoice } from '../cases/desk-voice.ts'
import type { InGroup } from '../ports/arrival.ts'
import type { Desk } from '../ports/desks.ts'
import type { Rights } from '../ports/room.ts'
import type { World } from '../ports/world.ts'
import { readCode } from './code.ts'
import { deskText } from './desk-text.ts'
import { type Here, reply, spotOf } from './here.ts'
import { isEnough, rightsText } from './rights.ts'

/**
 * Makes a desk of the group, by a code that the operator gave. Whatever is missing is said with its cure, and the code stays unused. The
 * message with the code is deleted.
 */
export async function connect(
  world: World,
  incoming: InGroup,
  { voice, code }: { voice: Voice; code: string },
): Promise<void> {
  const { room, desks } = world
  const { group, from } = incoming
  const say = (text: Text) => room.say(spotOf(incoming), { text }, voice)
  if (!from) return void (await say({ key: 'desk:anonymous' }))
  const read = readCode(world.deskKey, code, world.now())
  if ('why' in read) return void (await say({ key: `desk:connect.${read.why}` }))
  // Telegram tells of others only to a bot that is an administrator.
  const rights = await room.rights(group)
  if (!isEnough(rights)) return void (await say(missing(rights)))
  const member = await room.member(group, from.id)
  if (!member?.isAdmin) return void (await say({ key: 'desk:connect.not-admin' }))
  const desk = { ...read.desk, group, lead: from.id }
  const outcome = await desks.connect(desk)
  if (outcome !== 'connected') return void (await say({ key: `desk:connect.${outcome}` }))
  await sayDone(world, incoming, desk)
}

/** The group is a desk already. Where its own code comes again, what follows may have been broken off. */
export async function connectAgain(world: World, here: Here, code: string): Promise<void> {
  const read = readCode(world.deskKey, code, world.now())
  const isOwn = 'desk' in read && read.desk.id === here.desk.id
  if (!isOwn) return reply(world, here, { key: 'desk:connect.taken' })
  await sayDone(world, here.incoming, here.desk)
}

async function sayDone(world: World, incoming: InGroup, desk: Desk) {
  await world.room.erase(incoming.group, incoming.message)
  const items = [{ key: 'desk:connect.done' }, deskText(desk), { key: 'desk:connect.next' }]
  const text = { key: 'join:paragraphs', vars: { items } }
  const voice = deskVoice(world, desk)
  await world.room.listCommands(incoming.group, listed, voice)
  await world.room.say(spotOf(incoming), { text }, voice)
}

/** What Telegram offers to whoever types a slash there. */
const listed: Record<string, Text> = Object.fromEntries(
  commandNames.map((name) => [name, { key: `desk:command.${name}` }]),
)

function missing(rights: Rights): Text {
  const items = [{ key: 'desk:connect.rights' }, rightsText(rights), { key: 'desk:connect.again' }]
  return { key: 'join:paragraphs', vars: { items } }
}
