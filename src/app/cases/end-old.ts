import type { CaseTopic, Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { Lost } from '../trouble.ts'

/** Once an hour is soon enough for what has lain for a month. */
const hourly = { most: 1, perMs: 3_600_000 }

/** Topics whose day has come are deleted, with all that was written there; of a desk that was closed all of them, at once. */
export async function endOldTopics(world: World): Promise<void> {
  const all = await world.desks.all()
  const open = all.filter(({ isClosed }) => !isClosed)
  for (const desk of all.filter(({ isClosed }) => isClosed)) {
    const isReplaced = open.some(({ group }) => group === desk.group)
    await endAll(world, desk, isReplaced)
  }
  if (all.length === 0 || !(await world.paces.take({ task: 'old-topics' }, hourly))) return
  for (const group of new Set(all.map((desk) => desk.group))) {
    const topics = await world.desks.topics(group)
    for (const topic of topics)
      if (await isOver(world, topic)) await end(world, group, topic.thread)
  }
}

/** Also the topic of a case that nobody has touched for so long that it is held no more. */
async function isOver({ cases, now }: World, { chat, thread, until }: CaseTopic) {
  if (until !== undefined) return isDue({ now }, until)
  const one = chat === undefined ? undefined : await cases.of(chat)
  // One that is being opened does not know its topic yet.
  return !one || (one.thread !== undefined && one.thread !== thread)
}

function isDue({ now }: Pick<World, 'now'>, until: number | undefined) {
  return until !== undefined && until <= now().getTime()
}

/**
 * Whoever was in a talk hears that nobody is there any more. Where another desk works in the group by now, its topics stay; what could not
 * be deleted before is tried again each hour.
 */
async function endAll(world: World, { id, group }: Desk, isReplaced: boolean) {
  for (const { chat, thread, until } of await world.desks.topics(group)) {
    const one = chat === undefined ? undefined : await world.cases.of(chat)
    const isOurs = one?.desk === id
    if ((isReplaced && !isOurs) || (chat === undefined && isDue(world, until))) continue
    if (chat !== undefined && until === undefined && isOurs)
      await world.queue.enqueue({ kind: 'desk-news', chat, update: one.id, news: 'lost' })
    await end(world, group, thread)
  }
}

async function end({ desks, room, log, now }: World, group: number, thread: number) {
  try {
    await room.deleteTopic(group, thread)
  } catch (error) {
    if (!(error instanceof Lost)) throw error
    log('topic-lost', { what: error.what })
    // Its words still stand there, so it stays known until the bot may delete it, and whose it was does not.
    if (error.what === 'rights') return desks.keepTopic(group, { thread, until: now().getTime() })
  }
  await desks.dropTopic(group, thread)
}
