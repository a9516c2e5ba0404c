import { describe, expect, test } from 'vitest'
import { contentOf, newWalk } from '../small.ts'

const content = contentOf({
  trip: {
    aside: true,
    dues: { arrival: 'end', days: 'end' },
    steps: {
      day: { kind: 'day', choices: { today: 0, week: 7 }, next: 'plan' },
      plan: {
        kind: 'remind',
        on: 'day',
        brings: { days: 4, arrival: 1 },
        hour: 10,
        next: 'end',
        no: 'no',
      },
      end: { kind: 'say' },
      no: { kind: 'say' },
    },
  },
})

function asked(at = '2026-11-22T12:00:00Z', country = 'NL') {
  const walk = newWalk(content, { language: 'pl', country }, new Date(at))
  walk.opens('trip')
  walk.taps('today')
  return walk
}

function minute(time: string) {
  return Date.parse(time) / 60_000
}

describe('a plan', () => {
  test('is shown with its days, the hour and whose clock counts', () => {
    const { vars } = asked().shows()[0]?.text ?? {}
    const date = (day: string) => ({ key: 'name:date', vars: { date: day } })
    const items = [date('2026-11-23'), date('2026-11-26')]
    expect(vars).toEqual({
      days: { key: 'join:bullets', vars: { items } },
      hour: '10:00',
      where: { key: 'name:country', vars: { code: 'NL' } },
    })
  })

  test('names the clock that counts where we know no other', () => {
    const { vars } = asked('2026-11-22T12:00:00Z', 'KH').shows()[0]?.text ?? {}
    expect(vars?.where).toEqual({ key: 'name:country', vars: { code: 'PL' } })
  })

  test('is made on a yes, the soonest first', () => {
    const walk = asked()
    walk.taps('yes')
    expect(walk.held.dues).toEqual([
      { what: 'arrival', minute: minute('2026-11-23T09:00:00Z') },
      { what: 'days', minute: minute('2026-11-26T09:00:00Z') },
    ])
  })

  test('is not made on a no', () => {
    const walk = asked()
    walk.taps('no')
    expect([walk.at(), walk.held.dues]).toEqual(['trip.no', []])
  })

  test('leaves out what has gone by since the day was chosen', () => {
    const { person } = asked()
    const late = newWalk(content, person, new Date('2026-11-24T12:00:00Z'))
    late.presses({ flow: 'trip', step: 'plan' }, 'yes')
    expect(late.held.dues.map(({ what }) => what)).toEqual(['days'])
  })

  test('of days that have all gone by asks for the day again', () => {
    const { person } = asked()
    const late = newWalk(content, person, new Date('2026-12-24T12:00:00Z'))
    late.says('hello')
    expect(late.at()).toBe('trip.day')
  })
})
