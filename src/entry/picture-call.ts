import * as z from 'zod'
import { pictureFaults } from '../core/picture.ts'

/** What the worker asks the function that reads pictures. */
export const PictureCall = z.object({ picture: z.string() })

/** What it is answered. */
export const PictureAnswer = z.union([
  z.object({ fault: z.enum(pictureFaults) }),
  z.object({ text: z.string(), confidence: z.number(), hosts: z.array(z.string()) }),
])
