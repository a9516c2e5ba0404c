import * as z from 'zod'
import type { AskedRegister } from '../app/ports/firms.ts'
import { Unavailable } from '../app/trouble.ts'
import type { Firm, FirmNumber, Inactive, Outcome } from '../core/firm/firm.ts'
import { ask, shaped } from './fetch.ts'
import { dayMs, given, givenNumbers, isoDay } from './given.ts'
import { thoseNaming } from './naming.ts'
import { type Setting, siteOf } from './site.ts'

/** The Polish register of sole traders. Its free token carries the PESEL of whoever asked for it: a secret. */
export function plCeidg(setting: Setting): AskedRegister {
  const site = siteOf('https://dane.biznes.gov.pl', setting)
  const headers = { authorization: `Bearer ${setting.key}` }
  return {
    kind: 'asked',
    id: 'PL_CEIDG',
    proves: 'firm',
    takes: ['nip'],
    isOn: setting.key !== undefined,
    freshMs: dayMs,
    // A sole trader's number would be a person's. A company is not found here, and that shows the token holds.
    known: { kind: 'nip', value: '7740001454' },
    expects: 'not-found',
    paces: [
      { most: 50, perMs: 3 * 60_000 },
      { most: 1000, perMs: 60 * 60_000 },
    ],
    lookup: async (number, { signal }) => {
      if (!/^\d{10}$/.test(number.value)) return { outcome: 'format-wrong' }
      const path = `/api/ceidg/v3/firma?nip=${number.value}`
      const { status, body } = await ask(site, { path, signal, headers })
      if (status === 204) return { outcome: 'not-found' }
      if (status === 401 || status === 403) throw new Unavailable('off')
      if (status !== 200) throw new Unavailable('changed')
      return toOutcome(shaped(Answer, body), number)
    },
  }
}

const Status = z.enum([
  'AKTYWNY',
  'WYLACZNIE_W_FORMIE_SPOLKI',
  'WYKRESLONY',
  'ZAWIESZONY',
  'OCZEKUJE_NA_ROZPOCZECIE_DZIALANOSCI',
  'OCZEKUJE_NA_ROZPOCZECIE_DZIALALNOSCI',
])

const states: Record<z.infer<typeof Status>, 'active' | Inactive> = {
  AKTYWNY: 'active',
  // Works as a partner of a civil partnership.
  WYLACZNIE_W_FORMIE_SPOLKI: 'active',
  WYKRESLONY: 'struck-off',
  ZAWIESZONY: 'suspended',
  // The register misspells it; whoever mends it shall not break us.
  OCZEKUJE_NA_ROZPOCZECIE_DZIALANOSCI: 'not-started',
  OCZEKUJE_NA_ROZPOCZECIE_DZIALALNOSCI: 'not-started',
}

const Trader = z.object({
  nazwa: z.string().nullish(),
  status: Status.transform((status) => states[status]),
  dataRozpoczecia: z.string().nullish(),
  adresDzialalnosci: z.object({ miasto: z.string().nullish() }).nullish(),
  wlasciciel: z
    .object({
      // Read to take the person's name out of the firm's, and then dropped.
      imie: z.string().nullish(),
      nazwisko: z.string().nullish(),
      nip: z.string().nullish(),
      regon: z.string().nullish(),
    })
    .nullish(),
})
type Trader = z.infer<typeof Trader>

/** The one firm, as a list of one, or the list of a search. */
const Answer = z.union([
  z.object({ firma: z.array(Trader) }).transform(({ firma }) => firma),
  z.object({ firmy: z.array(Trader) }).transform(({ firmy }) => firmy),
])

/** Who is found by a NIP bears it. Whoever closed a firm and opened another stands there twice; the open one counts. */
function toOutcome(found: Trader[], number: FirmNumber): Outcome {
  const traders = thoseNaming(number, found, ({ wlasciciel }) => [wlasciciel?.nip])
  const trader = traders.find(({ status }) => status === 'active') ?? traders[0]
  if (!trader) return { outcome: 'not-found' }
  const firm = toFirm(trader)
  if (trader.status === 'active') return { outcome: 'active', firm }
  return { outcome: 'inactive', reason: trader.status, firm }
}

function toFirm({ nazwa, dataRozpoczecia, adresDzialalnosci, wlasciciel }: Trader): Firm {
  return {
    ...given({
      name: withoutPerson(nazwa, wlasciciel),
      seat: adresDzialalnosci?.miasto,
      since: isoDay(dataRozpoczecia),
    }),
    numbers: givenNumbers(['nip', wlasciciel?.nip], ['regon', wlasciciel?.regon]),
  }
}

/** A sole trader's firm bears its owner's name by law; we say the rest of it: "JAN NOWAK TRANSPORT" is "TRANSPORT". */
function withoutPerson(name: string | null | undefined, owner: Trader['wlasciciel']) {
  const { imie, nazwisko } = owner ?? {}
  if (!name || !imie || !nazwisko) return undefined
  const stems = `${imie} ${nazwisko}`
    .toUpperCase()
    .split(/[\s-]+/)
    .filter(Boolean)
    .map(stemOf)
  const words = name.split(/\s+/).filter((word) => !isNamed(word.toUpperCase(), stems))
  const rest = words.join(' ').replaceAll(/^[\s,.–-]+|[\s,.–-]+$/g, '')
  return /\p{L}{3}/u.test(rest) ? rest : undefined
}

/** Polish names change their ends: KOWALSKI, KOWALSKIEGO. */
function stemOf(name: string): string {
  return name.length > 5 ? name.slice(0, -2) : name.length > 3 ? name.slice(0, -1) : name
}

function isNamed(word: string, stems: string[]): boolean {
  const parts = word.split(/[^\p{L}]+/u)
  return parts.some((part) => stems.some((stem) => part.startsWith(stem)))
}
