import { endOldTopics } from '../app/cases/end-old.ts'
import { probeDaily } from '../app/firms/probe.ts'
import { refreshDue } from '../app/firms/refresh.ts'
import { enqueueDue } from '../app/jobs/due.ts'
import type { World } from '../app/ports/world.ts'

/** What is to do every minute, by the name it has in the log. */
export const duties: Record<string, (world: World) => Promise<void>> = {
  due: enqueueDue,
  refresh: refreshDue,
  'old-topics': endOldTopics,
  probe: async (world) => {
    if (world.registers.some(({ isOn }) => isOn)) await probeDaily(world)
  },
}

/** All of them, called by a rule in the cloud. One that fails holds up no other. */
export async function doDuties(world: World): Promise<void> {
  const doing = Object.entries(duties).map(async ([duty, run]) => {
    await run(world).catch((error) => {
      world.log('tick-failed', { duty, error: error instanceof Error ? error.name : 'unknown' })
    })
  })
  await Promise.all(doing)
}
