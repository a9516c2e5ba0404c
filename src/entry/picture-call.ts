import * as z from 'zod'
import { pictureFaults } from '../core/picture.ts'

/** Bytes of a picture: as base64 they fit into a call of Lambda, which takes six megabytes. */
export const mostBytes = 4 * 1024 * 1024

/** What the worker asks the function that reads pictures. */
export const PictureCall = z.object({ picture: z.string() })

/** What it is answered. */
export const PictureAnswer = z.union([
  z.object({ fault: z.enum(pictureFaults) }),
  z.object({ text: z.string(), confidence: z.number(), hosts: z.array(z.string()) }),
])
