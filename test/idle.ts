import type { World } from '../src/app/ports/world.ts'

/** What a world needs and a test of something else does not: registers that do not exist, a queue that forgets, pictures that are gone. */
export const idle: Pick<
  World,
  'me' | 'queue' | 'registers' | 'readNumbers' | 'label' | 'pause' | 'files' | 'reader'
> = {
  me: 1,
  queue: { enqueue: async () => {} },
  registers: [],
  readNumbers: () => [],
  label: ({ key }) => key,
  pause: async () => {},
  files: { fetch: async () => 'gone' },
  reader: { most: 10_000_000, read: async () => ({ fault: 'away' }) },
}
