import { describe, expect, test } from 'vitest'
import { newReader } from '../person.ts'

/** Opens a flow and taps choices; returns the person where they stand then. */
async function walks(flow: string, ...choices: string[]) {
  const person = await newReader()
  await person.opens(`start ${flow}`)
  for (const choice of choices) await person.taps(choice)
  return person
}

describe('who helps by phone now', () => {
  test('begins with the truth that no desk is staffed here', async () => {
    const person = await walks('consultant', 'adult')
    expect(person.keys()).toContain('consultant:no-desk.text')
  })

  test('asks for the country only when it is not known', async () => {
    const person = await walks('consultant', 'adult', 'numbers')
    expect(person.at()).toBe('consultant.country')
    await person.taps('NL')
    await person.opens('start consultant')
    await person.taps('numbers')
    expect(person.at()).toBe('consultant.list')
  })
})

describe('every statement of law or about an organisation ends with its source', () => {
  test.each([
    ['paid', 'money', 'agency'],
    ['paid', 'money', 'visa'],
    ['paid', 'money', 'other'],
    ['paid', 'papers'],
    ['return', 'abroad', 'consul'],
    ['return', 'home', 'help'],
    ['return', 'home', 'silence'],
    ['relative', 'silent', 'next'],
    ['know', 'law', 'prison'],
    ['know', 'rights', 'stay'],
    ['know', 'agencies', 'gb'],
  ])('%s: %s %s', async (flow, ...choices) => {
    const person = await walks(flow, ...choices)
    expect(person.sees()?.text.key).toBe('common:sourced')
  })
})

describe('nobody is left without a next step', () => {
  test.each([
    ['paid', ['data', 'next', 'people'], 'consultant.age'],
    ['paid', ['report', 'next', 'abroad'], 'contacts.country'],
    ['paid', ['report', 'next', 'poland'], 'paid.places'],
    ['return', ['wages', 'next', 'people'], 'contacts.country'],
    ['return', ['abroad', 'other', 'next'], 'return.elsewhere-line'],
    ['relative', ['trouble', 'next', 'next', 'next'], 'relative.numbers'],
    ['relative', ['leaving', 'contract'], 'contract.age'],
    ['relative', ['child', 'next'], 'relative.child-line'],
    ['young', ['missing', 'next'], 'young.lost-list'],
    ['young', ['danger'], 'sos.now'],
  ])('%s: %j leads to %s', async (flow, choices, place) => {
    expect((await walks(flow, ...choices)).at()).toBe(place)
  })
})

test('every flow of advice is in the menu', async () => {
  const person = await newReader()
  const ways: [string[], string][] = [
    [['before', 'contract'], 'contract.age'],
    [['before', 'paid'], 'paid.what'],
    [['there', 'journey'], 'journey.age'],
    [['there', 'at-work'], 'at-work.age'],
    [['there', 'notes', 'next'], 'check-in.offer'],
    [['there', 'return'], 'return.where'],
    [['home', 'return'], 'return.where'],
    [['people', 'consultant'], 'consultant.age'],
    [['people', 'relative'], 'relative.what'],
    [['know'], 'know.topics'],
  ]
  for (const [way, place] of ways) {
    await person.opens('menu')
    for (const choice of way) await person.taps(choice)
    expect(person.at()).toBe(place)
  }
})
