import type { World } from '../src/app/ports/world.ts'
import { noRoom } from '../src/entry/no-room.ts'

/**
 * What a world needs and a test of something else does not: registers that do not exist, a queue that forgets, pictures that are gone. Many
 * files share it, so nobody may change it.
 */
export const idle: Pick<
  World,
  | 'me'
  | 'room'
  | 'queue'
  | 'registers'
  | 'readNumbers'
  | 'label'
  | 'pause'
  | 'files'
  | 'reader'
  | 'charts'
> = {
  me: 1,
  room: noRoom,
  queue: Object.freeze({ enqueue: async () => {} }),
  registers: [],
  readNumbers: () => [],
  label: ({ key }) => key,
  pause: async () => {},
  charts: Object.freeze({ draw: async () => new Uint8Array() }),
  files: Object.freeze({ fetch: async () => 'gone' as const }),
  reader: Object.freeze({ most: 10_000_000, read: async () => ({ fault: 'away' as const }) }),
}
