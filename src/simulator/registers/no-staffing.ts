import sample from './samples/no-bemanningsforetaksregisteret-anonymised.json' with { type: 'json' }
import type { StandIn } from './stand-ins.ts'

const [head] = sample.data
const branch = head?.underenheter[0]

const alone = { kode: 'ENK', beskrivelse: 'Enkeltpersonforetak' }
const refused = { registerstatus: 2, registerstatusTekst: 'Ikke Godkjent' }
const unknown = { registerstatus: 0, registerstatusTekst: 'Ikke registrert' }

/** The anonymised firm as it is; the others are invented after its shape, with numbers that nobody bears. */
const data = [
  ...sample.data,
  {
    ...head,
    organisasjonsnummer: '100000008',
    navn: 'PRØVE BEMANNING AS',
    underenheter: [
      { ...branch, ...unknown, organisasjonsnummer: '100000091', navn: 'PRØVE AVD OSLO' },
    ],
  },
  {
    ...head,
    ...refused,
    organisasjonsnummer: '100000105',
    navn: 'PRØVE AVSLAG AS',
    underenheter: [],
  },
  {
    ...head,
    ...unknown,
    organisasjonsnummer: '100000113',
    navn: 'PRØVE UKJENT AS',
    underenheter: null,
  },
  {
    ...head,
    organisasjonsnummer: '100000040',
    navn: 'KARI PRØVE',
    organisasjonsform: alone,
    underenheter: [{ ...branch, ...unknown, organisasjonsnummer: '100000121', navn: 'KARI PRØVE' }],
  },
]

/** Like the real one it turns away whoever does not say who they are. */
export const noStaffing: StandIn = {
  id: 'NO_STAFFING',
  path: /^\/bemanningsforetaksregisteret2\/api\/virksomheter$/,
  answer: ({ headers }) =>
    headers['user-agent']
      ? { status: 200, body: { ...sample, data } }
      : { status: 403, body: { message: 'Forbidden' } },
}
