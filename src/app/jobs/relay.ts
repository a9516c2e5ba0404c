import type { JobKind } from './job.ts'
import { toDesk } from './relay-to-desk.ts'
import { toPerson } from './relay-to-person.ts'

/**
 * Copies one message to the other side of a case, in the order in which they came: those for a desk in the desk's line, those for a person
 * in theirs, so nobody waits for a flooded group but who writes to it.
 */
export const relay: JobKind<'relay'> = {
  label: ({ to, desk, chat, message, update }) => ({
    group: to === 'desk' ? `desk#${desk}` : `chat#${chat}`,
    once: `relay#${to}#${chat}#${message}#${update}`,
  }),
  run: (world, job) => (job.to === 'desk' ? toDesk(world, job) : toPerson(world, job)),
}
