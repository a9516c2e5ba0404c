import { describe, expect, test } from 'vitest'
import { newReader, type Person } from '../person.ts'

/** Answers that raise nothing, step by step. */
const harmless: Record<string, string> = {
  age: 'adult',
  way: 'questions',
  country: 'DE',
  'found-through': 'advert',
  employer: 'yes',
  work: 'yes',
  pay: 'similar',
  fee: 'no',
  debt: 'no',
  hurry: 'no',
  contract: 'before',
  photos: 'no',
  secret: 'no',
  papers: 'no',
}

async function checksOffer(answers: Record<string, string> = {}): Promise<Person> {
  const person = await newReader()
  await person.opens('start offer')
  for (const [step, answer] of Object.entries({ ...harmless, ...answers })) {
    expect(person.at()).toBe(`offer.${step}`)
    await person.taps(answer)
    if (person.at() === 'danger.stop') await person.taps('go-on')
  }
  return person
}

describe('an offer is checked', () => {
  test('nothing found is not called safe, and the way goes on', async () => {
    const person = await checksOffer()
    expect(person.keys()).toContain('common:verdict.nothing')
    await person.taps('done')
    expect(person.at()).toBe('offer.more')
  })

  test('one high sign asks to stop at that point', async () => {
    const person = await checksOffer({ fee: 'yes' })
    expect(person.keys()).toContain('common:verdict.careful')
  })

  test('three signs are a strong warning that names each of them', async () => {
    const person = await checksOffer({ fee: 'yes', hurry: 'yes', 'found-through': 'stranger' })
    expect(person.keys()).toEqual(
      expect.arrayContaining([
        'common:verdict.strong',
        'indicators:offer_fee_for_job.label',
        'indicators:offer_urgent_pressure.label',
        'indicators:offer_unsolicited.label',
      ]),
    )
  })

  test.each([
    ['fee', 'advance', 'rec_prepay_housing_transport'],
    ['fee', 'both', 'rec_prepay_housing_transport'],
    ['hurry', 'evades', 'rec_avoids_questions'],
    ['hurry', 'both', 'rec_avoids_questions'],
  ])('%s answered with %s is the sign %s', async (step, answer, sign) => {
    const person = await checksOffer({ [step]: answer })
    expect(person.keys()).toContain(`indicators:${sign}.label`)
  })

  test.each([
    ['unlisted', 'indicators:rec_agency_unregistered.label'],
    ['chain', 'indicators:rec_chain_of_brokers.label'],
    ['unknown', 'offer:agency.ask'],
  ])('only who deals with an agency is asked about it: %s', async (answer, key) => {
    const person = await newReader()
    await person.opens('start offer')
    for (const choice of ['adult', 'questions', 'DE', 'agency', answer]) await person.taps(choice)
    for (const choice of Object.values(harmless).slice(4)) await person.taps(choice)
    if (answer === 'unknown') await person.taps('page-0')
    expect(person.keys()).toContain(key)
  })

  test('each sign is explained with why and what to do, the loudest first', async () => {
    const person = await checksOffer({ fee: 'yes', 'found-through': 'stranger' })
    await person.taps('page-0')
    expect(person.keys()).toEqual(
      expect.arrayContaining([
        'indicators:offer_fee_for_job.why',
        'indicators:offer_fee_for_job.advice',
      ]),
    )
    await person.taps('page-1')
    expect(person.keys()).toContain('indicators:offer_unsolicited.advice')
  })

  test('an open point becomes a question to ask, never a sign', async () => {
    const person = await checksOffer({ contract: 'unknown' })
    expect(person.keys()).toContain('common:verdict.unclear')
    await person.taps('page-0')
    expect(person.keys()).toContain('offer:contract.ask')
  })

  test('a critical answer shows help before the next question', async () => {
    const person = await newReader()
    await person.opens('start offer')
    for (const choice of ['adult', 'questions']) await person.taps(choice)
    await person.says('Kambodża')
    expect(person.at()).toBe('offer.region')
    await person.taps('asia')
    expect(person.at()).toBe('danger.stop')
  })

  test('after the help the check goes on where it was', async () => {
    const person = await newReader()
    await person.opens('start offer')
    for (const choice of ['adult', 'questions']) await person.taps(choice)
    await person.says('Kambodża')
    await person.taps('asia')
    await person.taps('go-on')
    expect(person.at()).toBe('offer.found-through')
  })

  test('a critical sign makes the verdict danger', async () => {
    const person = await checksOffer({ papers: 'original' })
    expect(person.keys()).toContain('common:verdict.danger')
  })

  test('Back takes back what an answer raised', async () => {
    const person = await newReader()
    await person.opens('start offer')
    for (const answer of ['adult', 'questions', 'DE', 'advert', 'yes', 'yes', 'similar', 'yes'])
      await person.taps(answer)
    await person.taps('back')
    expect(person.at()).toBe('offer.fee')
    for (const answer of ['no', 'no', 'no', 'before', 'no', 'no', 'no']) await person.taps(answer)
    expect(person.keys()).toContain('common:verdict.nothing')
  })

  test('the verdict stays in the chat while the way goes on', async () => {
    const person = await checksOffer({ fee: 'yes' })
    await person.taps('done')
    await person.taps('people')
    expect(person.keys()).toContain('common:verdict.careful')
  })
})
