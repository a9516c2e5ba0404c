import * as z from 'zod'
import type { AskedRegister } from '../app/ports/firms.ts'
import { Unavailable } from '../app/trouble.ts'
import type { Firm, FirmNumber, NumberKind, Outcome } from '../core/firm/firm.ts'
import { inBatches } from './batch.ts'
import { ask, type Site, shaped } from './fetch.ts'
import { dayMs, given, givenNumbers, townOf } from './given.ts'
import { bearsLegalForm } from './legal-forms.ts'
import { isNamed, thoseNaming } from './naming.ts'
import { type Setting, siteOf } from './site.ts'

/**
 * The register allows about 100 searches a day and address, then it locks out even its own web page until midnight
 * in Warsaw. Sources differ on the number, so we stay far below.
 */
const searchesADay = 60
/** Firms in one search; it counts as one. */
const mostInOne = 30

/** The VAT white list of the Polish tax administration: from a NIP or REGON to the firm and its KRS number. */
export function plWl(setting: Setting): AskedRegister {
  const site = siteOf('https://wl-api.mf.gov.pl', setting)
  const gather = inBatches<Answers>(mostInOne)
  return {
    kind: 'asked',
    id: 'PL_WL',
    proves: 'vat',
    takes: ['nip', 'regon'],
    isOn: true,
    freshMs: dayMs,
    known: { kind: 'nip', value: '7740001454' },
    paces: [{ most: searchesADay, day: 'Europe/Warsaw' }],
    lookup: async (number, { signal, now }) => {
      const { kind, value } = number
      if (!isWritten(number)) return { outcome: 'format-wrong' }
      const date = warsawDay.format(now)
      const { entries, request } = await gather(`${kind} ${date}`, value, signal, (values, all) =>
        search(site, { kind, values, date, signal: all }),
      )
      const entry = entries.find(({ identifier }) => isNamed(number, identifier))
      if (!entry) throw new Unavailable('changed')
      return { ...toOutcome(entry, number), ...request }
    },
  }
}

interface Answers {
  entries: Entry[]
  request: { request?: string }
}

interface Search {
  kind: NumberKind
  values: string[]
  date: string
  signal: AbortSignal
}

/** Swedes write dates as ISO does. */
const warsawDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' })

function isWritten({ kind, value }: FirmNumber): boolean {
  return kind === 'nip' ? /^\d{10}$/.test(value) : /^(?:\d{9}|\d{14})$/.test(value)
}

async function search(site: Site, { kind, values, date, signal }: Search): Promise<Answers> {
  const many = values.length > 1 ? 's' : ''
  const path = `/api/search/${kind}${many}/${values.join(',')}?date=${date}`
  const { status, body } = await ask(site, { path, signal })
  if (status !== 200) return refused(body, values)
  const { result } = shaped(Result, body)
  const entries =
    'entries' in result
      ? result.entries
      : [{ identifier: values[0] ?? '', subjects: [result.subject].filter((one) => one !== null) }]
  return { entries, request: given({ request: result.requestId }) }
}

const Refusal = z.object({ code: z.string() })

const Subject = z.object({
  name: z.string(),
  nip: z.string().nullish(),
  regon: z.string().nullish(),
  krs: z.string().nullish(),
  statusVat: z.enum(['Czynny', 'Zwolniony', 'Niezarejestrowany']).nullish(),
  workingAddress: z.string().nullish(),
  // Read to tell a person from a firm, and then dropped.
  residenceAddress: z.string().nullish(),
  pesel: z.string().nullish(),
  partners: z.array(z.unknown()).nullish(),
})

const Entry = z.object({
  identifier: z.string(),
  subjects: z.array(Subject).nullish(),
  error: Refusal.nullish(),
})
type Entry = z.infer<typeof Entry>

const Result = z.object({
  result: z.union([
    z.object({ entries: z.array(Entry), requestId: z.string().nullish() }),
    z.object({ subject: Subject.nullable(), requestId: z.string().nullish() }),
  ]),
})

/** What the list refuses: one wrong number, or all of us for a while. */
function refused(body: unknown, values: string[]): Answers {
  const { code } = shaped(Refusal, body)
  if (code === 'WL-191') throw new Unavailable('throttled')
  // The list was renewed this moment; the same question works a little later.
  if (code === 'WL-195' || code === 'WL-196') throw new Unavailable('down')
  const [value] = values
  if (code !== 'WL-115' || value === undefined || values.length > 1)
    throw new Unavailable('changed')
  return { entries: [{ identifier: value, error: { code } }], request: {} }
}

function toOutcome({ subjects, error }: Entry, number: FirmNumber): Outcome {
  if (error?.code === 'WL-115') return { outcome: 'format-wrong' }
  if (error) throw new Unavailable('changed')
  const [subject] = thoseNaming(number, subjects ?? [], ({ nip, regon }) => [
    number.kind === 'nip' ? nip : regon,
  ])
  return subject ? { outcome: 'active', firm: toFirm(subject) } : { outcome: 'not-found' }
}

const vats = { Czynny: 'active', Zwolniony: 'exempt', Niezarejestrowany: 'unregistered' } as const

/** "Niezarejestrowany" is no blemish: members of a VAT group, such as PZU, are. */
function toFirm(subject: z.infer<typeof Subject>): Firm {
  const { name, nip, regon, krs, statusVat, workingAddress } = subject
  return {
    ...(isPerson(subject)
      ? given({ seat: townOf(workingAddress) })
      : given({ name, seat: workingAddress })),
    numbers: givenNumbers(['nip', nip], ['regon', regon], ['krs', krs]),
    ...(statusVat && { vat: vats[statusVat] }),
  }
}

/** A sole trader, or a civil partnership that bears its partners' names; also whoever does not prove to be a company. */
function isPerson(subject: z.infer<typeof Subject>): boolean {
  const { name, krs, residenceAddress, pesel, partners } = subject
  if (krs) return false
  return Boolean(residenceAddress || pesel || partners?.length) || !bearsLegalForm(name)
}
