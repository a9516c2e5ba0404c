import { deskVoice } from '../cases/desk-voice.ts'
import type { World } from '../ports/world.ts'
import { retention } from '../retention.ts'
import { Lost } from '../trouble.ts'
import type { JobKind } from './job.ts'

/**
 * Somebody asked to be forgotten: their topic goes, and the desk hears only that they left. One of an urgent case is closed and stays for
 * three days, as they were told, because whoever holds the phone may not be its owner.
 */
export const endTopic: JobKind<'end-topic'> = {
  label: ({ desk, thread }) => ({ group: `desk#${desk}`, once: `end#${desk}#${thread}` }),
  run: async (world, { desk: id, thread, isUrgent }) => {
    const desk = await world.desks.get(id)
    if (!desk) return
    const { room, desks, now } = world
    const { group } = desk
    const say = (key: string, to: { thread?: number } = {}) =>
      lostIn(world, room.say({ group, ...to }, { text: { key } }, deskVoice(world, desk)))
    if (isUrgent) {
      await say('desk:line.forgotten-urgent', { thread })
      await lostIn(world, room.closeTopic(group, thread))
      return desks.keepTopic(group, { thread, until: now().getTime() + retention.urgentTopicMs })
    }
    const lost = await lostIn(world, room.deleteTopic(group, thread))
    await say('desk:line.forgotten')
    // What the bot may not delete is tried again by the clock.
    if (lost === 'rights') return desks.keepTopic(group, { thread, until: now().getTime() })
    await desks.dropTopic(group, thread)
  },
}

/** What was lost while it was done, if anything. */
async function lostIn({ log }: World, doing: Promise<unknown>): Promise<Lost['what'] | undefined> {
  try {
    await doing
    return undefined
  } catch (error) {
    if (!(error instanceof Lost)) throw error
    log('topic-lost', { what: error.what })
    return error.what
  }
}
