import type { CaseTopic, Desk, DeskChanges, Desks, Member } from '../../app/ports/desks.ts'
import { retention } from '../../app/retention.ts'

export function createMemoryDesks(now: () => Date): Desks {
  const desks = new Map<string, Desk>()
  const holders = new Map<number, string>()
  const invited = new Map<number, number>()
  const topics = new Map<number, Map<number, CaseTopic>>()
  const members = new Map<string, Map<number, Member & { expiresAt: number }>>()
  const at = () => now().getTime()
  const place = (group: number) => {
    const [desk, invitedAt] = [holders.get(group), invited.get(group)]
    if (desk !== undefined) return { desk }
    const isHeld = invitedAt !== undefined && invitedAt + retention.invitedMs > at()
    return isHeld ? { invitedAt } : {}
  }
  const alive = (desk: string): Member[] =>
    [...(members.get(desk)?.values() ?? [])].flatMap(({ expiresAt, ...member }) =>
      expiresAt > at() ? [member] : [],
    )
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
      const held = { ...members.get(desk)?.get(user), ...acceptance, user, expiresAt }
      members.set(desk, new Map(members.get(desk)).set(user, held))
    },
    accepted: async (desk, user) => {
      const found = alive(desk).find((one) => one.user === user)
      return found && { wording: found.wording, at: found.at }
    },
    members: async (desk) => alive(desk),
    setOnCall: async (desk, user, isOnCall) => {
      const { isOnCall: _, ...held } = members.get(desk)?.get(user) ?? {}
      if ('user' in held) members.get(desk)?.set(user, { ...held, ...(isOnCall && { isOnCall }) })
    },
    dropMember: async (desk, user) => void members.get(desk)?.delete(user),
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
  const { isPaused, isClosed, hours, ...rest } = desk
  const marks = Object.entries({ isPaused, isClosed, hours, ...changes })
  return { ...rest, ...Object.fromEntries(marks.filter(([, mark]) => mark)) }
}
