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
