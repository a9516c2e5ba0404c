import { describe, expect, test } from 'vitest'
import { newWalk, trip } from '../small.ts'

const content = trip({
  day: { kind: 'day', choices: { today: 0, week: 7 }, next: 'end' },
  end: { kind: 'say' },
})

function asked(at = '2026-11-22T12:00:00Z', country = 'PL') {
  const walk = newWalk(content, { language: 'pl', country }, new Date(at))
  walk.opens('trip')
  return walk
}

describe('a day', () => {
  test.each([
    ['today', '2026-11-22'],
    ['week', '2026-11-29'],
  ])('by the button %s is %s', (choice, day) => {
    const walk = asked()
    walk.taps(choice)
    expect(walk.way()[0]).toBe(`day=${day}`)
  })

  test('begins with midnight in the country', () => {
    const walk = asked('2026-11-22T22:30:00Z', 'UA')
    walk.taps('today')
    expect(walk.way()[0]).toBe('day=2026-11-23')
  })

  test.each([
    ['24.12', '2026-12-24'],
    [' 24.12. ', '2026-12-24'],
    ['24/12', '2026-12-24'],
    ['24-12-2026', '2026-12-24'],
    ['24 12 26', '2026-12-24'],
    ['2026-12-24', '2026-12-24'],
    ['22.11', '2026-11-22'],
    ['1.2', '2027-02-01'],
    ['21.11', '2027-11-21'],
  ])('typed as %s is %s', (text, day) => {
    const walk = asked()
    walk.says(text)
    expect(walk.way()[0]).toBe(`day=${day}`)
  })

  test.each([
    '21.11.2026',
    '31.6',
    '29.2',
    '32.1',
    '1.13',
    '24.12.2028',
    '0.1',
    'jutro',
    '24',
    '',
    '9999999-1-1',
  ])('is not what somebody types as %s', (text) => {
    const walk = asked()
    walk.says(text)
    expect([walk.at(), walk.hints()]).toEqual(['trip.day', ['trip:day.again']])
  })

  test('is behind no forged button', () => {
    const walk = asked()
    walk.presses({ flow: 'trip', step: 'day' }, 'toString')
    expect(walk.hints()).toEqual(['common:old-button'])
  })

  test('in a picture cannot be read', () => {
    const walk = asked()
    walk.sendsRecording()
    expect(walk.hints()).toEqual(['common:unread.recording'])
  })
})
