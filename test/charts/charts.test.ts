import { readFile } from 'node:fs/promises'
import { Resvg } from '@resvg/resvg-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Drawing } from '../../src/app/ports/charts.ts'
import { createCharts } from '../../src/charts/charts.ts'
import { layOut, width } from '../../src/charts/layout.ts'
import { inPackages } from '../../src/charts/place.ts'
import { svgOf } from '../../src/charts/svg.ts'
import { pngSize } from '../../src/simulator/wire/raster.ts'
import { content, locales } from '../person.ts'

const charts = createCharts(inPackages())

/** A picture of nothing but a title. */
const titled = (title: string): Drawing => ({ title, about: '', charts: [], note: '' })

/** Every letter that these languages have and English has not, small and large. */
const letters = {
  Polish: 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ',
  Ukrainian: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюяҐЄІЇ',
  Russian: 'ёъыэЁЪЫЭ',
  signs: '„”«»–…’0123456789',
}

describe('a picture', () => {
  test.each(Object.entries(letters))('has the letters: %s', async (_name, all) => {
    const [nothing, unknown] = await drawn(['', '\uE000'])
    for (const [at, png] of (await drawn([...all])).entries()) {
      expect(png, all[at]).not.toBe(nothing)
      expect(png, all[at]).not.toBe(unknown)
    }
  })

  test('without the font has no letters, which is what nobody would be told', async () => {
    await charts.draw(titled(''))
    const bare = (text: string) => {
      const resvg = new Resvg(svgOf(layOut(titled(text))), { font: { loadSystemFonts: false } })
      return Buffer.from(resvg.render().asPng()).toString('base64')
    }
    expect(bare('Raport')).toBe(bare(''))
  })

  test('with as much as can be in it is one that Telegram takes', async () => {
    const { width, height } = pngSize(await charts.draw(fullOf('pl'))) ?? { width: 0, height: 0 }
    expect(width).toBe(1080)
    expect(width + height).toBeLessThanOrEqual(10_000)
    expect(height / width).toBeLessThanOrEqual(20)
  })

  test('of nothing says why', async () => {
    const of = (note: string) => ({ ...titled('a'), charts: [{ title: 'b', bars: [], note }] })
    const [one, other] = await Promise.all(['too few', ''].map((note) => charts.draw(of(note))))
    expect(one).not.toEqual(other)
  })

  test.each(content.languages)('cuts no word: %s', async (language) => {
    await charts.draw(titled(''))
    const font = await readFile(inPackages().font)
    const resvg = new Resvg(svgOf(layOut(fullOf(language))), {
      font: { fontBuffers: [font], defaultFontFamily: 'Noto Sans', loadSystemFonts: false },
    })
    const { pixels, height } = resvg.render()
    let dark = 0
    for (let y = 0; y < height; y++)
      for (let x = width - 40; x < width; x++)
        if ((pixels[(y * width + x) * 4] ?? 255) < 200) dark++
    expect(dark).toBe(0)
  })
})

function drawn(titles: string[]) {
  return Promise.all(
    titles.map(async (title) => Buffer.from(await charts.draw(titled(title))).toString('base64')),
  )
}

/** The longest names that there are, as many as a report has. */
function fullOf(language: string): Drawing {
  const labels = Object.keys(content.indicators)
    .map((id) => label(language, id))
    .sort((a, b) => b.length - a.length)
  const bars = labels.slice(0, 13).map((name, at) => ({ name, count: 12_345 - at * 900 }))
  const chart = { title: labels[0] ?? '', bars }
  const short = { title: labels[1] ?? '', bars: bars.map(({ count }) => ({ name: 'ab', count })) }
  return {
    title: labels[0] ?? '',
    about: labels.slice(0, 2).join(' '),
    note: labels.slice(0, 3).join(' '),
    charts: [chart, short, chart, short, short, chart, short, chart],
  }
}

function label(language: string, id: string): string {
  const tree = locales[language]?.indicators?.[id]
  return typeof tree === 'object' && typeof tree.label === 'string' ? tree.label : ''
}

beforeAll(() => charts.draw(titled('')))
