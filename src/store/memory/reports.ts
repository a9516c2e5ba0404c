import type { Reports } from '../../app/ports/reports.ts'
import { retention } from '../../app/retention.ts'
import type { WeekCounts } from '../../core/report/report.ts'
import { weekNow } from '../reports.ts'

export function createMemoryReports(now: () => Date): Reports {
  const counts = new Map<string, { counts: WeekCounts; expiresAt: number }>()
  const held = (key: string) => {
    const found = counts.get(key)
    return found && found.expiresAt > now().getTime() ? found.counts : {}
  }
  return {
    count: async (desk, names) => {
      const key = `${desk}/${weekNow(now)}`
      const before = held(key)
      const more = [...new Set(names)].map((name) => [name, (before[name] ?? 0) + 1] as const)
      const expiresAt = now().getTime() + retention.counterMs
      counts.set(key, { counts: { ...before, ...Object.fromEntries(more) }, expiresAt })
    },
    of: async (desk, weeks) => weeks.map((week) => ({ ...held(`${desk}/${week}`) })),
  }
}
