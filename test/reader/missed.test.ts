import { expect, test } from 'vitest'
import { type Line, textOf } from '../../src/reader/lines.ts'
import { bandsOf, insert, stripsWithout } from '../../src/reader/missed.ts'

function line(text: string, top: number, left = 0): Line {
  const box = { left, top, width: 100, height: 20 }
  return { paragraph: `${text}`, box, words: [{ text, box, confidence: 96 }] }
}

const lines = [line('Praca', 100), line('Kassel', 130), line('umowa', 260)]

test('strips are as high as a line at least', () => {
  expect(stripsWithout(lines, 300)).toEqual([
    { from: 0, to: 100 },
    { from: 150, to: 260 },
  ])
})

test('what stands in another column is no strip', () => {
  expect(stripsWithout([...lines, line('góry?', 170, 400)], 300)).toEqual([
    { from: 0, to: 100 },
    { from: 190, to: 260 },
  ])
})

test('letters change often in many rows, an edge in few', () => {
  const rows = Array.from({ length: 100 }, (_, row) =>
    row === 5 || (row > 49 && row < 70) ? 12 : 1,
  )
  expect(bandsOf(rows, { from: 300, to: 400 })).toEqual([{ from: 340, to: 380 }])
})

test('what a strip held is read where it stands', () => {
  const read = insert(lines, [line('Płatne?', 200)], { from: 150, to: 260 })
  expect(textOf(read)).toMatch(/Kassel\s+Płatne\?\s+umowa/)
  expect(textOf(insert(lines, [line('Pytania', 290)], { from: 280, to: 320 }))).toMatch(
    /umowa\s+Pytania$/,
  )
})
