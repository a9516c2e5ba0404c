import * as z from 'zod'
import { type Finding, type NumberKind, numberCountries, type Outcome } from '../core/firm/firm.ts'

const kinds = Object.keys(numberCountries)
const Kind = z.string().refine((kind): kind is NumberKind => kinds.includes(kind))
const FirmNumber = z.object({ kind: Kind, value: z.string() })

const Firm = z.object({
  name: z.string().exactOptional(),
  seat: z.string().exactOptional(),
  since: z.string().exactOptional(),
  until: z.string().exactOptional(),
  branchClosed: z.string().exactOptional(),
  numbers: z.array(FirmNumber),
  vat: z.enum(['active', 'exempt', 'unregistered']).exactOptional(),
  permits: z
    .array(
      z.object({
        what: z.enum(['placement', 'temporary-work', 'listings']),
        from: z.string().exactOptional(),
        until: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
  foreignersSince: z.string().exactOptional(),
  alerts: z
    .array(z.enum(['strike-off-proposed', 'accounts-overdue', 'insolvency', 'address-disputed']))
    .exactOptional(),
})

export const reasons = ['slow', 'throttled', 'down', 'changed', 'budget', 'no-copy', 'off'] as const

/** What a register says, as it is stored. */
export const OutcomeSchema: z.ZodType<Outcome> = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('active'), firm: Firm }),
  z.object({
    outcome: z.literal('inactive'),
    reason: z.enum([
      'struck-off',
      'liquidation',
      'bankrupt',
      'suspended',
      'not-started',
      'not-approved',
      'expired',
    ]),
    firm: Firm,
  }),
  z.object({ outcome: z.literal('not-found') }),
  z.object({ outcome: z.literal('format-wrong') }),
  z.object({ outcome: z.literal('unavailable'), reason: z.enum(reasons) }),
])

const Proof = z.object({
  register: z.string(),
  number: z.string(),
  asOf: z.string(),
  request: z.string().exactOptional(),
  isOld: z.literal(true).exactOptional(),
})

export const FindingSchema: z.ZodType<Finding> = z.intersection(OutcomeSchema, Proof)
