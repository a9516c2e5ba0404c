import type { Copy, CopyNote, Firms, Known } from '../../app/ports/firms.ts'
import { retention } from '../../app/retention.ts'

export function createMemoryFirms(now: () => Date): Firms {
  const facts = new Map<string, { known: Known; expiresAt: number }>()
  const copies = new Map<string, { note: CopyNote; outcomes: Copy['outcomes'] }>()
  const held = (register: string) => {
    const copy = copies.get(register)
    const age = now().getTime() - Date.parse(copy?.note.fetchedAt ?? '')
    return age < retention.factMs ? copy : undefined
  }
  return {
    known: async (register, number) => {
      const found = facts.get(`${register}/${number}`)
      return found && found.expiresAt > now().getTime() ? structuredClone(found.known) : undefined
    },
    know: async (finding) => {
      const { register, number, asOf } = finding
      const before = facts.get(`${register}/${number}`)?.known
      const known: Known =
        finding.outcome === 'unavailable'
          ? { ...before, trouble: { reason: finding.reason, at: asOf } }
          : { finding: structuredClone(finding) }
      const expiresAt = now().getTime() + retention.factMs
      facts.set(`${register}/${number}`, { known, expiresAt })
    },
    copyOf: async (register) => held(register)?.note,
    copied: async (register, number) => held(register)?.outcomes.get(number),
    keepCopy: async (register, { asOf, outcomes }) => {
      const note = { asOf, fetchedAt: now().toISOString(), count: outcomes.size }
      copies.set(register, { note, outcomes: structuredClone(outcomes) })
    },
  }
}
