import * as z from 'zod'
import type { AskedRegister, Limits } from '../app/ports/firms.ts'
import { Unavailable } from '../app/trouble.ts'
import type { Candidate, Firm, FirmNumber, Inactive, Outcome } from '../core/firm/firm.ts'
import { ask, type Site, shaped } from './fetch.ts'
import { mustName } from './naming.ts'
import { type Setting, siteOf } from './site.ts'

const own = 'https://api.company-information.service.gov.uk'

/** Companies House, the register of companies of the United Kingdom. Its free key goes as a user's name (HTTP Basic). */
export function gbCompanies(setting: Setting): AskedRegister {
  const access = { site: siteOf(own, setting), key: setting.key }
  return {
    kind: 'asked',
    id: 'GB_COMPANIES',
    proves: 'firm',
    takes: ['crn'],
    isOn: Boolean(setting.key),
    freshMs: 86_400_000,
    known: { kind: 'crn', value: '00445790' },
    paces: [{ most: 600, perMs: 300_000 }],
    lookup: (number, limits) => lookup(access, number, limits),
    searches: ['GB'],
    search: (name, limits) => search(access, name, limits),
  }
}

interface Access {
  site: Site
  key: string | undefined
}

/** `care_of`, a person's name, is not read. */
const Address = z.object({
  premises: z.string().nullish(),
  address_line_1: z.string().nullish(),
  address_line_2: z.string().nullish(),
  locality: z.string().nullish(),
  postal_code: z.string().nullish(),
})
type Address = z.infer<typeof Address>

/** All the statuses of `constants.yml` of Companies House; undefined: it works as usual. */
const statuses = {
  active: undefined,
  open: undefined,
  registered: undefined,
  // An agreement with its creditors, under which it goes on working.
  'voluntary-arrangement': undefined,
  dissolved: 'struck-off',
  'converted-closed': 'struck-off',
  closed: 'struck-off',
  removed: 'struck-off',
  liquidation: 'liquidation',
  receivership: 'bankrupt',
  administration: 'bankrupt',
  'insolvency-proceedings': 'bankrupt',
} as const satisfies Record<string, Inactive | undefined>

const Company = z.object({
  company_number: z.string(),
  company_name: z.string(),
  company_status: z.string().refine((status): status is keyof typeof statuses => {
    return Object.hasOwn(statuses, status)
  }),
  company_status_detail: z.string().nullish(),
  date_of_creation: z.iso.date().nullish(),
  date_of_cessation: z.iso.date().nullish(),
  registered_office_address: Address.nullish(),
  has_insolvency_history: z.boolean().nullish(),
  undeliverable_registered_office_address: z.boolean().nullish(),
  registered_office_is_in_dispute: z.boolean().nullish(),
  accounts: z.object({ overdue: z.boolean().nullish() }).nullish(),
})
type Company = z.infer<typeof Company>

const NotFound = z.object({
  errors: z.array(z.object({ error: z.literal('company-profile-not-found') })).min(1),
})

async function lookup(access: Access, number: FirmNumber, limits: Limits): Promise<Outcome> {
  const { value } = number
  if (!/^[A-Z0-9]{8}$/.test(value)) return { outcome: 'format-wrong' }
  const { status, body } = await askFor(access, `/company/${value}`, limits)
  if (status === 404) return shaped(NotFound, body) && { outcome: 'not-found' }
  const company = shaped(Company, body)
  mustName(number, company.company_number)
  const firm = toFirm(company, number)
  const reason = statuses[company.company_status]
  return reason ? { outcome: 'inactive', reason, firm } : { outcome: 'active', firm }
}

async function askFor({ site, key }: Access, path: string, { signal }: Limits) {
  if (!key) throw new Unavailable('off')
  const headers = { authorization: `Basic ${btoa(`${key}:`)}` }
  const reply = await ask(site, { path, signal, headers })
  if (reply.status === 401) throw new Unavailable('off')
  return reply
}

function toFirm(company: Company, number: FirmNumber): Firm {
  const { date_of_creation: since, date_of_cessation: until } = company
  const seat = line(company.registered_office_address)
  const alerts = alertsOf(company)
  return {
    name: company.company_name,
    ...(seat && { seat }),
    ...(since && { since }),
    ...(until && { until }),
    numbers: [number],
    ...(alerts.length > 0 && { alerts }),
  }
}

function alertsOf(company: Company) {
  const alerts: NonNullable<Firm['alerts']> = []
  if (company.company_status_detail === 'active-proposal-to-strike-off')
    alerts.push('strike-off-proposed')
  if (company.accounts?.overdue) alerts.push('accounts-overdue')
  if (company.has_insolvency_history || company.company_status === 'voluntary-arrangement')
    alerts.push('insolvency')
  if (company.registered_office_is_in_dispute || company.undeliverable_registered_office_address)
    alerts.push('address-disputed')
  return alerts
}

/** A line for somebody's attention names a person and is left out. */
function line(address: Address | null | undefined) {
  if (!address) return ''
  const { premises, address_line_1, address_line_2, locality, postal_code } = address
  const street = [premises, address_line_1].filter(Boolean).join(' ')
  return [street, address_line_2, locality, postal_code]
    .filter((part) => part && !/^c\/o\b/i.test(part.trim()))
    .join(', ')
}

const Hits = z.object({
  items: z.array(
    z.object({ company_number: z.string(), title: z.string(), address: Address.nullish() }),
  ),
})

async function search(access: Access, name: string, limits: Limits): Promise<Candidate[]> {
  const path = `/search/companies?q=${encodeURIComponent(name)}&items_per_page=10`
  const { body } = await askFor(access, path, limits)
  return shaped(Hits, body).items.map(({ company_number, title, address }) => ({
    number: { kind: 'crn', value: company_number },
    name: title,
    ...(address?.locality && { seat: address.locality }),
  }))
}
