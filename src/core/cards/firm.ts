import { cut } from '../cut.ts'
import { type Answer, type Finding, type Firm, numberFrom, type Permit } from '../firm/firm.ts'
import { isSameName } from '../firm/name.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Text } from '../turn.ts'
import { numberLabel } from './number-label.ts'
import { linkFor, linkText } from './register-link.ts'

/** A year: a firm younger than that has shown little yet. */
const youngMs = 365 * 24 * 3_600_000

/** A message has 600 characters, so long names and addresses are cut, and only so many numbers and permits stand there. */
const most = { name: 100, seat: 80, numbers: 3, permits: 2 }

interface Known {
  knowledge: Pick<Knowledge, 'registers'>
  /** The firm's name in the offer, as the person typed it. */
  typed?: string
}

/** What the registers say, in one message: the firm, what should make one look twice, which register said so and when. */
export function firmCard({ question, findings }: Answer, known: Known): Text | undefined {
  if (question.by !== 'number' || findings.length === 0) return undefined
  const number = numberFrom(question.number)
  const told = findings.filter(hasFirm)
  const [main] = told.toSorted((a, b) => rank(a, known) - rank(b, known))
  const asked = number ? numberLabel(number) : question.number
  const name: Text = main?.firm.name
    ? { key: 'name:plain', vars: { text: cut(main.firm.name, most.name) } }
    : { key: 'firm:asked', vars: { number: asked } }
  const blocks = [
    main ? firmLines(main, told, known) : [],
    [
      ...worthNaming(findings, known).map((finding) => sourceLine(finding, known)),
      ...lookLine(main ?? findings[0], known),
    ],
  ]
  const items = blocks
    .filter((lines) => lines.length > 0)
    .map((lines): Text => ({ key: 'join:lines', vars: { items: lines } }))
  return { key: 'firm:card', vars: { name, lines: { key: 'join:paragraphs', vars: { items } } } }
}

/** A company is in no register of sole traders, and that says nothing: a gap beside a hit of the same kind is left out. */
function worthNaming(findings: Finding[], { knowledge }: Known) {
  const proof = ({ register }: Finding) => knowledge.registers[register]?.proves
  const found = new Set(findings.filter(hasFirm).map(proof))
  return findings.filter((one) => one.outcome !== 'not-found' || !found.has(proof(one)))
}

type Told = Finding & { firm: Firm }

function hasFirm(finding: Finding): finding is Told {
  return 'firm' in finding
}

/** The register of agencies or companies tells more than a tax register; what is not active comes first of all. */
function rank({ outcome, register, firm }: Told, { knowledge }: Known) {
  const proves = knowledge.registers[register]?.proves ?? 'firm'
  const own = { agency: 1, firm: 0, vat: 2 }[proves]
  return (outcome === 'inactive' ? 0 : 10) + own + (firm.name ? 0 : 5)
}

function firmLines(main: Told, told: Told[], { typed }: Known): Text[] {
  const { firm } = main
  const since = told.map(({ firm }) => firm.since).find(Boolean)
  const permits = told.flatMap(({ firm }) => firm.permits ?? []).slice(0, most.permits)
  const numbers = new Map(
    [main, ...told].flatMap(({ firm }) => firm.numbers).map((one) => [one.kind, numberLabel(one)]),
  )
  const line = (key: string, vars: Text['vars'] = {}): Text => ({ key, vars })
  return [
    line(main.outcome === 'inactive' ? `firm:state.${main.reason}` : 'firm:state.active'),
    // A register may hold back the name of a person in business, or all names; either way it cannot be compared.
    ...(firm.name ? [] : [line('firm:nameless')]),
    ...(firm.alerts ?? []).map((alert) => line(`firm:alert.${alert}`)),
    ...(firm.branchClosed
      ? [line('firm:alert.branch-closed', { date: date(firm.branchClosed) })]
      : []),
    ...(since && isYoung(since, main.asOf) ? [line('firm:alert.young')] : []),
    ...(typed && firm.name && !isSameName(firm.name, typed)
      ? [line('firm:alert.name-differs', { typed: cut(typed, most.name) })]
      : []),
    ...(firm.seat ? [line('firm:seat', { seat: cut(firm.seat, most.seat) })] : []),
    ...(since ? [line('firm:since', { date: date(since) })] : []),
    ...(firm.until ? [line('firm:until', { date: date(firm.until) })] : []),
    ...(firm.vat ? [line(`firm:vat.${firm.vat}`)] : []),
    ...permits.map(permitLine),
    ...(firm.foreignersSince
      ? [line('firm:foreigners', { date: date(firm.foreignersSince) })]
      : []),
    line('firm:numbers', { numbers: [...numbers.values()].slice(0, most.numbers).join(', ') }),
  ]
}

function permitLine({ what, until }: Permit): Text {
  const vars = until ? { until: date(until) } : {}
  return { key: `firm:permit.${what}${until ? '-until' : ''}`, vars }
}

function isYoung(since: string, asOf: string) {
  return Date.parse(asOf) - Date.parse(since) < youngMs
}

/** Which register said what, as of when. One that is down says nothing about the firm. */
function sourceLine(finding: Finding, { knowledge }: Known): Text {
  const name = knowledge.registers[finding.register]?.name ?? finding.register
  const vars = { register: name, date: date(finding.asOf.slice(0, 10)) }
  if (finding.outcome === 'unavailable') return { key: 'firm:source.unavailable', vars }
  if (finding.isOld) return { key: 'firm:source.old', vars }
  const found = hasFirm(finding) ? 'found' : 'not-found'
  return { key: `firm:source.${found}`, vars }
}

function lookLine(finding: Finding | undefined, { knowledge }: Known): Text[] {
  const register = finding && knowledge.registers[finding.register]
  const link = register && linkFor(register, { number: numberFrom(finding.number) })
  return link ? [{ key: 'firm:look', vars: { link: linkText(link) } }] : []
}

function date(iso: string): Text {
  return { key: 'name:date', vars: { date: iso.slice(0, 10) } }
}
