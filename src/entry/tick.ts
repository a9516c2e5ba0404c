import type { World } from '../app/ports.ts'
import { probeDaily } from '../app/probe.ts'
import { refreshDue } from '../app/refresh.ts'

/** What the clock brings, by the name it has in the log. */
const chores: Record<string, (world: World) => Promise<void>> = {
  refresh: refreshDue,
  probe: async (world) => {
    if (world.registers.some(({ isOn }) => isOn)) await probeDaily(world)
  },
}

/** Called every minute: by a rule in the cloud, by a timer on this machine. One chore that fails holds up no other. */
export async function tick(world: World): Promise<void> {
  const doing = Object.entries(chores).map(async ([chore, run]) => {
    await run(world).catch((error) => {
      world.log('tick-failed', { chore, error: error instanceof Error ? error.name : 'unknown' })
    })
  })
  await Promise.all(doing)
}
