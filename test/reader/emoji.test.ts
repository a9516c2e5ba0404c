import { expect, test } from 'vitest'
import { withoutEmoji } from '../../src/reader/emoji.ts'

function read(...words: [text: string, confidence: number][]) {
  const box = { left: 0, top: 0, width: 100, height: 20 }
  const line = {
    paragraph: '1',
    box,
    words: words.map(([text, confidence]) => ({ text, confidence, box })),
  }
  return withoutEmoji([line])
    .flatMap((one) => one.words.map(({ text }) => text))
    .join(' ')
}

test('an emoji that is read as figures is left out at both ends of a line', () => {
  expect(read(['na', 96], ['rękę', 97], ['2808', 56])).toBe('na rękę')
  expect(read(['4%', 44], ['Praca', 96])).toBe('Praca')
})

test('figures that are sure, or stand by figures, or alone, stay', () => {
  expect(read(['Zostały', 96], ['3', 84])).toBe('Zostały 3')
  expect(read(['tel.', 96], ['600', 97], ['413', 70])).toBe('tel. 600 413')
  expect(read(['Wpisowe', 96], ['€300', 70])).toBe('Wpisowe €300')
  expect(read(['NIP', 96], ['9991231212', 70])).toBe('NIP 9991231212')
  expect(read(['1200', 70])).toBe('1200')
})
