/** Numbers that name a firm or its licence. Each belongs to one country, but `vat` and `local` tell theirs and `lei` is the world's. */
export const numberCountries = {
  nip: 'PL',
  regon: 'PL',
  krs: 'PL',
  kraz: 'PL',
  vat: undefined,
  kvk: 'NL',
  crn: 'GB',
  orgnr: 'NO',
  ico: 'CZ',
  siren: 'FR',
  siret: 'FR',
  kbo: 'BE',
  fn: 'AT',
  cvr: 'DK',
  orgse: 'SE',
  cro: 'IE',
  edrpou: 'UA',
  lei: undefined,
  local: undefined,
} as const
export type NumberKind = keyof typeof numberCountries

/**
 * A number in its shortest form: `{ kind: 'nip', value: '7740001454' }`, `{ kind: 'vat', value: 'DE136695976' }`. `local` is the number of
 * a country whose register no program of ours asks, behind the country's code: `{ kind: 'local', value: 'SK31333532' }`.
 */
export interface FirmNumber {
  kind: NumberKind
  value: string
}

/** A number as somebody typed it; with `fault` it cannot be one, so no register need be asked. */
export interface NumberRead extends FirmNumber {
  fault?: 'check-digit' | 'one-digit' | 'length'
}

/** `nip-7740001454`: the number as an answer, a button and a key. */
export function numberId({ kind, value }: FirmNumber): string {
  return `${kind}-${value}`
}

export function numberFrom(id: string): FirmNumber | undefined {
  const [, kind = '', value = ''] = /^([a-z]+)-([A-Z0-9]{1,20})$/.exec(id) ?? []
  return isNumberKind(kind) ? { kind, value } : undefined
}

export function isNumberKind(kind: string): kind is NumberKind {
  return Object.hasOwn(numberCountries, kind)
}

/** The country whose register knows the number, if it tells. */
export function countryOf({ kind, value }: FirmNumber): string | undefined {
  if (kind !== 'vat' && kind !== 'local') return numberCountries[kind]
  const prefix = value.slice(0, 2)
  return { EL: 'GR', XI: 'GB' }[prefix] ?? prefix
}

/** The same firm under another number, where one holds the other: a VAT number its national one, a SIRET its SIREN. */
export function alsoKnownAs({ kind, value }: FirmNumber): FirmNumber[] {
  if (kind === 'siret') return [{ kind: 'siren', value: value.slice(0, 9) }]
  if (kind !== 'vat') return []
  const national = nationalOf[value.slice(0, 2)]
  const digits = national?.form.exec(value.slice(2))?.[1]
  return national && digits ? [{ kind: national.kind, value: digits }] : []
}

const nationalOf: Record<string, { kind: NumberKind; form: RegExp }> = {
  PL: { kind: 'nip', form: /^(\d{10})$/ },
  CZ: { kind: 'ico', form: /^(\d{8})$/ },
  DK: { kind: 'cvr', form: /^(\d{8})$/ },
  FR: { kind: 'siren', form: /^..(\d{9})$/ },
}

/** Why a firm that a register knows may not work as usual. */
export type Inactive =
  | 'struck-off'
  | 'liquidation'
  | 'bankrupt'
  | 'suspended'
  | 'not-started'
  | 'not-approved'
  | 'expired'

/** Why a register could not say anything. */
export type Unavailable =
  | 'slow'
  | 'throttled'
  | 'down'
  | 'changed' // it answers in a shape that we do not know
  | 'budget' // our own limit, of requests or of time: it says nothing about the register
  | 'no-copy' // a bulk file that was never fetched
  | 'off' // needs a key or the operator's word

/** What a firm may do as an agency. */
export interface Permit {
  what: 'placement' | 'temporary-work' | 'listings'
  /** ISO dates; without `until` it has no end. */
  from?: string
  until?: string
}

/** What a register tells about a firm, never about a person. ISO dates. */
export interface Firm {
  /** Missing where the name would be that of a private person. */
  name?: string
  /** The town, and for a company also the street. */
  seat?: string
  since?: string
  until?: string
  /** The day on which the branch was closed whose number was asked about; the firm itself goes on. */
  branchClosed?: string
  /** The same firm's numbers elsewhere, this one included. */
  numbers: FirmNumber[]
  vat?: 'active' | 'exempt' | 'unregistered'
  permits?: Permit[]
  /** The day from which an agency may serve foreigners who need a permit. */
  foreignersSince?: string
  /** What should make one look twice. */
  alerts?: ('strike-off-proposed' | 'accounts-overdue' | 'insolvency' | 'address-disputed')[]
}

/** What one register says about one number. */
export type Outcome =
  | { outcome: 'active'; firm: Firm }
  | { outcome: 'inactive'; reason: Inactive; firm: Firm }
  | { outcome: 'not-found' }
  | { outcome: 'format-wrong' }
  | { outcome: 'unavailable'; reason: Unavailable }

/** An outcome with its proof: which register, which number, as of when. */
export type Finding = Outcome & {
  register: string
  number: string
  /** When it was asked, or when a bulk file was made; ISO date and time. */
  asOf: string
  /** The register's own name for the request. */
  request?: string
  /** The register does not answer now; this is what it last said. */
  isOld?: true
}

/** A firm that a search by name brought up. A name gives candidates, never a verdict. */
export interface Candidate {
  number: FirmNumber
  name: string
  seat?: string
}

/** What is asked of the registers: about a number, or who bears a name. */
export type Question =
  | { by: 'number'; number: string; proves: 'firm' | 'agency' }
  | { by: 'name'; name: string; country: string; proves: 'firm' | 'agency' }

/** What the registers say to a question. */
export interface Answer {
  question: Question
  findings: Finding[]
  candidates: Candidate[]
  /** Nobody could be asked: what carries questions to the registers was away. That says nothing about the firm. */
  unasked?: true
}
