import * as z from 'zod'
import type { AskedRegister } from '../app/ports/firms.ts'
import { Unavailable } from '../app/trouble.ts'
import type { Firm, FirmNumber, Outcome, Unavailable as Reason } from '../core/firm/firm.ts'
import { ask, shaped } from './fetch.ts'
import { dayMs, given, givenNumbers, townOf } from './given.ts'
import { bearsLegalForm } from './legal-forms.ts'
import { mustName } from './naming.ts'
import { isOfVies } from './numbers/vat.ts'
import { type Setting, siteOf } from './site.ts'

/** VIES of the European Commission: whether a VAT number is valid for trade within the EU today. */
export function euVies(setting: Setting): AskedRegister {
  const site = siteOf('https://ec.europa.eu', setting)
  return {
    kind: 'asked',
    id: 'EU_VIES',
    proves: 'vat',
    takes: ['vat', 'nip'],
    knows: ({ kind, value }) => kind !== 'vat' || isOfVies(value),
    isOn: true,
    freshMs: dayMs,
    known: { kind: 'nip', value: '7740001454' },
    // Not published; it limits how many ask at once.
    paces: [{ most: 5, perMs: 1000 }],
    lookup: async (number, { signal }) => {
      const vat = number.kind === 'nip' ? `PL${number.value}` : number.value
      if (!isWritten(vat)) return { outcome: 'format-wrong' }
      const path = `/taxation_customs/vies/rest-api/ms/${vat.slice(0, 2)}/vat/${vat.slice(2)}`
      const { body } = await ask(site, { path, signal })
      const answer = shaped(Answer, body)
      return 'errorWrappers' in answer
        ? refused(answer.errorWrappers[0]?.error)
        : toOutcome(answer, vat)
    },
  }
}

function isWritten(vat: string): boolean {
  return isOfVies(vat) && /^[A-Z0-9]{4,14}$/.test(vat)
}

/** The flag is called `isValid` when asked by GET and `valid` when asked by POST. */
const Told = z
  .object({
    isValid: z.boolean().optional(),
    valid: z.boolean().optional(),
    userError: z.string().nullish(),
    vatNumber: z.string().nullish(),
    name: z.string().nullish(),
    address: z.string().nullish(),
    requestIdentifier: z.string().nullish(),
  })
  .refine(({ isValid, valid }) => isValid !== undefined || valid !== undefined)

/** A failure that comes as if all were well, with status 200. */
const Failed = z.object({
  actionSucceed: z.literal(false),
  errorWrappers: z.array(z.object({ error: z.string() })),
})

const Answer = z.union([Failed, Told])

const reasons: Record<string, Reason> = {
  GLOBAL_MAX_CONCURRENT_REQ: 'throttled',
  GLOBAL_MAX_CONCURRENT_REQ_TIME: 'throttled',
  MS_MAX_CONCURRENT_REQ: 'throttled',
  MS_MAX_CONCURRENT_REQ_TIME: 'throttled',
  VAT_BLOCKED: 'throttled',
  IP_BLOCKED: 'throttled',
  TIMEOUT: 'slow',
}

/** That a country does not answer says nothing about the firm; what we do not know counts as down. */
function refused(error = ''): Outcome {
  if (error === 'INVALID_INPUT') return { outcome: 'format-wrong' }
  throw new Unavailable(reasons[error] ?? 'down')
}

function toOutcome(told: z.infer<typeof Told>, vat: string): Outcome & { request?: string } {
  const { isValid = told.valid, userError, requestIdentifier } = told
  const request = given({ request: requestIdentifier })
  if (userError && userError !== 'VALID' && userError !== 'INVALID') return refused(userError)
  // VIES names it where it is not valid too.
  mustName({ kind: 'vat', value: vat }, told.vatNumber)
  if (!isValid) return { outcome: 'not-found', ...request }
  return { outcome: 'active', firm: toFirm(told, vat), ...request }
}

/** VIES does not tell firms from sole traders; without a legal form, a name may be a person's and an address a home. */
function toFirm({ name, address }: z.infer<typeof Told>, vat: string): Firm {
  const firm = { numbers: [...alsoKnownAs(vat)], vat: 'active' as const }
  const lines = said(address)
    ?.split('\n')
    .map((line) => line.trim())
  if (!bearsLegalForm(said(name) ?? ''))
    return { ...given({ seat: townOf(lines?.at(-1)) }), ...firm }
  return { ...given({ name: said(name), seat: lines?.filter(Boolean).join(', ') }), ...firm }
}

/** Three hyphens mean "not given": Germany and Spain never tell whose a number is. */
function said(text: string | null | undefined): string | undefined {
  return text?.trim() === '---' ? undefined : (text?.trim() ?? undefined)
}

/** The number of the national register that a VAT number is built on. */
function alsoKnownAs(vat: string): FirmNumber[] {
  const body = vat.slice(2)
  const own = { kind: 'vat' as const, value: vat }
  switch (vat.slice(0, 2)) {
    case 'PL':
      return [own, ...givenNumbers(['nip', body])]
    case 'CZ':
      return [own, ...givenNumbers(['ico', body])]
    case 'FR':
      return [own, ...givenNumbers(['siren', body.slice(2)])]
    case 'BE':
      return [own, ...givenNumbers(['kbo', body])]
    case 'DK':
      return [own, ...givenNumbers(['cvr', body])]
    case 'SE':
      return [own, ...givenNumbers(['orgse', body.slice(0, 10)])]
    default:
      return [own]
  }
}
