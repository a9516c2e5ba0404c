import type { FirmNumber, NumberKind } from '../firm/firm.ts'

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
