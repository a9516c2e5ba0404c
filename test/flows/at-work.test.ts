import { describe, expect, test } from 'vitest'
import { kindOf } from '../../src/core/engine/flow.ts'
import { content, newReader } from '../person.ts'

/** Answers that raise nothing, step by step. */
const harmless: Record<string, string> = {
  watched: 'no',
  leave: 'yes',
  documents: 'no',
  phone: 'no',
  threats: 'no',
  hurt: 'no',
  forced: 'no',
  quit: 'yes',
  debt: 'no',
  wages: 'no',
  alone: 'no',
  account: 'no',
  pay: 'fine',
  hours: 'no',
  conditions: 'fine',
}
const questions = Object.keys(harmless)

async function answers(changes: Record<string, string> = {}) {
  const person = await newReader()
  await person.opens('start at-work')
  await person.taps('adult')
  for (const [step, answer] of Object.entries({ ...harmless, ...changes })) {
    expect(person.at()).toBe(`at-work.${step}`)
    await person.taps(answer)
    if (person.at() === 'danger.stop') await person.taps('go-on')
  }
  return person
}

describe('the questions', () => {
  test('are fifteen at most, and the first is whether the phone is watched', () => {
    expect(questions.length).toBeLessThanOrEqual(15)
    expect(questions[0]).toBe('watched')
  })

  test.each(questions)('%s can be left at any time', (name) => {
    const step = content.flows['at-work']?.steps[name]
    expect(step && kindOf(step).texts(step).labels).toContain('stop')
  })

  test('all but the first can be skipped, and then say nothing', async () => {
    const skipped = questions.slice(1).map((name) => [name, 'skip'])
    const person = await answers(Object.fromEntries(skipped))
    expect(person.keys()).toContain('at-work:verdict.nothing')
  })

  test.each(['yes', 'unknown'])('a phone that is seen (%s) is emptied first', async (answer) => {
    const person = await newReader()
    await person.opens('start at-work')
    await person.taps('adult')
    await person.taps(answer)
    expect(person.at()).toBe('at-work.safer')
    expect(person.choices()).toContain('hide')
  })

  test('stopping does not lose what was said', async () => {
    const person = await newReader()
    await person.opens('start at-work')
    for (const choice of [
      'adult',
      'no',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
      'yes',
      'no',
    ])
      await person.taps(choice)
    await person.taps('yes')
    await person.taps('stop')
    await person.taps('result')
    expect(person.keys()).toContain('at-work:verdict.careful')
  })
})

describe('safety', () => {
  test.each([
    ['leave', 'no'],
    ['documents', 'yes'],
    ['phone', 'yes'],
    ['threats', 'yes'],
    ['hurt', 'yes'],
    ['forced', 'crime'],
    ['forced', 'sex'],
    ['quit', 'no'],
    ['debt', 'yes'],
  ])('%s answered with %s shows help at once', async (step, answer) => {
    const person = await newReader()
    await person.opens('start at-work')
    await person.taps('adult')
    for (const name of questions.slice(0, questions.indexOf(step)))
      await person.taps(harmless[name] ?? '')
    await person.taps(answer)
    expect(person.at()).toBe('danger.stop')
  })
})

describe('what the answers mean', () => {
  test.each<[string, Record<string, string>]>([
    ['danger', { threats: 'yes' }],
    ['strong', { wages: 'yes', alone: 'yes' }],
    ['strong', { account: 'yes', hours: 'yes', pay: 'low' }],
    ['careful', { wages: 'yes' }],
    ['unclear', { hours: 'yes', pay: 'both' }],
    ['careful', { wages: 'sign' }],
    ['careful', { quit: 'out' }],
    ['careful', { alone: 'doctor' }],
    ['strong', { alone: 'both' }],
    ['careful', { hours: 'home' }],
    ['nothing', {}],
  ])('%s after %j, in words about work', async (verdict, changes) => {
    expect((await answers(changes)).keys()).toContain(`at-work:verdict.${verdict}`)
  })
})

test('under 18 no question is asked', async () => {
  const person = await newReader()
  await person.opens('start at-work')
  await person.taps('minor')
  await person.taps('next')
  expect(person.at()).toBe('young.talk')
})
