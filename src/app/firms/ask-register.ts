import { type Finding, type FirmNumber, numberId, type Outcome } from '../../core/firm/firm.ts'
import type { AskedRegister, CopiedRegister, Known, Register } from '../ports/firms.ts'
import type { World } from '../ports/world.ts'
import { retention } from '../retention.ts'
import { Unavailable } from '../trouble.ts'
import { within } from '../within.ts'
import { ownWord } from './own-word.ts'
import { keepPace } from './pace.ts'

/** After a failure nobody asks again for so long: a hundred people must not wait for the same timeout one after another. */
const troubleMs = 30_000

/** Silent for so long, a register is slow. One that had to wait for another that hangs has less: then we cut it off. */
const fairMs = 4000

interface Inquiry {
  register: Register
  number: FirmNumber
  signal: AbortSignal
}

/** What one register says: what it said a while ago, or asked now, or what it last said if it cannot say anything. */
export async function askRegister(
  world: World,
  { register, number, signal }: Inquiry,
): Promise<Finding> {
  if (register.kind === 'copied') return fromCopy(world, register, number)
  const id = numberId(number)
  const known = await world.firms.known(register.id, id)
  const fresh = known && freshIn(known, { register, id, now: world.now() })
  if (fresh) return fresh
  const finding = await askNow(world, register, { number, signal })
  if (finding.outcome !== 'unavailable') {
    await world.firms.know(finding)
    return finding
  }
  world.log('register-unavailable', { register: register.id, reason: finding.reason })
  // Our own limit may be over for the next who asks.
  if (finding.reason !== 'budget') await world.firms.know(finding)
  return (known && oldIn(known, world.now())) ?? finding
}

/** That a firm was not there a while ago says nothing today; that it was there still helps. */
function oldIn({ finding }: Known, now: Date): Finding | undefined {
  if (!finding || !('firm' in finding)) return undefined
  const isHeld = now.getTime() - Date.parse(finding.asOf) < retention.factMs
  return isHeld ? { ...finding, isOld: true } : undefined
}

function freshIn(
  known: Known,
  { register, id, now }: { register: Register; id: string; now: Date },
): Finding | undefined {
  const { finding, trouble } = known
  // A clock that was set back must not make either last longer.
  const age = (at: string) => Math.abs(now.getTime() - Date.parse(at))
  if (finding && age(finding.asOf) < register.freshMs) return finding
  if (!trouble || age(trouble.at) >= troubleMs) return undefined
  const old = oldIn(known, now)
  if (old) return old
  const { reason, at } = trouble
  return { register: register.id, number: id, asOf: at, outcome: 'unavailable', reason }
}

type Asked = Pick<Inquiry, 'number' | 'signal'>

async function askNow(world: World, register: AskedRegister, asked: Asked): Promise<Finding> {
  const outcome = await hear(world, register, asked)
  const asOf = world.now().toISOString()
  return { ...outcome, register: register.id, number: numberId(asked.number), asOf }
}

type Word = Outcome & { request?: string }

/** Where we left no time to ask, or too little to answer, that is our own budget. */
async function hear(world: World, register: AskedRegister, asked: Asked): Promise<Word> {
  const { signal } = asked
  if (signal.aborted) return { outcome: 'unavailable', reason: 'budget' }
  const fair = AbortSignal.timeout(fairMs)
  const late: Word = { outcome: 'unavailable', reason: 'slow' }
  const word = await within(signal, lookup(world, register, asked), late)
  const isCutOff = signal.aborted && !fair.aborted && isSlow(word)
  return isCutOff ? { outcome: 'unavailable', reason: 'budget' } : word
}

async function lookup(world: World, register: AskedRegister, asked: Asked): Promise<Word> {
  const { number, signal } = asked
  try {
    await keepPace(world, register, signal)
    const limits = { signal, now: world.now() }
    return await ownWord(world.log, register, () => register.lookup(number, limits))
  } catch (error) {
    if (error instanceof Unavailable) return { outcome: 'unavailable', reason: error.reason }
    throw error
  }
}

function isSlow(word: Word) {
  return word.outcome === 'unavailable' && word.reason === 'slow'
}

async function fromCopy(
  { firms, now }: World,
  register: CopiedRegister,
  number: FirmNumber,
): Promise<Finding> {
  const id = numberId(number)
  const proof = { register: register.id, number: id }
  const copy = await firms.copyOf(register.id)
  if (!copy) {
    return { ...proof, asOf: now().toISOString(), outcome: 'unavailable', reason: 'no-copy' }
  }
  const isOld = now().getTime() - Date.parse(copy.fetchedAt) > 2 * register.freshMs
  const outcome = (await firms.copied(register.id, id)) ?? { outcome: 'not-found' as const }
  if (isOld && outcome.outcome === 'not-found')
    return { ...proof, asOf: copy.asOf, outcome: 'unavailable', reason: 'no-copy' }
  return { ...onDay(outcome, now()), ...proof, asOf: copy.asOf, ...(isOld && { isOld }) }
}

/** A permit may have run out since the file was made. */
function onDay(outcome: Outcome, now: Date): Outcome {
  if (outcome.outcome !== 'active' || !outcome.firm.permits) return outcome
  const day = now.toISOString().slice(0, 10)
  const permits = outcome.firm.permits.filter(({ until }) => until === undefined || until >= day)
  const firm = { ...outcome.firm, permits }
  return permits.length > 0
    ? { outcome: 'active', firm }
    : { outcome: 'inactive', reason: 'expired', firm: outcome.firm }
}
