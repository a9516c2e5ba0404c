import { describe, expect, test } from 'vitest'
import { linkFor, registerNote, registersFor } from '../../../src/core/cards/register-link.ts'
import { Fact, Register } from '../../../src/core/knowledge/knowledge.ts'
import { textIn } from '../small.ts'

/** A register with nothing but what a test is about. */
function register(more: Record<string, unknown> = {}): Register {
  const bare = { name: 'Register', keeper: 'Office', proves: 'firm', countries: ['NL'], page: null }
  return Register.parse({ ...bare, ...more })
}

function page(url: string, mark = 'seen', checkedOn: string | null = null) {
  return { page: { url, mark, checkedOn } }
}

describe('the address of a register', () => {
  test.each(['verified', 'seen'])('is shown when it is %s', (mark) => {
    expect(linkFor(register(page('https://a.example/find', mark)))).toBe('https://a.example/find')
  })

  test.each(['memory', 'VERIFY'])('is hidden when it is marked %s', (mark) => {
    expect(linkFor(register(page('https://a.example/find', mark)))).toBeUndefined()
  })

  test('is shown once somebody has opened it', () => {
    const opened = page('https://a.example/find', 'memory', '2026-11-22')
    expect(linkFor(register(opened))).toBe('https://a.example/find')
  })

  test('is not invented', () => {
    expect(linkFor(register())).toBeUndefined()
  })

  const entries = { takes: ['crn', 'siren', 'siret'], ...page('https://a.example/firm/{number}') }

  test('leads straight to the entry of a number', () => {
    const link = linkFor(register(entries), { kind: 'crn', value: '00445790' })
    expect(link).toBe('https://a.example/firm/00445790')
  })

  test('names a firm in France by its SIREN, whichever number it has', () => {
    const link = linkFor(register(entries), { kind: 'siret', value: '35600000000048' })
    expect(link).toBe('https://a.example/firm/356000000')
  })

  test('holds a strange number without breaking out of its place', () => {
    const link = linkFor(register(entries), { kind: 'crn', value: '../x?y' })
    expect(link).toBe('https://a.example/firm/..%2Fx%3Fy')
  })

  test('is the start of the site without a number, or with one that it does not take', () => {
    expect(linkFor(register(entries))).toBe('https://a.example')
    expect(linkFor(register(entries), { kind: 'nip', value: '1' })).toBe('https://a.example')
  })
})

describe('the registers of a country', () => {
  const registers = {
    ZZ_ALL: register({ countries: ['ZZ'] }),
    NL_FIRMS: register(),
    NL_LENDERS: register({ proves: 'agency' }),
    EU_FIRMS: register({ countries: ['PL', 'NL'] }),
    PL_FIRMS: register({ countries: ['PL'] }),
  }
  const ids = (country: string, proves: Register['proves']) =>
    registersFor({ registers }, country, proves).map(([id]) => id)

  test('serve it in the order of the file, those for every country last', () => {
    expect(ids('NL', 'firm')).toEqual(['NL_FIRMS', 'EU_FIRMS', 'ZZ_ALL'])
  })

  test('prove what is asked', () => {
    expect(ids('NL', 'agency')).toEqual(['NL_LENDERS'])
  })

  test('are at least those for every country', () => {
    expect(ids('MX', 'firm')).toEqual(['ZZ_ALL'])
    expect(ids('MX', 'vat')).toEqual([])
  })
})

describe('the note of a register', () => {
  const law = { cite: 'Act', url: 'https://a.example/act', checkedOn: '2026-11-22', mark: 'seen' }
  const facts = { law: Fact.parse({ ...law, values: { begins: '2027-01-01' } }) }
  const registers = { NL_LENDERS: register({ fact: 'law' }), NL_FIRMS: register() }

  test('names the dates of its law, the law and when it was read', () => {
    const note = registerNote('NL_LENDERS', { registers, facts })
    expect(textIn(note, 'registers:note.NL_LENDERS')?.vars).toEqual({
      begins: { key: 'name:date', vars: { date: '2027-01-01' } },
    })
    expect(textIn(note, 'common:source.fact')?.vars).toEqual({
      cite: 'Act',
      date: { key: 'name:date', vars: { date: '2026-11-22' } },
    })
  })

  test('is not there where nothing is to be said', () => {
    expect(registerNote('NL_FIRMS', { registers, facts })).toBeUndefined()
    expect(registerNote('NL_OTHER', { registers, facts })).toBeUndefined()
    expect(registerNote('NL_LENDERS', { registers, facts: {} })).toBeUndefined()
  })
})
