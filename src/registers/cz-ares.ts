import * as z from 'zod'
import type { AskedRegister, Limits } from '../app/ports/firms.ts'
import { Unavailable } from '../app/trouble.ts'
import type { Candidate, Firm, FirmNumber, Outcome } from '../core/firm/firm.ts'
import { ask, type Site, shaped } from './fetch.ts'
import { mustName } from './naming.ts'
import { type Setting, siteOf } from './site.ts'

const own = 'https://ares.gov.cz'
const subjects = '/ekonomicke-subjekty-v-be/rest/ekonomicke-subjekty'

/** ARES, the Czech register of economic subjects, in the shape of its official OpenAPI 1.3.0. */
export function czAres(setting: Setting): AskedRegister {
  const site = siteOf(own, setting)
  return {
    kind: 'asked',
    id: 'CZ_ARES',
    proves: 'firm',
    takes: ['ico'],
    isOn: true,
    freshMs: 86_400_000,
    known: { kind: 'ico', value: '64608212' },
    paces: [{ most: 100, perMs: 60_000 }],
    lookup: (number, limits) => lookup(site, number, limits),
    searches: ['CZ'],
    search: (name, limits) => search(site, name, limits),
  }
}

const Subject = z.object({
  ico: z.string(),
  obchodniJmeno: z.string().nullish(),
  pravniForma: z.string().nullish(),
  sidlo: z
    .object({ textovaAdresa: z.string().nullish(), nazevObce: z.string().nullish() })
    .nullish(),
  datumVzniku: z.iso.date().nullish(),
  datumZaniku: z.iso.date().nullish(),
  dic: z.string().nullish(),
  seznamRegistraci: z.object({ stavZdrojeIr: z.string().nullish() }).nullish(),
})
type Subject = z.infer<typeof Subject>

const NotFound = z.object({ kod: z.literal('NENALEZENO') })
const WrongInput = z.object({ kod: z.literal('CHYBA_VSTUPU') })

async function lookup(site: Site, number: FirmNumber, { signal }: Limits): Promise<Outcome> {
  const { value } = number
  if (!/^\d{8}$/.test(value)) return { outcome: 'format-wrong' }
  const { status, body } = await ask(site, { path: `${subjects}/${value}`, signal })
  if (status === 404) return shaped(NotFound, body) && { outcome: 'not-found' }
  if (status === 400) return shaped(WrongInput, body) && { outcome: 'format-wrong' }
  const subject = shaped(Subject, body)
  mustName(number, subject.ico)
  const firm = toFirm(subject, number)
  if (firm.until) return { outcome: 'inactive', reason: 'struck-off', firm }
  // The name has to tell it.
  if (/\bv likvidaci\b/i.test(subject.obchodniJmeno ?? ''))
    return { outcome: 'inactive', reason: 'liquidation', firm }
  return { outcome: 'active', firm }
}

function toFirm(subject: Subject, number: FirmNumber): Firm {
  const { obchodniJmeno, sidlo, datumVzniku, datumZaniku } = subject
  const firm: Firm = {
    numbers: [number],
    ...(datumVzniku && { since: datumVzniku }),
    ...(datumZaniku && { until: datumZaniku }),
    ...(subject.seznamRegistraci?.stavZdrojeIr === 'AKTIVNI' && { alerts: ['insolvency'] }),
  }
  const town = sidlo?.nazevObce
  if (!isCompany(subject)) return { ...firm, ...(town && { seat: town }) }
  if (!obchodniJmeno) throw new Unavailable('changed')
  const seat = sidlo?.textovaAdresa ?? town
  return {
    ...firm,
    name: obchodniJmeno,
    ...(seat && { seat }),
    numbers: [...firm.numbers, ...vatNumbers(subject)],
  }
}

/** The VAT number of a company; that of a sole trader is their birth number and stays behind. */
function vatNumbers({ dic }: Subject): FirmNumber[] {
  return dic && /^CZ\d{8}$/.test(dic) ? [{ kind: 'vat', value: dic }] : []
}

/** Legal forms 100-109, 424 and 425 are natural persons (list "PravniForma" of ARES); without a form one may be. */
function isCompany({ pravniForma }: Pick<Subject, 'pravniForma'>) {
  return Boolean(pravniForma) && !/^(10\d|42[45])$/.test(pravniForma ?? '')
}

/** A row may carry nothing but an id of its own that no number leads to. */
const Row = Subject.pick({
  ico: true,
  obchodniJmeno: true,
  pravniForma: true,
  sidlo: true,
}).partial({
  ico: true,
})
const Hits = z.object({ pocetCelkem: z.number(), ekonomickeSubjekty: z.array(Row) })

/** Sole traders are left out: their name is a person's. More than a thousand hits are refused, so nobody could choose. */
async function search(site: Site, name: string, { signal }: Limits): Promise<Candidate[]> {
  const { status, body } = await ask(site, {
    path: `${subjects}/vyhledat`,
    signal,
    body: { obchodniJmeno: name, pocet: 10 },
  })
  if (status === 404) return shaped(NotFound, body) && []
  return shaped(Hits, body).ekonomickeSubjekty.flatMap((row) => {
    const { ico, obchodniJmeno, sidlo } = row
    if (!ico || !obchodniJmeno || !isCompany(row)) return []
    const seat = sidlo?.nazevObce
    return [{ number: { kind: 'ico', value: ico }, name: obchodniJmeno, ...(seat && { seat }) }]
  })
}
