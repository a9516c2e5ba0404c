import type * as z from 'zod'
import type { Payload } from '../wire/payload.ts'
import type { World } from '../world.ts'

/** A method of the Bot API. The payload has passed the shapes; the signal ends when the bot hangs up. */
export type Method = (world: World, payload: Payload, signal: AbortSignal) => unknown

/** A method that reads only these fields of its payload. */
export function method<T>(
  schema: z.ZodType<T>,
  run: (world: World, fields: T, signal: AbortSignal) => unknown,
): Method {
  return (world, payload, signal) => run(world, schema.parse(payload), signal)
}
