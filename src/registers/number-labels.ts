import type { NumberKind } from '../core/firm/firm.ts'

/** Words before a number that tell which it is. */
export interface Label {
  /** Empty for numbers that are none of a firm: a telephone, a bank account. */
  kinds: NumberKind[]
  /** The prefix of a VAT number that is written without. */
  prefix?: string
  /** It also means other things, so that a number of another length after it says nothing. */
  isVague?: true
  /** The number may stand some words later: "rejestru … prowadzonego przez Marszałka … pod numerem 1264". */
  isFar?: true
}

/** As `plain` writes them, without accents and in small letters; several ways are parted by a bar. */
const labels = new Map<string, Label>([
  ...entries('nip|numer identyfikacji podatkowej|ніп|нип', { kinds: ['nip'] }),
  ...entries('regon|регон', { kinds: ['regon'] }),
  ...entries('krs|крс', { kinds: ['krs'] }),
  ...entries(
    'krajowego rejestru sadowego|krajowym rejestrze sadowym|rejestru przedsiebiorcow|rejestrze przedsiebiorcow',
    { kinds: ['krs'], isFar: true },
  ),
  ...entries('kraz|краз', { kinds: ['kraz'], isFar: true }),
  ...entries(
    'rejestru agencji zatrudnienia|rejestrze agencji zatrudnienia|rejestr agencji zatrudnienia|prowadzacych agencje zatrudnienia',
    { kinds: ['kraz'], isFar: true },
  ),
  ...entries(
    'agencja zatrudnienia nr|agencji zatrudnienia nr|agencja pracy nr|agencja pracy tymczasowej nr|agencji pracy tymczasowej nr',
    { kinds: ['kraz'] },
  ),
  ...entries('vat', { kinds: ['vat'], prefix: 'PL', isVague: true }),
  ...entries('ust id|ust idnr|ustid|ustidnr|umsatzsteuer identifikationsnummer', {
    kinds: ['vat'],
    prefix: 'DE',
    isVague: true,
  }),
  ...entries('uid', { kinds: ['vat'], prefix: 'AT', isVague: true }),
  ...entries('btw', { kinds: ['vat'], prefix: 'NL', isVague: true }),
  ...entries('tva|tva intracommunautaire', { kinds: ['vat'], prefix: 'FR', isVague: true }),
  ...entries('p iva|piva|partita iva', { kinds: ['vat'], prefix: 'IT', isVague: true }),
  ...entries('cif|nif', { kinds: ['vat'], prefix: 'ES', isVague: true }),
  ...entries('dic|ic dph', { kinds: ['vat'], prefix: 'CZ', isVague: true }),
  ...entries('moms|momsnr', { kinds: ['vat'], prefix: 'SE', isVague: true }),
  ...entries('kvk|k v k|kvknr|kvknummer|kamer van koophandel', { kinds: ['kvk'] }),
  ...entries('companies house|crn|registered in england|registered in scotland', {
    kinds: ['crn'],
    isVague: true,
  }),
  ...entries('company number|company no|company registration number|registered number', {
    kinds: ['crn', 'cro'],
    isVague: true,
  }),
  ...entries('cro', { kinds: ['cro'], isVague: true }),
  ...entries('orgnr|org nr|org no|orgnummer|org nummer', {
    kinds: ['orgnr', 'orgse'],
    isVague: true,
  }),
  ...entries('organisasjonsnummer', { kinds: ['orgnr'] }),
  ...entries('organisationsnummer', { kinds: ['orgse'] }),
  ...entries('ico|ic', { kinds: ['ico'], isVague: true }),
  ...entries('siren', { kinds: ['siren'] }),
  ...entries('siret', { kinds: ['siret'] }),
  ...entries('kbo|bce|ondernemingsnummer|numero d entreprise', { kinds: ['kbo'], isVague: true }),
  ...entries('fn|firmenbuch|firmenbuchnummer', { kinds: ['fn'], isVague: true }),
  ...entries('cvr', { kinds: ['cvr'] }),
  ...entries('edrpou|єдрпоу|едрпоу|егрпоу', { kinds: ['edrpou'] }),
  ...entries('lei', { kinds: ['lei'], isVague: true }),
  ...entries(
    'tel|telefon|telefonu|telefoniczny|kom|komorka|komorkowy|phone|mobile|mobil|handy|gsm|sms|fax|faks|infolinia|zadzwon|dzwon|dzwoncie|call|kontakt|whatsapp|whats app|viber|telegram|signal|тел|телефон|вайбер|телеграм',
    { kinds: [] },
  ),
  ...entries('iban|konto|konta|rachunek|rachunku|nrb|bic|swift|karta|karty', { kinds: [] }),
  ...entries('pesel|dowod|dowodu|paszport|paszportu|passport|hra|hrb|bdo', { kinds: [] }),
])

/** What may stand between a label and its number. */
const fillers = new Set(
  'nr nru numer numerem numeru no num number nummer numero n pod id idnr ue eu to jest is ist firmy podatnika wpisu wpis certyfikatu certyfikat and wales код номер'.split(
    ' ',
  ),
)
/** What a person may write around a number that they were asked for. */
const company = new Set(
  'moj numer nr firma firmy pracodawca pracodawcy agencja agencji ma mam to jest ten my the number of company is'.split(
    ' ',
  ),
)
const announcing = new Set(['nr', 'numer', 'numerem', 'numeru', 'no', 'number'])

export const longestLabel = 4

export const labelOf = (words: string): Label | undefined => labels.get(words)
export const isFiller = (word: string): boolean => fillers.has(word)
export const isSmallTalk = (word: string): boolean => company.has(word)
export const announcesNumber = (word: string): boolean => announcing.has(word)

/** Small letters without accents, as labels are written here. */
export function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
}

function entries(ways: string, label: Label): [string, Label][] {
  return ways.split('|').map((words) => [words, label])
}
