import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Period } from '../knowledge/phrases.ts'
import type { Wage } from '../knowledge/wage.ts'
import type { Money } from './money.ts'

/** What an advert pays beside the legal minimum of its country. */
export interface PayCompared {
  is: 'below' | 'usual' | 'far-above'
  money: Money
  wage: Wage
  country: string
}

/** Pay of more than so many times the legal minimum is called far above: a limit of our own, no law. */
export const farAboveTimes = 3

/**
 * Hours of generous work in a period, so that pay counted by the day or the month is never overstated:
 * ten hours a day, five days a week.
 */
const hoursOf: Record<Period, number> = { hour: 1, day: 10, week: 50, month: 215 }

interface Law {
  wages: Knowledge['wages']
  country: string | undefined
}

/** Only like is compared with like: one currency, gross with gross, and less only by the same hour or month. */
export function comparePay(stated: Money[], { wages, country }: Law): PayCompared | undefined {
  for (const money of stated) {
    const code = country ?? countryOf[money.currency]
    const law = (code && wages[code]?.filter((one) => isFor(one, money.currency))) || []
    const like = law.find(({ per }) => per === money.per)
    const wage = like ?? law.find(({ per }) => per === 'hour')
    if (!code || !wage) continue
    if (like && !money.isNet && money.high < like.amount)
      return { is: 'below', money, wage, country: code }
    const factor = like ? 1 : hoursOf[money.per]
    const isFar = money.low > farAboveTimes * wage.amount * factor
    return { is: isFar ? 'far-above' : 'usual', money, wage, country: code }
  }
  return undefined
}

/** A minimum for everybody, or for adults; one for some trades or ages says nothing about an advert. */
function isFor({ currency, who }: Wage, wanted: string) {
  return currency === wanted && (who === undefined || who === 'adults')
}

/** Currencies of one country. */
const countryOf: Record<string, string> = {
  PLN: 'PL',
  GBP: 'GB',
  CZK: 'CZ',
  CHF: 'CH',
}
