import { describe, expect, test } from 'vitest'
import { isShown } from '../../src/core/knowledge/contact.ts'
import { content, newReader, type Person } from '../person.ts'

const advert =
  'Praca w Holandii przy pakowaniu kwiatów, 15 euro brutto na godzinę, zakwaterowanie, wyjazd od zaraz.'

/** The contact on the screen, by its name on the card. */
function seesContact(person: Person, id: string) {
  const found = Object.values(content.contacts)
    .flat()
    .find((contact) => contact.id === id)
  return JSON.stringify(person.sees()?.text).includes(found?.name ?? 'no such contact')
}

test('the age is asked once and known in every flow', async () => {
  const person = await newReader()
  await person.opens('start contract')
  await person.taps('adult')
  await person.opens('start at-work')
  expect(person.at()).toBe('at-work.watched')
  expect((await person.talk())?.minor).toBe(false)
})

describe('who says somewhere that they are 17', () => {
  async function saysSo() {
    const person = await newReader()
    await person.says('mam 17 lat')
    expect(person.at()).toBe('young.talk')
    return person
  }

  test.each([
    ['contract', 'contract.young'],
    ['at-work', 'at-work.young'],
    ['consultant', 'young.talk'],
    ['journey', 'journey.parent'],
    ['offer', 'young.talk'],
  ])('is not asked for their age in %s', async (flow, at) => {
    const person = await saysSo()
    await person.opens(`start ${flow}`)
    expect(person.at()).toBe(at)
  })

  test('is led past no verdict for adults by an advert', async () => {
    const person = await saysSo()
    await person.says(advert)
    expect(person.at()).toBe('young.talk')
  })

  test('is no adult for having said so before', async () => {
    const person = await newReader()
    await person.opens('start contract')
    await person.taps('adult')
    await person.says('mam 17 lat')
    await person.opens('start at-work')
    expect(person.at()).toBe('at-work.young')
  })
})

test('a slip is mended in the settings', async () => {
  const person = await newReader()
  await person.opens('start consultant')
  await person.taps('minor')
  await person.taps('menu')
  await person.taps('settings')
  await person.taps('age')
  await person.taps('adult')
  await person.opens('start consultant')
  expect(person.at()).toBe('consultant.no-desk')
})

test('the age is forgotten with the person', async () => {
  const person = await newReader()
  await person.opens('start contract')
  await person.taps('minor')
  await person.opens('forget')
  await person.opens('start contract')
  expect((await person.talk())?.minor).toBeUndefined()
})

test('under 18 the first to talk to is the line for young people, then KCIK', async () => {
  const person = await newReader()
  await person.opens('start young')
  await person.taps('numbers')
  expect(seesContact(person, 'pl-116111')).toBe(true)
  await person.taps('record-1')
  expect(seesContact(person, 'pl-kcik')).toBe(true)
})

test('the number for missing children is shown only where somebody is missing', async () => {
  const steps = Object.values(content.flows).flatMap(({ id, steps }) =>
    Object.entries(steps).map(([name, step]) => [`${id}.${name}`, JSON.stringify(step)] as const),
  )
  const naming = steps.filter(([, step]) => step.includes('116000')).map(([name]) => name)
  expect(naming).toEqual(['relative.child-line', 'young.lost-list'])
})

test('every contact that a step names has something to show', () => {
  const named = Object.values(content.flows)
    .flatMap(({ steps }) => Object.values(steps))
    .flatMap((step) => (step.kind === 'contacts' ? (step.only ?? []) : []))
  const shown = Object.values(content.contacts).flat().filter(isShown)
  expect(named.filter((id) => !shown.some((contact) => contact.id === id))).toEqual([])
})
