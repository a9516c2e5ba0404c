import { readdirSync, readFileSync } from 'node:fs'
import { analyse } from 'scslre'
import { describe, expect, test } from 'vitest'
import { readAdverts } from '../../../bench/adverts.ts'
import { hostile } from '../../../bench/hostile.ts'
import { numberId } from '../../../src/core/firm/firm.ts'
import { withoutPapers } from '../../../src/core/front/papers.ts'
import { scan } from '../../../src/core/scan/scan.ts'
import { readNumbers } from '../../../src/registers/numbers/read.ts'
import { content } from '../../person.ts'

/** Every person and every number here is invented. */
const goes = `
Nazwisko / Surname KOWALSKA-NOWAK
Nazwisko: Kowalski
nazwisko: kowalska
Nazwlsko/Surname KOWALSKI
Nazwisko I Surname KOWALSKI
1. Nazwisko: Malinowski
Imiona / Given names ANNA MARIA
Imie: Anna
lmię / Given name ANNA
Imię i nazwisko: Jan Kowalski
Nazwisko rodowe / Family name WIŚNIEWSKA
Imiona rodziców JAN EWA
PESEL 90010112345
PESEL: 9001O112345
Nr PESEL 90010112345
Numer PESEL / Personal number 90010112345
PESEI 90010112345
Data urodzenia: 12.03.1988
Data urodzenia / Date of birth 12 MAR/MAR 1988
Data urodzema 12.03.1988
ur. 12.03.1988 w Lublinie
Miejsce urodzenia / Place of birth LUBLIN
Obywatelstwo / Nationality POLSKIE
Płeć / Sex K/F
Data ważności / Expiry date 15.01.2029
Data wydania / Date of issue 15.01.2019
Organ wydający / Authority PREZYDENT M. LUBLINA
Paszport nr FE123456
Dowód osobisty ABC 123456
seria ABC nr 123456
Seria i numer dowodu: ABC 123456
Karta pobytu RR1234567
Legitymujący się dowodem osobistym nr ABC123456
zamieszkały w Lublinie, ul. Polna 3/5
zam. Kraków, ul. Długa 1
Adres zameldowania: ul. Lipowa 5, 20-001 Lublin
Podpis posiadacza / Holder's signature
Surname: Petrenko
Passport No. FE123456
Passport number: FE 123456
Date of birth 02/02/1992
Identity card no ABC123456
Residing at 5 High Street, Leeds
Mr Ivan Petrenko, passport no. FK908070
National Insurance number QQ 12 34 56 78 C
Прізвище/Surname ІВАНЕНКО
Пр1звище IВАНЕНКО
Ім'я / Name ОЛЕНА
По батькові / Patronymic ПЕТРІВНА
Дата народження: 15.03.1990
Дата народж. 15 03 1990
РНОКПП 3012345678
ІПН 3012345678
Запис № 19900315-01234
паспорт серія АВ № 654321
Паспорт ЕС 123456
Громадянство / Nationality УКР/UKR
Дійсний до / Date of expiry 20 06 2030
Мельник Ірина, 12.05.1993 р.н.
що проживає за адресою м. Львів, вул. Зелена 4
Фамилия ИВАНОВ
Имя СЕРГЕЙ
Отчество ПЕТРОВИЧ
Пол МУЖ. Дата рождения 01.01.1970
Место рождения гор. БРЕСТ
Паспорт серия МР № 1234567
ИНН 301234567890
проживающий по адресу г. Минск, ул. Садовая 1
Прозвішча / Surname PETROVA
Ідэнтыфікацыйны нумар / Identification No 4120588A012PB3
Nume / Surname CEBAN
Prenume / Given name ION
IDNP 2001001012345
CNP 1850101123456
Data nașterii / Date of birth 03.04.1979
CARTE DE IDENTITATE SERIA XZ NR 123456
Фамилия/Surname ПЕТРОВ / PETROV
ЕГН 7501010010
Last Name BERIDZE
Personal Number 01012345678
Naam / Surname de Vries
Geboortedatum 10-03-1985
BSN 123456782
Documentnummer SPECI2014
Vornamen OKSANA
Geburtsdatum 04.03.1991
geboren am 03.05.1980 in Odesa
Reisepass-Nr. C01X00T47
wohnhaft Hauptstr. 5, 10115 Berlin
IBAN PL61 1090 1014 0000 0712 1981 2874
PL61109010140000071219812874
61 1090 1014 0000 0712 1981 2874
5168 7573 1111 2222
Odbiorca: Jan Kowalski
Pracownik: Jan Kowalski
Candidate Name: Ivan Petrenko
Отримувач: Шевчук Марія
`

/** Names and numbers below their label, and texts of which nothing may be left. */
const below: [what: string, text: string][] = [
  ['a surname', 'Nazwisko\nKOWALSKI'],
  ['a surname behind an empty line', 'Nazwisko\n\nKOWALSKI'],
  ['a name in two scripts', 'Прізвище/Surname\nІВАНЕНКО\nIVANENKO'],
  ['two names below two labels', 'NAZWISKO IMIONA\nSHEVCHUK OLHA'],
  ['a day and a state', 'DATA URODZENIA / OBYWATELSTWO\n11.11.1995 UKRAINA'],
  ['two numbers', 'Дійсний до/Date of expiry Документ №/Document No.\n20 06 2030 001234567'],
  ['a name whose label is half misread', 'Прізвище/5игпате\n\nГРИЦЕНКО\n\nHRYTSENKO'],
  ['a name whose label is misread first', 'Уотатеп / Given names\nOKSANA'],
  ['a day whose label is misread', 'Дата народження/Раге of birth\n15 03 1990'],
  ['a number whose sign is misread', 'Документ Ne/Document Мо.\n001234567'],
  ['a name above a day', 'Мельничук Софія Андріївна\n12.05.1993 р.н.'],
  ['a name above a number', 'Kowalczyk Marta\nPESEL 90010112345'],
  ['a number', 'PESEL:\n90010112345'],
  ['a name that German cards have', 'Name / Surname\nSCHEWTSCHENKO'],
]

const stays = `
Zabieramy paszport na czas pracy
Zabieramy paszporty do rejestracji, oddamy po sezonie
Paszport zostaje u koordynatora
ODDAJESZ DOWÓD OSOBISTY NA CZAS PRACY
paszport wymagany
Wymagany paszport lub dowód osobisty
Potrzebny PESEL
paszport/dowód
Paszport/dowód na miejscu
Telefon/WhatsApp do kierownika
ІПН/паспорт потрібні
Potrzebny PESEL i konto w banku
Bez PESEL też przyjmujemy, wyrobimy za 200 zł
wyślij skan dowodu
Wyślij zdjęcie paszportu i numer telefonu
Podaj imię i nazwisko oraz datę urodzenia
Imię i nazwisko wyślij na priv
IMIĘ I NAZWISKO WYŚLIJ NA WHATSAPP
ПРІЗВИЩЕ ТА ІМ'Я ПИШІТЬ У ВАЙБЕР
Pracownik produkcji, Wrocław
Wyrobienie paszportu 15000 zł
Wiza 3500 zł, karta pobytu 2000 zł
Paszport ważny do 12.05.2027
NIP 525-000-00-17
NIP: 5250000017, REGON 301234567
KRS 0000123456
Wpisana do rejestru przedsiębiorców pod nr 0000123456
KRAZ 12345
VAT PL5250000017
Praca od 01.05.2026 do 30.09.2026
Wyjazd 15.06.2026 godz. 21:30
Grafik 6:00-14:00 / 14:00-22:00
Zarobki 2800-3200 EUR netto
Wynagrodzenie 12 000 - 15 000 zł
Kaucja 1 200 000 HUF
Stawka 12,82 €/h, 40-48 godzin, wiek 18-55 lat
Biuro: ul. Marszałkowska 10/5, 00-590 Warszawa
Adres zakwaterowania: Rotterdam, 4 osoby w pokoju
Podpis umowy w Warszawie, wyjazd w środę
Pan kierowca zabiera dokumenty przy wsiadaniu
Imię i nazwisko:
Nr paszportu:
mój paszport jest u kierowcy
we keep your passport
We keep your passport for the first 3 months
copy of ID
Send a copy of your ID and 150 euro deposit
Passport required, visa free
Company name: Star Models Agency
Name of company: Sunrise Ltd
Nationality: any, no experience
Gender: female only
Valid until Friday
Company No. 01234567
Salary 3000 USD, 6 days, 10 hours
Employer holds the passport until the debt is paid
паспорт залишається у роботодавця
Паспорт треба буде віддати координатору
Скиньте фото паспорта і номер карти
Потрібен ІПН і закордонний паспорт
Громадянство будь-яке, досвід не потрібен
Документи: паспорт, віза не потрібна
ЄДРПОУ 41234567
Ідентифікаційний код 41234567
Оплата 25 зл/год, 250 годин на місяць
Договір на ім'я фірми, виїзд 12.05.2026
Паспорт остаётся у работодателя до конца контракта
нужен ИНН и загранпаспорт
Сдаёте паспорт мастеру, выдаём пропуск
виза 12000 грн, срок 90 дней
Зарплата 1200-1500 евро на руки
ЕГРПОУ 12345678
Reisepass und Visum werden vom Chef aufbewahrt
HRB 12345, USt-IdNr. DE136695976
KvK 12345678
Paspoort inleveren bij de baas
Pașaportul rămâne la angajator
CUI 36313653
Паспортът остава при работодателя
<<< PRACA OD ZARAZ >>>
`

const lines = (table: string) => table.trim().split('\n')

test.each(lines(goes))('goes: %s', (line) => {
  expect(withoutPapers(line).text.trim()).toBe('')
})

test.each(below)('goes below its label: %s', (_what, text) => {
  expect(withoutPapers(text).text.trim()).toBe('')
})

test.each(lines(stays))('stays: %s', (line) => {
  expect(withoutPapers(line)).toEqual({ text: line, isPaper: false })
})

test('the number of a firm stays below its label', () => {
  const text = 'NIP\n5250000017'
  expect(withoutPapers(text).text).toBe(text)
})

test('lines keep their places', () => {
  const { text } = withoutPapers('Praca w Holandii\nPESEL 90010112345\nKaucja 300 zł')
  expect(text).toBe('Praca w Holandii\n\nKaucja 300 zł')
})

test.each([
  ['tel. do koordynatora +48 512 345 678, opłata 300 zł', 'tel. do koordynatora …, opłata 300 zł'],
  ['Tel: 0171 2345678, 13 €/Std', 'Tel: …, 13 €/Std'],
  ['Дзвоніть 093 123 45 67, оплата 25 зл', 'Дзвоніть …, оплата 25 зл'],
  ['NIP 5250000017 tel. 501 234 567', 'NIP 5250000017 tel. …'],
  ['tel. 501-234-567 NIP 525-000-00-17', 'tel. … NIP 525-000-00-17'],
  ['Kaucja 500 zł na konto 61 1090 1014 0000 0712 1981 2874', 'Kaucja 500 zł na konto …'],
  [
    'Oddaj paszport FE123456 koordynatorowi przy wsiadaniu',
    'Oddaj paszport … koordynatorowi przy wsiadaniu',
  ],
  [
    'Dokumenty zabiera pan Kowalski, oddaje po sezonie',
    'Dokumenty zabiera pan …, oddaje po sezonie',
  ],
])('only the digits or the name go: %s', (line, left) => {
  expect(withoutPapers(line).text).toBe(left)
})

/** Numbers as people paste them, with what says whose they are. Those that nothing names look like telephones. */
const pasted: { text: string; country?: string; right: string[]; kind: string }[] = JSON.parse(
  readFileSync('bench/numbers.json', 'utf8'),
).filter(({ kind }: { kind: string }) => kind !== 'bare' && kind !== 'ask')

test('of the numbers of firms that people paste with a name, hardly any goes', () => {
  const ids = (text: string, country: string | undefined) =>
    readNumbers(text, country, true)
      .filter(({ fault }) => fault === undefined)
      .map(numberId)
  const lost = pasted.filter(({ text, country, right }) => {
    const left = ids(withoutPapers(text).text, country)
    return ids(text, country).some((id) => right.includes(id) && !left.includes(id))
  })
  // They stand in a sentence without a name, or behind one that no label has.
  expect(lost.length).toBeLessThan(11)
})

test('no advert loses a word that warns', () => {
  const signs = (text: string) => scan(text, content).hits.map(({ sign }) => sign)
  const lost = readAdverts().filter(({ text }) => {
    const read = withoutPapers(text)
    return read.isPaper || signs(read.text).join() !== signs(text).join()
  })
  expect(lost).toEqual([])
})

describe('of a contract the firm stays and the person goes', () => {
  test.each([
    {
      text: 'zawarta między Polnet Sp. z o.o., NIP 5250000017, a Panem Jan Kowalski, PESEL 90010112345',
      gone: ['Kowalski', '90010112345'],
      left: ['Polnet Sp. z o.o.', 'NIP 5250000017'],
    },
    {
      text: 'Umowa: Agro Plus, KRS 0000123456 a Janem Kowalskim, zam. Lublin ul. Polna 3. Pracodawca zatrzymuje paszport.',
      gone: ['Kowalskim', 'Polna'],
      left: ['Agro Plus', 'KRS 0000123456', 'Pracodawca zatrzymuje paszport'],
    },
    {
      text: 'Zleceniobiorcą: Iryną Kovalenko, legitymującą się paszportem nr FE765432\nKara umowna 2000 zł',
      gone: ['Kovalenko', 'FE765432'],
      left: ['Kara umowna 2000 zł'],
    },
    {
      text: 'between GreenField Ltd (Company No. 01234567) and Mr Ivan Petrenko, passport no. FK908070\nThe worker hands over the passport',
      gone: ['Petrenko', 'FK908070'],
      left: ['GreenField Ltd', '01234567', 'hands over the passport'],
    },
    {
      text: 'zwischen Bau Schmidt GmbH, HRB 12345, und Herrn Mykola Lysenko, geboren am 03.05.1980 in Odesa\nStundenlohn 13,90 EUR',
      gone: ['Lysenko', '1980', 'Odesa'],
      left: ['Bau Schmidt GmbH, HRB 12345', '13,90 EUR'],
    },
    {
      text: 'ТОВ Праця, ЄДРПОУ 41234567, та громадянин Шевчук Іван, паспорт серія АВ № 654321\nШтраф 500 євро',
      gone: ['Шевчук', '654321'],
      left: ['ТОВ Праця, ЄДРПОУ 41234567', 'Штраф 500 євро'],
    },
    {
      text: 'ООО Труд, ЕГРПОУ 12345678, и гр. Сидоренко Павел, паспорт МР 1234567\nРаботник сдаёт паспорт',
      gone: ['Сидоренко', '1234567,'],
      left: ['ООО Труд, ЕГРПОУ 12345678', 'Работник сдаёт паспорт'],
    },
    {
      text: 'Name: Ivan Petrenko\nPassport No: FK908070\nDate of Birth: 02.02.1992\nPosition: waiter, salary 2000 USD',
      gone: ['Petrenko', 'FK908070', '1992'],
      left: ['Position: waiter, salary 2000 USD'],
    },
  ])('$text', ({ text, gone, left }) => {
    const read = withoutPapers(text)
    expect(read.isPaper).toBe(false)
    expect(gone.filter((words) => read.text.includes(words))).toEqual([])
    expect(left.filter((words) => !read.text.includes(words))).toEqual([])
  })
})

describe('the whole picture is a paper', () => {
  test.each([
    [
      'lines for machines',
      'P<POLKOWALSKA<NOWAK<<ANNA<MARIA<<<<<<<<<<<<<\nZS00001772POL8803127F2901015<<<<<<<<<<<<<<00',
    ],
    ['the first of them alone', 'P<UKRMELNYK<<IRYNA<<<<<<<<<<<<<<<<<<<<<<<<<<'],
    ['the second of them alone', 'ZS00001772POL8803127F2901015<<<<<<<<<<<<<<00'],
    ['with other signs between', 'P«POLKOWALSKA<NOWAK««ANNA«MARIA««««'],
    ['with letters for signs', 'PKPOLKOWALSKA<<ANNAC<CKKKCCCCKKK<<<<<'],
    ['with spaces', 'P<POL KOWALSKA << ANNA <<<<<<< <<<<<'],
    ['of an identity card', 'IDPOLABC1234564<<<<<<<<<<<<<<<'],
    ['of a card, damaged', 'I<P0LABC1234564<<<<c<<<K<<<<<<'],
    ['of a card, with the dates', '9001011F3001017POL<<<<<<<<<<<4'],
    ['of a card, with the name', 'WISNIEWSKA<<BEATA<<<<<<<<<<<<<'],
    ['of a visa', 'VCD<<MELNYK<<IRYNA<<<<<<<<<<<<<<<'],
    ['of a German card', 'IDD<<T220001293<<<<<<<<<<<<<<<'],
    ['labels with values', 'Nazwisko: Kowalski\nImię: Jan\nPESEL: 90010112345'],
    [
      'labels whose values are lost',
      'Nazwisko / Surname\nImiona / Given names\nData urodzenia / Date of birth',
    ],
    ['a name of a paper and a label', 'RZECZPOSPOLITA POLSKA\nDOWÓD OSOBISTY\nNazwisko: Kowalski'],
    ['a driving licence', '1. ZIELINSKI\n2. TOMASZ\n3. 07.07.1983\n4a. 12.02.2020 4b. 12.02.2035'],
    ['a closed passport', 'УКРАЇНА\nUKRAINE\nПАСПОРТ'],
    ['a bank card', 'DEBIT\n5168 7422 1234 5678\nVALID THRU 09/28\nJAN KOWALSKI'],
  ])('%s', (_what, text) => {
    const read = withoutPapers(text)
    expect(read.isPaper).toBe(true)
    expect(read.text.trim()).toBe('')
    expect(read.text.split('\n')).toHaveLength(text.split('\n').length)
  })

  test('but not where it stands beside what somebody asks for it', () => {
    const read = withoutPapers('Wyślij zdjęcie i 300 zł zaliczki\nIDPOLABC1234564<<<<<<<<<<<<<<<')
    expect(read).toEqual({ text: 'Wyślij zdjęcie i 300 zł zaliczki\n', isPaper: false })
  })
})

describe('the picture is no paper', () => {
  test.each([
    ['a form that nobody has filled in', 'Imię i nazwisko:\nPESEL:\nNr paszportu:\nTelefon:'],
    ['an advert with arrows', 'KLIKNIJ <<<<<<<<<<<<\nPRACA OD ZARAZ <<<<<<'],
    ['somebody who asks', 'paszport FE123456\nPESEL 90010112345\nKiedy jest wyjazd i gdzie?'],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(withoutPapers(text).isPaper).toBe(false)
  })
})

describe('whoever wants it slow gets an answer at once', () => {
  const filled = (piece: string) => piece.repeat(4096 / piece.length + 1).slice(0, 4096)
  const more = [
    'Nazwisko PESEL ',
    'P<POL<<',
    'nazwlsko paszpart ',
    'Pan Jan ',
    'PL61 1090 ',
    'PESEL\n1\n',
    'zam. Lublin ',
  ]
  const texts = [
    ...Object.entries(hostile),
    ...more.map((piece) => [piece, filled(piece)] as const),
  ]

  test.each(texts)('%s', (_what, text) => {
    const start = process.cpuUsage()
    withoutPapers(text)
    const { user } = process.cpuUsage(start)
    // A few milliseconds; a machine with other work takes longer.
    expect(user / 1000).toBeLessThan(250)
  })

  const folder = 'src/core/front'
  const files = [...readdirSync(`${folder}/papers`).map((file) => `papers/${file}`), 'papers.ts']
  const literal =
    /(?<=[(=,:!&|?]\s*|return )\/((?:[^/\\\n[*]|\\.|\[(?:[^\]\\\n]|\\.)*\])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])*)\/([dgimsuvy]*)/g
  const expressions = files.flatMap((file) => {
    const code = readFileSync(`${folder}/${file}`, 'utf8').replaceAll(
      /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm,
      '',
    )
    return [...code.matchAll(literal)].map(([, source = '', flags = '']) => ({ source, flags }))
  })

  test.each(expressions)(
    'an expression takes time in proportion: /$source/$flags',
    ({ source, flags }) => {
      expect(analyse(new RegExp(source, flags)).reports).toEqual([])
    },
  )
})
