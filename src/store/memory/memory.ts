import type { Paces } from '../../app/ports/firms.ts'
import type { Store } from '../../app/ports/world.ts'
import { keyOf, windowOf } from '../pace.ts'
import { createMemoryBlocks } from './blocks.ts'
import { createMemoryCases } from './cases.ts'
import { createMemoryDesks } from './desks.ts'
import { createMemoryFirms } from './firms.ts'
import { createMemoryMessages } from './messages.ts'
import { createMemoryPlans } from './plans.ts'
import { createMemoryReports } from './reports.ts'
import { createMemoryTalks } from './talks.ts'
import { createMemoryTips } from './tips.ts'

/** The store in this process, for simulations of millions of updates; held to the same contract tests. */
export function createMemoryStore(now: () => Date): Store & { counts: Map<string, number> } {
  const counts = new Map<string, number>()
  return {
    talks: createMemoryTalks(now),
    messages: createMemoryMessages(now),
    plans: createMemoryPlans(now),
    tips: createMemoryTips(),
    desks: createMemoryDesks(now),
    cases: createMemoryCases(now),
    blocks: createMemoryBlocks(now),
    firms: createMemoryFirms(now),
    paces: createMemoryPaces(now),
    counters: { add: async (name) => void counts.set(name, (counts.get(name) ?? 0) + 1) },
    reports: createMemoryReports(now),
    counts,
  }
}

function createMemoryPaces(now: () => Date): Paces {
  const taken = new Map<string, number>()
  return {
    take: async (what, pace) => {
      const key = `${keyOf(what)}/${windowOf(pace, now()).id}`
      const count = taken.get(key) ?? 0
      if (count >= pace.most) return false
      taken.set(key, count + 1)
      return true
    },
  }
}
