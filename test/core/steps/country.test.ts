import { describe, expect, test } from 'vitest'
import { contact, newWalk, trip } from '../small.ts'

const codes = ['AT', 'BE', 'CZ', 'DE', 'DK', 'ES', 'FR', 'GB', 'IT', 'LT', 'LU', 'LV', 'NL', 'NO']
const contacts = Object.fromEntries(['EU', ...codes].map((code) => [code, [contact('x')]]))

const content = trip(
  {
    country: { kind: 'country', first: ['NL', 'DE', 'JP'], next: 'verdict', unknown: 'verdict' },
    verdict: { kind: 'report', next: 'end' },
    end: { kind: 'say' },
  },
  { contacts },
)

function newTraveller(language = 'pl') {
  const walk = newWalk(content, { language })
  walk.opens('trip')
  return walk
}

describe('the buttons', () => {
  test('are the first countries, the list and "I do not know"', () => {
    expect(newTraveller().choices()).toEqual(['NL', 'DE', 'JP', 'another', 'unknown'])
  })

  test.each(['NL', 'JP'])('%s sets the country, even one without contacts', (code) => {
    const walk = newTraveller()
    walk.taps(code)
    expect([walk.person.country, walk.way()[0]]).toEqual([code, `country=${code}`])
  })

  test('"I do not know" sets none and leaves a point open', () => {
    const walk = newTraveller()
    walk.taps('unknown')
    expect(walk.person.country).toBeUndefined()
    expect(walk.shows()[0]?.text.key).toBe('common:verdict.unclear')
  })

  test('without "I do not know" it cannot be forged', () => {
    const walk = newWalk(trip({ country: { kind: 'country', first: ['NL'], next: 'country' } }))
    walk.opens('trip')
    walk.presses({ flow: 'trip', step: 'country' }, 'unknown')
    expect(walk.hints()).toEqual(['common:old-button'])
  })

  test('a country that is nowhere cannot be forged', () => {
    const walk = newTraveller()
    walk.presses({ flow: 'trip', step: 'country' }, 'XX')
    expect(walk.hints()).toEqual(['common:old-button'])
  })
})

describe('the list', () => {
  test('shows eight in the order of the alphabet of the language, and how to go on', () => {
    const walk = newTraveller('pl')
    walk.taps('another')
    const first = ['AT', 'BE', 'CZ', 'DK', 'FR', 'ES', 'NL', 'LT']
    expect(walk.choices()).toEqual([...first, 'page-1'])
  })

  test('has another order in another language', () => {
    const walk = newTraveller('en')
    walk.taps('another')
    expect(walk.choices().slice(0, 8)).toEqual(['AT', 'BE', 'CZ', 'DK', 'FR', 'DE', 'IT', 'LV'])
  })

  test('has a last page that leads back', () => {
    const walk = newTraveller()
    walk.taps('another', 'page-1')
    expect(walk.choices()).toEqual(['LU', 'LV', 'DE', 'NO', 'GB', 'IT', 'page-0'])
  })

  test('never names Europe as a country', () => {
    const walk = newTraveller()
    walk.taps('another')
    const all = [...walk.choices()]
    walk.taps('page-1')
    expect([...all, ...walk.choices()]).not.toContain('EU')
  })

  test('sets a country of any page', () => {
    const walk = newTraveller()
    walk.taps('another', 'page-1', 'LV')
    expect(walk.person.country).toBe('LV')
  })

  test.each(['page-2', 'page--1', 'page-x', 'page-0.5'])('has no %s', (choice) => {
    const walk = newTraveller()
    walk.presses({ flow: 'trip', step: 'country' }, choice)
    expect(walk.hints()).toEqual(['common:old-button'])
  })
})

describe('a typed name', () => {
  test.each([
    ['Holandia', 'NL'],
    ['netherlands', 'NL'],
    ['  WIELKA   BRYTANIA! ', 'GB'],
    ['Lotwa', 'LV'],
    ['Cambodia', 'KH'],
  ])('%s is %s', (typed, code) => {
    const walk = newTraveller()
    walk.says(typed)
    expect(walk.person.country).toBe(code)
  })

  test.each(['Narnia', '', '!!!', 'Unia Europejska', 'x'.repeat(5000)])(
    'that nobody knows (%s) is asked for again',
    (typed) => {
      const walk = newTraveller()
      walk.says(typed)
      expect([walk.person.country, ...walk.hints()]).toEqual([undefined, 'trip:country.again'])
      expect(walk.choices()).toContain('another')
    },
  )

  test('cannot be a picture', () => {
    const walk = newTraveller()
    walk.sendsRecording()
    expect(walk.hints()).toEqual(['common:unread.recording'])
  })
})

describe('a country that an advert has told', () => {
  const step = { kind: 'country', told: true, first: ['NL', 'DE', 'JP', 'NO', 'GB'], next: 'end' }
  const offered = (country: string) => {
    const steps = { country: step, end: { kind: 'say' } }
    const noted = { numbers: [], country }
    const walk = newWalk(trip(steps, { contacts }), { language: 'pl', noted })
    walk.opens('trip')
    return walk
  }

  test.each([
    ['ES', ['ES', 'NL', 'DE', 'JP', 'NO', 'another']],
    ['DE', ['DE', 'NL', 'JP', 'NO', 'GB', 'another']],
  ])('stands first, once, and leaves five buttons: %s', (country, choices) => {
    expect(offered(country).choices()).toEqual(choices)
  })

  test('can be chosen though nobody helps there', () => {
    const walk = offered('MX')
    walk.taps('MX')
    expect([walk.at(), walk.person.country]).toEqual(['trip.end', 'MX'])
  })
})
