import type { World } from '../src/app/ports/world.ts'

/** What a world needs and a test of something else does not: registers that do not exist, a queue that forgets. */
export const idle: Pick<World, 'queue' | 'registers' | 'readNumbers' | 'label' | 'pause'> = {
  queue: { enqueue: async () => {} },
  registers: [],
  readNumbers: () => [],
  label: ({ key }) => key,
  pause: async () => {},
}
