import type { CaseDue, DueFor, Plans } from '../../app/ports/plan.ts'
import { retention } from '../../app/retention.ts'

export function createMemoryPlans(now: () => Date): Plans {
  let dues: DueFor[] = []
  let ofCases: CaseDue[] = []
  let cursor: number | undefined
  const isAlive = ({ minute }: { minute: number }) =>
    minute * 60_000 + retention.lateMs > now().getTime()
  const alive = () => dues.filter(isAlive)
  const without = ({ chat, minute, what }: Omit<CaseDue, 'desk'>) =>
    ofCases.filter((one) => one.chat !== chat || one.minute !== minute || one.what !== what)
  return {
    set: async (chat, planned, language) => {
      const mine = planned.map((due) => ({ ...due, chat, ...(language && { language }) }))
      dues = [...dues.filter((one) => one.chat !== chat), ...mine]
    },
    of: async (chat) =>
      alive()
        .filter((one) => one.chat === chat)
        .map(({ minute, what }) => ({ minute, what }))
        .sort((a, b) => a.minute - b.minute),
    done: async (chat, { minute, what }) => {
      const isIt = (one: DueFor) => one.chat === chat && one.minute === minute && one.what === what
      dues = dues.filter((one) => !isIt(one))
    },
    speak: async (chat, language) => {
      dues = dues.map((one) => (one.chat === chat ? { ...one, language } : one))
    },
    minutes: async (after, until) => {
      const minutes = [...alive(), ...ofCases.filter(isAlive)].map(({ minute }) => minute)
      const between = minutes.filter((minute) => minute > after && minute <= until)
      return [...new Set(between)].sort((a, b) => a - b)
    },
    at: async (minute) => alive().filter((one) => one.minute === minute),
    setForCase: async (due) => {
      ofCases = [...without(due), { ...due }]
    },
    doneForCase: async (due) => {
      ofCases = without(due)
    },
    casesAt: async (minute) => ofCases.filter((one) => one.minute === minute && isAlive(one)),
    cursor: async () => cursor,
    moveCursor: async (minute) => {
      cursor = Math.max(cursor ?? minute, minute)
    },
  }
}
