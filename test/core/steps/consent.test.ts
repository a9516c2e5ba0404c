import { describe, expect, test } from 'vitest'
import { createWords } from '../../../src/content/words.ts'
import { consent } from '../../../src/core/steps/consent.ts'
import type { Text } from '../../../src/core/turn.ts'
import { voiceFor } from '../../../src/core/voice.ts'
import { parseHtml } from '../../../src/simulator/text/html.ts'
import { locales, content as real } from '../../person.ts'
import { newWalk, noon, sign, textIn, trip } from '../small.ts'

const asks = { kind: 'consent', of: 'desk', wording: '2026-11-30', sent: 'end', numbers: 'call' }
const content = trip(
  {
    fee: { kind: 'ask', choices: { yes: { raises: ['fee'], next: 'desk' } } },
    desk: { kind: 'desk', found: 'consent', closed: 'consent', none: 'end', open: 'end' },
    consent: asks,
    end: { kind: 'say' },
    call: { kind: 'say' },
  },
  { indicators: { fee: sign('high') } },
)
const everything = { country: 'NL', signs: ['fee'], firms: ['nip-7740001454'] }
const at = { flow: 'trip', step: 'consent' }

/** Somebody with a country, a sign and a firm, who is asked whether a desk may have them. */
function isAsked() {
  const noted = { numbers: everything.firms }
  const walk = newWalk(content, { language: 'pl', country: 'NL', noted }, noon, 'k3f9qx2a')
  walk.opens('trip')
  walk.taps('yes')
  const keysIn = (hole: string) => {
    const value = walk.draws()?.text.vars?.[hole]
    return typeof value === 'object' && !Array.isArray(value) ? value : undefined
  }
  return {
    ...walk,
    /** What stands in the list of what is handed over. */
    items: () => {
      const items = textIn(keysIn('items'), 'join:bullets')?.vars?.items
      return Array.isArray(items) ? items.map(({ key }) => key.split('.').at(-1)) : []
    },
    showing: () => keysIn('showing')?.key.split('.').at(-1),
    handsOver: () => walk.effects().find((effect) => effect.kind === 'hand-off'),
  }
}

const items = ['country', 'signs', 'firms'] as const

describe('what is handed over', () => {
  test('is everything at first', () => {
    expect(isAsked().items()).toEqual(['language', 'country', 'signs', 'firms', 'words'])
  })

  test('goes to the desk that was found, by the wording that was read', () => {
    const person = isAsked()
    person.taps('send')
    expect(person.handsOver()).toEqual({
      kind: 'hand-off',
      desk: 'k3f9qx2a',
      wording: '2026-11-30',
      shared: everything,
    })
  })

  test.each(items)('%s can be taken out', (item) => {
    const person = isAsked()
    person.taps(`without-${item}`)
    const left = ['language', ...items.filter((one) => one !== item), 'words']
    expect(person.items()).toEqual(left)
  })

  test.each(items)('%s can be put back where it was', (item) => {
    const person = isAsked()
    person.taps(`without-${item}`, `with-${item}`)
    expect(person.items()).toEqual(isAsked().items())
  })

  test.each(items)('a press that takes out %s and comes twice does it once', (item) => {
    const person = isAsked()
    person.presses(at, `without-${item}`)
    const once = person.items()
    person.presses(at, `without-${item}`)
    expect(person.items()).toEqual(once)
  })

  test('a press that puts an item back and comes twice does it once', () => {
    const person = isAsked()
    person.taps('without-signs')
    person.presses(at, 'with-signs')
    person.presses(at, 'with-signs')
    expect(person.items()).toEqual(isAsked().items())
  })

  test('is only what was left on the screen', () => {
    const person = isAsked()
    person.taps('without-country', 'without-firms', 'send')
    expect(person.handsOver()).toMatchObject({ shared: { signs: ['fee'] } })
    expect(person.handsOver()).not.toHaveProperty('shared.country')
    expect(person.handsOver()).not.toHaveProperty('shared.firms')
  })

  test('is nothing before "send"', () => {
    const person = isAsked()
    person.taps('without-signs', 'numbers')
    expect([person.at(), person.handsOver()]).toEqual(['trip.call', undefined])
  })
})

describe('answers', () => {
  test('are shown at once to somebody who is in no need', () => {
    expect(isAsked().showing()).toBe('shows')
  })

  test('wait for a press where the person chose that', () => {
    const person = isAsked()
    person.taps('waits')
    expect(person.showing()).toBe('waits')
    person.taps('send')
    expect(person.handsOver()).toHaveProperty('waits', true)
  })

  test('come at once again after another press', () => {
    const person = isAsked()
    person.taps('waits', 'shows', 'send')
    expect(person.handsOver()).not.toHaveProperty('waits')
  })

  test('are shown as chosen also after an item was taken out', () => {
    const person = isAsked()
    person.taps('waits', 'without-country')
    expect(person.showing()).toBe('waits')
  })
})

test.each(['with-name', 'without-words', 'keep-country', 'without', 'name-waits.'])(
  'a forged press of %s changes nothing',
  (choice) => {
    const person = isAsked()
    const standing = () => [person.items(), person.showing(), person.way(), person.handsOver()]
    const before = standing()
    person.presses(at, choice)
    expect(standing()).toEqual(before)
  },
)

test('a forged choice of items changes nothing', () => {
  const person = isAsked()
  person.presses(at, 'name.words.country-shows')
  person.taps('send')
  expect(person.handsOver()).toHaveProperty('shared', everything)
})

const words = createWords(locales, real.languages)

describe.each(real.languages)('in %s', (language) => {
  test.each(['waits', 'shows'])('the longest screen fits, where an answer %s', (showing) => {
    expect([...longest(language, showing)].length).toBeLessThanOrEqual(600)
  })
})

/** As it is read by somebody with every item, in a language that the desk does not speak. */
function longest(language: string, showing: string) {
  const country = 'GB'
  const view = `k3f9qx2a/country.signs.firms-${showing}`
  const screen = consent.draw?.(consent.schema.parse(asks), view, {
    at: { flow: 'consultant', step: 'consent' },
    country,
    language,
    desk: { name: 'D'.repeat(25), languages: longestNames(language), complaints: 'c'.repeat(25) },
    shareable: {
      country,
      signs: longestSigns(language),
      firms: ['nip-7740001454', 'krs-0000028860', 'kraz-1264'],
    },
    isMinor: false,
    ticked: [],
    held: { dues: [], themes: [] },
    kept: [],
    ticks: 0,
    nameOf: () => ({ key: 'name:none' }),
  })
  if (!screen) throw new Error('nothing is drawn')
  return parseHtml(words.html(screen.text, voiceFor(real, { language, country }))).text
}

/** Two languages of a desk, but not this one. */
function longestNames(language: string) {
  const name = (one: string) => ({ key: 'name:own-language', language: one })
  const others = real.languages.filter((one) => one !== language)
  return byLength(others, name, language).slice(0, 2)
}

function longestSigns(language: string) {
  const label = (id: string) => ({ key: `indicators:${id}.label` })
  return byLength(Object.keys(real.indicators), label, language).slice(0, 5)
}

function byLength(ids: string[], textOf: (id: string) => Text, language: string) {
  const length = (id: string) => words.plain(textOf(id), { language, ambient: {} }).length
  return ids.toSorted((a, b) => length(b) - length(a))
}
