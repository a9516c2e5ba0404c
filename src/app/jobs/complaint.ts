import { bird } from '../../core/desk/card.ts'
import { mayHear, sayUnheard } from '../cases/complain.ts'
import { tellLead } from '../cases/tell-lead.ts'
import type { World } from '../ports/world.ts'
import { Busy } from '../trouble.ts'
import type { JobKind, JobOf } from './job.ts'

/** A complaint of a person comes to who leads the desk, and never to its group. */
export const complaint: JobKind<'complaint'> = {
  label: ({ chat, message, update }) => ({
    group: `chat#${chat}`,
    once: `complaint#${chat}#${message}#${update}`,
  }),
  run: async (world, job) => {
    const { chat, message, update } = job
    const one = await world.cases.of(chat)
    // Whoever was erased meanwhile complains of nothing any more.
    if (!one) return
    if (await isBrought(world, job)) return mark(world, job)
    await sayUnheard(world, { chat, message, update, language: one.language })
  },
}

async function isBrought(world: World, { chat, desk: id, message }: JobOf<'complaint'>) {
  const [one, desk] = await Promise.all([world.cases.of(chat), world.desks.get(id)])
  if (!one || one.desk !== id || !desk || desk.isClosed || !mayHear(desk, one)) return false
  const text = { key: 'desk:complaint.of-person', vars: { bird: bird(one), desk: desk.name } }
  return tellLead(world, desk, { text, from: { chat, message } })
}

/** A sign is not worth that the words come twice. */
async function mark({ room }: World, { chat, message }: JobOf<'complaint'>) {
  await room.mark(chat, message, 'arrived').catch((error) => {
    if (!(error instanceof Busy)) throw error
  })
}
