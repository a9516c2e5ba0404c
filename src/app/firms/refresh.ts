import type { World } from '../ports/world.ts'
import { Unavailable } from '../trouble.ts'
import { ownWord } from './own-word.ts'

/** A file may take its time: nobody waits for it. */
const patienceMs = 60_000

const hourMs = 3_600_000

/** A file that has lost more than this share of its numbers is refused: more likely it came in part. */
const leastShare = 0.8

/** Copies a register's file anew; a refused or missing one leaves the last good copy with its date. */
export async function refresh(world: World, id: string): Promise<void> {
  const register = world.registers.find((one) => one.id === id)
  if (register?.kind !== 'copied' || !register.isOn) return
  try {
    const limits = { signal: AbortSignal.timeout(patienceMs), now: world.now() }
    const copy = await ownWord(world.log, register, () => register.download(limits))
    const before = await world.firms.copyOf(id)
    if (copy.outcomes.size < leastShare * (before?.count ?? 1)) throw new Unavailable('changed')
    await world.firms.keepCopy(id, copy)
    world.log('register-copied', { register: id, numbers: copy.outcomes.size })
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    world.log('register-not-copied', { register: id, reason: error.reason })
  }
}

/** Asks for a new copy of each register whose last one is older than it should be. Called by the clock. */
export async function refreshDue({ registers, firms, paces, queue, now }: World): Promise<void> {
  for (const { kind, id, isOn, freshMs } of registers) {
    if (kind !== 'copied' || !isOn) continue
    const copy = await firms.copyOf(id)
    const age = copy ? now().getTime() - Date.parse(copy.fetchedAt) : freshMs
    // Once an hour at most: a site that refuses us must not be asked every minute.
    if (age >= freshMs && (await paces.take({ register: id }, { most: 1, perMs: hourMs })))
      await queue.enqueue({ kind: 'refresh', register: id })
  }
}
