import { describe, expect, test } from 'vitest'
import { newReader } from '../person.ts'

const items = [
  'parties',
  'job',
  'period',
  'hours',
  'pay',
  'deductions',
  'insurance',
  'housing',
  'way-back',
  'leaving',
  'help',
  'copy',
]
const clauses = ['blank', 'penalty', 'second', 'firm', 'silence', 'papers']

/** Answers that leave nothing open and raise nothing, step by step. */
const harmless: Record<string, string> = Object.fromEntries([
  ...items.map((name) => [name, 'have']),
  ...clauses.map((name) => [name, 'no']),
])

async function checksContract(answers: Record<string, string> = {}) {
  const person = await newReader()
  await person.opens('start contract')
  await person.taps('adult')
  await person.taps('all')
  for (const [step, answer] of Object.entries({ ...harmless, ...answers })) {
    expect(person.at()).toBe(`contract.${step}`)
    await person.taps(answer)
    if (person.at() === 'danger.stop') await person.taps('go-on')
  }
  expect(person.at()).toBe('contract.verdict')
  return person
}

describe('a contract is checked', () => {
  test('with everything in it there is no letter, and nobody calls it good', async () => {
    const person = await checksContract()
    await person.taps('done')
    expect(person.at()).toBe('contract.sent')
    expect(person.keys()).toContain('contract:verdict.nothing')
    expect(person.keys()).not.toContain('contract:letter.text')
  })

  test.each(['missing', 'unknown'])('what is %s stands in the letter', async (answer) => {
    const person = await checksContract({ pay: answer })
    await person.taps('done')
    expect(person.at()).toBe('contract.sent')
    expect(person.keys()).toEqual(
      expect.arrayContaining([
        'contract:verdict.unclear',
        'contract:letter.text',
        'contract:pay.ask',
      ]),
    )
    expect(person.keys()).not.toContain('contract:hours.ask')
  })

  test('the letter stays in the chat', async () => {
    const person = await checksContract({ pay: 'missing' })
    for (const choice of ['done', 'offer']) await person.taps(choice)
    expect(person.keys()).toEqual(
      expect.arrayContaining(['contract:verdict.unclear', 'contract:letter.text']),
    )
  })

  test.each([
    ['deductions', 'anything', 'work_deductions'],
    ['blank', 'yes', 'rec_sign_without_understanding'],
    ['penalty', 'yes', 'rec_penalty_or_note'],
    ['second', 'yes', 'rec_two_contracts'],
    ['firm', 'yes', 'rec_false_self_employment'],
    ['silence', 'yes', 'rec_secrecy'],
    ['papers', 'yes', 'rec_original_documents_taken'],
  ])('%s answered with %s is the sign %s', async (step, answer, sign) => {
    const person = await checksContract({ [step]: answer })
    await person.taps('page-0')
    expect(person.keys()).toContain(`indicators:${sign}.advice`)
  })

  test('a clause that takes the passport shows help before the verdict', async () => {
    const person = await newReader()
    await person.opens('start contract')
    for (const choice of ['adult', 'red', 'no', 'no', 'no', 'no', 'no', 'yes'])
      await person.taps(choice)
    expect(person.at()).toBe('danger.stop')
  })
})

test('without a paper the letter asks for everything', async () => {
  const person = await newReader()
  await person.opens('start contract')
  for (const choice of ['adult', 'none', 'next']) await person.taps(choice)
  expect(person.at()).toBe('contract.sent')
  expect(person.keys()).toEqual(expect.arrayContaining(items.map((name) => `contract:${name}.ask`)))
})

test('under 18 the contract is not checked; others are there to talk to', async () => {
  const person = await newReader()
  await person.opens('start contract')
  await person.taps('minor')
  expect(person.at()).toBe('contract.young')
  await person.taps('next')
  expect(person.at()).toBe('young.talk')
})
