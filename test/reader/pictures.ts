import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { browserPath } from '../browser.ts'

export type Kind = 'jpeg' | 'png' | 'webp'

export interface Sheet {
  html: string
  css?: string
  width?: number
  height?: number
  scale?: number
  kind?: Kind
  /** Degrees to the right. */
  turned?: number
}

const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']

/** Pictures as phones make them, drawn by a browser. */
export function newCamera() {
  let browser: Browser
  beforeAll(async () => {
    const executablePath = browserPath()
    if (!executablePath) throw new Error('there is no Chromium; set CHROMIUM_PATH')
    browser = await chromium.launch({ executablePath, args })
  }, 60_000)
  afterAll(() => browser.close())

  return {
    async shoot(sheet: Sheet): Promise<Uint8Array> {
      const { html, css = '', width = 360, height = 420, scale = 2 } = sheet
      const viewport = { width, height }
      const page = await browser.newPage({ viewport, deviceScaleFactor: scale })
      await page.setContent(
        `<style>body { font: 16px sans-serif; margin: 16px; ${css} }</style>${html}`,
      )
      const png = await page.screenshot()
      const url = await page.evaluate(redraw(png.toString('base64'), sheet))
      await page.close()
      return Buffer.from(String(url).split(',')[1] ?? '', 'base64')
    },
    /** Points of chance. */
    async noise(side: number): Promise<Uint8Array> {
      const page = await browser.newPage()
      const url = await page.evaluate(scatter(side))
      await page.close()
      return Buffer.from(String(url).split(',')[1] ?? '', 'base64')
    },
  }
}

function redraw(png: string, { kind = 'png', turned = 0 }: Sheet) {
  return `(async () => {
    const image = new Image()
    image.src = 'data:image/png;base64,${png}'
    await image.decode()
    const canvas = document.createElement('canvas')
    const isAside = ${turned} % 180 === 90
    canvas.width = isAside ? image.height : image.width
    canvas.height = isAside ? image.width : image.height
    const pen = canvas.getContext('2d')
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.translate(canvas.width / 2, canvas.height / 2)
    pen.rotate((${turned} * Math.PI) / 180)
    pen.drawImage(image, -image.width / 2, -image.height / 2)
    return canvas.toDataURL('image/${kind}', 0.7)
  })()`
}

function scatter(side: number) {
  return `(() => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = ${side}
    const pen = canvas.getContext('2d')
    const image = pen.createImageData(${side}, ${side})
    for (let at = 0; at < image.data.length; at += 4) {
      image.data.fill(Math.random() * 256, at, at + 3)
      image.data[at + 3] = 255
    }
    pen.putImageData(image, 0, 0)
    return canvas.toDataURL('image/jpeg', 0.8)
  })()`
}
