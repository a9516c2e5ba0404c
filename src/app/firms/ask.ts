import {
  type Answer,
  alsoKnownAs,
  type Finding,
  type FirmNumber,
  numberFrom,
  type Question,
} from '../../core/firm/firm.ts'
import { isCompanyName } from '../../core/firm/name.ts'
import type { Register } from '../ports/firms.ts'
import type { World } from '../ports/world.ts'
import { askByName } from './ask-by-name.ts'
import { type Asking, newAsking } from './asking.ts'

/** A person waits for it, so all registers together have so long; what is missing then is unavailable. */
const patienceMs = 6000

/** What the registers say to a question: from the cache where it is fresh, within seconds in any case. */
export async function ask(world: World, question: Question): Promise<Answer> {
  const signal = AbortSignal.timeout(patienceMs)
  if (question.by === 'name') return askByName(world, question, signal)
  const asking = newAsking(world, signal)
  const number = numberFrom(question.number)
  if (number) await askByNumber(asking, number, question.proves)
  return { question, findings: asking.findings(), candidates: [] }
}

/** What comes late may lead further: the way is gone again with it, past those who have been asked. */
async function askByNumber(asking: Asking, number: FirmNumber, proves: Question['proves']) {
  const go = proves === 'agency' ? aboutAgency : aboutFirm
  do {
    await go(asking, number)
  } while (await asking.hearsMore())
}

/** The register of agencies, by this number or by one under which the registers of firms know it; and the company itself. */
async function aboutAgency(asking: Asking, number: FirmNumber) {
  await asking.ask([number], isOfAgencies)
  const firm = numberOf(asking.findings(), 'krs') ?? numberOf(asking.findings(), 'nip') ?? number
  if (firm.kind !== 'kraz') await aboutFirm(asking, firm)
  for (const kind of ['nip', 'ico', 'orgnr'] as const) {
    const known = numberOf(asking.findings(), kind)
    if (known) await asking.ask([known], isOfAgencies)
  }
}

/**
 * From number to number. Registers with a daily budget wait until the others leave something open: whether the firm exists
 * at all, or the number under which the register of companies knows it.
 */
async function aboutFirm(asking: Asking, number: FirmNumber) {
  const numbers = [...alsoKnownAs(number), number]
  await asking.ask(numbers, (one) => isOfFirms(one) && !isRationed(one))
  if (leavesOpen(asking)) await asking.ask(numbers, (one) => isOfFirms(one) && isRationed(one))
  const krs = numberOf(asking.findings(), 'krs')
  if (krs) await asking.ask([krs], isOfFirms)
}

function isOfAgencies({ proves }: Register) {
  return proves === 'agency'
}

function isOfFirms(register: Register) {
  return !isOfAgencies(register)
}

function isRationed(register: Register) {
  return register.kind === 'asked' && register.paces.some((pace) => 'day' in pace)
}

/** Nobody knows the firm yet, or its name is a company's and the number in the register of companies is missing. */
function leavesOpen(asking: Asking) {
  const findings = asking.findings(isOfFirms)
  const active = findings.filter((finding) => finding.outcome === 'active')
  if (active.length === 0) return !findings.some(({ outcome }) => outcome === 'inactive')
  const isCompany = active.some(({ firm }) => firm.name !== undefined && isCompanyName(firm.name))
  return isCompany && !numberOf(findings, 'krs')
}

function numberOf(findings: Finding[], kind: FirmNumber['kind']) {
  return findings
    .flatMap((finding) => ('firm' in finding ? finding.firm.numbers : []))
    .find((number) => number.kind === kind)
}
