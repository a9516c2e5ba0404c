import { describe, expect, test } from 'vitest'
import { numberFrom, numberId } from '../../src/core/firm/firm.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'

const labelled: [text: string, ...ids: string[]][] = [
  ['NIP 7740001454, REGON 610188201', 'nip-7740001454', 'regon-610188201'],
  ['NIP: 774-000-14-54', 'nip-7740001454'],
  ['NIP 774 000 14 54 tel. 600 700 800', 'nip-7740001454'],
  ['nip PL7740001454', 'nip-7740001454'],
  ['НІП 7740001454', 'nip-7740001454'],
  ['NIP/REGON: 7740001454 / 610188201', 'nip-7740001454', 'regon-610188201'],
  ['REGON 61018820100000', 'regon-610188201'],
  ['KRS: 28860', 'krs-0000028860'],
  ['KRS0000028860', 'krs-0000028860'],
  ['wpisana do rejestru przedsiębiorców pod numerem KRS 0000028860', 'krs-0000028860'],
  ['nr KRAZ 8448/1b', 'kraz-8448'],
  ['(Agencja Pracy, nr KRAZ: 8448)', 'kraz-8448'],
  ['certyfikat KRAZ nr 385', 'kraz-385'],
  ['Nr wpisu do Rejestru Agencji Zatrudnienia: 1264', 'kraz-1264'],
  ['Wpis do KRAZ № 2010', 'kraz-2010'],
  [
    'wpisana do rejestru podmiotów prowadzących agencje zatrudnienia prowadzonego przez Marszałka pod nr 1264',
    'kraz-1264',
  ],
  ['USt-IdNr. DE136695976, HRB 11223', 'vat-DE136695976', 'local-DEHRB11223'],
  ['USt-IdNr.: 136 695 976', 'vat-DE136695976'],
  ['VAT 7740001454', 'nip-7740001454'],
  ['P. IVA 00743110157', 'vat-IT00743110157'],
  ['CIF A28017895', 'vat-ESA28017895'],
  ['KvK-nummer 69599084', 'kvk-69599084'],
  ['Company number SC123456', 'crn-SC123456'],
  ['Registered in England and Wales No. 00445790', 'crn-00445790'],
  ['org.nr. 923 609 016', 'orgnr-923609016'],
  ['org.nr 556761-5561', 'orgse-5567615561'],
  ['IČO: 27082440, DIČ: CZ27082440', 'ico-27082440', 'vat-CZ27082440'],
  ['SIREN 356 000 000', 'siren-356000000'],
  ['SIRET : 356 000 000 00048', 'siret-35600000000048'],
  ['KBO 0202.239.951', 'kbo-0202239951'],
  ['FN 122119m', 'fn-122119M'],
  ['CVR-nr. 13585628', 'cvr-13585628'],
  ['CRO 249885', 'cro-249885'],
  ['код ЄДРПОУ 32855961', 'edrpou-32855961'],
  ['LEI: HWUPKR0MPOU8FGXBT394', 'lei-HWUPKR0MPOU8FGXBT394'],
]

const bare: [text: string, country: string | undefined, ...ids: string[]][] = [
  ['PL 774-000-14-54', undefined, 'nip-7740001454'],
  ['7740001454', undefined, 'nip-7740001454'],
  ['mój numer to 610188201', undefined, 'regon-610188201'],
  ['0000028860', undefined, 'krs-0000028860'],
  ['8448', undefined, 'kraz-8448', 'krs-0000008448', 'cro-8448'],
  ['8448', 'PL', 'kraz-8448', 'krs-0000008448'],
  ['8448/1b', undefined, 'kraz-8448'],
  ['DE136695976', undefined, 'vat-DE136695976'],
  ['de 136 695 976', undefined, 'vat-DE136695976'],
  ['136695976', 'DE', 'vat-DE136695976'],
  ['GR094259216', undefined, 'vat-EL094259216'],
  ['el 094259216', undefined, 'vat-EL094259216'],
  ['XI980780684', undefined, 'vat-XI980780684'],
  ['GB980780684', undefined, 'vat-GB980780684'],
  ['ATU13585627', undefined, 'vat-ATU13585627'],
  ['ES A28017895', undefined, 'vat-ESA28017895'],
  ['NL 0044.95.445.B01', undefined, 'vat-NL004495445B01'],
  ['FR 83 404 833 048', undefined, 'vat-FR83404833048'],
  ['IE6388047V', undefined, 'vat-IE6388047V'],
  ['NO 923 609 016 MVA', undefined, 'orgnr-923609016'],
  ['sc123456', undefined, 'crn-SC123456'],
  ['69599084', 'NL', 'kvk-69599084'],
  ['27082440', 'CZ', 'ico-27082440'],
  ['0202.239.951', undefined, 'kbo-0202239951'],
  ['company number 249885', 'IE', 'cro-249885'],
  // A Polish agency hires for Germany: the number is still the Polish one.
  ['7740001454', 'DE', 'nip-7740001454'],
  // Eight digits have check digits in three countries and none in two; those that hold come first.
  [
    '27082440',
    undefined,
    ...[
      'ico-27082440',
      'local-SK27082440',
      'cvr-27082440',
      'edrpou-27082440',
      'kvk-27082440',
      'crn-27082440',
    ],
  ],
]

const faulty: [text: string, country: string | undefined, id: string, fault: string][] = [
  ['NIP 7740001455', undefined, 'nip-7740001455', 'check-digit'],
  ['7740001455', undefined, 'nip-7740001455', 'check-digit'],
  ['610188202', undefined, 'regon-610188202', 'check-digit'],
  ['27082441', 'CZ', 'ico-27082441', 'check-digit'],
  ['DE136695977', undefined, 'vat-DE136695977', 'check-digit'],
  ['LEI HWUPKR0MPOU8FGXBT395', undefined, 'lei-HWUPKR0MPOU8FGXBT395', 'check-digit'],
  ['NIP 0000000000', undefined, 'nip-0000000000', 'one-digit'],
  ['1111111111', undefined, 'nip-1111111111', 'one-digit'],
  ['organisasjonsnummer 111111111', undefined, 'orgnr-111111111', 'one-digit'],
  ['KRS 0000000000', undefined, 'krs-0000000000', 'one-digit'],
  ['NIP 774000145', undefined, 'nip-774000145', 'length'],
  ['NIP: 77400014541', undefined, 'nip-77400014541', 'length'],
  ['KRAZ 12345678', undefined, 'kraz-12345678', 'length'],
  ['KRS 00000288601', undefined, 'krs-00000288601', 'length'],
]

const nothing: string[] = [
  'Praca w Niemczech od 12.05.2026, stawka 2500-3000 EUR, 23% VAT, 40 h, hala 15 m2',
  'tel. 22 826 78 90, kom. 600 700 801',
  'Zadzwoń: +48 600 700 800 lub napisz',
  '+48 600 700 800',
  'Kontakt WhatsApp 7740001454',
  'Szukam pracy, 601 018 820 po 18',
  'konto: 61 1090 1014 0000 0712 1981 2874',
  'przelew na 61 1090 1014 0000 0712 1981 2874 do jutra',
  'PL61 1090 1014 0000 0712 1981 2874',
  'PESEL 44051401359',
  'https://www.olx.pl/d/oferta/7740001454',
  '2026-05-12',
  '12.05.2026',
  'CZ7103192745',
  'ES12345678Z',
  'org.nr 850709-9805',
  'Nie mam numeru, tylko nazwę',
  '',
]

const advert = `Agencja Pracy „Zielony Tulipan" (KRAZ 8448) zatrudni 20 osób do sortowania kwiatów w Holandii!
Wyjazdy 12.05.2026 i 19.05.2026. Stawka 14,71 EUR/h, zaliczka 250-300 EUR, kwatera 125 EUR tygodniowo.
Numer konta: PL61 1090 1014 0000 0712 1981 2874. Tel. 600 700 801, 22 826 78 90, WhatsApp +31 6 12345678.
Partner: Bloem BV, KvK 69599084, BTW NL004495445B01. Faktury: 774-000-14-54, REGON: 610188201.`

test.each(labelled)('a label tells: %s', (text, ...ids) => {
  expect(readNumbers(text).map(numberId)).toEqual(ids)
})

test.each(bare)('nothing but a number: %s (%s)', (text, country, ...ids) => {
  expect(readNumbers(text, country).map(numberId)).toEqual(ids)
})

test.each(faulty)('a slip is said: %s (%s)', (text, country, id, fault) => {
  expect(readNumbers(text, country)).toEqual([{ ...numberFrom(id), fault }])
})

test.each(nothing)('no number of a firm: %s', (text) => {
  expect(readNumbers(text)).toEqual([])
})

test('an advert gives its firms and nothing else', () => {
  expect(readNumbers(advert).map(numberId)).toEqual([
    'kraz-8448',
    'kvk-69599084',
    'vat-NL004495445B01',
    'nip-7740001454',
    'regon-610188201',
  ])
})

test('what is right comes before what is wrong, and twice is once', () => {
  const text = 'NIP 7740001455, NIP 7740001454, KRS 28860, KRS 0000028860'
  expect(readNumbers(text).map(numberId)).toEqual([
    'nip-7740001454',
    'krs-0000028860',
    'nip-7740001455',
  ])
})

test('every value fits into a button and a key', () => {
  const reads = [...labelled, ...faulty, ...bare].flatMap(([text]) => readNumbers(text))
  const kept = reads.filter((read) => numberFrom(numberId(read)) === undefined)
  expect(kept).toEqual([])
})

describe('hostile text', () => {
  const pieces = [
    '1',
    '1 ',
    '1-',
    'NIP ',
    'NIP 1 ',
    'NIP/REGON/KRS: 7740001454/',
    'DE1 ',
    'P IVA ',
    'DE1',
    'A1',
    '2O',
  ]
  const more = ['A1 ', '. ', '-', 'ﷺ', '½', '№', '\u0301', 'rejestru agencji zatrudnienia nr ']
  // So long that a reader whose time grows with the square of the length would not end within the test.
  test.each([...pieces, ...more])('of many %j is read in one pass', (piece) => {
    const text = piece.repeat(100_000).slice(0, 100_000)
    expect(readNumbers(text).filter(({ fault }) => !fault).length).toBeLessThan(3)
  })
})
