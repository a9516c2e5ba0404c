import * as z from 'zod'
import { sample } from './sample.ts'
import type { Reply, StandIn } from './stand-ins.ts'

const Subject = z.looseObject({ nip: z.string(), regon: z.string() })
type Subject = z.infer<typeof Subject>

const Recorded = z.object({
  result: z.object({ entries: z.array(z.object({ subjects: z.array(Subject).default([]) })) }),
})

const Refusals = z.array(
  z.object({ http: z.number(), body: z.object({ code: z.string(), message: z.string() }) }),
)

const subjects = [
  ...Recorded.parse(sample('pl-wl-search-nips-mixed-200')).result.entries.flatMap(
    (entry) => entry.subjects,
  ),
  ...z.array(Subject).parse(sample('pl-wl-subjects-written')),
]
const refusals = Refusals.parse(sample('pl-wl-errors'))

/** The Polish VAT white list: one number in the singular, up to thirty in the plural. */
export const plWl: StandIn = {
  id: 'PL_WL',
  path: /^\/api\/(search|check)\//,
  answer: ({ url }) => {
    const [, kind, many, list] =
      url.pathname.match(/^\/api\/search\/(nip|regon)(s?)\/([\d,]+)$/) ?? []
    const values = list?.split(',') ?? []
    const isDated = /^\d{4}-\d\d-\d\d$/.test(url.searchParams.get('date') ?? '')
    if (!kind || !isDated || values.length > (many ? 30 : 1)) return refuse('WL-190')
    const wrong = kind === 'nip' && !many && !values.every(holds)
    if (wrong) return refuse('WL-115')
    const entries = values.map((value) => entryOf(kind, value))
    const told = many ? { entries } : { subject: entries[0]?.subjects?.[0] ?? null }
    return { status: 200, body: { result: { ...told, ...stamp } } }
  },
}

const stamp = { requestId: 'STAND-IN-1', requestDateTime: '24-09-2026 02:36:31' }

function entryOf(
  kind: string,
  value: string,
): {
  identifier: string
  subjects?: Subject[]
  error?: unknown
} {
  if (kind === 'nip' && !holds(value)) return { identifier: value, error: refuse('WL-115').body }
  const found = subjects.filter((subject) => subject[kind] === value)
  return { identifier: value, subjects: found }
}

function refuse(code: string): Reply {
  const { http = 400, body } = refusals.find((refusal) => refusal.body.code === code) ?? {}
  return { status: http, body }
}

/** The check digit of a NIP. */
function holds(nip: string): boolean {
  const weights = [6, 5, 7, 2, 3, 4, 5, 6, 7]
  const sum = weights.reduce((sum, weight, at) => sum + weight * Number(nip[at]), 0)
  return nip.length === 10 && sum % 11 === Number(nip[9])
}
