import { describe, expect, test } from 'vitest'
import { newWalk, textIn, trip } from '../small.ts'

const content = trip({
  themes: {
    kind: 'subscriptions',
    themes: ['offers', 'rights'],
    country: 'country',
    end: 'end',
  },
  country: { kind: 'country', first: ['NL', 'DE'], next: 'themes' },
  end: { kind: 'act', does: 'end-tips', next: 'ended' },
  ended: { kind: 'say' },
})

function opened(country?: string) {
  const walk = newWalk(content, { language: 'pl', country })
  walk.opens('trip')
  return walk
}

describe('tips', () => {
  test('are offered by theme, and by country where one is known', () => {
    expect(opened('NL').choices()).toEqual(['on-offers', 'on-rights', 'on-country-NL', 'country'])
    expect(opened().choices()).toEqual(['on-offers', 'on-rights', 'country'])
  })

  test('are asked for with one press, and said by name', () => {
    const walk = opened()
    walk.taps('on-rights')
    expect(walk.held.themes).toEqual(['rights'])
    expect(textIn(walk.draws()?.text, 'trip:themes.rights')).toBeDefined()
  })

  test('end with one press each', () => {
    const walk = opened()
    walk.taps('on-rights', 'on-offers', 'off-rights')
    expect(walk.held.themes).toEqual(['offers'])
  })

  test('about another country can be added, and those before can be ended', () => {
    const walk = opened('NL')
    walk.taps('on-country-NL', 'country', 'DE')
    expect(walk.choices()).toEqual(expect.arrayContaining(['on-country-DE', 'off-country-NL']))
  })

  test('end all at once', () => {
    const walk = opened('NL')
    walk.taps('on-country-NL', 'on-offers', 'end')
    expect([walk.at(), walk.held.themes]).toEqual(['trip.ended', []])
  })

  test.each(['on-songs', 'on-country-XXX', 'off-', 'up-rights', 'on-country-nl'])(
    'know no button %s',
    (choice) => {
      const walk = opened()
      walk.presses({ flow: 'trip', step: 'themes' }, choice)
      expect([walk.hints(), walk.held.themes]).toEqual([['common:old-button'], []])
    },
  )
})
