import * as z from 'zod'
import type { AskedRegister, Limits } from '../app/ports/firms.ts'
import { Unavailable } from '../app/trouble.ts'
import type { Firm, FirmNumber, Inactive, Outcome } from '../core/firm/firm.ts'
import { ask, type Site, shaped } from './fetch.ts'
import { dayMs, given, givenNumbers, isoDay } from './given.ts'
import { mustName } from './naming.ts'
import { type Setting, siteOf } from './site.ts'

/** Entrepreneurs first, then associations and foundations: a number stands in one of them or in both. */
const parts = ['P', 'S'] as const

/** The Polish court register of companies, associations and foundations. */
export function plKrs(setting: Setting): AskedRegister {
  const site = { ...siteOf('https://api-krs.ms.gov.pl', setting), mostBytes: 3_000_000 }
  return {
    kind: 'asked',
    id: 'PL_KRS',
    proves: 'firm',
    takes: ['krs'],
    isOn: true,
    freshMs: dayMs,
    known: { kind: 'krs', value: '0000028860' },
    // Not published; careful clients keep to two requests a second, and a lookup may need three.
    paces: [{ most: 1, perMs: 1000 }],
    lookup: async (number, limits) => {
      if (!/^\d{10}$/.test(number.value)) return { outcome: 'format-wrong' }
      return lookup(site, number, limits)
    },
  }
}

async function lookup(site: Site, number: FirmNumber, { signal }: Limits): Promise<Outcome> {
  let struckOff: Outcome | undefined
  for (const part of parts) {
    const path = pathTo('OdpisAktualny', number, part)
    const { status, body } = await ask(site, { path, signal })
    if (status === 200) return toOutcome(shaped(Current, body).odpis, number)
    // It says "struck off" by its status alone, and names no number.
    if (status === 204) {
      const firm = await askStruckOff(site, { number, part, signal })
      // A foundation that gave up its business is struck off among entrepreneurs only.
      struckOff ??= { outcome: 'inactive', reason: 'struck-off', firm }
      continue
    }
    if (status !== 404) throw new Unavailable('changed')
  }
  return struckOff ?? { outcome: 'not-found' }
}

function pathTo(extract: string, { value }: FirmNumber, part: string): string {
  return `/api/krs/${extract}/${value}?rejestr=${part}&format=json`
}

const Text = z.string().nullish()

const Numbers = z.object({ nip: Text, regon: Text }).nullish()

const Address = z.object({
  ulica: Text,
  nrDomu: Text,
  nrLokalu: Text,
  kodPocztowy: Text,
  miejscowosc: Text,
})

const restructuring =
  'postepowanieRestrukturyzacyjneNaprawczePrzymusowaRestrukturyzacjaUporzadkowanaLikwidacja'
const restructured =
  'zakonczeniePostepowaniaRestrukturyzacyjnegoNaprawczegoPrzymusowejRestrukturyzacjiUporzadkowanejLikwidacji'

/** Proceedings come as a list, and in some extracts as one alone. */
const Proceedings = z
  .union([z.array(z.looseObject({})), z.looseObject({}).transform((one) => [one])])
  .nullish()

const Current = z.object({
  odpis: z.object({
    naglowekA: z.object({ numerKRS: z.string(), dataRejestracjiWKRS: Text }),
    dane: z.object({
      dzial1: z.object({
        danePodmiotu: z.object({ nazwa: z.string(), identyfikatory: Numbers }),
        siedzibaIAdres: z.object({ adres: Address.nullish() }).nullish(),
      }),
      dzial6: z
        .object({
          likwidacja: Proceedings,
          postepowanieUpadlosciowe: Proceedings,
          [restructuring]: Proceedings,
        })
        .nullish(),
    }),
  }),
})
type Current = z.infer<typeof Current>['odpis']

function toOutcome(extract: Current, number: FirmNumber): Outcome {
  const { nazwa, identyfikatory } = extract.dane.dzial1.danePodmiotu
  const { numerKRS, dataRejestracjiWKRS } = extract.naglowekA
  mustName(number, numerKRS)
  const firm = {
    ...given({
      name: nazwa,
      seat: toSeat(extract.dane.dzial1.siedzibaIAdres?.adres),
      since: isoDay(dataRejestracjiWKRS),
    }),
    numbers: givenNumbers(
      ['krs', numerKRS],
      ['nip', identyfikatory?.nip],
      ['regon', identyfikatory?.regon],
    ),
    ...(isRestructured(extract) && { alerts: ['insolvency' as const] }),
  }
  const reason = inactiveAs(extract)
  return reason ? { outcome: 'inactive', reason, firm } : { outcome: 'active', firm }
}

/** By open proceedings, and by the name, which has to tell them. Proceedings' texts name people and stay unread. */
function inactiveAs({ dane: { dzial1, dzial6 } }: Current): Inactive | undefined {
  const { nazwa } = dzial1.danePodmiotu
  if (isOpen(dzial6?.postepowanieUpadlosciowe, 'opisZakonczeniaProcesuUpadlosci')) return 'bankrupt'
  if (/\bW UPADŁOŚCI(?!\p{L})/iu.test(nazwa)) return 'bankrupt'
  if (isOpen(dzial6?.likwidacja, 'zakonczenieLikwidacji')) return 'liquidation'
  return /\bW LIKWIDACJI(?!\p{L})/iu.test(nazwa) ? 'liquidation' : undefined
}

function isRestructured({ dane: { dzial1, dzial6 } }: Current): boolean {
  const isNamed = /\bW RESTRUKTURYZACJI(?!\p{L})/iu.test(dzial1.danePodmiotu.nazwa)
  return isNamed || isOpen(dzial6?.[restructuring], restructured)
}

/** An end is often named and empty; only a filled one closes the proceedings. */
function isOpen(proceedings: z.infer<typeof Proceedings>, end: string): boolean {
  return (proceedings ?? []).some((one) => isFilled(one) && !isFilled(one[end]))
}

function isFilled(value: unknown): boolean {
  if (typeof value !== 'object' || value === null)
    return value !== undefined && value !== null && value !== ''
  return Object.values(value).some(isFilled)
}

function toSeat(address: z.infer<typeof Address> | null | undefined): string | undefined {
  const { ulica, nrDomu, nrLokalu, kodPocztowy, miejscowosc } = address ?? {}
  const house = [nrDomu, nrLokalu].filter(Boolean).join('/')
  const street = [ulica, ulica && house].filter(Boolean).join(' ')
  return [street, [kodPocztowy, miejscowosc].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

const Full = z.object({
  odpis: z.object({
    naglowekP: z.object({
      numerKRS: z.string(),
      wpis: z.array(z.object({ opis: Text, dataWpisu: Text })),
    }),
    dane: z.object({
      dzial1: z
        .object({
          danePodmiotu: z
            .object({
              nazwa: z.array(z.object({ nazwa: z.string(), nrWpisuWprow: Text })).nullish(),
            })
            .nullish(),
        })
        .nullish(),
    }),
  }),
})

interface StruckOff {
  number: FirmNumber
  part: string
  signal: AbortSignal
}

/** The full extract still tells the last name and the days; without it the number has to do. */
async function askStruckOff(site: Site, struckOff: StruckOff): Promise<Firm> {
  const { number } = struckOff
  const extract = await askFull(site, struckOff).catch((error) => {
    if (error instanceof Unavailable) return undefined
    throw error
  })
  if (!extract) return { numbers: [number] }
  mustName(number, extract.naglowekP.numerKRS)
  return { ...toStruckOff(extract), numbers: [number] }
}

async function askFull(site: Site, { number, part, signal }: StruckOff) {
  const { body } = await ask(site, { path: pathTo('OdpisPelny', number, part), signal })
  return shaped(Full, body).odpis
}

function toStruckOff({ naglowekP: { wpis }, dane }: z.infer<typeof Full>['odpis']) {
  const names = dane.dzial1?.danePodmiotu?.nazwa ?? []
  const entry = (name: { nrWpisuWprow?: string | null | undefined }) =>
    Number(name.nrWpisuWprow ?? 0)
  const strike = wpis.findLast(({ opis }) => opis?.startsWith('WYKREŚLENIE'))
  return given({
    name: names.toSorted((a, b) => entry(a) - entry(b)).at(-1)?.nazwa,
    since: isoDay(wpis[0]?.dataWpisu),
    until: isoDay(strike?.dataWpisu),
  })
}
