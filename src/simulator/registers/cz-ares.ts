import * as z from 'zod'
import sigma from './samples/cz-ares-ekonomicky-subjekt-64608212-200.json' with { type: 'json' }
import type { Question, Reply, StandIn } from './stand-ins.ts'

const like = { ...sigma, dic: undefined, icoId: undefined }

/** One recorded company; the others are invented after its shape, with numbers that nobody bears. */
const subjects = [
  sigma,
  {
    ...like,
    ico: '99900009',
    obchodniJmeno: 'Dočasná Ukázka s.r.o.',
    datumVzniku: '2019-03-01',
    datumZaniku: '2025-11-30',
  },
  {
    ...like,
    ico: '99900017',
    obchodniJmeno: 'Ukázka Dlužná a.s.',
    seznamRegistraci: { ...like.seznamRegistraci, stavZdrojeIr: 'AKTIVNI' },
  },
  {
    ...like,
    ico: '99900025',
    obchodniJmeno: 'Josef Ukázka',
    pravniForma: '101',
    dic: 'CZ7001010008',
  },
]

/** A row of another source: it leads to no number. */
const nameless = { icoId: 'ARES_000001', obchodniJmeno: 'Ukázka bez čísla s.r.o.' }

const Wanted = z.object({ obchodniJmeno: z.string().min(1), pocet: z.number().max(1000) })

export const czAres: StandIn = {
  id: 'CZ_ARES',
  path: /^\/ekonomicke-subjekty-v-be\/rest\/ekonomicke-subjekty\//,
  answer: (question) => {
    const last = question.url.pathname.split('/').at(-1) ?? ''
    return last === 'vyhledat' ? search(question) : lookup(last)
  },
}

function lookup(ico: string): Reply {
  if (!/^\d{8}$/.test(ico)) return refusal(400, 'CHYBA_VSTUPU', 'VSTUP_NEPLATNY')
  const body = subjects.find((subject) => subject.ico === ico)
  return body ? { status: 200, body } : refusal(404, 'NENALEZENO', 'VYSTUP_SUBJEKT_NENALEZEN')
}

function search({ method, body }: Question): Reply {
  const wanted = method === 'POST' ? Wanted.safeParse(JSON.parse(body)) : undefined
  if (!wanted?.success) return refusal(400, 'CHYBA_VSTUPU', 'VSTUP_NEPLATNY')
  const name = wanted.data.obchodniJmeno.toLowerCase()
  if (/^(s\.r\.o\.|a\.s\.)$/.test(name))
    return refusal(400, 'CHYBA_VSTUPU', 'VYSTUP_PRILIS_MNOHO_VYSLEDKU')
  const found = [...subjects, nameless].filter(({ obchodniJmeno }) =>
    obchodniJmeno.toLowerCase().includes(name),
  )
  const ekonomickeSubjekty = found.slice(0, wanted.data.pocet)
  return { status: 200, body: { pocetCelkem: found.length, ekonomickeSubjekty } }
}

function refusal(status: number, kod: string, subKod: string): Reply {
  return { status, body: { kod, popis: subKod, subKod } }
}
