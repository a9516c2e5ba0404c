import { describe, expect, test } from 'vitest'
import { numberId } from '../../src/core/firm/firm.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'

type Story = [text: string, country: string | undefined, ...ids: string[]]

const separators: Story[] = [
  ['NIP 774 - 000 - 14 - 54', undefined, 'nip-7740001454'],
  ['NIP: 774  000 14 54', undefined, 'nip-7740001454'],
  ['NIP 774\u200B000\u200B14\u200B54', undefined, 'nip-7740001454'],
  ['NIP: 774\u200E-000-14-54', undefined, 'nip-7740001454'],
  ['NIP 77400\u00AD01454', undefined, 'nip-7740001454'],
  ['NIP 774\u00A0000\u202F14\u200954', undefined, 'nip-7740001454'],
  ['NIP 774—000—14—54', undefined, 'nip-7740001454'],
  ['774\u2212000\u221214\u221254', undefined, 'nip-7740001454'],
  ['NIP 774-000-\n14-54', undefined, 'nip-7740001454'],
  ['nip:774\n000\n14\n54', undefined, 'nip-7740001454'],
  ['(774) 000-14-54', undefined, 'nip-7740001454'],
  ['774_000_14_54', undefined, 'nip-7740001454'],
  ['774·000·14·54', undefined, 'nip-7740001454'],
  ['774,000,14,54', undefined, 'nip-7740001454'],
  ['7 7 4 0 0 0 1 4 5 4', undefined, 'nip-7740001454'],
  ['D E 1 3 6 6 9 5 9 7 6', undefined, 'vat-DE136695976'],
  ['N.I.P. 774/000/14/54', undefined, 'nip-7740001454'],
  ['NIP PL 774-000-14-54', undefined, 'nip-7740001454'],
  ['LEI 5493 00A0 JPRW G1KI 7U06', undefined, 'lei-549300A0JPRWG1KI7U06'],
  ['LEI:5299 00E4 Z17F 5NDN GK13', undefined, 'lei-529900E4Z17F5NDNGK13'],
]

const groups: Story[] = [
  ['KRS 28 860', undefined, 'krs-0000028860'],
  ['KRS: 1 234 567', undefined, 'krs-0001234567'],
  ['KRAZ 8 448', undefined, 'kraz-8448'],
  ['CRO 249 885', undefined, 'cro-249885'],
  ['HRB 42.243', undefined, 'local-DEHRB42243'],
  ['FN 122 119 m', undefined, 'fn-122119M'],
  ['REGON: 610188201 00000', undefined, 'regon-610188201'],
  ['REGON: 361097497 00111', undefined, 'regon-36109749700111'],
  // What comes behind is another thing.
  ['KRAZ 8448 600 700 800', undefined, 'kraz-8448'],
  ['KRAZ 448 250 zł', undefined, 'kraz-448'],
  ['NIP 774000145\n4 osoby', undefined],
  ['nr certyfikatu: 8448/1b', undefined, 'kraz-8448'],
  // Two readings are left.
  ['KRS 2886 0', undefined, 'krs-0000002886', 'krs-0000028860'],
]

const countries: Story[] = [
  ['IČO 64 608 212', 'SK', 'local-SK64608212'],
  ['IČO: 31333532', 'SK', 'local-SK31333532'],
  ['31333532', 'SK', 'local-SK31333532'],
  ['IČO 64608212', 'CZ', 'ico-64608212'],
  ['IČO 64608212', undefined, 'ico-64608212', 'local-SK64608212'],
  // The text itself says more than the country that was chosen before.
  ['IČO: 27082440, DIČ: CZ27082440', 'SK', 'ico-27082440', 'vat-CZ27082440'],
  ['IČO: 31 322 832, IČ DPH: SK 2020 372 640', 'CZ', 'local-SK31322832', 'vat-SK2020372640'],
  ['IČO 27082440, Praha', undefined, 'ico-27082440'],
  ['IČO 31333532, tel. +421 2 5949 1111', undefined, 'local-SK31333532'],
  ['110053842', 'LT', 'local-LT110053842'],
  ['610188201', 'LT', 'regon-610188201'],
  ['220430231', 'GB', 'vat-GB220430231'],
  ['VAT: GB 220 4302 31', 'GB', 'vat-GB220430231'],
  ['XI 220 4302 31', 'GB', 'vat-XI220430231'],
  ['company number 445790, England', undefined, 'crn-00445790'],
  ['company number 445790', undefined, 'crn-00445790', 'cro-445790'],
]

const british: Story[] = [
  ['R0123456', 'GB', 'crn-R0123456'],
  ['Company number IP29527R', 'GB', 'crn-IP29527R'],
  ['OE012345', 'GB', 'crn-OE012345'],
  ['Reg. No. 00445790', 'GB', 'crn-00445790'],
  ['00445790 companies house', undefined, 'crn-00445790'],
  ['NI 12345', 'GB', 'crn-NI012345'],
]

const labels: Story[] = [
  ['RCS Paris 356 000 000', 'FR', 'siren-356000000'],
  ['356 000 000 R.C.S. Paris', undefined, 'siren-356000000'],
  ['R.C.S. Nanterre B 552 100 554', undefined, 'siren-552100554'],
  [
    'immatriculée au Registre du commerce et des sociétés sous le numéro 552 100 554',
    'FR',
    'siren-552100554',
  ],
  ['Y-tunnus 0112038-9', 'FI', 'vat-FI01120389'],
  ['ATU 71738505', 'AT', 'vat-ATU71738505'],
  ['UID 13585627', undefined, 'vat-ATU13585627'],
  ['Reg. nr 10060701, Tallinn', undefined, 'local-EE10060701'],
  ['UID ATU 135 856 27', undefined, 'vat-ATU13585627'],
  ['Company Registration No. 123456', 'IE', 'cro-123456'],
  ['16556703-7485', 'SE', 'orgse-5567037485'],
  ['ingeschreven bij de KvK onder nummer 69599084', undefined, 'kvk-69599084'],
  ['KvK Limburg 69599084', undefined, 'kvk-69599084'],
  ['C.I.F. A-28017895', undefined, 'vat-ESA28017895'],
  ['P.Iva/C.F. 00743110157', undefined, 'vat-IT00743110157'],
  ['Identifikační číslo: 270 82 440', undefined, 'ico-27082440'],
  ['ідентифікаційний код 32855961', undefined, 'edrpou-32855961'],
  ['CUI: RO 159 0082', undefined, 'vat-RO1590082'],
  ['ΑΦΜ 094259216', undefined, 'vat-EL094259216'],
  ['NIPC 504499777', undefined, 'vat-PT504499777'],
  ['CHE-105.815.381', undefined, 'local-CHCHE105815381'],
  ['registrikood 10060701', undefined, 'local-EE10060701'],
  ['reģ. nr. 40203144034', undefined, 'local-LV40203144034'],
  ['adószám: 12892312-2-41', undefined, 'vat-HU12892312'],
  ['BG831642181', undefined, 'vat-BG831642181'],
  ['ЕИК 831642181', undefined, 'local-BG831642181'],
  ['SK1020000003', undefined, 'vat-SK1020000003'],
  ['org. 923 609 016', undefined, 'orgnr-923609016'],
  ['czy firma o nipie 8944707618 nie jest lipna?', undefined, 'nip-8944707618'],
  ['według KRS-u 28860', undefined, 'krs-0000028860'],
  ['BTW BE 202.239.951', undefined, 'vat-BE0202239951'],
  ['Registre de Commerce et des Sociétés Luxembourg B 123456', undefined, 'local-LUB123456'],
]

const certificates: Story[] = [
  ['certyfikat nr 8448', undefined, 'kraz-8448'],
  ['posiada certyfikat o nr 691 wydany przez Marszałka Województwa', undefined, 'kraz-691'],
  ['certyfikat 3157/1a (KRAZ)', undefined, 'kraz-3157'],
  ['Certyfikat Marszalka Wojewodztwa 1234', undefined, 'kraz-1234'],
  ['certyfikat ISO 9001', undefined],
  ['certyfikat VCA nr 12345', undefined],
]

const zeros: Story[] = [
  ['SIRET 6980513300076', undefined, 'siret-06980513300076'],
  ['SIREN 5520135', undefined, 'siren-005520135'],
  ['REGON 10001345', undefined, 'regon-010001345'],
  ['ЄДРПОУ 32129', undefined, 'edrpou-00032129'],
  ['KvK 4031234', undefined, 'kvk-04031234'],
  ['DIČ CZ177041', undefined, 'vat-CZ00177041'],
  ['P.IVA 743110157', undefined, 'vat-IT00743110157'],
]

const glued: Story[] = [
  ['NIP:7740001454REGON:610188201', undefined, 'nip-7740001454', 'regon-610188201'],
  [
    'NIP7740001454KRS0000028860REGON610188201',
    undefined,
    ...['nip-7740001454', 'krs-0000028860', 'regon-610188201'],
  ],
  ['KvK69599084BTWNL004495445B01', undefined, 'kvk-69599084', 'vat-NL004495445B01'],
  ['7740001454 (NIP) + 610188201 (REGON)', undefined, 'nip-7740001454', 'regon-610188201'],
  ['RO 9010105 J40/8302/1997', undefined, 'vat-RO9010105', 'local-ROJ4083021997'],
  ['7740001454\n610188201', undefined, 'nip-7740001454', 'regon-610188201'],
  ['NIP 77400O1454', undefined, 'nip-7740001454'],
]

const nothing: Story[] = [
  ['VAT 12 500', undefined],
  ['VAT 12 500', 'RO'],
  ['XIHR421', undefined],
  ['12:30-14:00', undefined],
  ['00-950 Warszawa', 'PL'],
  ['(60) 101 88 20', 'PL'],
  ['7740001454 (tel.)', undefined],
  ['KRAZ ani razu nie podali w mailu 12345', undefined],
  ['8448-1234 tel', undefined],
  ['numer oferty 7740001454', undefined],
  ['Nr. 14.02.2026/4', undefined],
]

/** Where the bot has asked for a number, in a sentence of any words. */
const asked: Story[] = [
  ['proszę sprawdzić 0000028860', 'PL', 'krs-0000028860'],
  ['znalazłam w stopce coś takiego: 7740001454', undefined, 'nip-7740001454'],
  ['firma pana Nowaka od 2015 roku 610188201', undefined, 'regon-610188201'],
  ['Zadzwoń do mnie tel. 601018820', undefined],
  ['oferta za 2500 zł', undefined],
  ['biuro Warszawa 00-950', 'PL'],
  ['СЕ 512903', 'UA'],
  ['3894 AB', 'NL'],
  ['22 460 Kč', 'CZ'],
  ['3 strony', 'PL'],
  ['Kerkstraat 112', 'NL'],
  ['(22) 621 45 78', 'PL'],
  ['rodné číslo 675908/5399', 'SK'],
  ['601 234 567', 'PL'],
  ['znalazłam 8448/1b w reklamie', undefined, 'kraz-8448'],
  ['VAT 12 500', undefined],
]

/** Digits beside a number that are none of it. */
const neighbours: Story[] = [
  ['KRS0000661590kapitał 5000', undefined, 'krs-0000661590'],
  ['REGON152713794kapitał', undefined, 'regon-152713794'],
  ['SIREN828.337.675NAF7820Z', undefined, 'siren-828337675'],
  ['Company number 1234567 8 High Street, London', 'GB', 'crn-01234567'],
  ['KvK 1728725 - 5 medewerkers', undefined, 'kvk-01728725'],
  ['HRB 4711 12 Mitarbeiter', undefined, 'local-DEHRB4711'],
  ['nr KRAZ: 8448, tel. 22 621 45 78', undefined, 'kraz-8448'],
  ['KvK geregistreerd sinds 1998, nummer 17287255', undefined, 'kvk-17287255'],
  [
    'wpisana w Krajowym Rejestrze Sądowym w dniu 12.03.2019 r. pod numerem KRS 0000661590',
    undefined,
    'krs-0000661590',
  ],
  [
    'rejestru przedsiębiorców prowadzonego przez Sąd Rejonowy w Opolu 8 Wydział pod nr 0000661590',
    undefined,
    'krs-0000661590',
  ],
  ['Contact Center Sp. z o.o. 5257261026', undefined, 'nip-5257261026'],
  ['BE 0403.170.701', undefined, 'vat-BE0403170701'],
  ['135911731 5257261026', undefined, 'regon-135911731', 'nip-5257261026'],
]

/** Too many digits: the first that fit would be another firm's. */
const tooLong: Story[] = [
  ['KRS 0000 123 456 7', undefined],
  ['KvK 1728 7255 5', undefined],
  ['KRS 661 590 12', undefined],
  ['NIP 525-726-10-26-3', undefined],
  ['orgnr 925 038 512 4', undefined],
  ['numer agencji 22 621 45 78', undefined],
]

/** Counts, days and questions behind the word for a number. */
const counts: Story[] = [
  'czy KRS musi mieć 10 cyfr',
  'NIP to 10 cyfr?',
  'nie mają NIP, 2 tygodnie czekam',
  'co to jest KRS? 12 listopada wyjeżdżam',
  'spółka w KRS od 15 lat',
  'не знаю КРАЗ, 2 тижні чекаю',
  'posiadamy KRAZ! Stawka 15 euro',
  'legalna agencja (KRAZ), 300 ofert',
  'wpis do rejestru agencji zatrudnienia. Działamy od 15 lat',
  'certyfikat KRAZ ważny do 31.12.2026',
  'certyfikat nr 12/2024 z języka',
  'agencja pracy nr 1 w Polsce',
  'KvK-uittreksel van 12-03-2024',
].map((text): Story => [text, undefined])

/** Numbers of people: they would end in keys and counters. */
const people: Story[] = [
  ['7312220812', 'SE'],
  ['moms 731222-0812', 'SE'],
  ['6759085399', 'SK'],
  ['DIČ: 6759085399', 'SK'],
  ['EGN 7710103262', 'BG'],
  ['податковий номер 2327140020', 'UA'],
  ['32000000123', 'LV'],
  ['FE783284', 'UA'],
  ['АС569439', 'UA'],
]

const telephones: Story[] = [
  ['601 234 567', 'PL'],
  ['0677184640', 'UA'],
  ['030 362202', 'DE'],
  ['jak zadzwonić 601234567', 'PL'],
]

/** What one word, sign or letter beside a number decides. */
const beside: Story[] = [
  ['KRAZ € 300', undefined],
  ['KRAZ 222', undefined, 'kraz-222'],
  ['HRB 158855 B, Berlin', undefined, 'local-DEHRB158855B'],
  ['FN 93363 z, Wien', undefined, 'fn-93363Z'],
  ['IČO CHE-105.815.381', undefined, 'local-CHCHE105815381'],
  ['7740001454, RO19', undefined, 'nip-7740001454'],
  ['KRS spółki wpisanej przez sąd rejonowy 000 002 8860', undefined, 'krs-0000028860'],
  ['356 000 000 nr RCS Paris', undefined, 'siren-356000000'],
  ['Helsinki Oy 0112038-9', undefined, 'vat-FI01120389'],
  ['firma J40/8302/1997 București', undefined, 'local-ROJ4083021997'],
  ['IČO 31333532, tel. 00421259491111', undefined, 'local-SK31333532'],
  ['pisali AT781904300234573201 w mailu', undefined],
]

const stories = {
  beside,
  neighbours,
  tooLong,
  counts,
  people,
  telephones,
  separators,
  groups,
  countries,
  british,
  labels,
  certificates,
  zeros,
  glued,
  nothing,
}

describe.each(Object.entries(stories))('%s', (_name, some) => {
  test.each(some)('%j (%s)', (text, country, ...ids) => {
    const right = readNumbers(text, country).filter(({ fault }) => fault === undefined)
    expect(right.map(numberId)).toEqual(ids)
  })
})

test.each(asked)('asked for a number: %j (%s)', (text, country, ...ids) => {
  expect(readNumbers(text, country, true).map(numberId)).toEqual(ids)
})

test('a price behind a word that means other things too is no number with a slip', () => {
  expect(readNumbers('VAT 12 500', 'RO')).toEqual([])
})

test('a clear label whose check digit fails is said, not read as something else', () => {
  expect(readNumbers('CVR 24 25 67 91', undefined, true)).toEqual([
    { kind: 'cvr', value: '24256791', fault: 'check-digit' },
  ])
})

test('a few digits behind a clear label are a count, and no number of a wrong length', () => {
  expect(readNumbers('NIP 1234')).toEqual([])
})
