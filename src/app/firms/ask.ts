import {
  type Answer,
  alsoKnownAs,
  type Candidate,
  type Finding,
  type FirmNumber,
  numberFrom,
  numberId,
  type Question,
  type Unavailable as Reason,
} from '../../core/firm/firm.ts'
import { isCompanyName } from '../../core/firm/name.ts'
import type { AskedRegister, Register } from '../ports/firms.ts'
import type { World } from '../ports/world.ts'
import { Unavailable } from '../trouble.ts'
import { within } from '../within.ts'
import { askRegister } from './ask-register.ts'
import { ownWord } from './own-word.ts'
import { keepPace } from './pace.ts'

/** A person waits for it, so all registers together have so long; what is missing then is unavailable. */
const patienceMs = 6000

/** Where one register leads to the next, one that hangs must leave time for those behind it. */
const firstRoundMs = 2500

/** More candidates than a screen has buttons would only confuse. */
const candidatesAtMost = 5

/** What the registers say to a question: from the cache where it is fresh, within seconds in any case. */
export async function ask(world: World, question: Question): Promise<Answer> {
  const signal = AbortSignal.timeout(patienceMs)
  if (question.by === 'name') return byName(world, question, signal)
  const number = numberFrom(question.number)
  const asking = newAsking(world, signal)
  if (number && question.proves === 'agency') await aboutAgency(asking, number)
  else if (number) await aboutFirm(asking, number)
  return { question, findings: asking.findings, candidates: [] }
}

/** Collects what was found; no register is asked twice. */
interface Asking {
  findings: Finding[]
  /** Those of registers that speak of firms, not of agencies. */
  ofFirms: () => Finding[]
  /** Asks those registers about a number, side by side. */
  ask: (
    number: FirmNumber,
    which: (register: Register) => boolean,
    patience?: number,
  ) => Promise<void>
}

function newAsking(world: World, all: AbortSignal): Asking {
  const findings: Finding[] = []
  const ask: Asking['ask'] = async (number, which, patience = patienceMs) => {
    const signal = AbortSignal.any([all, AbortSignal.timeout(patience)])
    const asked = (id: string) => findings.some(({ register }) => register === id)
    const registers = world.registers.filter(
      (one) => one.isOn && takes(one, number) && which(one) && !asked(one.id),
    )
    findings.push(
      ...(await Promise.all(
        registers.map((register) => askRegister(world, { register, number, signal })),
      )),
    )
  }
  const agencies = world.registers.filter(isAgency).map(({ id }) => id)
  const ofFirms = () => findings.filter(({ register }) => !agencies.includes(register))
  return { findings, ofFirms, ask }
}

function isAgency({ proves }: Register) {
  return proves === 'agency'
}

function takes({ takes }: Register, { kind }: FirmNumber) {
  return takes.includes(kind)
}

/** The register of agencies, by this number or by one under which the registers of firms know it; and the company itself. */
async function aboutAgency(asking: Asking, number: FirmNumber) {
  await asking.ask(number, isAgency)
  const firm = numberOf(asking.findings, 'krs') ?? numberOf(asking.findings, 'nip') ?? number
  if (firm.kind !== 'kraz') await aboutFirm(asking, firm)
  for (const kind of ['nip', 'ico', 'orgnr'] as const) {
    const known = numberOf(asking.findings, kind)
    if (known) await asking.ask(known, isAgency)
  }
}

/**
 * From number to number. Registers with a daily budget wait until the others leave something open: whether the firm exists
 * at all, or the number under which the register of companies knows it.
 */
async function aboutFirm(asking: Asking, number: FirmNumber) {
  const isFirm = (register: Register) => !isAgency(register)
  const numbers = [...alsoKnownAs(number), number]
  const isFirst = (register: Register) => isFirm(register) && !isRationed(register)
  const patience = number.kind === 'nip' || numbers.length > 1 ? firstRoundMs : patienceMs
  for (const one of numbers) await asking.ask(one, isFirst, patience)
  for (const one of numbers) {
    if (leavesOpen(asking.ofFirms())) await asking.ask(one, (it) => isFirm(it) && isRationed(it))
  }
  const krs = numberOf(asking.findings, 'krs')
  if (krs) await asking.ask(krs, isFirm)
}

function isRationed(register: Register) {
  return register.kind === 'asked' && register.paces.some((pace) => 'day' in pace)
}

/** Nobody knows the firm yet, or its name is a company's and the number in the register of companies is missing. */
function leavesOpen(findings: Finding[]) {
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

/** A name gives candidates to choose from, never a verdict. */
async function byName(
  world: World,
  question: Question & { by: 'name' },
  signal: AbortSignal,
): Promise<Answer> {
  const registers = world.registers.filter(
    (one): one is AskedRegister =>
      one.kind === 'asked' && one.isOn && (one.searches?.includes(question.country) ?? false),
  )
  const answers = await Promise.all(
    registers.map((one) => search(world, one, { question, signal })),
  )
  const candidates = answers.flatMap((found) => ('candidates' in found ? found.candidates : []))
  const findings = answers.flatMap((found) => ('finding' in found ? [found.finding] : []))
  const once = new Map(candidates.map((one) => [numberId(one.number), one]))
  return { question, findings, candidates: [...once.values()].slice(0, candidatesAtMost) }
}

interface Search {
  question: Question & { by: 'name' }
  signal: AbortSignal
}

type Found = { candidates: Candidate[] } | { finding: Finding }

async function search(
  world: World,
  register: AskedRegister,
  { question, signal }: Search,
): Promise<Found> {
  const now = world.now()
  const proof = { register: register.id, number: '', asOf: now.toISOString() }
  const without = (reason: Reason): Found => ({
    finding: { ...proof, outcome: 'unavailable', reason },
  })
  const looking = async (): Promise<Found> => {
    await keepPace(world, register, signal)
    const find = async () => register.search?.(question.name, { signal, now })
    const candidates = (await ownWord(world.log, register, find)) ?? []
    return candidates.length > 0 ? { candidates } : { finding: { ...proof, outcome: 'not-found' } }
  }
  return within(signal, looking(), without('slow')).catch((error) => {
    if (error instanceof Unavailable) return without(error.reason)
    throw error
  })
}
