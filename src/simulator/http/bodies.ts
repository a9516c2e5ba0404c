import * as z from 'zod'
import type { Anything } from '../people/anything.ts'
import { isSample, type Sample } from '../people/samples.ts'

/** Parts of what is asked of more than one route. */

export const Nothing = z.strictObject({})

export const NewPerson = z.strictObject({
  name: z.string().min(1).max(64).exactOptional(),
  language: z.string().min(2).max(8).exactOptional(),
})

/** The shapes check what is in it. */
export const Content = z.custom<Anything>((given) => typeof given === 'object' && given !== null)
export const Kind = z.custom<Sample>((given) => typeof given === 'string' && isSample(given))

const Pixels = z.coerce.number().int().min(0).max(100_000).default(0)
/** With a name it is sent as a file, otherwise as a photo. */
export const PictureQuery = z.strictObject({
  width: Pixels,
  height: Pixels,
  caption: z.string().exactOptional(),
  name: z.string().min(1).max(255).exactOptional(),
  mime: z.string().min(1).max(128).default('application/octet-stream'),
  album: z.string().min(1).max(64).exactOptional(),
  forwarded: z.stringbool().exactOptional(),
})
/** A little more than a bot may fetch, so that this can be tried as well. */
export const LARGEST_PICTURE = 21 * 1024 * 1024
