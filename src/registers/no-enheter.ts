import * as z from 'zod'
import type { AskedRegister, Limits } from '../app/ports/firms.ts'
import { Unavailable } from '../app/trouble.ts'
import type { Candidate, Firm, FirmNumber, Inactive, Outcome } from '../core/firm/firm.ts'
import { ask, type Site, shaped } from './fetch.ts'
import { mustName } from './naming.ts'
import { addressLine, isPrivateForm } from './no-firm.ts'
import { type Setting, siteOf } from './site.ts'

const own = 'https://data.brreg.no'
const api = '/enhetsregisteret/api'

/** Enhetsregisteret, the Norwegian register of legal entities (Brønnøysund). */
export function noEnheter(setting: Setting): AskedRegister {
  const site = siteOf(own, setting)
  return {
    kind: 'asked',
    id: 'NO_ENHETER',
    proves: 'firm',
    takes: ['orgnr'],
    isOn: true,
    freshMs: 86_400_000,
    known: { kind: 'orgnr', value: '923609016' },
    paces: [{ most: 5, perMs: 1000 }],
    lookup: (number, limits) => lookup(site, number, limits),
    searches: ['NO'],
    search: (name, limits) => search(site, name, limits),
  }
}

const Name = z.object({
  organisasjonsnummer: z.string(),
  navn: z.string().nullish(),
  organisasjonsform: z.object({ kode: z.string() }).nullish(),
  forretningsadresse: z
    .object({
      adresse: z.array(z.string().nullable()).nullish(),
      postnummer: z.string().nullish(),
      poststed: z.string().nullish(),
    })
    .nullish(),
})

/** A living unit always tells these three; without them it would look sound by mistake. */
const Living = Name.extend({
  navn: z.string(),
  konkurs: z.boolean(),
  underAvvikling: z.boolean(),
  underTvangsavviklingEllerTvangsopplosning: z.boolean(),
  stiftelsesdato: z.iso.date().nullish(),
  registreringsdatoEnhetsregisteret: z.iso.date().nullish(),
})
const Deleted = Name.extend({ slettedato: z.iso.date() })
const Unit = z.union([Deleted, Living])
type Unit = z.infer<typeof Unit>

const Branch = z.union([
  z.object({ organisasjonsnummer: z.string(), slettedato: z.iso.date() }),
  z.object({
    organisasjonsnummer: z.string(),
    overordnetEnhet: z.string(),
    nedleggelsesdato: z.iso.date().nullish(),
  }),
])

/** A branch has a number of its own, and adverts print it; what counts is the firm behind it. */
async function lookup(site: Site, number: FirmNumber, limits: Limits): Promise<Outcome> {
  if (!/^\d{9}$/.test(number.value)) return { outcome: 'format-wrong' }
  const found = await lookupUnit(site, number, limits)
  if (found.outcome !== 'not-found') return found
  const branch = await askFor(site, `/underenheter/${number.value}`, limits)
  if (branch.status === 404) return found
  const unit = branch.status === 410 ? undefined : shaped(Branch, branch.body)
  const head = unit && headOf(unit, number)
  if (!head) return removed(number)
  const outcome = await lookupUnit(site, head.number, limits)
  if (!('firm' in outcome)) throw new Unavailable('changed')
  const { firm } = outcome
  if (head.closed) return { ...outcome, firm: { ...firm, branchClosed: head.closed } }
  return { ...outcome, firm: { ...firm, numbers: [...firm.numbers, number] } }
}

async function lookupUnit(site: Site, number: FirmNumber, limits: Limits): Promise<Outcome> {
  const { status, body } = await askFor(site, `/enheter/${number.value}`, limits)
  if (status === 404) return { outcome: 'not-found' }
  if (status === 400) return { outcome: 'format-wrong' }
  if (status === 410) return removed(number)
  const unit = shaped(Unit, body)
  mustName(number, unit.organisasjonsnummer)
  const reason = inactive(unit)
  const firm = toFirm(unit, number)
  return reason ? { outcome: 'inactive', reason, firm } : { outcome: 'active', firm }
}

function askFor(site: Site, path: string, { signal }: Limits) {
  return ask(site, { path: api + path, signal })
}

/** The firm behind a branch, and the day on which the branch was closed; one that was deleted leads to no firm any more. */
function headOf(branch: z.infer<typeof Branch>, number: FirmNumber) {
  mustName(number, branch.organisasjonsnummer)
  if ('slettedato' in branch) return undefined
  const { overordnetEnhet, nedleggelsesdato } = branch
  return { number: numberOf({ organisasjonsnummer: overordnetEnhet }), closed: nedleggelsesdato }
}

/** Its entry was closed, or taken out of the open data altogether: then the status says so, and need not name it. */
function removed(number: FirmNumber): Outcome {
  return { outcome: 'inactive', reason: 'struck-off', firm: { numbers: [number] } }
}

function inactive(unit: Unit): Inactive | undefined {
  if ('slettedato' in unit) return 'struck-off'
  if (unit.konkurs) return 'bankrupt'
  const { underAvvikling, underTvangsavviklingEllerTvangsopplosning: isForced } = unit
  return underAvvikling || isForced ? 'liquidation' : undefined
}

function toFirm(unit: Unit, number: FirmNumber): Firm {
  const firm = { ...named(unit), numbers: [number] }
  if ('slettedato' in unit) return { ...firm, until: unit.slettedato }
  const since = unit.stiftelsesdato ?? unit.registreringsdatoEnhetsregisteret
  return { ...firm, ...(since && { since }) }
}

/** Name and street of a company, but of a person who trades alone only the town. */
function named({ navn, organisasjonsform, forretningsadresse }: z.infer<typeof Name>) {
  const { adresse, postnummer, poststed } = forretningsadresse ?? {}
  if (isPrivateForm(organisasjonsform?.kode)) return { ...(poststed && { seat: poststed }) }
  const seat = addressLine({ streets: adresse, postcode: postnummer, town: poststed })
  return { ...(navn && { name: navn }), ...(seat && { seat }) }
}

function numberOf({ organisasjonsnummer }: { organisasjonsnummer: string }): FirmNumber {
  return { kind: 'orgnr', value: organisasjonsnummer }
}

const Hits = z.object({
  _embedded: z.object({ enheter: z.array(Name) }).optional(),
  page: z.object({ totalElements: z.number() }),
})

/** Without hits `_embedded` is missing. People who trade alone are left out: their firm bears their name. */
async function search(site: Site, name: string, limits: Limits): Promise<Candidate[]> {
  const query = `navn=${encodeURIComponent(name)}&size=10&page=0`
  const { body } = await askFor(site, `/enheter?${query}`, limits)
  return (shaped(Hits, body)._embedded?.enheter ?? []).flatMap((unit) => {
    const { navn, organisasjonsform, forretningsadresse } = unit
    if (!navn || isPrivateForm(organisasjonsform?.kode)) return []
    const seat = forretningsadresse?.poststed
    return [{ number: numberOf(unit), name: navn, ...(seat && { seat }) }]
  })
}
