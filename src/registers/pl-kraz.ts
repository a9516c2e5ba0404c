import * as z from 'zod'
import type { AskedRegister } from '../app/ports/firms.ts'
import { Unavailable } from '../app/trouble.ts'
import type { Firm, FirmNumber, Outcome } from '../core/firm/firm.ts'
import { ask, shaped } from './fetch.ts'
import { dayMs, givenNumbers } from './given.ts'
import { thoseNaming } from './naming.ts'
import { type Setting, siteOf } from './site.ts'

/**
 * The Polish register of employment agencies. The ministry has published its questions (dane.gov.pl, data set 7,
 * OpenAPI 1.3.0), but the answers' fields, the way to sign in and the limit stand in parts of the documents that we
 * have not seen. So nobody is asked until the operator has read them, got access, and says so by setting
 * `REGISTER_PL_KRAZ_KEY` or `REGISTER_PL_KRAZ_URL`. Until then people get the link to look themselves.
 */
export function plKraz(setting: Setting): AskedRegister {
  const site = siteOf('https://storapi.praca.gov.pl', setting)
  return {
    kind: 'asked',
    id: 'PL_KRAZ',
    proves: 'agency',
    takes: ['kraz', 'nip'],
    isOn: setting.key !== undefined || setting.url !== undefined,
    freshMs: dayMs,
    // Printed in an advert; the operator confirms it before the first morning check.
    known: { kind: 'kraz', value: '8448' },
    // Not known; the manual has a limit for each user.
    paces: [{ most: 1, perMs: 1000 }],
    lookup: async (number, { signal }) => {
      if (!isWritten(number)) return { outcome: 'format-wrong' }
      const { status, body } = await ask(site, { path: pathTo(number), signal })
      // "No right to call: wrong IP address or no access to the API".
      if (status === 401 || status === 403) throw new Unavailable('off')
      if (status !== 200) throw new Unavailable('changed')
      return toOutcome(shaped(Agencies, body), number)
    },
  }
}

function isWritten({ kind, value }: FirmNumber): boolean {
  return kind === 'nip' ? /^\d{10}$/.test(value) : /^\d{1,6}$/.test(value)
}

function pathTo({ kind, value }: FirmNumber): string {
  const field = kind === 'nip' ? 'nip' : 'numerWRejestrze'
  return `/api_kraz/v1/agencje-zatrudnienia?filter%5B${field}%5D=${value}`
}

/** Only that there is a list, as in the sister services of the same system. */
const Agencies = z.union([
  z.array(z.looseObject({})),
  z.object({ data: z.array(z.looseObject({})) }).transform(({ data }) => data),
])
type Agency = Record<string, unknown>

/**
 * The register returns agencies that are active or suspended, and nothing for one that was removed. Which it is, and
 * for which services, its fields will tell: once they are known, they are read in `toFirm` and nowhere else.
 */
function toOutcome(agencies: Agency[], number: FirmNumber): Outcome {
  const [agency] = thoseNaming(number, agencies, numbersOf)
  return agency ? { outcome: 'active', firm: toFirm(number) } : { outcome: 'not-found' }
}

/** Says no more than that the register knows this number. */
function toFirm(number: FirmNumber): Firm {
  return { numbers: givenNumbers([number.kind, number.value]) }
}

/** Whatever may be a number of the agency; that of the register also as certificates print it, with its part: `8448/1b`. */
function numbersOf(agency: Agency): string[] {
  return Object.values(agency).flatMap((own) =>
    typeof own === 'string' || typeof own === 'number' ? String(own).split('/').slice(0, 1) : [],
  )
}
