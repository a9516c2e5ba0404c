import * as z from 'zod'
import { addFault, Fault } from '../faults.ts'
import { settled } from '../updates/updates.ts'
import { forward } from '../world.ts'
import { type Route, route } from './routes.ts'

const Nothing = z.strictObject({})
const LONGEST_FORWARD = 10 * 365 * 86_400

/** What only a simulator can: time, faults, and a look at what the bot did. */
export const CONTROL_ROUTES: Route[] = [
  route('GET /clock', Nothing, (world) => ({ now: world.clock.now().toISOString() })),
  route(
    'POST /clock',
    z.strictObject({ forward: z.number().min(0).max(LONGEST_FORWARD) }),
    (world, { body }) => {
      forward(world, body.forward)
      return { now: world.clock.now().toISOString() }
    },
  ),
  route('GET /calls', Nothing, (world) => world.calls),
  route('GET /problems', Nothing, (world) => world.problems),
  route('POST /faults', Fault, (world, { body }) => addFault(world.faults, body)),
  route('DELETE /faults', Nothing, (world) => {
    world.faults.waiting.splice(0)
  }),
  route('GET /settled', Nothing, (world) => settled(world.updates)),
]
