import type { Indicator } from './knowledge.ts'

/** How loud the bot speaks, loudest first. `nothing` is never "safe". */
export type Verdict = 'danger' | 'strong' | 'careful' | 'unclear' | 'nothing'

/** What the answers of one way through a flow mean. */
export interface Assessment {
  verdict: Verdict
  /** Loudest first, each once. */
  signs: string[]
  /** Steps whose answer left a question to ask. */
  open: string[]
}

type Severity = Indicator['severity']

const severities: Severity[] = ['critical', 'high', 'caution', 'info']

/** What one answer means: the step that asked, with its signs or its open point. */
export interface Found {
  step: string
  signs: string[]
  open: boolean
}

/** Weighs what the answers of a way mean. */
export function assess(indicators: Record<string, Indicator>, findings: Found[]): Assessment {
  const severity = (id: string) => indicators[id]?.severity ?? 'info'
  const rank = (id: string) => severities.indexOf(severity(id))
  const signs = [...new Set(findings.flatMap((found) => found.signs))]
  const open = findings.filter((found) => found.open).map(({ step }) => step)
  return {
    verdict: weigh(signs.map(severity), open.length),
    signs: signs.sort((a, b) => rank(a) - rank(b)),
    open,
  }
}

/** One or two open points weigh as one caution, three or more as one high. */
export function weigh(found: Severity[], openPoints: number): Verdict {
  const count = (severity: Severity) => found.filter((one) => one === severity).length
  const high = count('high') + (openPoints >= 3 ? 1 : 0)
  const caution = count('caution') + (openPoints === 1 || openPoints === 2 ? 1 : 0)
  if (count('critical') > 0) return 'danger'
  if (high >= 2 || (high === 1 && caution >= 2)) return 'strong'
  if (high === 1) return 'careful'
  return found.length + openPoints > 0 ? 'unclear' : 'nothing'
}
