import { describe, expect, test } from 'vitest'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { keysOf, newReader, type Person } from '../person.ts'

const plain =
  'Praca w Holandii przy pakowaniu kwiatów, 15 euro brutto na godzinę, 40 godzin tygodniowo.'
const polish = `${plain} Agencja pracy, KRAZ 8448, NIP 7740001454`
const kraz = `${plain} Agencja pracy, KRAZ 8448`
const foreign = `${plain} Firma: DE136695976`
const numberless = plain

/** Somebody whose advert was read and judged, and who has gone on to what they can check next. */
async function judged(advert: string): Promise<Person> {
  const person = await newReader({ readNumbers })
  await person.opens('start offer')
  for (const choice of ['adult', 'advert']) await person.taps(choice)
  await person.says(advert)
  await goesOn(person)
  return person
}

async function goesOn(person: Person) {
  for (const choice of ['done', 'done', 'enough']) await person.taps(choice)
  expect(person.at()).toBe('offer.more')
}

describe('the employer', () => {
  test('is checked by a number of the advert, without further questions', async () => {
    const person = await judged(polish)
    await person.taps('employer')
    expect([person.at(), person.sees()?.text.key]).toEqual([
      'employer.number',
      'employer:number.noted',
    ])
    await person.taps('nip-7740001454')
    expect(person.at()).toBe('employer.name')
  })

  test('is not looked for under the number of an agency', async () => {
    const person = await judged(polish)
    await person.taps('employer')
    expect(person.choices()).toEqual(['nip-7740001454', 'other', 'unknown'])
  })

  test.each([kraz, numberless])(
    'of whom no number is told is asked for as ever: %s',
    async (advert) => {
      const person = await judged(advert)
      await person.taps('employer')
      expect(person.at()).toBe('employer.have')
    },
  )

  test('may have another number, and Back leads to those of the advert', async () => {
    const person = await judged(polish)
    for (const choice of ['employer', 'other']) await person.taps(choice)
    expect(person.sees()?.text.key).toBe('employer:number.text')
    await person.taps('back')
    expect(person.sees()?.text.key).toBe('employer:number.noted')
    await person.taps('other')
    await person.says('NIP 5260251049')
    expect(person.at()).toBe('employer.name')
    await person.taps('back')
    expect(person.sees()?.text.key).toBe('employer:number.noted')
  })

  test('may have no number: by name, from an advert, a private person', async () => {
    const person = await judged(polish)
    for (const choice of ['employer', 'unknown']) await person.taps(choice)
    expect(person.at()).toBe('employer.have')
    await person.taps('person')
    expect(person.at()).toBe('employer.person')
  })

  test('is searched by name in the country of the advert first', async () => {
    const person = await judged(`${numberless.replace('w Holandii', 'w Hiszpanii')}`)
    for (const choice of ['employer', 'name']) await person.taps(choice)
    expect(person.choices().slice(0, 2)).toEqual(['ES', 'PL'])
    await person.taps('ES')
    expect(person.at()).toBe('employer.written')
  })
})

describe('the agency', () => {
  test('with a Polish number is not asked where it is from, only what it is to do', async () => {
    const person = await judged(kraz)
    await person.taps('agency')
    expect(person.choices()).toEqual(['kraz-8448', 'other', 'unknown'])
    await person.taps('kraz-8448')
    expect(person.at()).toBe('agency.role')
    await person.taps('sends')
    expect(person.at()).toBe('agency.name')
  })

  test('with a foreign number goes the way of those abroad', async () => {
    const person = await judged(foreign)
    for (const choice of ['agency', 'vat-DE136695976']) await person.taps(choice)
    expect(person.at()).toBe('agency.name')
  })

  test('with another number from abroad does so too', async () => {
    const person = await judged(kraz)
    for (const choice of ['agency', 'other']) await person.taps(choice)
    await person.says('DE136695976')
    expect(person.at()).toBe('agency.name')
  })

  test('without a number is asked where it is from', async () => {
    const person = await judged(foreign)
    for (const choice of ['agency', 'unknown']) await person.taps(choice)
    expect(person.at()).toBe('agency.where')
    for (const choice of ['poland', 'sends']) await person.taps(choice)
    expect(person.at()).toBe('agency.no-number')
  })

  test('can be checked behind the employer: the numbers are still there', async () => {
    const person = await judged(polish)
    for (const choice of ['employer', 'unknown', 'person', 'next', 'agency'])
      await person.taps(choice)
    expect(person.choices()).toContain('kraz-8448')
  })
})

test.each(['employer', 'agency'])('%s finds the numbers from the menu too', async (flow) => {
  const person = await judged(polish)
  for (const choice of ['contract', 'menu', 'before', flow]) await person.taps(choice)
  expect(person.choices()).toContain('nip-7740001454')
})

test('an advert that came in the middle of another check is enough', async () => {
  const person = await newReader({ readNumbers })
  await person.opens('start agency')
  for (const choice of ['poland', 'sends']) await person.taps(choice)
  await person.opens('start contract')
  await person.taps('adult')
  await person.says(polish)
  for (const choice of ['done', 'enough', 'agency']) await person.taps(choice)
  expect(person.choices()).toContain('kraz-8448')
})

test('a later advert takes the place of the first', async () => {
  const person = await judged(polish)
  await person.says(foreign)
  for (const choice of ['done', 'enough', 'agency']) await person.taps(choice)
  expect(person.choices()).toEqual(['vat-DE136695976', 'other', 'unknown'])
})

test('what a critical advert told is there as well', async () => {
  const person = await newReader({ readNumbers })
  await person.opens('start offer')
  for (const choice of ['adult', 'advert']) await person.taps(choice)
  await person.says(`${kraz}. Paszport oddajesz kierowcy`)
  expect(person.at()).toBe('danger.stop')
  for (const choice of ['go-on', 'done', 'enough', 'agency']) await person.taps(choice)
  expect(person.choices()).toContain('kraz-8448')
})

describe('the pay', () => {
  test('in the country of the advert is there at once', async () => {
    const person = await judged(numberless)
    await person.taps('pay')
    expect(person.at()).toBe('pay.list')
    expect((await person.talk())?.country).toBe('NL')
    await person.taps('back')
    expect(person.at()).toBe('offer.more')
  })

  test('in another country is one tap away, the told one first', async () => {
    const person = await judged(numberless)
    for (const choice of ['pay', 'other']) await person.taps(choice)
    expect(person.choices()[0]).toBe('NL')
    await person.taps('DE')
    expect(person.at()).toBe('pay.list')
  })

  test('asks for the country where no advert has told one', async () => {
    const person = await judged(
      'Praca przy pakowaniu kwiatów od zaraz, dobre warunki, zadzwoń i zapytaj.',
    )
    await person.taps('pay')
    expect(person.at()).toBe('pay.country')
  })

  test('from what is good to know offers the country of the advert first', async () => {
    const person = await judged(`${numberless.replace('w Holandii', 'w Hiszpanii')}`)
    for (const choice of ['menu', 'know', 'pay']) await person.taps(choice)
    expect([person.at(), person.choices()[0]]).toEqual(['pay.country', 'ES'])
  })
})

test('an old button that is no longer there is answered kindly', async () => {
  const person = await judged(numberless)
  const { id = 0 } = person.phone.bubbles.findLast(({ buttons }) => buttons) ?? {}
  await person.presses(id, { flow: 'offer', step: 'more', choice: 'know' })
  expect(person.at()).toBe('offer.more')
  expect(person.phone.toasts.at(-1)?.key).toBe('common:old-button')
})

test('no word of the advert is kept for it', async () => {
  const person = await judged(polish)
  const { noted } = (await person.talk()) ?? {}
  expect(noted).toEqual({ numbers: ['kraz-8448', 'nip-7740001454'], country: 'NL' })
  await person.opens('mydata')
  expect(JSON.stringify(keysOf(person.sees()?.text ?? { key: '' }))).toContain('name:plain')
})
