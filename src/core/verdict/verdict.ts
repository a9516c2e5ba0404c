import type { Indicator } from '../knowledge/knowledge.ts'
import { isLouder, type Severity } from '../knowledge/severity.ts'

/** How loud the bot speaks, loudest first. `nothing` is never "safe". */
export type Verdict = 'danger' | 'strong' | 'careful' | 'unclear' | 'nothing'

/** What the answers of one way through a flow mean. */
export interface Assessment {
  verdict: Verdict
  /** Loudest first, each once. */
  signs: string[]
  /** Full names of the texts that hold the questions to ask: `offer:fee.ask`. */
  open: string[]
  /** What need not be asked again: signs and stated points. */
  told: string[]
}

/** What one answer tells the verdict: warning signs, questions that are still open, and what need not be asked any more. */
export interface Evidence {
  signs: string[]
  /** Signs that this answer raises less loudly than the list of signs says. */
  quieter?: Record<string, Severity>
  /** Open points, each with the text that holds the question to ask: of the step, or `file:name` of another. */
  open: Record<string, string>
  /** Points that are stated, so that their question may be passed. */
  told?: string[]
  /** Open points of other steps that this answer closes. */
  settles?: string[]
}

/** Weighs what the answers of a way mean. */
export function assess(indicators: Record<string, Indicator>, evidence: Evidence[]): Assessment {
  const weights = weightsOf(indicators, evidence)
  const signs = [...weights.keys()]
  const settled = new Set(evidence.flatMap(({ settles = [] }) => settles))
  const open = evidence.flatMap((one) =>
    Object.entries(one.open).flatMap(([point, text]) => (settled.has(point) ? [] : [text])),
  )
  return {
    verdict: weigh([...weights.values()], open.length),
    signs: signs.sort((a, b) => order(weights.get(a), weights.get(b))),
    open,
    told: [...signs, ...evidence.flatMap(({ told = [] }) => told)],
  }
}

/** Each sign with its severity; an answer may have raised it more quietly, the loudest one counts. */
function weightsOf(indicators: Record<string, Indicator>, evidence: Evidence[]) {
  const weights = new Map<string, Severity>()
  for (const { signs, quieter = {} } of evidence) {
    for (const sign of signs) {
      const severity = quieter[sign] ?? indicators[sign]?.severity ?? 'info'
      const before = weights.get(sign)
      if (!before || isLouder(severity, before)) weights.set(sign, severity)
    }
  }
  return weights
}

function order(one: Severity = 'info', other: Severity = 'info') {
  return Number(isLouder(other, one)) - Number(isLouder(one, other))
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
