import { inFolder } from '../reader/place.ts'
import { openRead } from '../reader/read.ts'
import { PictureCall } from './picture-call.ts'

const read = await openRead(inFolder(import.meta.dirname))

/**
 * The function that reads pictures, one a call: bytes come in, words go out. It knows nobody, keeps nothing, asks nobody and
 * says nothing to a log.
 */
export const handler = async (event: unknown) => {
  const { picture } = PictureCall.parse(event)
  return read(Buffer.from(picture, 'base64'))
}
