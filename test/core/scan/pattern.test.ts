import { describe, expect, test } from 'vitest'
import { Phrases } from '../../../src/core/knowledge/phrases.ts'
import { patternFault } from '../../../src/core/scan/pattern.ts'
import { scan } from '../../../src/core/scan/scan.ts'
import { contentOf, sign } from '../small.ts'

/** Whether a phrase is found in a text. */
function isFound(words: string, text: string) {
  const phrases = Phrases.parse({
    groups: { me: ['mnie', 'nas'] },
    emergency: ['x'],
    signs: { one: [words] },
    places: { DE: ['niemcy'] },
  })
  const content = contentOf({}, { indicators: { one: sign('high') }, phrases: { pl: phrases } })
  return scan(text, content).hits.length > 0
}

describe('a phrase', () => {
  test.each<[words: string, text: string, found: boolean]>([
    ['kaucja', 'Kaucja!', true],
    ['kaucja', 'kaucją', true],
    ['kaucja', 'kaucji', false],
    ['kaucj*', 'kaucji', true],
    ['kaucj*', 'kauczuk', false],
    ['opłata/kaucja za miejsce', 'kaucja za miejsce', true],
    ['opłata/kaucja za miejsce', 'wpis za miejsce', false],
    ['opłata * miejsce', 'opłata miejsce', true],
    ['opłata * miejsce', 'opłata za moje stałe miejsce', true],
    ['opłata * miejsce', 'opłata za to moje stałe miejsce', false],
    ['opłata * miejsce', 'opłata. Miejsce', true],
    ['opłata * miejsce', 'opłata. Twoje miejsce', false],
    ['czat & azja', 'Azja! Szukamy kogoś na czat', true],
    ['czat & azja', 'czat i tylko czat', false],
    ['nawet <number> zł', 'nawet 500 zł', true],
    ['nawet <number> zł', 'nawet sto zł', false],
    ['firma <name>', 'firma Kwartz', true],
    ['firma <name>', 'firma duża', false],
    ['firma <name>', 'firma DUŻA', false],
    ['firma <name>', 'firma Niemcy', false],
    ['firma <name>', 'Dobra firma. Opłata', false],
    ['ul <name>', 'ul. Miodowa', true],
    ['e-mail', 'e mail', true],
    ['b.v.', 'B.V.', true],
    ['<number> godzin', '40 godzin', true],
    ['bije <me>', 'bije nas', true],
    ['bije dzieci/<me>', 'bije nas', true],
    ['bije dzieci/<me>', 'bije dzieci', true],
    ['bije dzieci/<me>', 'bije me', false],
    ['wpłać zaliczkę/<number>', 'wpłać 300', true],
    ['wpłać zaliczkę/<number>', 'wpłać zaliczkę', true],
    ['wpłać zaliczkę/<number>', 'wpłać number', false],
    ['<number>/kilka osób', '12 osób', true],
    ['<number>/kilka osób', 'kilka osób', true],
    ['<number> * <number>/kilka osób', '3 pokoje na 12 osób', true],
  ])('"%s" in "%s": %s', (words, text, found) => {
    expect(isFound(words, text)).toBe(found)
  })
})

describe('a phrase is refused', () => {
  test.each([
    '* kaucja',
    'kaucja *',
    '***',
    '<number>',
    '—',
    'a & ',
    'k* miejsce',
    'a * b * c * d',
    'bije <nobody>',
    'bije dzieci/<nobody>',
    'bije <me>*',
    'firma nasza/<name>',
  ])('%s', (words) => {
    expect(patternFault(words, { me: ['mnie'] })).toBeDefined()
  })

  test.each([
    'kaucja',
    'kaucj*',
    'a * b * c',
    'a & b',
    '<number> godzin',
    's a',
    'bije <me>',
    'bije dzieci/<me>/<number>',
  ])('but not %s', (words) => {
    expect(patternFault(words, { me: ['mnie'] })).toBeUndefined()
  })
})
