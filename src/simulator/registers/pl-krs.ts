import * as z from 'zod'
import { sample } from './sample.ts'
import type { StandIn } from './stand-ins.ts'

const Current = z.looseObject({
  odpis: z.looseObject({ naglowekA: z.looseObject({ rejestr: z.string(), numerKRS: z.string() }) }),
})

const Full = z.looseObject({
  odpis: z.looseObject({ naglowekP: z.looseObject({ rejestr: z.string(), numerKRS: z.string() }) }),
})

const current = [
  Current.parse(sample('pl-krs-odpis-aktualny-0000028860-orlen-200.trimmed')),
  Current.parse(sample('pl-krs-odpis-aktualny-0001268296-200')),
  Current.parse(sample('pl-krs-odpis-aktualny-0000030897-wosp-200.trimmed')),
  ...z.array(Current).parse(sample('pl-krs-odpisy-aktualne-written')),
]

/** Firms that were struck off have only a full extract. */
const struckOff = [
  Full.parse(sample('pl-krs-odpis-pelny-0000106150-removed-200.head')),
  Full.parse(sample('pl-krs-odpis-pelny-0009990005-written')),
]

const notFound = { status: 404, body: sample('pl-krs-not-found-404') }

/** The Polish court register, which gives JSON only to those who ask for it. */
export const plKrs: StandIn = {
  id: 'PL_KRS',
  path: /^\/api\/krs\//,
  answer: ({ url }) => {
    const [, extract, krs] =
      url.pathname.match(/^\/api\/krs\/(OdpisAktualny|OdpisPelny)\/(\d{10})$/) ?? []
    const isThis = ({ rejestr, numerKRS }: { rejestr: string; numerKRS: string }) =>
      numerKRS === krs && rejestr === `Rej${url.searchParams.get('rejestr')}`
    if (url.searchParams.get('format') !== 'json') return notFound
    const removed = struckOff.find(({ odpis }) => isThis(odpis.naglowekP))
    if (removed) return extract === 'OdpisPelny' ? { status: 200, body: removed } : { status: 204 }
    const found = current.find(({ odpis }) => isThis(odpis.naglowekA))
    return found && extract === 'OdpisAktualny' ? { status: 200, body: found } : notFound
  },
}
