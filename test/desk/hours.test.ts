import { describe, expect, test } from 'vitest'
import { heard } from './heard.ts'
import { newScene } from './scene.ts'

const said = [
  ...['about.always', 'about.hours', 'about.holidays', 'about.no-holidays'],
  ...['hours.how', 'hours.not-admin', 'hours.unread', 'hours.zone', 'hours.place'],
].map((name) => `desk:${name}`)

/** A desk, and what it was told last, by keys. */
async function newDesk() {
  const scene = await newScene()
  const desk = await scene.desk()
  const hours = async () => (await scene.bot.world.desks.all())[0]?.hours
  const answer = () => {
    const lines = desk.fromBot().at(-1)?.split('\n') ?? []
    return heard(lines, said).map((key) => key.slice(5))
  }
  return { ...scene, desk, hours, answer }
}

describe('/hours', () => {
  test('says when somebody answers, and how to change it', async () => {
    const { desk, answer } = await newDesk()
    await desk.says(desk.second, '/hours')
    expect(answer()).toEqual(['about.always', 'hours.how'])
  })

  test('changes them by the clock and the holidays of the country whose language it speaks', async () => {
    const { desk, hours, answer } = await newDesk()
    await desk.says(desk.lead, '/hours pn-pt 9-13 15-18, sb 10-14')
    expect(await hours()).toEqual({
      tz: 'Europe/Warsaw',
      week: {
        'mon-fri': [
          ['09:00', '13:00'],
          ['15:00', '18:00'],
        ],
        sat: [['10:00', '14:00']],
      },
      holidays: 'PL',
    })
    expect(answer()).toEqual(['about.hours', 'about.holidays'])
  })

  test('takes another clock, with the holidays of its country', async () => {
    const { desk, hours } = await newDesk()
    await desk.says(desk.lead, '/hours mon-fri 9-17 Europe/Amsterdam')
    expect(await hours()).toMatchObject({ tz: 'Europe/Amsterdam', holidays: 'NL' })
  })

  test.each([
    ['pn - pt 9 - 17', { 'mon-fri': [['09:00', '17:00']] }],
    [
      'pn-pt 9:00 – 17:00\nsb 10-12',
      { 'mon-fri': [['09:00', '17:00']], sat: [['10:00', '12:00']] },
    ],
  ])('reads „%s” as it is meant', async (words, week) => {
    const { desk, hours } = await newDesk()
    await desk.says(desk.lead, `/hours ${words}`)
    expect(await hours()).toEqual({ tz: 'Europe/Warsaw', week, holidays: 'PL' })
  })

  test('takes another clock alone, however it is written', async () => {
    const { desk, hours } = await newDesk()
    await desk.says(desk.lead, '/hours pn-pt 9-17')
    await desk.says(desk.lead, '/hours europe/berlin')
    expect(await hours()).toMatchObject({
      tz: 'Europe/Berlin',
      holidays: 'DE',
      week: { 'mon-fri': [['09:00', '17:00']] },
    })
  })

  test('leaves clock and holidays as they were where only the times change', async () => {
    const { desk, hours } = await newDesk()
    await desk.says(desk.lead, '/hours mon-fri 9-17 Europe/Amsterdam -')
    await desk.says(desk.lead, '/hours mon-fri 10-16')
    expect(await hours()).toEqual({
      tz: 'Europe/Amsterdam',
      week: { 'mon-fri': [['10:00', '16:00']] },
    })
  })

  test('takes them away', async () => {
    const { desk, hours, answer } = await newDesk()
    await desk.says(desk.lead, '/hours mon-fri 9-17')
    await desk.says(desk.lead, '/hours zawsze')
    expect([await hours(), answer()]).toEqual([undefined, ['about.always']])
  })

  test.each([
    ['pn-pt dziewiąta', 'hours.unread'],
    ['pn-pt 9-17 Europa/Warszawa', 'hours.zone'],
    ['pn-pt 9-17 XX', 'hours.place'],
  ])('names what it cannot read in „%s”, and changes nothing', async (words, why) => {
    const { desk, hours, answer } = await newDesk()
    await desk.says(desk.lead, `/hours ${words}`)
    expect([await hours(), answer()[0]]).toEqual([undefined, why])
  })

  test('is changed by administrators only', async () => {
    const { desk, hours, answer } = await newDesk()
    await desk.says(desk.second, '/hours pn-pt 9-17')
    expect([await hours(), answer()]).toEqual([undefined, ['hours.not-admin']])
  })
})

/** It is Sunday noon in the stories. */
const closed = {
  hours: { tz: 'Europe/Warsaw', week: { 'mon-fri': [['09:00', '17:00'] as [string, string]] } },
}

describe('a person who comes when a desk is closed', () => {
  test('hears when it opens before they agree to anything', async () => {
    const scene = await newScene()
    await scene.desk(closed)
    const person = await scene.seeker()
    expect(person.at()).toBe('consultant.closed')
    expect(person.open()?.text).toContain('23.11, 09:00')
  })

  test('reads it by the clock of the country that they named', async () => {
    const scene = await newScene()
    await scene.desk(closed)
    const person = await scene.bot.reader()
    await person.says('Wielka Brytania')
    if (person.choices().includes('mine')) await person.taps('mine')
    await person.says('/talk')
    await person.taps('adult')
    expect(person.open()?.text).toContain('23.11, 08:00')
  })

  test('may leave the case all the same, and sees there when it opens', async () => {
    const scene = await newScene()
    const desk = await scene.desk(closed)
    const person = await scene.seeker()
    await person.taps('next')
    await person.taps('send')
    await scene.settled()
    expect(person.open()?.text).toContain('23.11, 09:00')
    expect(desk.topic()).toBeGreaterThan(0)
  })

  test('comes to the numbers where they do not want to wait', async () => {
    const scene = await newScene()
    await scene.desk(closed)
    const person = await scene.seeker()
    await person.taps('not')
    expect(person.at()).toMatch(/^consultant\.(country|list)$/)
  })

  test('is led to a desk where somebody answers now, if both speak their language', async () => {
    const scene = await newScene()
    await scene.desk(closed)
    await scene.desk({ id: 'z9y8x7w6', name: 'Druga' })
    const person = await scene.seeker()
    expect(person.at()).toBe('consultant.consent')
    expect(person.open()?.text).toContain('Druga')
  })
})
