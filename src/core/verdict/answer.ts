import type { Answer, Finding } from '../firm/firm.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'

/** What all the registers together say; each has a way of its own in a flow. */
export type Weighed = Finding['outcome'] | 'by-hand'

/**
 * What is struck off in its own register is not saved by an old VAT number. One register that knows the firm is enough to
 * say that it exists; "not found" needs all of those that were asked. A register that was not asked says nothing.
 */
export function outcomeOf(
  { question, findings, unasked }: Answer,
  { registers }: Pick<Knowledge, 'registers'>,
): Weighed {
  if (unasked) return 'unavailable'
  const proof = (finding: Finding) => registers[finding.register]?.proves ?? 'firm'
  const telling = findings.filter(
    (finding) =>
      (proof(finding) === 'agency') === (question.proves === 'agency') && !isOff(finding),
  )
  const has = (outcome: Finding['outcome']) => telling.some((one) => one.outcome === outcome)
  // An agency whose company is struck off is none any more, whatever its own register still says.
  if (findings.some(({ outcome }) => outcome === 'inactive')) return 'inactive'
  if (telling.some((one) => one.outcome === 'active' && !isFormer(one))) return 'active'
  if (telling.some(isFormer)) return has('unavailable') ? 'unavailable' : 'by-hand'
  if (has('unavailable')) return 'unavailable'
  if (has('not-found')) return 'not-found'
  return has('format-wrong') ? 'format-wrong' : 'by-hand'
}

/** Taxpayers who left stay on the list of VAT; alone it does not prove that a firm still works. */
function isFormer(finding: Finding) {
  return finding.outcome === 'active' && finding.firm.vat === 'unregistered'
}

function isOff(finding: Finding) {
  return finding.outcome === 'unavailable' && finding.reason === 'off'
}
