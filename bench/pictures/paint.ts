import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { parse } from 'yaml'
import * as z from 'zod'
import { browserPath } from '../../test/browser.ts'
import type { Line } from './adverts.ts'
import type { Picture, Variant } from './plan.ts'

const folder = join(import.meta.dirname, 'looks')
const file = (name: string) => readFileSync(join(folder, name), 'utf8')

const Around = z.record(
  z.string(),
  z.record(z.string(), z.union([z.string(), z.array(z.string())])),
)
const around = Around.parse(parse(file('words.yaml')))

export interface Painted {
  picture: Picture
  bytes: Buffer
  /** All that stands in it: the advert, and the buttons of the app around it. */
  visible: string
}

/** Paints the pictures one after the other. They live in memory alone. */
export async function paint(pictures: Picture[]): Promise<Painted[]> {
  const executablePath = browserPath()
  if (!executablePath) throw new Error('there is no Chromium; set CHROMIUM_PATH')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const [phone, sharp] = [await open(browser, 2), await open(browser, 3)]
    const darkroom = await browser.newPage()
    await darkroom.setContent(file('darkroom.html'))
    const painted: Painted[] = []
    for (const picture of pictures) {
      const page = picture.variant === 'double' ? sharp : phone
      await page.setContent(toPage(picture))
      const stage = page.locator('.stage')
      const png = (await stage.screenshot()).toString('base64')
      const wish = JSON.stringify({ png, ...sent(picture) })
      const developed = await darkroom.evaluate<string>(`develop(${wish})`)
      const bytes = Buffer.from(developed, 'base64')
      // biome-ignore lint/performance/useDomNodeTextContent: what a look hides is not in the picture
      painted.push({ picture, bytes, visible: await stage.innerText() })
    }
    return painted
  } finally {
    await browser.close()
  }
}

function open(browser: Browser, deviceScaleFactor: number): Promise<Page> {
  return browser.newPage({ viewport: { width: 1000, height: 1400 }, deviceScaleFactor })
}

/** Telegram makes a photo at most 1280 pixels long and saves it anew; what is sent as a file stays as it is. */
function sent({ look, variant, count }: Picture) {
  const photo = { shrink: 1, longest: 1280, turn: 0, quality: 0.87 }
  const other: Partial<Record<Variant, object>> = {
    half: { shrink: 0.5 },
    double: { longest: 4096, quality: look === 'leaflet' ? 0.92 : undefined },
    jpeg: { quality: 0.4 },
    turned: { turn: count % 2 ? 90 : 270 },
  }
  return { ...photo, ...other[variant] }
}

/** The page of a look, with the advert and the words of its app in it. */
function toPage({ advert, look, variant, count }: Picture): string {
  const classes = [variant, `tint-${count % 3}`, ...(count % 2 ? ['other-way'] : [])]
  const lines = advert.lines.map((line, at) => toHtml(line, at, advert.lines))
  const words = around[advert.language] ?? {}
  const [others, last] = [words.others ?? [], words.last ?? []]
  const slots: Record<string, unknown> = {
    ...words,
    others: [...others].map((name, at) => `<div>${name}<small>${last[at]}</small></div>`).join(''),
    lines: lines.join('\n'),
    first: lines[0],
    rest: lines.slice(1, -1).join('\n'),
    last: lines.at(-1),
  }
  const body = file(`${look}.html`).replace(/\{\{(\w+)\}\}/g, (_, slot) => `${slots[slot]}`)
  const style = `<style>${file('variants.css')}</style>`
  return `<!doctype html><html class="${classes.join(' ')}" lang="${advert.language}"><meta charset="utf-8">${style}${body}</html>`
}

function toHtml({ text, isMine }: Line, at: number, all: Line[]): string {
  // What is paid stands large on what is printed; a fee or a rent does not.
  const isPay = all.findIndex((line) => /[€$£]|zł|NOK/.test(line.text)) === at && at > 0 && at < 4
  const classes = [
    'line',
    ...(isMine ? ['mine'] : []),
    ...(at === 0 ? ['first'] : []),
    ...(at === all.length - 1 ? ['last'] : []),
    ...(isPay ? ['money'] : []),
  ]
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  // As phones show them, not as letters of a font that happens to have some.
  const shown = plain.replace(/\p{Emoji_Presentation}/gu, '$&\uFE0F')
  return `<p class="${classes.join(' ')}">${shown}<time>14:${10 + 2 * at}</time></p>`
}
