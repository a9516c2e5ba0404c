import tesco from './samples/uk-companies-house-company-00445790-200.json' with { type: 'json' }
import type { Reply, StandIn } from './stand-ins.ts'

const address = {
  care_of: 'Mary Example',
  address_line_1: 'C/O Mary Example',
  address_line_2: '1 Example Street',
  locality: 'London',
  postal_code: 'ZZ1 1ZZ',
}
const like = { ...tesco, date_of_creation: '2024-01-15', registered_office_address: address }

/** One company as a public test has it; the others are invented after it, with numbers that nobody bears. */
const companies = [
  tesco,
  {
    ...like,
    company_number: '99900001',
    company_name: 'EXAMPLE STAFFING LTD',
    company_status_detail: 'active-proposal-to-strike-off',
    accounts: { overdue: true },
    has_insolvency_history: true,
    registered_office_is_in_dispute: true,
  },
  {
    ...like,
    company_number: '99900002',
    company_name: 'EXAMPLE DISSOLVED LTD',
    company_status: 'dissolved',
    date_of_cessation: '2025-08-05',
  },
  {
    ...like,
    company_number: 'SC990003',
    company_name: 'EXAMPLE LIQUIDATION LTD',
    company_status: 'liquidation',
  },
  {
    ...like,
    company_number: '99900004',
    company_name: 'EXAMPLE ADMINISTRATION LTD',
    company_status: 'administration',
  },
  {
    ...like,
    company_number: '99900005',
    company_name: 'EXAMPLE ARRANGEMENT LTD',
    company_status: 'voluntary-arrangement',
    undeliverable_registered_office_address: true,
  },
]

export const gbCompanies: StandIn = {
  id: 'GB_COMPANIES',
  path: /^\/(company\/[^/]+|search\/companies)$/,
  answer: ({ url, headers }) => {
    if (!/^Basic .+/.test(headers.authorization ?? '')) return wrong(401, 'invalid-authorization')
    const [, kind, number] = url.pathname.split('/')
    if (kind === 'search') return search(url.searchParams)
    const body = companies.find(({ company_number }) => company_number === number)
    return body ? { status: 200, body } : wrong(404, 'company-profile-not-found')
  },
}

function search(query: URLSearchParams): Reply {
  const name = query.get('q')?.toUpperCase() ?? ''
  const items = companies
    .filter(({ company_name }) => company_name.includes(name))
    .map((company) => ({
      kind: 'searchresults#company',
      title: company.company_name,
      company_number: company.company_number,
      company_status: company.company_status,
      address: company.registered_office_address,
      address_snippet: Object.values(company.registered_office_address).join(', '),
    }))
  return { status: 200, body: { kind: 'search#companies', total_results: items.length, items } }
}

function wrong(status: number, error: string): Reply {
  return { status, body: { errors: [{ error, type: 'ch:service' }] } }
}
