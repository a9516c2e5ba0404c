import { ownUpdate } from '../own-update.ts'
import type { Incoming, PictureRead } from '../ports/arrival.ts'
import type { Asker } from '../ports/queue.ts'
import type { World } from '../ports/world.ts'
import { lookingOf } from './checked.ts'

/** Who waits for a picture to be read, and whether anything of ours says so. */
interface Waiting {
  asker: Asker
  isOfAlbum?: true
  isQuiet?: true
}

/** What stands in a picture, as an input of its own. It turns the message that says "reading". */
export async function pictureRead(
  world: World,
  { asker, isOfAlbum, isQuiet }: Waiting,
  is: PictureRead['is'],
): Promise<Incoming> {
  const { chat, update, at, language } = asker
  return {
    update: ownUpdate(`read/${update}`),
    chat,
    source: 'read',
    message: isQuiet ? 0 : await lookingOf(world, asker),
    sentAt: Math.floor(at / 1000),
    ...(language && { language }),
    event: {
      kind: 'read',
      of: update,
      ...(isOfAlbum && { isOfAlbum }),
      ...(isQuiet && { isQuiet }),
      is,
    },
  }
}
