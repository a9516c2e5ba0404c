import type { Acceptance, CaseTopic, Desk, DeskChanges, Desks } from '../../app/ports/desks.ts'
import { retention } from '../../app/retention.ts'

export function createMemoryDesks(now: () => Date): Desks {
  const desks = new Map<string, Desk>()
  const holders = new Map<number, string>()
  const invited = new Map<number, number>()
  const topics = new Map<number, Map<number, CaseTopic>>()
  const accepted = new Map<string, Map<number, { acceptance: Acceptance; expiresAt: number }>>()
  const at = () => now().getTime()
  const place = (group: number) => {
    const [desk, invitedAt] = [holders.get(group), invited.get(group)]
    if (desk !== undefined) return { desk }
    const isHeld = invitedAt !== undefined && invitedAt + retention.invitedMs > at()
    return isHeld ? { invitedAt } : {}
  }
  return {
    all: async () => structuredClone([...desks.values()]),
    get: async (id) => structuredClone(desks.get(id)),
    connect: async (desk) => {
      const [{ id, group }, stands] = [desk, desks.get(desk.id)]
      if ((holders.get(group) ?? id) !== id) return 'taken'
      if (stands && (stands.group !== group || stands.isClosed)) return 'used'
      if (!stands) desks.set(id, structuredClone(desk))
      holders.set(group, id)
      invited.delete(group)
      return 'connected'
    },
    change: async (id, changes) => {
      const desk = desks.get(id)
      if (!desk) return
      const changed = withChanges(desk, changes)
      desks.set(id, changed)
      if (changed.isClosed && holders.get(desk.group) === id) holders.delete(desk.group)
    },
    move: async (id, group) => {
      const desk = desks.get(id)
      if (!desk) return
      desks.set(id, { ...desk, group })
      if (holders.get(desk.group) === id) holders.delete(desk.group)
      holders.set(group, id)
      invited.delete(group)
    },
    at: async (group, thread = 0) => {
      const chat = topics.get(group)?.get(thread)?.chat
      return { ...place(group), ...(chat !== undefined && { chat }) }
    },
    noteInvited: async (group) => {
      if (!holders.has(group)) invited.set(group, at())
    },
    accept: async (desk, user, acceptance) => {
      const expiresAt = at() + retention.conductMs
      const held = { acceptance: { ...acceptance }, expiresAt }
      accepted.set(desk, new Map(accepted.get(desk)).set(user, held))
    },
    accepted: async (desk, user) => {
      const found = accepted.get(desk)?.get(user)
      return found && found.expiresAt > at() ? { ...found.acceptance } : undefined
    },
    acceptances: async (desk) => {
      const held = [...(accepted.get(desk)?.values() ?? [])].filter(
        ({ expiresAt }) => expiresAt > at(),
      )
      return held.map(({ acceptance }) => ({ ...acceptance }))
    },
    dropMember: async (desk, user) => void accepted.get(desk)?.delete(user),
    keepTopic: async (group, topic) => {
      topics.set(group, new Map(topics.get(group)).set(topic.thread, { ...topic }))
    },
    dropTopic: async (group, thread) => void topics.get(group)?.delete(thread),
    topics: async (group) => {
      const all = [...(topics.get(group)?.values() ?? [])].sort((a, b) => a.thread - b.thread)
      return structuredClone(all)
    },
  }
}

function withChanges(desk: Desk, changes: DeskChanges): Desk {
  const { isPaused, isClosed, ...rest } = desk
  const marks = Object.entries({ isPaused, isClosed, ...changes })
  return { ...rest, ...Object.fromEntries(marks.filter(([, mark]) => mark)) }
}
