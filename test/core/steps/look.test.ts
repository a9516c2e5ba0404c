import { describe, expect, test } from 'vitest'
import { Register } from '../../../src/core/knowledge/knowledge.ts'
import { newWalk, textIn, trip } from '../small.ts'

function register(proves: 'firm' | 'agency', more: object = {}) {
  return Register.parse({ name: 'R', keeper: 'K', proves, countries: ['NO'], ...more })
}
const seen = { mark: 'seen', source: 'somewhere' }
const search = [
  { ...seen, url: 'https://a.org/{number}' },
  { ...seen, url: 'https://a.org/?q={name}' },
  { ...seen, url: 'https://a.org/' },
]
const words = { active: ['Aktiv'], ended: ['Slettet'], ...seen }
const registers = {
  NO_FIRST: register('firm', { takes: ['orgnr'], pages: search, says: words }),
  NO_SECOND: register('firm', { pages: [{ url: 'https://b.org', mark: 'memory' }] }),
  NO_THIRD: register('firm', { pages: [{ ...seen, url: 'https://c.org' }], paper: true }),
  NO_FOURTH: register('firm', { pages: [{ ...seen, url: 'https://d.org' }] }),
  NO_AGENCIES: register('agency'),
}
const content = trip(
  {
    number: { kind: 'number', next: 'name', unknown: 'name' },
    name: { kind: 'input', accepts: 'name', next: 'look', unknown: 'look' },
    look: { kind: 'look', proves: 'firm', of: ['number'], names: ['name'], next: 'end' },
    end: { kind: 'say' },
  },
  { registers },
)

interface Known {
  number?: string
  name?: string
}

function looks(country?: string, { number, name }: Known = {}) {
  const walk = newWalk(content, { language: 'pl', ...(country && { country }) })
  walk.opens('trip')
  if (number) walk.presses({ flow: 'trip', step: 'number' }, number)
  else walk.taps('unknown')
  if (name) walk.says(name)
  else walk.taps('unknown')
  return { ...walk, text: () => walk.shows().at(-1)?.text }
}

describe('somebody who looks for themselves', () => {
  test('sees the first register of the country, and where it is', () => {
    const text = looks('NO').text()
    expect(textIn(text, 'registers:NO_FIRST.proves')).toBeDefined()
  })

  test('pages to the next and back', () => {
    const walk = looks('NO')
    walk.taps('page-1')
    expect(textIn(walk.text(), 'registers:NO_SECOND.proves')).toBeDefined()
    walk.taps('page-0')
    expect(textIn(walk.text(), 'registers:NO_FIRST.proves')).toBeDefined()
  })

  test('sees the keeper instead of an address that only memory vouches for', () => {
    const walk = looks('NO')
    walk.taps('page-1')
    expect(textIn(walk.text(), 'firm:keeper')).toBeDefined()
    expect(textIn(walk.text(), 'firm:look')).toBeUndefined()
  })

  test('of a country without registers is told so', () => {
    expect(looks('JP').text()?.key).toBe('trip:look.none')
  })

  test('goes on', () => {
    const walk = looks('NO')
    walk.taps('next')
    expect(walk.at()).toBe('trip.end')
  })

  test.each(['page-9', 'steps-9'])('cannot forge %s', (forged) => {
    const walk = looks('NO')
    walk.presses({ flow: 'trip', step: 'look' }, forged)
    expect(walk.at()).toBe('trip.look')
  })
})

describe('what is known of the firm', () => {
  const link = (known: Known) => textIn(looks('NO', known).text(), 'firm:link')?.vars?.url

  test('stands in the address, a number before a name', () => {
    expect(link({ number: 'orgnr-923609016', name: 'Equinor' })).toBe('https://a.org/923609016')
    expect(link({ name: 'Equinor ASA' })).toBe('https://a.org/?q=Equinor%20ASA')
    expect(link({})).toBe('https://a.org/')
  })

  test('brings a register first that takes the number', () => {
    const swapped = trip(content.flows.trip?.steps ?? {}, {
      registers: { NO_THIRD: registers.NO_THIRD, NO_FIRST: registers.NO_FIRST },
    })
    const walk = newWalk(swapped, { language: 'pl', country: 'NO' })
    walk.opens('trip')
    walk.presses({ flow: 'trip', step: 'number' }, 'orgnr-923609016')
    walk.taps('unknown')
    expect(textIn(walk.shows().at(-1)?.text, 'registers:NO_FIRST.proves')).toBeDefined()
  })

  test('is there to copy where it is not filled in, and where somebody looks it up', () => {
    const walk = looks('NO', { number: 'orgnr-923609016', name: 'Equinor' })
    expect(textIn(walk.text(), 'firm:copy')).toBeUndefined()
    walk.taps('page-1')
    expect(textIn(walk.text(), 'firm:copy-name')?.vars?.name).toBe('Equinor')
    walk.taps('page-2')
    expect(textIn(walk.text(), 'firm:copy-name')).toBeUndefined()
  })
})

describe('the three steps behind a register', () => {
  function steps(at: number, known: Known = {}) {
    const walk = looks('NO', known)
    for (let page = 1; page <= at; page++) walk.taps(`page-${page}`)
    walk.taps(`steps-${at}`)
    return walk
  }

  test('say what is filled in, in which words it speaks, and what to compare', () => {
    const text = steps(0, { name: 'Equinor' }).text()
    expect(text?.key).toBe('firm:guide.firm')
    expect(textIn(text, 'firm:guide.open.filled-name')).toBeDefined()
    expect(textIn(text, 'firm:guide.words.both')).toBeDefined()
  })

  test.each<[string, Known]>([
    ['name', { name: 'Equinor' }],
    ['offer', { number: 'orgnr-923609016' }],
    ['offer', {}],
  ])('say what to type: %s', (how, known) => {
    expect(textIn(steps(3, known).text(), `firm:guide.open.${how}`)).toBeDefined()
  })

  test('say plainly what to look for where nobody has seen the words', () => {
    const text = steps(1).text()
    expect(textIn(text, 'firm:guide.kept')).toBeDefined()
    expect(textIn(text, 'firm:guide.state.firm')).toBeDefined()
  })

  test('are others where there is only a paper', () => {
    expect(steps(2).text()?.key).toBe('firm:guide.paper')
  })

  test('lead back to the address, and on', () => {
    const walk = steps(1)
    walk.taps('page-1')
    expect(textIn(walk.text(), 'registers:NO_SECOND.proves')).toBeDefined()
    walk.taps('steps-1')
    walk.taps('next')
    expect(walk.at()).toBe('trip.end')
  })
})
