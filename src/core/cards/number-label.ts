import { type FirmNumber, type NumberKind, numberFrom } from '../firm/firm.ts'
import type { Text } from '../turn.ts'

/** What a kind of number is called where it is given: a proper name, the same in every language. */
const names: Record<NumberKind, string> = {
  nip: 'NIP',
  regon: 'REGON',
  krs: 'KRS',
  kraz: 'KRAZ',
  vat: 'VAT',
  kvk: 'KvK',
  crn: 'Companies House',
  orgnr: 'Org.nr',
  ico: 'IČO',
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

/** `NIP 7740001454`: short enough for a button. */
export function numberLabel({ kind, value }: FirmNumber): string {
  return `${names[kind]} ${value}`
}

export function numberText(number: FirmNumber): Text {
  return { key: 'name:plain', vars: { text: numberLabel(number) } }
}

/** Of ids like `nip-7740001454` those that name a number; `unknown` names none. */
export function numbersNamed(ids: string[]): Text[] {
  return ids.flatMap((id) => numberFrom(id) ?? []).map(numberText)
}
