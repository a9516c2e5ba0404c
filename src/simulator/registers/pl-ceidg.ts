import * as z from 'zod'
import { sample } from './sample.ts'
import type { StandIn } from './stand-ins.ts'

const Trader = z.looseObject({ wlasciciel: z.looseObject({ nip: z.string() }) })

const traders = z.array(Trader).parse(sample('pl-ceidg-firmy-written'))

/** The Polish register of sole traders: one firm, or a list; only with a token. */
export const plCeidg: StandIn = {
  id: 'PL_CEIDG',
  path: /^\/api\/ceidg\/v3\//,
  answer: ({ url, headers }) => {
    if (!/^Bearer .+/.test(headers.authorization ?? '')) return { status: 401 }
    const nip = url.searchParams.get('nip')
    const found = traders.filter(({ wlasciciel }) => wlasciciel.nip === nip)
    if (found.length === 0) return { status: 204 }
    return url.pathname.endsWith('/firma')
      ? { status: 200, body: { firma: found } }
      : { status: 200, body: { firmy: found, count: found.length, links: {}, properties: {} } }
  },
}
