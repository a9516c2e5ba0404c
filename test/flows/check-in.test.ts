import { describe, expect, test } from 'vitest'
import { enqueueDue } from '../../src/app/jobs/due.ts'
import { newReader, type Person } from '../person.ts'

/** Somebody who was just asked how things are. */
async function isAsked() {
  let at = Date.parse('2026-11-22T12:00:00Z')
  const person = await newReader({ now: () => new Date(at) })
  await enqueueDue(person.world)
  await plans(person)
  at = Date.parse('2026-11-23T09:00:00Z')
  await enqueueDue(person.world)
  await person.worked()
  return person
}

async function plans(person: Person) {
  await person.opens('start check-in')
  for (const choice of ['plan', 'NL', 'today', 'yes']) await person.taps(choice)
}

describe('check-ins', () => {
  test('are planned only after a yes', async () => {
    const person = await newReader()
    await person.opens('start check-in')
    for (const choice of ['plan', 'NL', 'today']) await person.taps(choice)
    expect(await person.world.plans.of(7)).toEqual([])
    await person.taps('yes')
    expect(await person.world.plans.of(7)).toHaveLength(4)
  })

  test('take a typed day', async () => {
    const person = await newReader()
    await person.opens('start check-in')
    for (const choice of ['plan', 'NL']) await person.taps(choice)
    await person.says('24.12')
    await person.taps('yes')
    const [first] = await person.world.plans.of(7)
    expect(new Date((first?.minute ?? 0) * 60_000).toISOString()).toBe('2026-12-25T09:00:00.000Z')
  })

  test.each([
    ['fine', 'check-in.first-days'],
    ['different', 'check-in.different'],
    ['help', 'consultant.age'],
    ['end', 'check-in.ended'],
  ])('the answer %s leads to %s', async (answer, at) => {
    const person = await isAsked()
    await person.taps(answer)
    expect(person.at()).toBe(at)
  })

  test('from "not as it should be" somebody finds who helps there', async () => {
    const person = await isAsked()
    for (const choice of ['different', 'people']) await person.taps(choice)
    expect([person.at(), (await person.talk())?.country]).toEqual(['contacts.list', 'NL'])
  })

  test('come in the language that was chosen last', async () => {
    const person = await newReader()
    await plans(person)
    await person.opens('language')
    await person.taps('en')
    const [first] = await person.world.plans.of(7)
    const dues = await person.world.plans.at(first?.minute ?? 0)
    expect(dues.map(({ language }) => language)).toEqual(['en'])
  })

  test('come as a message of their own', async () => {
    const person = await isAsked()
    const texts = person.phone.bubbles.map(({ screen }) => screen.text.key)
    expect(texts.slice(-2)).toEqual(['check-in:planned.text', 'check-in:arrival.text'])
  })

  test('can be taken away with the chat', async () => {
    const person = await isAsked()
    await person.opens('hide')
    expect(person.keys()).toEqual(['common:hidden'])
  })

  test('are named by /mydata until /stop', async () => {
    const person = await isAsked()
    await person.opens('mydata')
    expect(person.keys().filter((key) => key === 'name:date').length).toBeGreaterThan(0)
    expect(person.choices()).toEqual(['end'])
    await person.taps('end')
    expect(person.at()).toBe('settings.stopped')
    await person.opens('mydata')
    expect(person.choices()).toEqual([])
  })
})
