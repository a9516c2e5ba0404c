import * as z from 'zod'
import type { CopiedRegister, Copy, Limits } from '../app/ports/firms.ts'
import { Unavailable } from '../app/trouble.ts'
import { type FirmNumber, numberId, type Outcome, type Permit } from '../core/firm/firm.ts'
import { ask, type Site, shaped } from './fetch.ts'
import { type Setting, siteOf } from './site.ts'

const own = 'https://data.mpsv.cz'
const path = '/od/soubory/agentury-prace/agentury-prace.json'
const mostBytes = 20_000_000

/** Agentury práce, the open list of Czech employment agencies with their permits (ministry of labour, daily). */
export function czAgencies(setting: Setting): CopiedRegister {
  const site = { ...siteOf(own, setting), mostBytes }
  return {
    kind: 'copied',
    id: 'CZ_AGENCIES',
    proves: 'agency',
    takes: ['ico'],
    isOn: true,
    freshMs: 86_400_000,
    known: { kind: 'ico', value: '17181879' },
    download: (limits) => download(site, limits),
  }
}

const Licence = z.object({
  platnostOd: z.iso.date(),
  platnostDo: z.iso.date().nullable(),
  vyhledavaniZamestnani: z.boolean(),
  zamestnavaniOsob: z.boolean(),
})
type Licence = z.infer<typeof Licence>

/** The file also names a representative and contact persons of each agency: they are not read. */
const Agency = z.object({
  ico: z.string().nullish(),
  nazev: z.string().nullish(),
  povoleni: z.array(Licence),
})
type Agency = z.infer<typeof Agency>

const File = z.object({ polozky: z.array(Agency) })

/**
 * The file bears no date of its own. An agency without a number cannot be looked up by one and is left out. The list
 * holds about 1,900 agencies: an empty one is a fault of theirs, not the end of all permits.
 */
async function download(site: Site, { signal, now }: Limits): Promise<Copy> {
  const { status, body } = await ask(site, { path, signal })
  if (status !== 200) throw new Unavailable('down')
  const agencies = Map.groupBy(shaped(File, body).polozky, numberOf)
  agencies.delete('')
  if (agencies.size === 0) throw new Unavailable('changed')
  const day = dayIn('Europe/Prague', now)
  const outcomes = [...agencies].map(([value, entries]) => {
    const number: FirmNumber = { kind: 'ico', value }
    return [numberId(number), toOutcome(number, entries, day)] as const
  })
  return { asOf: now.toISOString(), outcomes: new Map(outcomes) }
}

/** As it is asked for: with the zeros at its beginning, which get lost where numbers are not written as text. */
function numberOf({ ico }: Agency): string {
  const digits = ico?.trim()
  return digits ? digits.padStart(8, '0') : ''
}

function toOutcome(number: FirmNumber, entries: Agency[], day: string): Outcome {
  // A permit for advice alone lets nobody place or lend people.
  const licences = entries
    .flatMap(({ povoleni }) => povoleni)
    .filter((licence) => licence.vyhledavaniZamestnani || licence.zamestnavaniOsob)
  const valid = licences.filter((licence) => isValid(licence, day))
  const name = entries.map(({ nazev }) => nazev).find((one) => one && isCompanyName(one))
  const firm = { numbers: [number], ...(name && { name }) }
  if (valid.length > 0)
    return { outcome: 'active', firm: { ...firm, permits: valid.flatMap(toPermits) } }
  const isComing = licences.some(({ platnostOd }) => platnostOd > day)
  if (licences.length === 0) return { outcome: 'inactive', reason: 'not-approved', firm }
  return { outcome: 'inactive', reason: isComing ? 'not-started' : 'expired', firm }
}

function isValid({ platnostOd, platnostDo }: Licence, day: string) {
  return platnostOd <= day && (platnostDo === null || platnostDo >= day)
}

/** A permit for advice alone is neither of these two. */
function toPermits(licence: Licence): Permit[] {
  const time = {
    from: licence.platnostOd,
    ...(licence.platnostDo && { until: licence.platnostDo }),
  }
  const permits: Permit[] = []
  if (licence.vyhledavaniZamestnani) permits.push({ what: 'placement', ...time })
  if (licence.zamestnavaniOsob) permits.push({ what: 'temporary-work', ...time })
  return permits
}

/** The file does not say who is a person, so only a name that ends with the form of a company is told. */
function isCompanyName(name: string) {
  const words = name
    .toLowerCase()
    .replaceAll(/[\s.,]+/g, ' ')
    .trim()
    .replace(/ v likvidaci$/, '')
  return companyForms.some((form) => words.endsWith(` ${form}`))
}

const companyForms = [
  ...['s r o', 'sro', 'a s', 'k s', 'v o s', 'o p s', 'z s', 'z ú', 'se', 'družstvo'],
  ...['odštěpný závod', 'organizační složka', 'sp z o o', 'gmbh', 'ag', 'ltd', 'limited'],
  ...['b v', 'kft', 'srl', 's r l', 'llc', 'uab', 'sia', 'oü'],
]

/** The calendar day there, as ISO. */
function dayIn(timeZone: string, now: Date) {
  return new Intl.DateTimeFormat('sv', { timeZone }).format(now)
}
