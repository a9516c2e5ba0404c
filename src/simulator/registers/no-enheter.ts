import equinor from './samples/no-brreg-enhet-923609016-200.json' with { type: 'json' }
import type { Reply, StandIn } from './stand-ins.ts'

const like = {
  ...equinor,
  stiftelsesdato: '2021-05-03',
  organisasjonsform: { kode: 'AS', beskrivelse: 'Aksjeselskap' },
  forretningsadresse: {
    ...equinor.forretningsadresse,
    adresse: ['c/o Kari Prøve', 'Prøveveien 1'],
  },
}

/** One recorded company; the others are invented after its shape, with numbers that nobody bears. */
const units = [
  equinor,
  { ...like, organisasjonsnummer: '100000008', navn: 'PRØVE BEMANNING AS' },
  { ...like, organisasjonsnummer: '100000016', navn: 'PRØVE KONKURS AS', konkurs: true },
  { ...like, organisasjonsnummer: '100000024', navn: 'PRØVE AVVIKLING AS', underAvvikling: true },
  {
    ...like,
    organisasjonsnummer: '100000032',
    navn: 'PRØVE OPPLØSNING AS',
    underTvangsavviklingEllerTvangsopplosning: true,
  },
  {
    ...like,
    organisasjonsnummer: '100000040',
    navn: 'KARI PRØVE',
    organisasjonsform: { kode: 'ENK', beskrivelse: 'Enkeltpersonforetak' },
  },
  {
    respons_klasse: 'SlettetEnhet',
    organisasjonsnummer: '100000059',
    navn: 'PRØVE SLETTET AS',
    organisasjonsform: { kode: 'AS', beskrivelse: 'Aksjeselskap' },
    slettedato: '2025-06-30',
  },
]

/** Taken out of the open data for legal reasons. */
const gone = { organisasjonsnummer: '100000067', slettedato: '2024-02-01' }

const branch = {
  respons_klasse: 'Underenhet',
  organisasjonsnummer: '100000075',
  navn: 'EQUINOR ASA AVD PRØVE',
  organisasjonsform: { kode: 'BEDR', beskrivelse: 'Underenhet' },
  overordnetEnhet: equinor.organisasjonsnummer,
}
const idleBranch = {
  ...branch,
  organisasjonsnummer: '100000091',
  navn: 'EQUINOR ASA AVD NEDLAGT',
  nedleggelsesdato: '2025-05-01',
}
const closedBranch = {
  respons_klasse: 'SlettetUnderenhet',
  organisasjonsnummer: '100000083',
  navn: 'KARI PRØVE AVD OSLO',
  slettedato: '2023-01-31',
}

export const noEnheter: StandIn = {
  id: 'NO_ENHETER',
  path: /^\/enhetsregisteret\/api\/(under)?enheter(\/|$)/,
  answer: ({ url }) => {
    const [, , , kind, number] = url.pathname.split('/')
    if (!number) return search(url.searchParams)
    if (!/^\d{9}$/.test(number)) return { status: 400, body: { status: 400 } }
    if (number === gone.organisasjonsnummer) return { status: 410, body: gone }
    return reply(kind === 'enheter' ? units : [branch, idleBranch, closedBranch], number)
  },
}

function reply(entries: { organisasjonsnummer: string }[], number: string): Reply {
  const body = entries.find(({ organisasjonsnummer }) => organisasjonsnummer === number)
  return body ? { status: 200, body } : { status: 404 }
}

function search(query: URLSearchParams): Reply {
  const name = query.get('navn')?.toUpperCase() ?? ''
  const found = units.filter(({ navn }) => navn.includes(name))
  const size = Number(query.get('size') ?? 20)
  const page = { size, totalElements: found.length, totalPages: 1, number: 0 }
  const _embedded = { enheter: found.slice(0, size) }
  return { status: 200, body: { ...(found.length > 0 && { _embedded }), page } }
}
