import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import type { PictureRead } from '../../src/core/picture.ts'
import { inPackages } from '../../src/reader/place.ts'
import { createReader } from '../../src/reader/reader.ts'
import { newCamera } from './pictures.ts'

const { shoot, noise } = newCamera()

/** Time enough for a machine that does much else. */
const reader = createReader({ time: 120_000 })
afterAll(() => reader.stop())

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')
  const wasmBinary = new Uint8Array(readFileSync(wasm)).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
})

const polish = `<h3>Praca w Holandii od zaraz!</h3>
  <p>Pakowanie warzyw, 14 €/godz., mieszkanie gratis. Nie trzeba znać języka.</p>
  <p>Wpisowe 300 zł przed wyjazdem. Paszport oddajesz koordynatorowi.</p>`

/** A JPEG with what a phone writes before it: how it is to be turned. */
function withTurn(jpeg: Uint8Array, turn: number) {
  const exif = Buffer.from('ffe100224578696600004d4d002a0000000800010112000300000001', 'hex')
  const rest = Buffer.from([0, turn, 0, 0, 0, 0, 0, 0])
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), exif, rest, jpeg.subarray(2)]))
}

/** The header of a PNG, and no points. */
function blank(width: number, height: number) {
  const png = Buffer.alloc(64)
  png.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  return new Uint8Array(png)
}

const endless = join(import.meta.dirname, 'endless.cjs')

/** A QR code, as a drawing. */
async function draw(text: string) {
  const { svg } = await writeBarcode(text, { format: 'QRCode', scale: 4 })
  return `<div style="width: 240px; padding: 8px">${svg}</div>`
}

function header(width: number, height: number) {
  const png = Buffer.alloc(64)
  png.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  return new Uint8Array(png)
}

/** A tesseract that opens no picture, and breaks soon after. */
const failsLate = `module.exports = async () => ({
  FS: { writeFile() {}, unlink() {} },
  TessBaseAPI: class {
    Init() { return 0 }
    SetVariable() {}
    SetImageFile() { setTimeout(() => { throw new Error('late') }, 50); return 1 }
    Clear() {}
  },
  _malloc: () => 0, setValue() {}, wrapPointer: () => ({}),
})`

function wordsOf(read: PictureRead) {
  if ('fault' in read) throw new Error(`it was not read: ${read.fault}`)
  return read
}

describe('a picture becomes words', () => {
  test('a Polish advert, line by line, with its accents and the euro', async () => {
    const { text, confidence, hosts } = wordsOf(await reader.read(await shoot({ html: polish })))
    expect(text).toMatch(/^Praca w Holandii od zaraz!\n/)
    expect(text).toContain('14 €/godz.')
    expect(text).toContain('języka.')
    expect(confidence).toBeGreaterThan(85)
    expect(hosts).toEqual([])
  }, 120_000)

  const alphabets: [name: string, html: string, words: string[]][] = [
    [
      'Ukrainian',
      'Потрібні працівниці на склад одягу. Їхати завтра, житло безкоштовно.',
      ['Потрібні', 'житло'],
    ],
    [
      'Russian',
      'Это объявление: требуются рабочие, жильё и выезд завтра.',
      ['Это', 'жильё', 'выезд'],
    ],
    ['English', 'Warehouse workers wanted, no experience needed.', ['Warehouse', 'experience']],
  ]
  test.each(alphabets)(
    '%s',
    async (_name, html, words) => {
      const { text } = wordsOf(await reader.read(await shoot({ html })))
      for (const word of words) expect(text).toContain(word)
    },
    120_000,
  )

  test('white letters in the dark', async () => {
    const dark = await shoot({ html: polish, css: 'background: #111; color: #eee' })
    expect(wordsOf(await reader.read(dark)).text).toContain('Paszport oddajesz')
  }, 120_000)

  test('two columns, one after the other', async () => {
    const html = `<div style="columns: 2">${polish}${polish.replace('300', '500')}</div>`
    const { text } = wordsOf(await reader.read(await shoot({ html, width: 700 })))
    expect(text).toMatch(/języka\..+300 zł.+Pakowanie.+500 zł/s)
  }, 120_000)

  test('a wage between Ukrainian words', async () => {
    const html = 'Оплата 14 €/год, житло безкоштовно'
    expect(wordsOf(await reader.read(await shoot({ html }))).text).toContain('14 €/год')
  }, 120_000)

  test('red letters on a photo', async () => {
    const grain = Buffer.from(await noise(600)).toString('base64')
    const back = `background: url(data:image/jpeg;base64,${grain}); height: 300px`
    const plate = 'background: #fffc; color: #a00; padding: 20px; font: bold 24px sans-serif'
    const html = `<div style="${back}"><div style="${plate}">Praca od zaraz<br>w Niemczech</div></div>`
    const { text } = wordsOf(await reader.read(await shoot({ html })))
    expect(text).toBe('Praca od zaraz\nw Niemczech')
  }, 120_000)

  test('bubbles of a talk, without the times at which they came', async () => {
    const time = (at: string) =>
      `<small style="float: right; font-size: 11px; margin: 6px 0 0 8px; color: #777">${at}</small>`
    const html = `<p>Na jakiej wizie? ${time('14:20 ✓✓')}</p><p>Praca od 7:00 do 15:30 ${time('14:22')}</p>`
    const { text } = wordsOf(await reader.read(await shoot({ html, width: 240 })))
    expect(text).toBe('Na jakiej wizie?\n\nPraca od 7:00 do 15:30')
  }, 120_000)

  test('a poster whose heading and whose foot are of other colours', async () => {
    const html = `<h1 style="margin: 0; padding: 20px; font-size: 44px; color: #c1121f">KIEROWCY<br>AUTOBUSÓW</h1>
      <p style="margin: 0 20px">Miasto Bergen, cały etat</p>
      <p style="margin: 10px 20px">Pomoc w znalezieniu mieszkania, czynsz na umowie</p>
      <p style="margin: 10px 20px">Kurs norweskiego opłaca pracodawca, Fjordlinje Buss</p>
      <h2 style="margin: 30px 0 0; padding: 20px; background: #14213d; color: #fff">Pytania: 55 00 18 26</h2>`
    const css = 'margin: 0; background: #ffc91a; color: #14213d; font-weight: bold'
    const { text } = wordsOf(await reader.read(await shoot({ html, css, width: 420, height: 340 })))
    expect(text).toMatch(/^KIEROWCY\nAUTOBUSÓW\n+Miasto Bergen.+Buss\n\nPytania: 55 00 18 26$/s)
  }, 120_000)

  test('a question in a bubble of another shade', async () => {
    const bubble = 'padding: 8px; border-radius: 12px; width: 250px; margin: 8px'
    const html = `<p style="${bubble}; background: #182533">Praca w Kassel od zaraz, opieka nad panią</p>
      <p style="${bubble}; background: #2b5278; margin-left: 80px">Czy trzeba płacić z góry?</p>
      <p style="${bubble}; background: #182533">Nie, umowę podpisujemy w biurze</p>`
    const css = 'background: #0e1621; color: #f4f6f8'
    const { text } = wordsOf(await reader.read(await shoot({ html, css })))
    expect(text).toMatch(/Kassel.+\n\nCzy trzeba płacić z góry\?\n\nNie, umowę/s)
  }, 120_000)

  test('a sentence goes on in the next line, and ends before an empty one', async () => {
    const html =
      'Pracę dostaniesz od zaraz,<br>bez języka<p style="margin-top: 2em">Zadzwoń do nas</p>'
    const { text } = wordsOf(await reader.read(await shoot({ html })))
    expect(text).toBe('Pracę dostaniesz od zaraz,\nbez języka\n\nZadzwoń do nas')
  }, 120_000)

  test.each(['jpeg', 'webp'] as const)(
    'a %s',
    async (kind) => {
      const { text } = wordsOf(await reader.read(await shoot({ html: polish, kind })))
      expect(text).toContain('Paszport oddajesz')
    },
    120_000,
  )

  test.each([90, 180, 270, 8])(
    'turned by %i degrees',
    async (turned) => {
      const { text } = wordsOf(await reader.read(await shoot({ html: polish, turned })))
      expect(text).toContain('Paszport oddajesz')
    },
    120_000,
  )

  test('in a mirror, as some phones take it and say so', async () => {
    const mirrored = await shoot({ html: polish, css: 'transform: scaleX(-1)', kind: 'jpeg' })
    const { text } = wordsOf(await reader.read(withTurn(mirrored, 2)))
    expect(text).toContain('Paszport oddajesz')
  }, 120_000)

  test('hosts of QR codes, each once, and no other thing that a code says', async () => {
    const codes = [
      'https://www.Praca-Żółw.example/x?y=1',
      'https://praca-żółw.example/z',
      'tel:600700800',
    ]
    const html = (await Promise.all(codes.map(draw))).join('')
    const { hosts } = wordsOf(await reader.read(await shoot({ html, height: 900 })))
    expect(hosts).toEqual(['xn--praca-w-q0a52e8r.example'])
  }, 120_000)

  test('the host of a QR code in a WebP', async () => {
    const html = await draw('https://praca.example')
    const { hosts } = wordsOf(await reader.read(await shoot({ html, kind: 'webp' })))
    expect(hosts).toEqual(['praca.example'])
  }, 120_000)

  test('nothing is found where no words are', async () => {
    const empty = await reader.read(await shoot({ html: '' }))
    expect(empty).toEqual({ text: '', confidence: 0, hosts: [] })
  }, 120_000)
})

describe('what cannot be read', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
  const faults: [what: string, fault: string, picture: Uint8Array][] = [
    ['more bytes than are taken', 'large', new Uint8Array(reader.most + 1)],
    ['more points than are taken', 'pixels', blank(9000, 9000)],
    ['a strip', 'pixels', blank(4000, 20)],
    ['a single point', 'pixels', blank(1, 1)],
    ['a GIF', 'kind', bytes('GIF89a\x01\0\x01\0')],
    ['a HEIC', 'kind', bytes('\0\0\0\x18ftypheic\0\0\0\0')],
    ['a PDF', 'kind', bytes('%PDF-1.7 ')],
    ['an SVG', 'kind', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing at all', 'kind', bytes('')],
    ['a header and no picture', 'broken', blank(400, 400)],
    ['half a header', 'broken', bytes('\xff\xd8\xff\xe0\0\x10JFIF')],
  ]
  test.each(faults)(
    '%s is %s',
    async (_what, fault, picture) => {
      expect(await reader.read(picture)).toEqual({ fault })
    },
    120_000,
  )

  test('noise is refused before anybody looks for lines in it', async () => {
    expect(await reader.read(await noise(1000))).toEqual({ fault: 'slow' })
  }, 120_000)
})

describe('one thread', () => {
  test('takes one picture after the other', async () => {
    const pictures = [await shoot({ html: 'Pierwsze zdjęcie' }), await shoot({ html: 'Drugie' })]
    const order: string[] = []
    const reads = pictures.map(async (picture) => {
      order.push(wordsOf(await reader.read(picture)).text)
    })
    await Promise.all(reads)
    expect(order).toEqual(['Pierwsze zdjęcie', 'Drugie'])
  }, 120_000)

  test('is ended where a picture takes too long, and the next picture gets a new one', async () => {
    const hasty = createReader({ place: { ...inPackages(), letters: endless }, time: 10_000 })
    onTestFinished(() => hasty.stop())
    const [first, second] = [blank(400, 400), blank(400, 500)]
    expect(await hasty.read(first)).toEqual({ fault: 'slow' })
    expect(wordsOf(await hasty.read(second)).text).toBe('słowo')
  }, 120_000)

  test('comes back after a rest', async () => {
    const tired = createReader({ time: 120_000, idle: 0 })
    onTestFinished(() => tired.stop())
    const picture = await shoot({ html: 'Dzień dobry' })
    await tired.read(picture)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(wordsOf(await tired.read(picture)).text).toBe('Dzień dobry')
  }, 120_000)

  test('has no time for more than a few that wait', async () => {
    const busy = createReader({ time: 120_000 })
    onTestFinished(() => busy.stop())
    const gif = new Uint8Array(Buffer.from('GIF89a'))
    const reads = Array.from({ length: 5 }, () => busy.read(gif))
    const ends = await Promise.allSettled(reads)
    expect(ends.map(({ status }) => status)).toEqual([...Array(4).fill('fulfilled'), 'rejected'])
    expect(await busy.read(gif)).toEqual({ fault: 'kind' })
  }, 120_000)

  test('that ends while nobody waits for it is replaced', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reader-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const letters = join(folder, 'letters.cjs')
    writeFileSync(letters, failsLate)
    const place = { letters, codes: inPackages().codes, models: [] }
    const frail = createReader({ place, time: 60_000 })
    onTestFinished(() => frail.stop())
    for (const _ of [1, 2]) {
      expect(await frail.read(header(400, 400))).toEqual({ fault: 'broken' })
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }, 20_000)

  test('says so where its files are missing', async () => {
    const place = { letters: '/nowhere.cjs', codes: '/nowhere.wasm', models: [] }
    const blind = createReader({ place })
    onTestFinished(() => blind.stop())
    await expect(blind.read(await shoot({ html: 'x' }))).rejects.toThrow('nowhere')
  }, 120_000)
})
