import { describe, expect, test } from 'vitest'
import type { Text } from '../../src/core/turn.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { keysOf, newReader, type Person } from '../person.ts'

const fee = 'Praca w Holandii, zbiór tulipanów. Opłata rezerwacyjna 300 euro, pisz na Telegram.'

/** Somebody whose advert was judged, and where they have gone on to from there. */
async function judged(...taps: string[]): Promise<Person> {
  const person = await newReader({ readNumbers })
  await person.opens('menu')
  await person.says(fee)
  await person.taps('adult')
  expect(person.at()).toBe('offer.first-verdict')
  for (const tap of taps) await person.taps(tap)
  return person
}

const shown = (person: Person) => keysOf(person.sees()?.text ?? { key: '' })

describe('what comes of an advert later', () => {
  const part = 'Kwatera 100 euro tygodniowo, dojazd własny.'

  test.each([
    ['at the verdict', []],
    ['at the first question after it', ['done']],
    ['in the middle of the questions', ['done', 'questions', 'advert', 'yes']],
    ['behind the questions', ['done', 'enough']],
  ])('%s takes back nothing', async (_where, taps) => {
    const person = await judged(...taps)
    await person.says(part)
    expect(person.at()?.startsWith('offer.')).toBe(true)
    while (person.at() !== 'offer.first-verdict') await person.taps('back')
    expect(shown(person)).toContain('indicators:offer_fee_for_job.label')
  })

  test('keeps the answers that were given since', async () => {
    const person = await judged('done', 'questions', 'advert', 'yes')
    const at = person.at()
    await person.says(part)
    expect(person.at()).toBe(at)
    expect(person.sees()?.hint?.key).toBe('common:advert-more')
  })

  test('shows help where it is critical', async () => {
    const person = await judged('done')
    await person.says('Paszport oddajesz kierowcy w busie')
    expect(person.at()).toBe('danger.stop')
  })

  test('is the next offer where it states enough by itself', async () => {
    const person = await judged('done', 'enough')
    await person.says(
      'Praca w Niemczech, magazyn, 15 euro na godzinę, 40 godzin tygodniowo, umowa o pracę, pokój 300 euro.',
    )
    expect(person.at()).toBe('offer.first-verdict')
    expect(shown(person)).not.toContain('indicators:offer_fee_for_job.label')
    expect(person.sees()?.hint?.key).toBe('common:advert-next')
  })

  test('is a firm to look up where it is a number alone', async () => {
    const person = await judged('done')
    await person.says('KvK 69599084')
    expect(person.at()).toBe('employer.name')
  })
})

test('Back on the verdict leads to an advert that is read already', async () => {
  const person = await judged()
  await person.taps('back')
  expect(person.at()).toBe('offer.advert')
  await person.taps('done')
  expect(person.at()).toBe('offer.first-verdict')
  expect(shown(person)).toContain('indicators:offer_fee_for_job.label')
})

test('Back from the help that an advert opened takes nothing back', async () => {
  const person = await newReader({ readNumbers })
  await person.opens('menu')
  await person.says('Praca w Niemczech, magazyn. Paszport oddajesz kierowcy na czas podróży.')
  expect(person.at()).toBe('danger.stop')
  expect(person.sees()?.hint).toBeUndefined()
  await person.taps('back')
  expect([person.at(), person.choices()]).toEqual(['offer.advert', ['done']])
  await person.taps('done')
  expect(person.at()).toBe('danger.stop')
})

test('the next advert in place of one of which was warned says so', async () => {
  const person = await judged('back')
  await person.says(
    'Praca w Holandii, zbiór tulipanów, 15 euro na godzinę, 40 godzin tygodniowo, umowa o pracę, firma Bloem B.V.',
  )
  await person.says(
    'Praca w Niemczech, magazyn, 15 euro na godzinę, 40 godzin tygodniowo, umowa o pracę, firma Bau GmbH.',
  )
  expect(person.sees()?.hint?.key).toBe('common:advert-next')
})

test('an advert in which nothing is found is read all the same, and people hear so', async () => {
  const person = await newReader({ readNumbers })
  await person.opens('menu')
  await person.says('Praca w Holandii, firma Bloem B.V., 15 euro na godzinę, 40 godzin tygodniowo.')
  expect(person.at()).toBe('offer.age-after')
  expect(person.sees()?.hint?.key).toBe('common:advert-read')
})

test('what stands before the colon of a button presses it', async () => {
  const person = await judged()
  const label = ({ key }: Text) =>
    key === 'common:verdict.explain' ? 'Co to znaczy: 3 punkty' : key
  Object.assign(person.world, { label })
  await person.says('co to znaczy')
  expect(person.sees()?.text.key).toBe('common:sign')
})
