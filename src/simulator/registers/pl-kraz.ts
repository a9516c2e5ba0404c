import * as z from 'zod'
import { sample } from './sample.ts'
import type { StandIn } from './stand-ins.ts'

const agencies = z.array(z.record(z.string(), z.unknown())).parse(sample('pl-kraz-agencje-written'))

/** The Polish register of agencies, by the little that is known of its answers. */
export const plKraz: StandIn = {
  id: 'PL_KRAZ',
  path: /^\/api_kraz\/v1\/agencje-zatrudnienia$/,
  answer: ({ url }) => {
    const filters = [...url.searchParams].map(([name, value]) => ({
      field: name.match(/^filter\[(\w+)\]$/)?.[1] ?? '',
      value,
    }))
    const data = agencies.filter((agency) =>
      filters.every(({ field, value }) => agency[field] === value),
    )
    return { status: 200, body: { data } }
  },
}
