import { describe, expect, test } from 'vitest'
import { createWords } from '../../../src/content/words.ts'
import { firmCard } from '../../../src/core/cards/firm.ts'
import {
  type Answer,
  type Finding,
  type Firm,
  numberFrom,
  type Outcome,
} from '../../../src/core/firm/firm.ts'
import { Register } from '../../../src/core/knowledge/knowledge.ts'
import { content, keysOf, locales } from '../../person.ts'
import { textIn } from '../small.ts'

function register(name: string, proves: 'firm' | 'vat' | 'agency') {
  const pages = [{ url: `https://${name.toLowerCase()}.example.org/`, mark: 'seen' }]
  return Register.parse({ name, keeper: 'K', proves, countries: ['PL'], pages })
}
const registers = {
  PL_KRS: register('KRS', 'firm'),
  PL_CEIDG: register('CEIDG', 'firm'),
  EU_VIES: register('VIES', 'vat'),
  PL_KRAZ: register('KRAZ', 'agency'),
}
const nip = { kind: 'nip', value: '7740001454' } as const

function finding(id: string, outcome: Outcome, more: Partial<Finding> = {}): Finding {
  const proof = { register: id, number: 'nip-7740001454', asOf: '2026-11-22T12:00:00Z' }
  return { ...outcome, ...proof, ...more } as Finding
}
function active(firm: Partial<Firm> = {}): Outcome {
  return { outcome: 'active', firm: { name: 'ORLEN SPÓŁKA AKCYJNA', numbers: [nip], ...firm } }
}
const struck: Outcome = {
  outcome: 'inactive',
  reason: 'struck-off',
  firm: { name: 'STARA FIRMA', numbers: [nip] },
}

function card(findings: Finding[], typed?: string) {
  const question: Answer['question'] = { by: 'number', number: 'nip-7740001454', proves: 'firm' }
  return firmCard(
    { question, findings, candidates: [] },
    { knowledge: { registers }, ...(typed && { typed }) },
  )
}

describe('the card', () => {
  test('names the firm as the register of companies does, not the tax office', () => {
    const text = card([
      finding('EU_VIES', active({ name: 'VAT NAME' })),
      finding('PL_KRS', active({ name: 'COURT NAME' })),
    ])
    expect(text?.vars?.name).toEqual({ key: 'name:plain', vars: { text: 'COURT NAME' } })
  })

  test('says first what is not active any more', () => {
    const text = card([finding('EU_VIES', active()), finding('PL_KRS', struck)])
    expect(keysOf(text ?? { key: '' })).toContain('firm:state.struck-off')
    expect(keysOf(text ?? { key: '' })).not.toContain('firm:state.active')
  })

  test('names every register with what it said and the day', () => {
    const text = card([finding('EU_VIES', { outcome: 'not-found' }), finding('PL_KRS', active())])
    expect(textIn(text, 'firm:source.not-found')?.vars?.register).toBe('VIES')
    expect(textIn(text, 'firm:source.found')?.vars).toEqual({
      register: 'KRS',
      date: { key: 'name:date', vars: { date: '2026-11-22' } },
    })
  })

  test('says nothing of a gap beside a hit of the same kind', () => {
    const text = card([finding('PL_CEIDG', { outcome: 'not-found' }), finding('PL_KRS', active())])
    expect(textIn(text, 'firm:source.not-found')).toBeUndefined()
  })

  test('leads to the page where a person looks for themselves', () => {
    const text = card([finding('PL_KRS', active())])
    expect(textIn(text, 'firm:link')?.vars?.url).toBe('https://krs.example.org/')
  })

  test('says that a register does not answer, and no more', () => {
    const text = card([finding('PL_KRS', { outcome: 'unavailable', reason: 'down' })])
    expect(keysOf(text ?? { key: '' })).toEqual([
      'firm:card',
      'firm:asked',
      'join:paragraphs',
      'join:lines',
      'firm:source.unavailable',
      'name:date',
      'firm:look',
      'firm:link',
    ])
  })

  test('says that what it shows is old', () => {
    const text = card([finding('PL_KRS', active(), { isOld: true, asOf: '2026-11-01T12:00:00Z' })])
    expect(textIn(text, 'firm:source.old')?.vars?.date).toEqual({
      key: 'name:date',
      vars: { date: '2026-11-01' },
    })
  })

  test.each([
    ['2025-12-01', true],
    ['2025-11-01', false],
  ])('of a firm that exists since %s calls it young: %s', (since, isYoung) => {
    const text = card([finding('PL_KRS', active({ since }))])
    expect(textIn(text, 'firm:alert.young') !== undefined).toBe(isYoung)
  })

  test.each([
    ['Orlen S.A.', false],
    ['Arctic Jobs', true],
  ])('of an offer by %s says that the name differs: %s', (typed, differs) => {
    const text = card([finding('PL_KRS', active())], typed)
    expect(textIn(text, 'firm:alert.name-differs') !== undefined).toBe(differs)
  })

  test('says that a name is held back', () => {
    const text = card([finding('EU_VIES', { outcome: 'active', firm: { numbers: [nip] } })])
    expect(textIn(text, 'firm:nameless')).toBeDefined()
  })

  // The letter has two units, and 100 fit.
  test.each([
    ['ends where the room ends', 98, '', `${'A'.repeat(98)}𐲀`],
    ['lies where the name is cut', 98, 'Z', `${'A'.repeat(98)}…`],
    ['lies right before the cut', 97, 'ZZ', `${'A'.repeat(97)}𐲀…`],
  ])('of a firm shows a rare letter whole or not at all: it %s', (_where, before, after, shown) => {
    const text = card([finding('PL_KRS', active({ name: `${'A'.repeat(before)}𐲀${after}` }))])
    expect(text?.vars?.name).toEqual({ key: 'name:plain', vars: { text: shown } })
  })

  test('cuts no letter of the seat and of the typed name in two', () => {
    const seat = `${'B'.repeat(78)}🏭🏭`
    const text = card([finding('PL_KRS', active({ seat }))], `${'C'.repeat(98)}🏭🏭`)
    expect(textIn(text, 'firm:seat')?.vars?.seat).toBe(`${'B'.repeat(78)}…`)
    expect(textIn(text, 'firm:alert.name-differs')?.vars?.typed).toBe(`${'C'.repeat(98)}…`)
  })

  test('is none where nobody was asked', () => {
    expect(card([])).toBeUndefined()
  })

  test.each(content.languages)(
    'of a firm with everything fits into a message in %s',
    (language) => {
      const long = 'PRZEDSIĘBIORSTWO '.repeat(20)
      const firm: Partial<Firm> = {
        name: long,
        seat: long,
        since: '2026-06-01',
        until: '2026-10-01',
        vat: 'unregistered',
        permits: [
          { what: 'placement', until: '2027-01-01' },
          { what: 'temporary-work', until: '2027-01-01' },
        ],
        alerts: ['insolvency'],
        numbers: ['nip-7740001454', 'krs-0000028860', 'regon-610188201'].flatMap(
          (id) => numberFrom(id) ?? [],
        ),
      }
      const text = card(
        [
          finding('PL_KRS', {
            outcome: 'inactive',
            reason: 'bankrupt',
            firm: { numbers: [], ...firm },
          }),
          finding('EU_VIES', { outcome: 'unavailable', reason: 'down' }),
        ],
        long,
      )
      const words = createWords(locales, content.languages)
      const html = words.html(text ?? { key: '' }, { language, ambient: {} })
      expect(html.replaceAll(/<[^>]*>/g, '').length).toBeLessThanOrEqual(900)
    },
  )
})
