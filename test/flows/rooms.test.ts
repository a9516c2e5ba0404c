import { describe, expect, test } from 'vitest'
import { newPerson, newReader } from '../person.ts'

describe('the first minute', () => {
  test('language, who speaks, what is kept, then the menu', async () => {
    const person = newPerson()
    await person.opens('start')
    expect(person.at()).toBe('start.language')
    await person.taps('pl')
    expect(person.at()).toBe('start.welcome')
    await person.taps('next')
    expect(person.at()).toBe('start.kept')
    await person.taps('next')
    expect(person.at()).toBe('menu.groups')
  })

  test('the menu waits until a language is chosen', async () => {
    const person = newPerson()
    await person.opens('start')
    await person.taps('menu')
    expect(person.at()).toBe('start.language')
  })

  test('SOS waits for nothing', async () => {
    const person = newPerson()
    await person.opens('start')
    await person.taps('sos')
    expect(person.at()).toBe('sos.now')
  })

  test('who comes back goes straight to the menu', async () => {
    const person = await newReader()
    await person.opens('start')
    expect(person.at()).toBe('menu.groups')
  })
})

describe('the rooms beside the way', () => {
  test('each group of the menu opens', async () => {
    const person = await newReader()
    for (const group of ['before', 'there', 'home', 'people']) {
      await person.taps(group)
      expect(person.at()).toBe(`menu.${group}`)
      await person.taps('back')
    }
  })

  test('each rule for the road can be read and left', async () => {
    const person = await newReader()
    await person.taps('know')
    await person.taps('rules')
    for (const rule of ['money', 'contract', 'documents', 'people', 'way-home']) {
      await person.taps(rule)
      expect(person.at()).toBe(`know.${rule}`)
      await person.taps('back')
    }
  })

  test('Back leads from one room to the room before it', async () => {
    const person = await newReader()
    await person.opens('start offer')
    await person.taps('sos')
    await person.taps('people')
    expect(person.at()).toBe('contacts.country')
    await person.taps('back')
    expect(person.at()).toBe('sos.now')
    await person.taps('back')
    expect(person.at()).toBe('offer.age')
  })

  test('the language can be changed in the middle of a check', async () => {
    const person = await newReader()
    await person.opens('start offer')
    await person.opens('language')
    await person.taps('en')
    expect(person.at()).toBe('offer.age')
    expect((await person.talk())?.language).toBe('en')
  })
})

describe('the help after a dangerous answer', () => {
  async function answersWithDanger() {
    const person = await newReader()
    await person.opens('start offer')
    for (const choice of ['adult', 'questions']) await person.taps(choice)
    await person.says('Kambodża')
    await person.taps('asia')
    return person
  }

  test('Back takes the answer back', async () => {
    const person = await answersWithDanger()
    await person.taps('back')
    expect(person.at()).toBe('offer.region')
  })

  test('the people who help are one tap away, and Back leads to the help again', async () => {
    const person = await answersWithDanger()
    await person.taps('people')
    await person.taps('back')
    expect(person.at()).toBe('danger.stop')
  })
})

test('a verdict that was left behind is not said again when a word is typed below it', async () => {
  const person = await newReader()
  await person.opens('start offer')
  const quiet = [
    'adult',
    'questions',
    'DE',
    'advert',
    'yes',
    'yes',
    'similar',
    'yes',
    'no',
    'no',
    'before',
    'no',
    'no',
    'no',
  ]
  for (const answer of [...quiet, 'done']) await person.taps(answer)
  await person.says('dlaczego')
  expect(person.keys().filter((key) => key === 'common:verdict.careful')).toHaveLength(1)
})
