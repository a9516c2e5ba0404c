import { describe, expect, test } from 'vitest'
import { keysOf, newReader } from '../person.ts'

describe('the minimum wage', () => {
  test('asks for the country first, then names what the law says there', async () => {
    const person = await newReader()
    await person.opens('start pay')
    expect(person.at()).toBe('pay.country')
    await person.taps('DE')
    expect(person.at()).toBe('pay.list')
    expect(seen(person)).toEqual(expect.arrayContaining(['wage:per.hour', 'wage:source']))
  })

  test('does not ask again for a country that is known', async () => {
    const person = await newReader()
    await person.opens('start pay')
    await person.taps('GB')
    await person.opens('start pay')
    expect(person.at()).toBe('pay.list')
  })

  test('goes through every group of people, and to another country', async () => {
    const person = await newReader()
    await person.opens('start pay')
    await person.taps('NO')
    for (const page of ['page-1', 'page-2', 'page-3']) await person.taps(page)
    expect(seen(person)).toContain('wage:who.construction-under-eighteen')
    await person.taps('other')
    await person.taps('PL')
    expect(seen(person)).toContain('wage:who.civil-contract')
  })

  test('sends people to the source once the amount may have changed', async () => {
    let now = new Date('2026-12-31T12:00:00Z')
    const person = await newReader({ now: () => now })
    await person.opens('start pay')
    await person.taps('PL')
    expect(seen(person)).not.toContain('wage:changed')
    now = new Date('2027-01-01T12:00:00Z')
    await person.opens('start pay')
    expect(seen(person)).toContain('wage:changed')
  })

  test('says honestly when it knows none', async () => {
    const person = await newReader()
    await person.opens('start pay')
    await person.says('Meksyk')
    expect(seen(person)).toContain('wage:unknown')
    expect(person.choices()).toEqual(['other'])
  })
})

/** The keys on the screen that is open now. */
function seen(person: Awaited<ReturnType<typeof newReader>>) {
  const screen = person.sees()
  return screen ? keysOf(screen.text) : []
}
