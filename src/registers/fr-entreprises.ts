import * as z from 'zod'
import type { AskedRegister, Limits } from '../app/ports/firms.ts'
import { Unavailable } from '../app/trouble.ts'
import type { Candidate, Firm, FirmNumber, Outcome } from '../core/firm/firm.ts'
import { ask, type Site, shaped } from './fetch.ts'
import { thoseNaming } from './naming.ts'
import { type Setting, siteOf } from './site.ts'

const own = 'https://recherche-entreprises.api.gouv.fr'

/** Recherche d'entreprises, the open search in the French registers, in the shape of its official OpenAPI. */
export function frEntreprises(setting: Setting): AskedRegister {
  const site = siteOf(own, setting)
  return {
    kind: 'asked',
    id: 'FR_ENTREPRISES',
    proves: 'firm',
    takes: ['siren', 'siret'],
    isOn: true,
    freshMs: 86_400_000,
    known: { kind: 'siren', value: '356000000' },
    paces: [{ most: 7, perMs: 1000 }],
    lookup: (number, limits) => lookup(site, number, limits),
    searches: ['FR'],
    search: (name, limits) => search(site, name, limits),
  }
}

const Seat = z.object({
  siret: z.string().nullish(),
  numero_voie: z.string().nullish(),
  type_voie: z.string().nullish(),
  libelle_voie: z.string().nullish(),
  code_postal: z.string().nullish(),
  libelle_commune: z.string().nullish(),
})
const Unit = z.object({
  siren: z.string(),
  nom_complet: z.string().nullish(),
  nom_raison_sociale: z.string().nullish(),
  nature_juridique: z.string().nullish(),
  statut_diffusion: z.string().nullish(),
  etat_administratif: z.string().nullish(),
  date_creation: z.iso.date().nullish(),
  date_fermeture: z.iso.date().nullish(),
  siege: Seat.nullish(),
})
type Unit = z.infer<typeof Unit>
const Hits = z.object({ results: z.array(Unit), total_results: z.number() })
const Refusal = z.object({ erreur: z.string() })

/**
 * Whoever objected to being shown is missing there, so nothing found does not mean that nobody is. The SIRET of a branch need
 * not come back, as only the seat's is asked for; its firm's SIREN does.
 */
async function lookup(site: Site, { value }: FirmNumber, limits: Limits): Promise<Outcome> {
  if (!/^\d{9}(\d{5})?$/.test(value)) return { outcome: 'format-wrong' }
  const { status, body } = await find(site, value, limits)
  if (status === 400) return shaped(Refusal, body) && { outcome: 'format-wrong' }
  const number: FirmNumber = { kind: 'siren', value: value.slice(0, 9) }
  const [unit] = thoseNaming(number, shaped(Hits, body).results, ({ siren }) => [siren])
  if (!unit) return { outcome: 'not-found' }
  const firm = toFirm(unit, number)
  if (unit.etat_administratif === 'A') return { outcome: 'active', firm }
  if (unit.etat_administratif !== 'C') throw new Unavailable('changed')
  return { outcome: 'inactive', reason: 'struck-off', firm }
}

/** The short answer with the seat only: without it the names of all directors would come along. */
function find(site: Site, text: string, { signal }: Limits) {
  const query = `q=${encodeURIComponent(text)}&page=1&per_page=10&minimal=true&include=siege`
  return ask(site, { path: `/search?${query}`, signal })
}

function toFirm(unit: Unit, number: FirmNumber): Firm {
  const { siege, date_creation: since, date_fermeture: until } = unit
  const seat = isCompany(unit) ? address(unit) : said(siege?.libelle_commune)
  const name = nameOf(unit)
  if (isCompany(unit) && !name) throw new Unavailable('changed')
  return {
    ...(name && { name }),
    ...(seat && { seat }),
    ...(since && { since }),
    ...(until && { until }),
    numbers: [number, ...(siege?.siret ? [{ kind: 'siret', value: siege.siret } as const] : [])],
  }
}

/** Legal forms that begin with 1 (1000: entrepreneur individuel) are natural persons; so may be who objected in part. */
function isCompany({ nature_juridique, statut_diffusion }: Unit) {
  return /^[2-9]/.test(nature_juridique ?? '') && (statut_diffusion ?? 'O') === 'O'
}

function nameOf(unit: Unit) {
  return isCompany(unit) ? said(unit.nom_raison_sociale ?? unit.nom_complet) : undefined
}

/** Put together from street and town: the ready line may begin with the person who takes in the post. */
function address({ siege }: Unit) {
  const { numero_voie, type_voie, libelle_voie, code_postal, libelle_commune } = siege ?? {}
  const street = [numero_voie, type_voie, libelle_voie]
    .flatMap((part) => said(part) ?? [])
    .join(' ')
  const town = [code_postal, libelle_commune].flatMap((part) => said(part) ?? []).join(' ')
  return [street, town].filter(Boolean).join(', ')
}

/** What somebody has objected to comes as "[ND]", not to be shown. */
function said(text: string | null | undefined) {
  return text?.includes('[ND]') ? undefined : (text ?? undefined)
}

/** People who trade alone are left out: their firm bears their name. */
async function search(site: Site, name: string, limits: Limits): Promise<Candidate[]> {
  const { body } = await find(site, name, limits)
  return shaped(Hits, body).results.flatMap((unit) => {
    const firm = nameOf(unit)
    if (!firm) return []
    const seat = said(unit.siege?.libelle_commune)
    return [{ number: { kind: 'siren', value: unit.siren }, name: firm, ...(seat && { seat }) }]
  })
}
