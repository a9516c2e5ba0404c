import { describe, expect, test } from 'vitest'
import { kindOf } from '../../src/core/engine/flow.ts'
import { content, newReader } from '../person.ts'

async function travels(...choices: string[]) {
  const person = await newReader()
  await person.opens('start journey')
  for (const choice of choices) {
    await person.taps(choice)
    if (person.at() === 'danger.stop') await person.taps('go-on')
  }
  return person
}

describe('on the way', () => {
  test('first of all the phone: who is watched is told how to leave no trace', async () => {
    const person = await travels('adult', 'yes')
    expect(person.at()).toBe('journey.safer')
    expect(person.choices()).toContain('hide')
  })

  test.each([
    ['papers', 'danger', ['yes', 'no', 'no']],
    ['a changed plan', 'careful', ['no', 'yes', 'no']],
    ['a secret crossing', 'careful', ['no', 'no', 'yes']],
    ['both', 'strong', ['no', 'yes', 'yes']],
    ['nothing', 'nothing', ['no', 'no', 'no']],
  ])('%s: %s', async (_name, verdict, answers) => {
    const person = await travels('adult', 'no', 'road', ...answers)
    expect(person.keys()).toContain(`journey:verdict.${verdict}`)
  })

  test.each(['where', 'papers', 'plan', 'border', 'address', 'job', 'bed'])(
    '%s can be left at any time',
    (name) => {
      const step = content.flows.journey?.steps[name]
      expect(step && kindOf(step).texts(step).labels).toContain('stop')
    },
  )
})

describe('just arrived', () => {
  test.each([
    ['another job', 'arr_job_or_pay_different', ['yes', 'different', 'yes']],
    ['not the job of the permit', 'work_permit_mismatch', ['yes', 'permit', 'yes']],
    ['no job', 'arr_no_job', ['yes', 'none', 'yes']],
    ['no address', 'arr_address_unknown', ['no', 'same', 'yes']],
    ['no bed', 'leave_evicted_stranded', ['yes', 'same', 'no']],
  ])('%s is explained', async (_name, sign, answers) => {
    const person = await travels('adult', 'no', 'there', 'no', ...answers)
    expect(person.keys()).toContain(`indicators:${sign}.label`)
  })

  test('what was said so far counts for whoever stops', async () => {
    const person = await travels('adult', 'no', 'there', 'no', 'no', 'stop', 'result')
    expect(person.keys()).toContain('journey:verdict.unclear')
  })
})

describe('under 18', () => {
  test.each(['yes', 'skip'])('no more is asked after %s', async (answer) => {
    const person = await travels('minor', answer)
    expect(person.at()).toBe('young.talk')
  })

  test('alone on the way, help comes before anything else', async () => {
    const person = await newReader()
    await person.opens('start journey')
    for (const choice of ['minor', 'no']) await person.taps(choice)
    expect(person.at()).toBe('danger.stop')
  })
})
