import * as z from 'zod'
import type { CopiedRegister, Copy, Limits } from '../app/ports/firms.ts'
import { Unavailable } from '../app/trouble.ts'
import { type Firm, type FirmNumber, numberId, type Outcome } from '../core/firm/firm.ts'
import { ask, type Site, shaped } from './fetch.ts'
import { addressLine, isPrivateForm } from './no-firm.ts'
import { type Setting, siteOf } from './site.ts'

const own = 'https://data.arbeidstilsynet.no'
const path = '/bemanningsforetaksregisteret2/api/virksomheter'
const mostBytes = 20_000_000

/** Bemanningsforetaksregisteret, the staffing firms that the Norwegian labour inspectorate has approved. */
export function noStaffing(setting: Setting): CopiedRegister {
  const site = { ...siteOf(own, setting), mostBytes }
  return {
    kind: 'copied',
    id: 'NO_STAFFING',
    proves: 'agency',
    takes: ['orgnr'],
    isOn: true,
    freshMs: 86_400_000,
    // No recorded answer names a real firm; this one exists in the stand-in only.
    known: { kind: 'orgnr', value: '100000008' },
    download: (limits) => download(site, limits),
  }
}

const Unit = z.object({
  organisasjonsnummer: z.string(),
  navn: z.string(),
  /** 0 not registered, 1 approved, 2 not approved. */
  registerstatus: z.literal([0, 1, 2]),
  organisasjonsform: z.object({ kode: z.string() }).nullish(),
  forretningsadresse: z
    .object({
      gateadresse: z.array(z.string().nullable()).nullish(),
      postnummer: z.string().nullish(),
      poststed: z.string().nullish(),
    })
    .nullish(),
  registreringsdatoEnhetsregisteret: z.iso.date().nullish(),
})
type Unit = z.infer<typeof Unit>

const File = z.object({
  metadata: z.object({ datoTidGenerert: z.iso.datetime({ offset: true }) }),
  data: z.array(Unit.extend({ underenheter: z.array(Unit).nullish() })),
})

/** Turning strangers away (403) or an empty file is a fault of theirs, never "nobody is approved". */
async function download(site: Site, { signal }: Limits): Promise<Copy> {
  const { status, body } = await ask(site, { path, signal })
  if (status !== 200) throw new Unavailable('down')
  const { metadata, data } = shaped(File, body)
  const outcomes = new Map<string, Outcome>()
  for (const head of data) {
    for (const unit of [head, ...(head.underenheter ?? [])]) {
      const outcome = toOutcome(unit, head)
      if (outcome) outcomes.set(numberId(numberOf(unit)), outcome)
    }
  }
  if (outcomes.size === 0) throw new Unavailable('changed')
  return { asOf: new Date(metadata.datoTidGenerert).toISOString(), outcomes }
}

/** Only the firm itself can be approved, so a branch without a word of its own shares its firm's. */
function toOutcome(unit: Unit, head: Unit): Outcome | undefined {
  const status = unit.registerstatus || head.registerstatus
  if (status === 0) return undefined
  const firm = toFirm(unit, head)
  if (status === 2) return { outcome: 'inactive', reason: 'not-approved', firm }
  return { outcome: 'active', firm: { ...firm, permits: [{ what: 'temporary-work' }] } }
}

/** The legal form of the firm decides for its branches too: they bear the same name. */
function toFirm(unit: Unit, head: Unit): Firm {
  const { navn, forretningsadresse, registreringsdatoEnhetsregisteret: since } = unit
  const { gateadresse, postnummer, poststed } = forretningsadresse ?? {}
  const isPrivate = isPrivateForm(head.organisasjonsform?.kode)
  const seat = isPrivate
    ? poststed
    : addressLine({ streets: gateadresse, postcode: postnummer, town: poststed })
  return {
    ...(!isPrivate && { name: navn }),
    ...(seat && { seat }),
    ...(since && { since }),
    numbers: unit === head ? [numberOf(unit)] : [numberOf(unit), numberOf(head)],
  }
}

function numberOf({ organisasjonsnummer }: Unit): FirmNumber {
  return { kind: 'orgnr', value: organisasjonsnummer }
}
