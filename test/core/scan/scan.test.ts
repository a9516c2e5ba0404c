import { describe, expect, test } from 'vitest'
import { openPoints, toTold } from '../../../src/core/scan/answer.ts'
import { scan } from '../../../src/core/scan/scan.ts'
import { content } from '../../person.ts'

/** What an advert raises: `offer_fee_for_job: opłata rekrutacyjna`. */
function hits(text: string) {
  return scan(text, content).hits.map(({ sign, words }) => `${sign}: ${words}`)
}

function signs(text: string) {
  return scan(text, content).hits.map(({ sign }) => sign)
}

/** A sign, and words of an advert that raise it. */
const raising: Record<string, [sign: string, text: string][]> = {
  pl: [
    ['offer_fee_for_job', 'Opłata rekrutacyjna 300 zł'],
    ['offer_fee_for_job', 'Wpłać zaliczkę przed wyjazdem'],
    ['offer_debt_advance', 'Bilet na kredyt'],
    ['offer_debt_advance', 'koszty potrącimy Ci z pierwszej wypłaty'],
    ['offer_wrong_visa', 'jedziesz na wizę turystyczną'],
    ['offer_cash_undeclared', 'na start bez umowy'],
    ['offer_looks_age_gender', 'tylko dziewczyny 18–28'],
    ['offer_employer_hidden', 'szczegóły na priv'],
    ['offer_permit_for_sale', 'sprzedam zaproszenie'],
    ['offer_scam_centre', 'Obsługa klienta. Miejsce pracy: Kambodża'],
    ['offer_war_zone_contract', 'praca w Rosji'],
    ['offer_data_too_early', 'wyślij skan dowodu'],
    ['offer_account_or_firm_favour', 'użyczysz nam konta'],
    ['rec_original_documents_taken', 'paszporty zbiera kierowca'],
    ['rec_no_contract_before_travel', 'umowa dopiero na miejscu'],
    ['rec_secrecy', 'nikomu nie mów o wyjeździe'],
  ],
  en: [
    ['offer_fee_for_job', 'a small registration fee'],
    ['offer_debt_advance', 'you pay it back from your salary'],
    ['offer_wrong_visa', 'come on a tourist visa'],
    ['offer_cash_undeclared', 'cash in hand'],
    ['offer_looks_age_gender', 'send a full body photo'],
    ['offer_permit_for_sale', 'CoS for sale'],
    ['offer_scam_centre', 'customer service agents, Myanmar'],
    ['offer_war_zone_contract', 'a security job in Russia'],
    ['offer_account_or_firm_favour', 'use your bank account'],
    ['rec_original_documents_taken', 'we keep your passport'],
  ],
  uk: [
    ['offer_fee_for_job', 'передоплата 100 євро'],
    ['offer_debt_advance', 'вирахуємо із зарплати'],
    ['offer_wrong_visa', 'за туристичною візою'],
    ['offer_cash_undeclared', 'без договору'],
    ['offer_looks_age_gender', 'дівчата 18–28'],
    ['offer_employer_hidden', 'деталі в приват'],
    ['offer_scam_centre', "оператор чату, М'янма"],
    ['offer_data_too_early', 'надішліть фото паспорта'],
    ['rec_original_documents_taken', 'паспорти здаєте координатору'],
  ],
  ru: [
    ['offer_fee_for_job', 'предоплата 100 евро'],
    ['offer_debt_advance', 'виза и перелёт в кредит'],
    ['offer_wrong_visa', 'по туристической визе'],
    ['offer_cash_undeclared', 'зарплата в конверте, неофициально'],
    ['offer_looks_age_gender', 'приятная внешность'],
    ['offer_employer_hidden', 'пишите в личку'],
    ['offer_scam_centre', 'Оператор чата. Таиланд'],
    ['offer_war_zone_contract', 'разнорабочий на новых территориях'],
    ['offer_account_or_firm_favour', 'оформить карту на себя'],
  ],
}

describe.each(Object.entries(raising))('in %s', (_language, cases) => {
  test.each(cases)('%s is raised by: %s', (sign, text) => {
    expect(signs(text)).toContain(sign)
  })
})

describe('what an advert takes back raises nothing', () => {
  test.each([
    'Nie pobieramy żadnych opłat rekrutacyjnych',
    'Praca bez zaliczek',
    'Opłat za pośrednictwo nie pobieramy',
    'bez kaucji, zaliczek i wpisowego',
    'Prosimy nie wysyłać skanów dowodu',
    'We never charge registration fees',
    'no deposits or upfront payment',
    'A deposit is not required',
    'жодної передоплати',
    'Застави немає',
    'без предоплаты',
    'Никаких залогов и взносов',
    'Praca w szklarni bez\nopłat rekrutacyjnych',
    'Жодних платежів від працівників, документи\nзалишаються у Вас',
  ])('%s', (text) => {
    expect(signs(text)).toEqual([])
  })

  test.each([
    'Praca bez języka, kaucja za miejsce 200 zł',
    'Nie czekaj! Przedpłata 300 zł',
    'No experience? Registration fee 50 euro',
    'Без опыта. Предоплата 100 евро',
    'bez znajomości języka\nzaliczka 300 zł',
  ])('but not what stands in another sentence: %s', (text) => {
    expect(signs(text)).toContain('offer_fee_for_job')
  })
})

describe('what honest adverts say raises nothing loud', () => {
  const loud = (text: string) =>
    scan(text, content).hits.filter(
      ({ severity }) => severity === 'high' || severity === 'critical',
    )

  test.each([
    'Umowa długoterminowa, wzrost wynagrodzenia dla pań i panów',
    'Zabierz ze sobą paszport i dokumenty',
    'Paszport zostaje u Ciebie',
    'Telefon do kierownika: pan Nowak',
    'Zakład firmy Kwartz w Słupsku',
    'Badania i szkolenie opłaca pracodawca',
    'Zwrot kosztów dojazdu po przepracowaniu miesiąca',
    'Koszt zakwaterowania 90 € tygodniowo potrącany z wypłaty',
    'Wypłata: przelew na konto. Składki ZUS 100 %',
    'Nie czekaj, zadzwoń jeszcze dziś!',
    'Joining bonus and a tax-free allowance',
    'Please bring a copy of your passport',
    'Good verbal communication, Russian speaking workers welcome',
    'Travel costs are reimbursed after your first month',
    'Rent is 95 euro a week, deducted from your salary',
    'We help you open a bank account',
    'Внески до ZUS сплачує фірма',
    'Телефон адміністратора готелю',
    'Зарплата на картку кожного 10 числа',
    'Дві тисячі євро на місяць, зарплата на руки',
    'Допоможемо відкрити рахунок у банку',
    'Долгосрочный контракт, социальные взносы платит фирма',
    'Наши услуги для вас бесплатны',
    'Зарплата от 1 800 до 2 200 евро на руки, на карту',
    'Рекомендация с последнего места работы',
    'Телефон хозяина в сообщении',
    'Водитель подъёмника на передовом предприятии',
    'Nocleg 9 € za noc, zwolniło się miejsce w brygadzie',
    'Pierwsza wypłata na konto po tygodniu, nie płacisz ani grosza',
    'Wages are paid into your own bank account',
    'The first two weeks of accommodation are free',
    'Ten minutes walk from the night shift. If you are a student, write to us',
    'Перша зарплата за місяць 15 числа, під розписку',
    'Документи надсилати менеджеру',
    'Документы водителя: права и карта',
    'На ваш счёт переводим зарплату',
  ])('%s', (text) => {
    expect(loud(text)).toEqual([])
  })
})

describe('the same words are found', () => {
  test.each([
    ['in capitals', 'OPŁATA REKRUTACYJNA'],
    ['without accents', 'oplata rekrutacyjna'],
    ['over two lines', 'opłata\n\nrekrutacyjna'],
    ['between emoji', '🔥opłata🔥rekrutacyjna🔥'],
    ['in mathematical letters', '𝐎𝐩ł𝐚𝐭𝐚 𝐫𝐞𝐤𝐫𝐮𝐭𝐚𝐜𝐲𝐣𝐧𝐚'],
    ['with letters of another script', 'оpłаtа rеkrutаcyjnа'],
    ['with signs that cannot be seen', 'opła\u200Bta rekru\u2060tacyjna'],
    ['against the reading order', '\u202Eopłata rekrutacyjna'],
    ['with letters set apart', 'o p ł a t a  r e k r u t a c y j n a'],
    ['with points between the letters', 'b.l.i.k'],
    ['with digits for letters', '0płata rekru7acyjna'],
    ['with a digit for an i', 'prosta zal1czka przed wyjazdem, wpłać zal1czkę'],
    ['with digits for Cyrillic letters', 'пред0плата'],
  ])('%s', (_how, text) => {
    expect(signs(text)).toContain('offer_fee_for_job')
  })
})

describe('letters that hide', () => {
  test.each([
    ['a Cyrillic letter among Latin ones', 'prosta kаucja', 'kаucja'],
    ['a Latin letter among Cyrillic ones', 'простая прeдоплата', 'прeдоплата'],
    ['a sign without width inside a word', 'prosta kau\u200Bcja', 'kau\u200Bcja'],
    ['letters set apart in a phrase', 'prosta k a u c j a', 'k a u c j a'],
    ['a digit in a phrase', 'prosta k4ucja', 'k4ucja'],
    ['letters for noughts', 'wpłać 2OO zł', '2OO'],
    ['Cyrillic letters for noughts', 'wpłać 2ОО zł', '2ОО'],
  ])('are a sign with the whole word: %s', (_what, text, word) => {
    expect(hits(text)).toContain(`offer_hidden_letters: ${word}`)
  })

  test.each([
    ['two languages side by side', 'Работа w Polsce, firma Мир'],
    ['emoji joined by invisible signs', 'Praca 👨‍👩‍👧 dla par'],
    ['marks that phones put around names', '\u2068Anna\u2069 i \u200Eadres'],
    ['a soft hyphen', 'praco\u00ADdawca'],
    ['a heading with letters set apart', 'U W A G A praca'],
    ['a name with a digit', 'Zapraszamy, Job4You i Praca24'],
    ['a unit right behind a number', 'kaucja 200zł, 8h dziennie'],
    ['a Latin i in a Ukrainian word', 'Робота в Люблінi'],
  ])('are not: %s', (_what, text) => {
    expect(signs(text)).not.toContain('offer_hidden_letters')
  })
})

test('a kind of firm is no word with letters set apart', () => {
  expect(scan('Kwartz sp z o o w Opolu', content).stated).toContain('employer')
})

describe('a hit shows the words that raised it', () => {
  test('as they were written', () => {
    expect(hits('Jest opłata  Rekrutacyjna!')).toEqual(['offer_fee_for_job: opłata Rekrutacyjna'])
  })

  test('once a sign, by the words that weigh most', () => {
    expect(hits('Pilne! Praca od zaraz, ostatnie miejsca')).toEqual([
      'offer_urgent_pressure: ostatnie miejsca',
    ])
  })

  test('the loudest first', () => {
    const found = scan('Bez języka. Paszporty zbiera kierowca. Przedpłata.', content).hits
    expect(found.map(({ severity }) => severity)).toEqual(['critical', 'high', 'info'])
  })

  test.each([
    ['a number', 'wyślij na 600 700 800 skan dowodu'],
    ['a link', 'wyślij na t.me/firma skan dowodu'],
    ['a name of Telegram', 'wyślij do @firma skan dowodu'],
  ])('but never %s', (_what, text) => {
    const [hit = ''] = hits(text)
    expect(hit).toMatch(/^offer_data_too_early: /)
    expect(hit).not.toMatch(/600|t\.me|@/)
  })
})

describe('a phrase may weigh less than its sign', () => {
  test.each([
    ['od zaraz', 'info'],
    ['wyjazd jutro', 'high'],
    ['bez języka', 'info'],
    ['no experience needed', 'info'],
    ['терміново', 'info'],
    ['срочно', 'info'],
  ])('%s is %s', (text, severity) => {
    expect(scan(text, content).hits.map((hit) => hit.severity)).toEqual([severity])
  })

  test('and not at all where the advert names the employer', () => {
    expect(signs('Firma Kwartz GmbH, szczegóły na priv')).not.toContain('offer_employer_hidden')
  })
})

describe('what an advert leaves open', () => {
  const open = (text: string) => openPoints(toTold(scan(text, content), []))

  test.each([
    [
      'pl',
      'Kwartz Sp. z o.o., ul. Miodowa, umowa o pracę, 40 godzin tygodniowo, 15 € brutto na godzinę',
    ],
    ['en', 'Kwartz Ltd near Maidstone, written contract, 40 hours a week, £13 per hour'],
    ['uk', 'Компанія Кварц, м. Бремен, трудовий договір, 40 годин на тиждень, 15 євро за годину'],
    ['ru', 'Компания Кварц, г. Бремен, трудовой договор, 40 часов в неделю, 15 евро в час'],
  ])('is nothing where all is stated (%s)', (_language, text) => {
    expect(open(text)).toEqual([])
  })

  test('is all that every advert should state', () => {
    expect(open('Szukamy ludzi do pracy')).toEqual(['employer', 'town', 'pay', 'contract', 'hours'])
  })

  test.each([
    ['a flat without a price', 'Mieszkanie na miejscu', true],
    ['a flat with its price', 'Mieszkanie: 80 € tygodniowo', false],
    ['a flat for free', 'Darmowe mieszkanie', false],
  ])('%s', (_what, text, isOpen) => {
    expect(open(text).includes('flat')).toBe(isOpen)
  })

  test('the rent is no pay', () => {
    expect(open('Zakwaterowanie 80 € tygodniowo')).toContain('pay')
  })

  test.each([
    ['an agency without its number', 'Nasza agencja szuka ludzi', true],
    ['an agency with its number', 'Nasza agencja, KRAZ 12345', false],
  ])('%s', (_what, text, isOpen) => {
    expect(open(text).includes('agency')).toBe(isOpen)
  })

  test('a contract that is denied is not stated', () => {
    expect(open('bez umowy o pracę')).toContain('contract')
  })
})

describe('the country of work', () => {
  test.each([
    ['Praca w Niemczech', 'DE'],
    ['Job in the Netherlands', 'NL'],
    ['Робота у Чехії', 'CZ'],
    ['Работа в Польше', 'PL'],
    ['Rekrutacja w Polsce, praca w Holandii', 'NL'],
    ['Niemcy albo Holandia', undefined],
    ['Praca w Europie', undefined],
    ['Praca', undefined],
    ['Praca w Niemczech dla obywateli Ukrainy, Białorusi i Gruzji', 'DE'],
    ['Praca dla obywateli Gruzji w Holandii', 'NL'],
    ['Робота в Чехії для громадян Молдови', 'CZ'],
    ['Работа в Польше, граждане РФ с картой', 'PL'],
    ['Pakowanie brukselki i koszyczków, Venlo', 'NL'],
    ['Praca w Birmingham', 'GB'],
    ['Kierowca Citroen Berlingo, dania mięsne', undefined],
    ['Пекінська капуста, венеціанська штукатурка, Лодзь', 'PL'],
    ['Работа в Бирмингеме', 'GB'],
    ['Познания в кулинарии', undefined],
    ['Turkey processing plant near Leeds', 'GB'],
    ['Job in Ireland, citizens of Brazil and India are welcome', 'IE'],
  ])('%s: %s', (text, country) => {
    expect(scan(text, content).country).toBe(country)
  })
})

describe('mail domains', () => {
  test.each([
    ['CV: Praca@Firma-Testowa.example!', ['firma-testowa.example']],
    ['pisz do @firma albo na a@b', []],
    ['a@b.pl, c@b.pl, d@e.pl', ['b.pl', 'e.pl']],
  ])('%s', (text, domains) => {
    expect(scan(text, content).domains).toEqual(domains)
  })
})

describe('what warns loudly is said in one clause', () => {
  test.each([
    ['rec_original_documents_taken', 'Weź paszport, zbiera nas kierowca'],
    ['rec_no_contract_before_travel', 'Umowa o pracę, parking na miejscu'],
    ['offer_cash_undeclared', 'Wypłata na konto, bez gotówki'],
  ])('a comma keeps %s away: %s', (sign, text) => {
    expect(signs(text)).not.toContain(sign)
  })

  test('but what weighs little may be said in a list', () => {
    expect(signs('Doświadczenie mile widziane, nie jest konieczne')).toEqual([
      'offer_no_requirements',
    ])
  })
})

describe('a line break', () => {
  test.each([
    ['offer_fee_for_job', 'Opłata za\nrejestrację 300 zł'],
    ['offer_fee_for_job', 'Opłata\nza rejestrację'],
    ['offer_fee_for_job', 'Оплата за\nреєстрацію 300 зл'],
    ['offer_fee_for_job', 'a small registration\nfee'],
    ['rec_original_documents_taken', 'Paszport oddajesz\nkierowcy'],
  ])('before a small letter cuts no phrase: %s', (sign, text) => {
    expect(signs(text)).toContain(sign)
  })

  test('behind a word that no sentence ends with cuts no name off', () => {
    expect(signs('Paszport oddajesz do\nPana Marka z biura')).toEqual(
      signs('Paszport oddajesz do Pana Marka z biura'),
    )
  })

  test('of a paragraph ends what a phrase reaches', () => {
    expect(signs('Opłata za\n\nrejestrację')).toEqual([])
  })

  test('ends what a denial reaches', () => {
    expect(signs('nie trzeba języka\nopłata za rejestrację')).toContain('offer_fee_for_job')
  })
})
