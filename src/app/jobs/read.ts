import type { PictureRead as Read } from '../../core/picture.ts'
import { isCut } from '../pending/pending.ts'
import { nameOf, placeOf } from '../place.ts'
import type { PictureRead } from '../ports/arrival.ts'
import type { Asker } from '../ports/queue.ts'
import type { World } from '../ports/world.ts'
import { Busy } from '../trouble.ts'
import { pictureRead } from '../turn/picture-read.ts'
import type { JobKind, JobOf } from './job.ts'
import { tell } from './tell.ts'

/** So long a person waits for Telegram or the reader to have time. */
const patienceMs = 60_000

/**
 * Reads one picture, and feeds its words to the talk as an input of its own. One at a time for a person, and apart from whatever
 * else is done for them. Nothing of it is kept: a job that is repeated reads it again.
 */
export const read: JobKind<'read'> = {
  label: ({ asker: { chat, update } }) => ({
    group: `read#${chat}`,
    once: `read#${chat}#${update}`,
  }),
  run: async (world, job) => {
    if (await isOver(world, job)) return
    const is = await legible(world, job)
    if (await isOver(world, job)) return
    await tell(world, await pictureRead(world, job, is))
  },
}

/** Whoever has emptied the chat since waits for nothing, and nothing shall say that they do. */
async function isOver({ talks, phone }: World, { asker }: JobOf<'read'>): Promise<boolean> {
  const { chat, update, message } = asker
  if (!isCut(await talks.load(chat), { source: 'message', update })) return false
  if (message) await phone.erase(chat, [message])
  return true
}

/** Without the lines of anybody's papers, so that nothing further on sees them. Throws Busy. */
async function legible(world: World, job: JobOf<'read'>): Promise<PictureRead['is']> {
  const began = world.now().getTime()
  const found = await wordsOf(world, job)
  const ms = world.now().getTime() - began
  if ('fault' in found) {
    world.log('picture', { fault: found.fault, ms })
    return found
  }
  // Whoever only names the job need not load what knows papers.
  const { withoutPapers } = await import('../../core/front/papers.ts')
  const { text, isPaper } = withoutPapers(found.text)
  world.log('picture', { confidence: Math.round(found.confidence), ms })
  return { ...found, text, ...(isPaper && { isPaper }) }
}

function isSoon({ now }: World, { at }: Asker) {
  return now().getTime() - at < soonMs
}

const soonMs = 3000

async function wordsOf(world: World, { file, asker }: JobOf<'read'>): Promise<Read> {
  const { files, reader, now, log } = world
  try {
    const picture = await files.fetch(file, reader.most)
    // Telegram says so too where it only has not fetched the file itself yet.
    if (picture === 'gone' && isSoon(world, asker)) throw new Busy(2, 'Telegram has no picture yet')
    return typeof picture === 'string' ? { fault: picture } : await reader.read(picture)
  } catch (error) {
    const waited = now().getTime() - asker.at
    if (error instanceof Busy && waited + error.seconds * 1000 < patienceMs) throw seldom(error)
    if (!(error instanceof Busy)) log('bug', { error: nameOf(error), at: placeOf(error) })
    return { fault: 'away' }
  }
}

/** The queue gives up what it has handed out forty times, and the person must hear of it before. */
function seldom({ seconds, message }: Busy): Busy {
  return new Busy(Math.max(seconds, 3), message)
}
