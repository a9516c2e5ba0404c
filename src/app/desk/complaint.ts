import type { Text } from '../../core/turn.ts'
import { tellLead } from '../cases/tell-lead.ts'
import type { World } from '../ports/world.ts'
import { type Here, reply, spotOf } from './here.ts'

/**
 * `/complaint` and what it is about, by anybody of the group: it comes to who leads the desk, without a name, and is deleted here. What cannot come there
 * stays, with the address. Once it is deleted a repeat brings nothing.
 */
export async function complaint(world: World, here: Here, words: string): Promise<void> {
  const { desk, incoming, voice } = here
  const { group, message, from } = incoming
  const vars = { complaints: desk.complaints, desk: desk.name }
  const say = (name: string): Text => ({ key: `desk:complaint.${name}`, vars })
  if (words.trim() === '') return reply(world, here, say('how'))
  if (from?.id === desk.lead) return reply(world, here, say('own'))
  const text = say('of-member')
  if (!(await tellLead(world, desk, { text, from: { chat: group, message } })))
    return reply(world, here, say('unheard'))
  const isErased = await world.room.erase(group, message)
  const told = { text: say(isErased ? 'arrived' : 'stays') }
  await world.room.say(spotOf(incoming), told, voice)
}
