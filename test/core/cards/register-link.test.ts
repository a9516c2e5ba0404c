import { describe, expect, test } from 'vitest'
import {
  entryOf,
  linkFor,
  registerNote,
  registersFor,
  wordsOf,
} from '../../../src/core/cards/register-link.ts'
import { Fact, Register } from '../../../src/core/knowledge/knowledge.ts'
import { textIn } from '../small.ts'

/** A register with nothing but what a test is about. */
function register(more: Record<string, unknown> = {}): Register {
  return Register.parse({
    name: 'Register',
    keeper: 'Office',
    proves: 'firm',
    countries: ['NL'],
    ...more,
  })
}

function page(url: string, mark = 'seen', checkedOn: string | null = null) {
  return { url, mark, checkedOn, source: 'somewhere' }
}

function pages(...urls: string[]) {
  return { pages: urls.map((url) => page(url)) }
}

const start = 'https://a.example/search'

describe('the address of a register', () => {
  const only = (mark: string, checkedOn?: string) =>
    linkFor(register({ pages: [page(start, mark, checkedOn ?? null)] }))

  test.each(['verified', 'seen'])('is shown when it is %s', (mark) => {
    expect(only(mark)?.url).toBe(start)
  })

  test.each(['memory', 'VERIFY'])('is hidden when it is marked %s', (mark) => {
    expect(only(mark)).toBeUndefined()
  })

  test('is shown once somebody has opened it', () => {
    expect(only('memory', '2026-11-22')?.url).toBe(start)
  })

  test('is not invented', () => {
    expect(linkFor(register())).toBeUndefined()
  })

  const entries = register({
    takes: ['crn', 'siren', 'siret'],
    ...pages('https://a.example/firm/{number}', 'https://a.example/find?q={name}&all', start),
  })

  test('leads straight to the entry of a number', () => {
    const link = linkFor(entries, { number: { kind: 'crn', value: '00445790' }, name: 'Tesco' })
    expect(link).toEqual({ url: 'https://a.example/firm/00445790', filled: 'number' })
  })

  test('names a firm in France by its SIREN, whichever number it has', () => {
    const link = linkFor(entries, { number: { kind: 'siret', value: '35600000000048' } })
    expect(link?.url).toBe('https://a.example/firm/356000000')
  })

  test('holds a strange number without breaking out of its place', () => {
    const link = linkFor(entries, { number: { kind: 'crn', value: '../x?y' } })
    expect(link?.url).toBe('https://a.example/firm/..%2Fx%3Fy')
  })

  test('searches for the name where there is no number, or one that it does not take', () => {
    const found = { url: 'https://a.example/find?q=M%C3%BCller%20%26%20Co&all', filled: 'name' }
    expect(linkFor(entries, { name: 'Müller & Co' })).toEqual(found)
    const number = { kind: 'nip', value: '1' } as const
    expect(linkFor(entries, { name: 'Müller & Co', number })).toEqual(found)
  })

  test('goes without a name that would make it longer than a phone opens', () => {
    expect(linkFor(entries, { name: 'Ж'.repeat(60) })?.filled).toBe('name')
    expect(linkFor(entries, { name: '漢'.repeat(60) })).toEqual({ url: start })
  })

  test('bears half a character', () => {
    expect(linkFor(entries, { name: 'Firm\ud83d' })?.filled).toBe('name')
  })

  test('is where one searches when nothing is known', () => {
    expect(linkFor(entries)).toEqual({ url: start })
    expect(linkFor(entries, { number: { kind: 'nip', value: '1' } })).toEqual({ url: start })
  })

  test('passes over one that only memory vouches for', () => {
    const doubtful = register({
      pages: [page('https://a.example/find?q={name}', 'memory'), page(start)],
    })
    expect(linkFor(doubtful, { name: 'Tesco' })).toEqual({ url: start })
  })

  test('has a name without accents where the register wants it so', () => {
    const plain = register({ plain: true, ...pages('https://a.example/?q={name}', start) })
    expect(linkFor(plain, { name: 'Žilinská s.r.o.' })?.url).toBe(
      'https://a.example/?q=Zilinska%20s.r.o.',
    )
  })
})

describe('the number as a register writes it', () => {
  const finnish = register({ countries: ['FI'], takes: ['vat'], written: '#######-#' })

  test('is a VAT number without its country where the register is of one country', () => {
    expect(entryOf(finnish, { kind: 'vat', value: 'FI01806110' })).toBe('0180611-0')
  })

  test('is whole where the register is of many', () => {
    const vies = register({ countries: ['FI', 'NL'], takes: ['vat'] })
    expect(entryOf(vies, { kind: 'vat', value: 'FI01806110' })).toBe('FI01806110')
  })

  test('is none of another length', () => {
    expect(entryOf(finnish, { kind: 'vat', value: 'FI0180611' })).toBeUndefined()
  })

  test('is none of another country', () => {
    expect(entryOf(finnish, { kind: 'vat', value: 'SE556012579001' })).toBeUndefined()
    const british = register({ countries: ['GB'], takes: ['vat'] })
    expect(entryOf(british, { kind: 'vat', value: 'GB220430231' })).toBe('220430231')
    expect(entryOf(british, { kind: 'vat', value: 'XI220430231' })).toBeUndefined()
  })

  test('is the one that a VAT number holds', () => {
    const danish = register({ countries: ['DK'], takes: ['cvr'], written: '########' })
    expect(entryOf(danish, { kind: 'vat', value: 'DK13585628' })).toBe('13585628')
  })
})

describe('the words of a register', () => {
  const says = { active: ['Normal'], ended: ['Dissolved'], source: 'somewhere' }

  test('are shown where somebody has seen them', () => {
    expect(wordsOf(register({ says: { ...says, mark: 'seen' } })).ended).toEqual(['Dissolved'])
  })

  test('are none where nobody has', () => {
    expect(wordsOf(register({ says: { ...says, mark: 'memory' } })).ended).toEqual([])
    expect(wordsOf(register())).toEqual({ active: [], ended: [] })
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
