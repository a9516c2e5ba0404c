import { expect, test } from 'vitest'
import { withoutClocks } from '../../src/reader/clocks.ts'
import { type Line, textOf } from '../../src/reader/lines.ts'

/** A line in which a letter is ten points wide and, in the type of messages, twenty high. */
function line(top: number, ...words: [text: string, left: number, height?: number][]): Line {
  const placed = words.map(([text, left, height = 20]) => ({
    text,
    confidence: 96,
    box: { left, top: top + 20 - height, width: 10 * text.length, height },
  }))
  const left = Math.min(...placed.map(({ box }) => box.left))
  const right = Math.max(...placed.map(({ box }) => box.left + box.width))
  return { paragraph: `${top}`, box: { left, top, width: right - left, height: 20 }, words: placed }
}

function read(...lines: Line[]) {
  return textOf(withoutClocks([line(0, ['Praca', 30], ['Holandia', 90]), ...lines]))
}

const phones: [what: string, clock: string][] = [
  ['of a bubble', '14:20'],
  ['with a point', '14.20'],
  ['whose colon was lost', '1420'],
  ['of which a figure was lost', '14:2'],
]
test.each(phones)('the time %s is not of the advert', (_what, clock) => {
  const bubble = line(40, ['Jaka', 30], ['wiza?', 80], [clock, 160, 13])
  expect(read(bubble)).toBe('Praca Holandia\n\nJaka wiza?')
})

test.each(['✓✓', '//', 'W', 'PM'])('nor is a %s behind it', (tick) => {
  const bubble = line(40, ['Jaka', 30], ['wiza?', 80], ['14:20', 160, 13], [tick, 220, 13])
  expect(read(bubble)).toBe('Praca Holandia\n\nJaka wiza?')
})

test('a time below the right end of a bubble is left out with its line', () => {
  const bubble = [line(40, ['Płatne', 30], ['z', 100], ['góry', 120]), line(65, ['14:22', 140, 13])]
  expect(read(...bubble)).toBe('Praca Holandia\n\nPłatne z góry')
})

test('the clock of the phone is left out with what stands beside it', () => {
  const bar = line(0, ['14:32', 30, 16], ['LTE', 560, 16], ['78%', 600, 16])
  const text = textOf(withoutClocks([bar, line(40, ['Dzień', 30], ['dobry', 90])]))
  expect(text).toBe('Dzień dobry')
})

const hours: [what: string, line: Line][] = [
  [
    'hours in the type of their line',
    line(40, ['od', 30], ['7:00', 60], ['do', 110], ['15:30', 140]),
  ],
  ['hours in a column of their own', line(40, ['Sobota', 30], ['8:00', 300])],
  ['small hours without a gap', line(40, ['od', 30, 13], ['7:00', 56, 13])],
  ['small hours from and to', line(40, ['Praca', 30, 13], ['7:00-15:00', 200, 13])],
  ['an amount apart', line(40, ['Kaucja', 30], ['300', 200], ['zł', 240])],
  ['hours under the beginning of a line', line(40, ['7:00', 30, 13])],
]
test.each(hours)('%s stay', (_what, kept) => {
  const text = kept.words.map((word) => word.text).join(' ')
  expect(read(kept)).toContain(text)
})
