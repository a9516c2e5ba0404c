import type { Finding, FirmNumber } from '../../core/firm/firm.ts'
import type { Register } from '../ports/firms.ts'
import type { World } from '../ports/world.ts'
import { within } from '../within.ts'
import { askRegister } from './ask-register.ts'

/** One that is slow holds up those behind it no longer than this; it is still listened to. */
const headStartMs = 2500

type Which = (register: Register) => boolean

/** Collects what registers say of a firm's numbers; none is asked twice. */
export interface Asking {
  /** What those registers have said so far, in the order of asking. */
  findings: (which?: Which) => Finding[]
  /** Asks those registers side by side, each about the first of the numbers that it takes, and waits a while. */
  ask: (numbers: FirmNumber[], which: Which) => Promise<void>
  /** Waits for the next of those that were slow; false when all have answered. */
  hearsMore: () => Promise<boolean>
}

export function newAsking(world: World, signal: AbortSignal): Asking {
  const said = new Map<Register, Finding | undefined>()
  const open = new Set<Promise<void>>()
  const begin = (register: Register, number: FirmNumber) => {
    said.set(register, undefined)
    const answer: Promise<void> = askRegister(world, { register, number, signal }).then((one) => {
      said.set(register, one)
      open.delete(answer)
    })
    open.add(answer)
    return answer
  }
  return {
    findings: (which = () => true) =>
      [...said].flatMap(([register, one]) => (one && which(register) ? [one] : [])),
    ask: async (numbers, which) => {
      const begun = numbers.flatMap((number) =>
        world.registers
          .filter((one) => one.isOn && takes(one, number) && which(one) && !said.has(one))
          .map((register) => begin(register, number)),
      )
      await within(AbortSignal.timeout(headStartMs), Promise.all(begun), [])
    },
    hearsMore: async () => {
      if (open.size === 0) return false
      await Promise.race(open)
      return true
    },
  }
}

function takes({ takes, knows }: Register, number: FirmNumber) {
  return takes.includes(number.kind) && (knows?.(number) ?? true)
}
