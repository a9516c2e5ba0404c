import { probeDaily } from '../app/firms/probe.ts'
import { refreshDue } from '../app/firms/refresh.ts'
import { tick as bringDue } from '../app/jobs/due.ts'
import type { World } from '../app/ports/world.ts'

/** What the clock brings, by the name it has in the log. */
export const chores: Record<string, (world: World) => Promise<void>> = {
  due: bringDue,
  refresh: refreshDue,
  probe: async (world) => {
    if (world.registers.some(({ isOn }) => isOn)) await probeDaily(world)
  },
}

/** All of it, every minute, called by a rule in the cloud. One chore that fails holds up no other. */
export async function tick(world: World): Promise<void> {
  const doing = Object.entries(chores).map(async ([chore, run]) => {
    await run(world).catch((error) => {
      world.log('tick-failed', { chore, error: error instanceof Error ? error.name : 'unknown' })
    })
  })
  await Promise.all(doing)
}
