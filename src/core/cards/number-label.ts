import { type FirmNumber, type NumberKind, numberFrom } from '../firm/firm.ts'
import { asPrinted } from '../firm/written.ts'
import type { Text } from '../turn.ts'

/** What a kind of number is called where it is given: a proper name, the same in every language. */
const names: Record<Exclude<NumberKind, 'local'>, string> = {
  nip: 'NIP',
  regon: 'REGON',
  krs: 'KRS',
  kraz: 'KRAZ',
  vat: 'VAT',
  kvk: 'KvK',
  crn: 'Companies House',
  orgnr: 'Org.nr',
  ico: 'IČO (CZ)',
  siren: 'SIREN',
  siret: 'SIRET',
  kbo: 'KBO/BCE',
  fn: 'FN',
  cvr: 'CVR',
  orgse: 'Org.nr (SE)',
  cro: 'CRO',
  edrpou: 'ЄДРПОУ',
  lei: 'LEI',
}

/** Numbers of countries whose register nobody asks, by the country's code. */
const localNames: Record<string, string> = {
  BG: 'ЕИК',
  CH: 'UID',
  EE: 'Registrikood',
  GR: 'ΓΕΜΗ',
  HR: 'MBS',
  HU: 'Cégjegyzékszám',
  IS: 'Kennitala',
  IT: 'REA',
  LT: 'Įmonės kodas',
  LU: 'RCS',
  LV: 'Reģ. nr.',
  MD: 'IDNO',
  RO: 'Nr. reg. com.',
  RS: 'MB/PIB',
  SI: 'Matična št.',
  SK: 'IČO (SK)',
  TR: 'MERSİS',
}

/** `NIP 7740001454`: short enough for a button. */
export function numberLabel({ kind, value }: FirmNumber): string {
  if (kind !== 'local') return `${names[kind]} ${value}`
  const name = localNames[value.slice(0, 2)]
  // "HRB 42243": its letters say what it is.
  return name ? `${name} ${asPrinted(value)}` : asPrinted(value)
}

export function numberText(number: FirmNumber): Text {
  return { key: 'name:plain', vars: { text: numberLabel(number) } }
}

/** Of ids like `nip-7740001454` those that name a number; `unknown` names none. */
export function numbersNamed(ids: string[]): Text[] {
  return ids.flatMap((id) => numberFrom(id) ?? []).map(numberText)
}
