import { describe, expect, test } from 'vitest'
import { createWords } from '../../src/content/words.ts'
import type { Text, Vars } from '../../src/core/turn.ts'

const locales = {
  pl: {
    talk: {
      hello: '<b>Cześć</b> {{name}} &amp; {{name}}',
      help: 'call {{emergency}}',
      list: '{{lines}}',
      points_one: '{{count}} punkt',
      points_few: '{{count}} punkty',
      points_many: '{{count}} punktów',
      points_other: '{{count}} punktu',
      only: { polish: 'tylko tu' },
    },
  },
  en: {
    talk: {
      hello: 'Hello {{name}}',
      list: '{{lines}}',
      points_one: '{{count}} point',
      points_other: '{{count}} points',
    },
  },
}

const words = createWords(locales, ['pl', 'en'])

function html(key: string, vars: Vars = {}, language = 'pl') {
  return words.html({ key, vars }, { language, ambient: { emergency: '<112>' } })
}

function plain(key: string, vars: Vars = {}, language = 'pl') {
  return words.plain({ key, vars }, { language, ambient: {} })
}

/** What people, firms and registers may be called. */
const hostile: [value: string, safe: string][] = [
  ['<b>Jan</b>', '&lt;b&gt;Jan&lt;/b&gt;'],
  ['"quoted" & Sons', '&quot;quoted&quot; &amp; Sons'],
  ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['{{emergency}}', '{{emergency}}'],
  ['$t(talk:help)', '$t(talk:help)'],
  ['$t(talk:help, {"emergency": "0"})', '$t(talk:help, {&quot;emergency&quot;: &quot;0&quot;})'],
  ['\u202eevil\u202c \u2066x\u2069', 'evil x'],
  ['$& $1 $$', '$&amp; $1 $$'],
  ['__proto__', '__proto__'],
  ['half \uD83D, half \uDE00', 'half \uFFFD, half \uFFFD'],
  ['\uD83D\u202E\uDE00', '\uFFFD\uFFFD'],
]

test('a hole of every text may be filled by a text of an author', () => {
  const ambient = { emergency: { key: 'talk:only.polish' } }
  const text = { key: 'talk:help' }
  expect(words.plain(text, { language: 'pl', ambient })).toBe('call tylko tu')
})

test.each([
  ['pl', '30\u00a0000'],
  ['en', '30,000'],
])('a number is written as %s writes it', (language, shown) => {
  expect(plain('name:number', { number: 30_000 }, language)).toBe(shown)
})

describe('a value', () => {
  test.each(hostile)('%j stands in a message as %j', (name, safe) => {
    expect(html('talk:hello', { name })).toBe(`<b>Cześć</b> ${safe} &amp; ${safe}`)
  })

  test.each(hostile)('%j stands in a list as %j', (name, safe) => {
    const items: Text[] = [{ key: 'talk:hello', vars: { name } }]
    const lines: Text = { key: 'join:bullets', vars: { items } }
    expect(html('talk:list', { lines })).toBe(`• <b>Cześć</b> ${safe} &amp; ${safe}`)
  })

  test('stands on a button as it is, without the markup of the author', () => {
    expect(plain('talk:hello', { name: '<i> & Sons' })).toBe('Cześć <i> & Sons & <i> & Sons')
  })

  test('that is missing leaves no words of ours', () => {
    expect(html('talk:hello', {}, 'en')).not.toContain('undefined')
  })

  test('of the voice fills any text, safely', () => {
    expect(html('talk:help')).toBe('call &lt;112&gt;')
  })

  test('of the text wins over the voice', () => {
    expect(html('talk:help', { emergency: '999' })).toBe('call 999')
  })
})

describe('counts', () => {
  test.each([
    [0, '0 punktów'],
    [1, '1 punkt'],
    [2, '2 punkty'],
    [4, '4 punkty'],
    [5, '5 punktów'],
    [12, '12 punktów'],
    [21, '21 punktów'],
    [22, '22 punkty'],
    [1.5, '1.5 punktu'],
  ])('%d in Polish is %s', (count, expected) => {
    expect(html('talk:points', { count })).toBe(expected)
  })

  test.each([
    [1, '1 point'],
    [2, '2 points'],
  ])('%d in English is %s', (count, expected) => {
    expect(html('talk:points', { count }, 'en')).toBe(expected)
  })
})

describe('a text', () => {
  test('that a language does not have is said in the first one', () => {
    expect(html('talk:only.polish', {}, 'en')).toBe('tylko tu')
  })

  test('in a language that nobody translated is said in the first one', () => {
    expect(html('talk:only.polish', {}, 'xx')).toBe('tylko tu')
  })

  test('may bring its own language', () => {
    const text: Text = { key: 'talk:hello', vars: { name: 'x' }, language: 'en' }
    expect(words.html(text, { language: 'pl', ambient: {} })).toBe('Hello x')
  })

  test('hands its own language on to the texts inside', () => {
    const items: Text[] = [{ key: 'talk:hello', vars: { name: 'x' } }]
    const text: Text = { key: 'join:lines', vars: { items }, language: 'en' }
    expect(words.html(text, { language: 'pl', ambient: {} })).toBe('Hello x')
  })
})

describe('built in', () => {
  const items: Text[] = ['a', 'b'].map((name) => ({ key: 'talk:hello', vars: { name } }))
  test.each([
    ['join:lines', 'Hello a\nHello b'],
    ['join:paragraphs', 'Hello a\n\nHello b'],
    ['join:commas', 'Hello a, Hello b'],
    ['join:bullets', '• Hello a\n• Hello b'],
  ])('%s', (key, expected) => {
    expect(html(key, { items }, 'en')).toBe(expected)
  })

  test.each<[string, Vars, string, string]>([
    ['name:none', {}, 'pl', '—'],
    ['name:country', { code: 'NL' }, 'pl', 'Holandia'],
    ['name:country', { code: 'NL' }, 'en', 'Netherlands'],
    ['name:country', { code: 'XX' }, 'en', 'XX'],
    ['name:country', { code: 'BA' }, 'en', 'Bosnia &amp; Herzegovina'],
    ['name:language', { code: 'pl' }, 'pl', 'polski'],
    ['name:own-language', {}, 'pl', 'Polski'],
    ['name:language', { code: 'pl' }, 'en', 'Polish'],
    ['name:language', { code: 'en' }, 'pl', 'angielski'],
    ['name:day', { code: 'mon' }, 'en', 'Mon'],
    ['name:day', { code: 'sun' }, 'en', 'Sun'],
    ['name:day', { code: 'sun' }, 'pl', 'niedz.'],
    ['name:date', { date: '2025-10-04' }, 'pl', '4.10.2025'],
    ['name:date', { date: '2025-10-04' }, 'en', 'October 4, 2025'],
    ['name:date', { date: '2025-10' }, 'pl', 'październik 2025'],
    ['name:date', { date: '2025' }, 'pl', '2025'],
    ['name:money', { amount: 31.4, currency: 'PLN' }, 'pl', '31,40\u00a0zł'],
    ['name:money', { amount: 31.4, currency: 'PLN' }, 'en', 'PLN\u00a031.40'],
    ['name:money', { amount: 4806, currency: 'PLN' }, 'pl', '4806\u00a0zł'],
    ['name:money', { amount: 8, currency: 'GBP' }, 'en', '£8'],
    ['name:money', { amount: 13.9, currency: 'EUR' }, 'pl', '13,90\u00A0€'],
    ['name:money', { amount: 13.9, currency: 'EUR' }, 'en', '€13.90'],
    ['name:country', { code: 'NL' }, 'uk', 'Нідерланди'],
    ['name:own-language', {}, 'uk', 'Українська'],
    ['name:language', { code: 'pl' }, 'uk', 'польська'],
    ['name:day', { code: 'sun' }, 'uk', 'нд'],
    ['name:date', { date: '2025-10-04' }, 'uk', '04.10.2025'],
    ['name:date', { date: '2025-10' }, 'uk', 'жовтень 2025 р.'],
  ])('%s of %j in %s is %s', (key, vars, language, expected) => {
    expect(html(key, vars, language)).toBe(expected)
  })

  test('a list of texts without a name becomes lines', () => {
    expect(html('talk:list', { lines: items }, 'en')).toBe('Hello a\nHello b')
  })
})
