import type { AskedRegister } from '../../src/app/ports/firms.ts'
import { Unavailable } from '../../src/app/trouble.ts'
import {
  type Firm,
  type FirmNumber,
  type NumberKind,
  numberId,
  type Outcome,
  type Unavailable as Reason,
} from '../../src/core/firm/firm.ts'

/** `bug`: its own code breaks. */
export type Says = Outcome | 'silence' | 'bug'

/** A register that says what a test wants and notes who asked. Unknown numbers are not found. */
export function invented(
  id: string,
  says: Record<string, Says> = {},
  more: Partial<AskedRegister> = {},
) {
  const asked: string[] = []
  const takes = [...new Set(Object.keys(says).map((number) => number.split('-')[0]))]
  const register: AskedRegister = {
    kind: 'asked',
    id,
    proves: 'firm',
    takes: takes as NumberKind[],
    isOn: true,
    freshMs: 3_600_000,
    paces: [],
    known: { kind: 'nip', value: '7740001454' },
    lookup: async (number) => {
      asked.push(numberId(number))
      const answer = says[numberId(number)] ?? { outcome: 'not-found' }
      if (answer === 'silence') return new Promise(() => {})
      if (answer === 'bug') throw new TypeError('of its own')
      if (answer.outcome === 'unavailable') throw new Unavailable(answer.reason)
      return answer
    },
    ...more,
  }
  return { register, asked, says }
}

/** A firm in good order. */
export function active(firm: Partial<Firm> = {}, ...numbers: FirmNumber[]): Outcome {
  return { outcome: 'active', firm: { numbers, ...firm } }
}

export function down(reason: Reason = 'down'): Outcome {
  return { outcome: 'unavailable', reason }
}
