import { hostOf } from '../host.ts'
import { scales, type Wage } from '../knowledge/wage.ts'
import type { Text } from '../turn.ts'

/** What a person sees of a minimum wage on a day: the amount of that day, for whom, since when, what comes, its source. */
export function wageText(
  wages: Record<string, Wage[]>,
  { country, scale: number }: { country: string; scale: number },
  now: Date,
): Text {
  const name: Text = { key: 'name:country', vars: { code: country } }
  const scale = scales(wages[country])[number] ?? []
  const today = now.toISOString().slice(0, 10)
  const wage = scale.findLast(({ validFrom }) => validFrom <= today) ?? scale[0]
  if (!wage) return { key: 'wage:unknown', vars: { country: name } }
  const next = scale.find(({ validFrom }) => validFrom > today && validFrom > wage.validFrom)
  return { key: 'wage:card', vars: { country: name, lines: lines(wage, next, today) } }
}

function lines(wage: Wage, next: Wage | undefined, today: string): Text[] {
  const { who, validFrom, nextChange, source, checkedOn } = wage
  const found = [amount(wage)]
  if (who) found.push({ key: `wage:who.${who}` })
  found.push({ key: 'wage:since', vars: { date: named(validFrom) } })
  if (nextChange !== null && nextChange <= today)
    found.push({ key: 'wage:changed', vars: { url: source } })
  if (next)
    found.push({ key: 'wage:next', vars: { date: named(next.validFrom), amount: amount(next) } })
  const host = hostOf(source)
  found.push({ key: 'wage:source', vars: { host, date: named(checkedOn) } })
  return found
}

function amount({ per, amount, currency }: Wage): Text {
  const money: Text = { key: 'name:money', vars: { amount, currency } }
  return { key: `wage:per.${per}`, vars: { amount: money } }
}

function named(date: string): Text {
  return { key: 'name:date', vars: { date } }
}
