import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCode, readCode } from '../../../src/app/desk/code.ts'
import { type DeskTerms, fits, idFrom, most } from '../../../src/app/desk/terms.ts'
import { spansAtMost } from '../../../src/core/desk/write-hours.ts'
import { weekdays } from '../../../src/core/knowledge/contact.ts'

const key = 'a key for tests only'
const now = new Date('2026-11-30T12:00:00Z')
const later = new Date('2026-12-07T12:00:00Z')

const desk: DeskTerms = {
  id: 'k7mq3xra',
  name: 'Poradnia „Bezpieczny wyjazd”',
  languages: ['pl', 'uk', 'ru'],
  countries: ['DE', 'NL', 'BE', 'NO'],
  themes: ['offers', 'rights', 'country-NL'],
  minors: true,
  complaints: 'https://example.org/skargi',
}

const code = makeCode(key, desk, later)

/** Signs whatever it is, as nobody but another release could. */
function signed(fields: unknown) {
  const payload = `a${Buffer.from(JSON.stringify(fields)).toString('base64url')}`
  const mac = createHmac('sha256', key).update(payload).digest().subarray(0, 16)
  return `${payload}.${mac.toString('base64url')}`
}

/** What a code holds, in its order. */
const fields: unknown[] = [later.getTime() / 1000, ...Object.values(desk)]

const anyText = (maxLength: number) => fc.string({ unit: 'grapheme', maxLength }).filter(fits.name)
const anyTime = fc.constantFrom('00:00', '09:30', '17:00', '24:00')
const anyHours = fc.record(
  {
    tz: fc.constantFrom('Europe/Warsaw', 'Asia/Tbilisi'),
    week: fc.dictionary(
      fc.constantFrom('mon-fri', 'sat', 'sun'),
      fc.array(fc.tuple(anyTime, anyTime), { minLength: 1, maxLength: 3 }),
      { minKeys: 1 },
    ),
    holidays: fc.constantFrom('PL', 'GB-NIR'),
  },
  { requiredKeys: ['tz', 'week'] },
)
const ofDesk = {
  id: fc.uint8Array({ minLength: 8, maxLength: 8 }).map(idFrom),
  name: anyText(most.name),
  languages: anyList(/^[a-z]{2}$/, most.languages, 1),
  countries: anyList(/^[A-Z]{2}$/, most.countries),
  themes: anyList(/^[a-z]{1,10}(-[A-Z]{2})?$/, most.themes),
  minors: fc.boolean(),
  complaints: fc
    .oneof(fc.emailAddress(), fc.webUrl({ validSchemes: ['https'] }))
    .filter(fits.complaints),
}
const anyDesk: fc.Arbitrary<DeskTerms> = fc.oneof(
  fc.record(ofDesk),
  fc.record({ ...ofDesk, hours: anyHours }),
)

function anyList(shape: RegExp, maxLength: number, minLength = 0) {
  return fc.array(fc.stringMatching(shape), { minLength, maxLength })
}

describe('a code', () => {
  test('gives back every desk that it was made for', async () => {
    await fc.assert(
      fc.property(anyDesk, (one) => {
        expect(readCode(key, makeCode(key, one, later), now)).toEqual({ desk: one })
      }),
    )
  })

  test('of the largest desk can be sent in a message with its command', () => {
    const many = <One>(count: number, one: One) => Array.from({ length: count }, () => one)
    const largest: DeskTerms = {
      ...desk,
      name: 'Ш'.repeat(most.name),
      languages: many(most.languages, 'pl'),
      countries: many(most.countries, 'NL'),
      themes: many(most.themes, 'a-theme-of-20-signs-'),
      complaints: `https://example.org/${'x'.repeat(most.complaints - 20)}`,
      hours: {
        tz: 'America/Argentina/Buenos_Aires',
        week: Object.fromEntries(
          weekdays.map((day) => [day, many(spansAtMost, ['10:00', '11:00'])]),
        ),
        holidays: 'DE-BY-KATH',
      },
    }
    const long = makeCode(key, largest, later)
    expect(`/connect@before_you_go_bot ${long}`.length).toBeLessThan(4096)
    expect(readCode(key, long, now)).toEqual({ desk: largest })
  })

  test('holds its fields in this order, for releases to come', () => {
    expect(signed(fields)).toBe(code)
  })

  test('of a usual desk is short', () => {
    expect(code.length).toBeLessThan(400)
  })

  test('is taken until its end, and no longer', () => {
    const before = new Date(later.getTime() - 1)
    expect([before, later].map((then) => readCode(key, code, then))).toEqual([
      { desk },
      { why: 'expired' },
    ])
  })
})

const refused = { why: expect.stringMatching(/^(forged|malformed)$/) }

describe('no code is taken', () => {
  test('that is changed in one letter, whichever', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
    for (let at = 0; at < code.length; at++)
      for (const letter of letters.replace(code[at] ?? '', '')) {
        const changed = code.slice(0, at) + letter + code.slice(at + 1)
        expect(readCode(key, changed, now)).toEqual(refused)
      }
  })

  test('that lacks its beginning or its end', () => {
    for (let at = 1; at < code.length; at++) {
      expect(readCode(key, code.slice(at), now)).toEqual(refused)
      expect(readCode(key, code.slice(0, at), now)).toEqual(refused)
    }
  })

  test('that another key has signed', () => {
    expect(readCode('another key for tests', code, now)).toEqual({ why: 'forged' })
  })

  test.each([undefined, ''])('where the key is %j', (none) => {
    expect(readCode(none, makeCode(none ?? '', desk, later), now)).toEqual({ why: 'forged' })
  })

  test('that expired and is forged is called forged', () => {
    expect(readCode('another key for tests', makeCode(key, desk, now), later)).toEqual({
      why: 'forged',
    })
  })

  const shapes: [what: string, fields: unknown][] = [
    ['null', null],
    ['an object', { ...fields }],
    ['an empty list', []],
    ['one field too few', fields.slice(0, -1)],
    ['one field too many', [...fields, true]],
    ['its end in words', fields.with(0, 'tomorrow')],
    ['an id with look-alikes', fields.with(1, 'k7mq3xl0')],
    ['no name', fields.with(2, '')],
    ['a name of spaces', fields.with(2, '  ')],
    ['a name in two lines', fields.with(2, 'KCIK\nKCIK')],
    ['a name that is turned around', fields.with(2, '\u202eKICK')],
    ['a name that is too long', fields.with(2, 'x'.repeat(most.name + 1))],
    ['no language', fields.with(3, [])],
    ['a language in words', fields.with(3, ['polski'])],
    ['languages in a text', fields.with(3, 'pl')],
    ['a country in small letters', fields.with(4, ['de'])],
    ['a theme that is a number', fields.with(5, [1])],
    ['minors in words', fields.with(6, 'yes')],
    ['no way to complain', fields.with(7, '')],
    ['complaints in a script', fields.with(7, 'javascript:alert(1)')],
    ['complaints without encryption', fields.with(7, 'http://example.org')],
    [
      'complaints at a page that hides its host',
      fields.with(7, 'https://example.org@elsewhere.org'),
    ],
  ]
  test.each(shapes)('that holds %s, though it is signed', (_what, wrong) => {
    expect(readCode(key, signed(wrong), now)).toEqual({ why: 'malformed' })
  })

  test('that is signed, but no JSON', () => {
    const payload = `a${Buffer.from('[1,').toString('base64url')}`
    const mac = createHmac('sha256', key).update(payload).digest().subarray(0, 16)
    expect(readCode(key, `${payload}.${mac.toString('base64url')}`, now)).toEqual({
      why: 'malformed',
    })
  })

  test('that is anything else', async () => {
    const hostile = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.base64String())
    await fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        for (const text of [one, `a${one}`, `a${one}.${other}`, `${code}${one}`.slice(one ? 0 : 1)])
          expect(readCode(key, text, now)).toEqual(refused)
      }),
    )
  })

  test.each([
    ['letters', 'a'],
    ['dots', '.'],
    ['minus signs', '-'],
    ['letters of Poland', 'ż'],
    ['emoji', '🦊'],
    ['codes', code],
  ])('that is ten million %s', (_what, one) => {
    const long = one.repeat(10_000_000 / one.length)
    expect(readCode(key, `a${long}`, now)).toEqual({ why: 'malformed' })
  })
})

test('an id needs no more than its random bytes', () => {
  const ids = [new Uint8Array(8), new Uint8Array(8).fill(255), new Uint8Array(20).fill(7)]
  expect(ids.map((bytes) => fits.id(idFrom(bytes)))).toEqual([true, true, true])
})
