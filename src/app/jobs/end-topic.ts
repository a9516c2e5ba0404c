import { deskVoice } from '../cases/desk-voice.ts'
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
    const key = isUrgent ? 'desk:line.forgotten-urgent' : 'desk:line.forgotten'
    const to = { group, ...(isUrgent && { thread }) }
    const doing = async () => {
      await room.say(to, { text: { key } }, deskVoice(world, desk))
      if (isUrgent) await room.closeTopic(group, thread)
      else await room.deleteTopic(group, thread)
    }
    const lost = await doing().then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof Lost)) throw error
        world.log('topic-lost', { what: error.what })
        return error.what
      },
    )
    // What the bot may not delete is tried again by the clock.
    if (!isUrgent && lost !== 'rights') return desks.dropTopic(group, thread)
    const stays = isUrgent ? retention.urgentTopicMs : 0
    await desks.keepTopic(group, { thread, until: now().getTime() + stays })
  },
}
