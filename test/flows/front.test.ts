import { describe, expect, test } from 'vitest'
import { readMessages } from '../../bench/inputs.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { newPerson, newReader } from '../person.ts'

/** Where somebody may stand, and how they came there. */
const standings: [string, string[]][] = [
  ['the menu', []],
  ['a question', ['start offer', 'adult', 'questions', 'DE']],
  ['the age', ['start offer']],
  ['a number that is asked for', ['start employer', 'number']],
  ['a name that is asked for', ['start employer', 'name', 'DE']],
  ['an advert that is asked for', ['start offer', 'adult', 'advert']],
  ['the card for somebody dear', ['start departure']],
  ['help', ['sos']],
]

async function stands([command = 'menu', ...taps]: string[]) {
  const person = await newReader({ readNumbers })
  await person.opens(command)
  for (const tap of taps) await person.taps(tap)
  return person
}

describe.each(standings)('at %s', (_where, way) => {
  test.each([
    'help me please he beats me',
    'my boss took my passport',
    'Начальник забрав мій паспорт',
    'Начальник забрал мой паспорт, помогите',
    'Szef zabrał mi paszport i nie płaci mi od dwóch miesięcy',
    'Pomocy, zabrali mi paszport',
    'zamknęli nas w hostelu',
    'pomocyyyy',
    'SOS SOS',
    '🆘',
  ])('%s opens help', async (text) => {
    const person = await stands(way)
    await person.says(text)
    expect(person.at()).toBe('sos.now')
  })

  test.each([
    ['I was raped', 'health.rape'],
    ['zgwałcił mnie kierownik', 'health.rape'],
    ['chcę umrzeć', 'health.death'],
    ['хочу померти', 'health.death'],
    ['I want to die', 'health.death'],
    ['potrzebuję karetki, mam wysoką gorączkę', 'health.ill'],
    ['я вагітна', 'health.pregnant'],
    ['упал с лесов на стройке, сломал ногу', 'health.accident'],
    ['moją siostrę bije szef i zabrał jej paszport', 'relative.danger'],
  ])('%s opens %s', async (text, place) => {
    const person = await stands(way)
    await person.says(text)
    expect(person.at()).toBe(place)
  })
})

describe('as tired people type it', () => {
  test.each([
    ['caly czas ktos ze mna chodzi nawet do sklepu', 'sos.now'],
    ['dali nam suchy chleb i wode na caly tydzien', 'sos.now'],
    ['jak narzekam to nie daja obiadu', 'sos.now'],
    ['moj maz mowi ze zabierze dzieci jak odejde', 'sos.now'],
    ['mysla ze jestem na zakupach mam 10 minut', 'sos.now'],
    ['obiecal robote w niemczech a jedziemy na wschod', 'sos.now'],
    ['poparzyl mnie zelazkiem', 'sos.now'],
    ['powiedzial ze moja siostra zaplaci za mnie jak nie przyjde', 'sos.now'],
    ['robie za darmo juz pol roku bo niby splacam dlug za podroz', 'sos.now'],
    ['skasuje zaraz bo on sprawdza telefon', 'sos.now'],
    ['zbieram na ulicy dla nich i musze miec 100 dziennie', 'sos.now'],
    ['nikomu nie jestem potrzebny', 'health.death'],
    ['zegnam sie z wami', 'health.death'],
    ['zmusil mnie zebym mu zrobila dobrze', 'health.rape'],
    ['zrzucilo mnie z wozka', 'health.accident'],
    ['widze przez okno jak bija czlowieka', 'relative.danger'],
    ['kuzynka pisze ze ja sprzedali', 'relative.danger'],
  ])('in Polish: %s opens %s', async (text, place) => {
    const person = await stands([])
    await person.says(text)
    expect(person.at()).toBe(place)
  })

  test.each([
    ['тримає ніж біля горла', 'sos.now'],
    ['дають якісь таблетки щоб ми не спали', 'sos.now'],
    ['забрав дитину і не віддає поки не вернусь', 'sos.now'],
    ['кажуть здадуть в тцк якщо піду з роботи', 'sos.now'],
    ['кажуть що я винна їм 3000 євро за дорогу', 'sos.now'],
    ['навіть у церкву саму не пускають', 'sos.now'],
    ['пан не дає паспорт і каже робити за їжу', 'sos.now'],
    ['роздягали для фото казали кастинг', 'sos.now'],
    ['спимо в коморі вікон нема двері на засув', 'sos.now'],
    ['хлопці з тг кажуть поверни 2000 або приїдемо', 'sos.now'],
    ['цькують собаками', 'sos.now'],
    ['увійшов у мене хоч я плакала', 'health.rape'],
    ['шостий місяць а змушують тягати', 'health.pregnant'],
    ['стружка в оці', 'health.accident'],
    ['бачу у вікно як людину бють', 'relative.danger'],
    ['племінник пише дивно ніби не він просить гроші', 'relative.danger'],
  ])('in Ukrainian: %s opens %s', async (text, place) => {
    const person = await stands([])
    await person.says(text)
    expect(person.at()).toBe(place)
  })

  test.each([
    ['бет меня когда напьется', 'sos.now'],
    ['boss ne daet uehat i pasport u nego', 'sos.now'],
    ['даже в церковь одну не пускают', 'sos.now'],
    ['долбят в дверь а я с ребенком', 'sos.now'],
    ['кинули на стройке документов нет денег нет жрать нечего', 'sos.now'],
    ['муж пропил деньги и отдал меня другу за долг', 'sos.now'],
    ['пацаны пишут верни 2000 или приедем', 'sos.now'],
    ['посадили в машину и везут непонятно куда', 'sos.now'],
    ['сказали если пойду в полицию депортируют и посадят', 'sos.now'],
    ['хотят чтоб я глотала капсулы', 'sos.now'],
    ['шеф говорит отдай паспорт иначе выгоню', 'sos.now'],
    ['он заставляет меня заниматься сексом каждую ночь', 'health.rape'],
    ['зачем мне такая жизнь', 'health.death'],
    ['желтые глаза может желтуха', 'health.ill'],
    ['сын сидит в каком то офисе и должен обманывать людей', 'relative.danger'],
    ['девушка в магазине в синяках говорит что не может вернуться домой', 'relative.danger'],
  ])('in Russian: %s opens %s', async (text, place) => {
    const person = await stands([])
    await person.says(text)
    expect(person.at()).toBe(place)
  })

  test.each([
    ['bos keep pasport not give me', 'sos.now'],
    ['cant even go church alone', 'sos.now'],
    ['he say he bought me', 'sos.now'],
    ['he says he will tell police i stole', 'sos.now'],
    ['i want to go home they say no', 'sos.now'],
    ['if i dont sleep with him he throw me out', 'sos.now'],
    ['must report where i am every hour', 'sos.now'],
    ['said czech but we are somewhere in forest no signal', 'sos.now'],
    ['someone always walks with me even to the toilet', 'sos.now'],
    ['they know where my mum live', 'sos.now'],
    ['they not pay 4 month and beat who ask', 'sos.now'],
    ['put fingers in me', 'health.rape'],
    ['my water broke', 'health.pregnant'],
    ['thrown off the forklift', 'health.accident'],
    ['dad talks like somebody tells him what to say', 'relative.danger'],
    ['wife went to pick strawberries now has debt cant return', 'relative.danger'],
  ])('in English: %s opens %s', async (text, place) => {
    const person = await stands([])
    await person.says(text)
    expect(person.at()).toBe(place)
  })

  test.each([
    'jak oddac klucze od mieszkania po skonczonej pracy',
    'urzad nie oddal mi jeszcze paszportu po wizie',
    'my dog ran away',
    'мій пес втік',
    'можно ли отказаться от сверхурочных',
  ])('%s opens no help', async (text) => {
    const person = await stands([])
    await person.says(text)
    expect(person.at()).not.toMatch(/^(sos|relative|health)/)
  })
})

const advert = `Praca w Holandii od zaraz, zbiór tulipanów. Opłata rezerwacyjna 300 euro przed wyjazdem, paszport oddajesz
kierowcy, pisz tylko na Telegram.`

describe.each(standings.filter(([where]) => !/name|card/.test(where)))('at %s', (where, way) => {
  test('an advert is read, and help comes first where it must', async () => {
    const person = await stands(way)
    await person.says(advert)
    expect(person.at()).toBe('danger.stop')
    expect(person.keys()).toContain('scan:found')
  })

  test.skipIf(where.includes('advert'))('the number of a firm is taken along', async () => {
    const person = await stands(way)
    await person.says('NIP 7740001454')
    expect(person.at()).toBe('employer.name')
  })
})

test('an advert that is not critical asks the age, then tells the verdict', async () => {
  const person = await stands([])
  await person.says(
    'Praca w Holandii od zaraz, zbiór tulipanów. Opłata rezerwacyjna 300 euro, pisz na Telegram.',
  )
  expect(person.at()).toBe('offer.age-after')
  await person.taps('adult')
  expect(person.at()).toBe('offer.first-verdict')
})

test.each([
  ['gdzie pomoc w Niemczech', 'country.what'],
  ['w Italii', 'country.what'],
  ['Великобританія', 'country.what'],
  ['Birma', 'country.what'],
  ['w Turcji', 'country.what'],
  ['Czech Republic', 'country.what'],
  ['Myanmar', 'country.what'],
  ['czy agencja może brać pieniądze', 'topics.fees'],
  ['ile się zarabia', 'topics.pay'],
  ['deportacja', 'topics.permit'],
  ['umowa', 'topics.contract'],
  ['stop', 'settings.ending'],
  ['chcę porozmawiać z człowiekiem', 'consultant.no-desk'],
])('%s leads to %s', async (text, place) => {
  const person = await stands(['start offer', 'adult'])
  await person.says(text)
  expect(person.at()).toBe(place)
})

test.each([
  ['szef mnie bije', 'sos.now'],
  ['chcę umrzeć', 'health.death'],
  ['moją córkę bije mąż w Niemczech', 'relative.danger'],
])('who is new and writes %s is not asked for a language first', async (text, place) => {
  const person = newPerson()
  await person.says(text)
  expect(person.at()).toBe(place)
})

test('a language is spoken from then on', async () => {
  const person = await stands(['start offer', 'adult'])
  await person.says('по-русски')
  expect((await person.talk())?.language).toBe('ru')
  expect(person.at()).toBe('offer.way')
})

describe('of the messages that phrases were tuned by', () => {
  const all = readMessages().filter((one) => !one['held-out'])

  test('no advert opens help, and no story is read as an advert', async () => {
    const person = await newReader()
    const wrong: string[] = []
    for (const { says, room } of all.filter(({ room }) => room === 'advert' || room === 'story')) {
      await person.opens('menu')
      await person.says(says)
      const isWrong = room === 'advert' ? /^sos\./ : /^(offer|danger)\./
      if (isWrong.test(person.at() ?? '')) wrong.push(says)
    }
    expect(wrong).toEqual([])
  })
})

test('an everyday word is no slip of a cry', async () => {
  const person = await newReader()
  await person.says('na przykład')
  expect(person.at()).toBe('menu.groups')
})

describe('what is part of a day is no cry', () => {
  test.each([
    'Pracuję w ochronie, pilnuję magazynu',
    'Pracowałem w więzieniu jako kucharz',
    'Urząd zabrał mi dowód, bo był nieważny',
    'Czy w Anglii policja chodzi z bronią?',
    'Zabrali mi prawo jazdy za prędkość',
    'Mam dług w banku, chcę zarobić za granicą',
    'Mam kredyt i szukam sezonówki',
    'Mam dość tej pogody',
    'tata krzyczy na mecze',
    'W Norwegii bije się rekordy zarobków',
    'Kto mnie obserwuje na Instagramie',
    'szczepienie na grypę',
    'Work making knives, is it hard?',
    'I work in security and guard a warehouse',
    'I worked in a prison as a cook',
    'When will the embassy give me back my passport?',
    'Do police in England carry guns?',
    'A company is watching my LinkedIn profile',
    'I have a bank debt and want to earn abroad',
    'they beat records of earnings there',
    'Працюю в охороні, стережу склад',
    "Працював у в'язниці кухарем",
    'Стережу склад по ночах, охоронець',
    'Скільки триває курс першої допомоги?',
    'В уряді забрали старий паспорт, бо закінчився термін',
    'Чи носить поліція в Англії зброю?',
    'Хто за мною стежить в Інстаграмі',
    "Б'ють рекорди заробітків",
    'Помощник повара в Осло, сколько платят?',
    'Работаю в охране, сторожу склад',
    'Работал в тюрьме поваром',
    'В миграционной службе забрали старый паспорт',
    'Держите за меня кулачки на собеседовании',
    'Кто за мной следит в инстаграме',
    'Бьют рекорды заработков',
  ])('%s', async (text) => {
    const person = await newReader()
    await person.opens('menu')
    await person.says(text)
    expect(person.at()).not.toMatch(/^(sos|health|story)\.|^relative\.danger/)
  })
})

describe('a cry beside everyday words is a cry', () => {
  test.each([
    'pracuję w ochronie i szef mnie bije',
    'pracuję jak w więzieniu, nie wypuszczają',
    'urzędnik z agencji zabrał mi dowód i nie oddaje',
    'mam dług u szefa, nie mogę odejść',
    'podpisałam coś pod groźbą',
    'wczoraj dostałem pałką po plecach',
    'wyrzucili nas na ulicę w nocy mróz',
    'the office took my passport and wont give it back',
    'they guard the warehouse and we cant leave',
    'they put a tracker on my phone',
    'there is a tracker in my phone',
    'i signed something under threat',
    'i must pay 3000 before they let me go',
    'kicked me out at night in the snow',
    'поставили трекер мені на телефон',
    'на моєму телефоні трекер',
    'копнув у живіт',
    'під погрозою підписала папери',
    'вчора отримав палицею по спині',
    'хлопці з агентства прийшли з мачете',
    'викинули нас на вулицю вночі мороз',
    'винна віддати 3000 поки не відпустять',
    'должна отдать 3000 пока не отпустят',
    'ударил ногой в живот',
    'пнул в живот',
    'у меня в телефоне жучок',
    'поставили трекер на мой телефон',
    'я подписала что-то под угрозой',
    'вчера получил палкой по спине',
    'парни из агентства пришли с мачете',
    'выкинули нас на улицу ночью мороз',
  ])('%s', async (text) => {
    const person = await newReader()
    await person.opens('menu')
    await person.says(text)
    expect(person.at()).toBe('sos.now')
  })
})
