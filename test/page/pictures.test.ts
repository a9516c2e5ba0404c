import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { call } from '../simulator/telegram.ts'
import { openPage } from './page.ts'

let browser: Browser
/** An advert as somebody photographs it from a screen. */
let advert: Buffer
beforeAll(async () => {
  browser = await launchBrowser()
  const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } })
  await page.setContent('<h1>Praca w Holandii</h1>')
  advert = await page.screenshot()
  await page.close()
}, 60_000)
afterAll(() => browser.close())

const png = (name: string) => ({ name, mimeType: 'image/png', buffer: advert })
const text = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') }

describe('pictures on the page of the simulator', () => {
  test('are chosen and sent as a photo, made as small as phones make them', async () => {
    const { page, person, choose, send, sizes } = await open()
    await choose([png('a.png')])
    await page.getByLabel('Caption').fill('is it true?')
    await send()
    await page.getByRole('img', { name: 'Photo' }).waitFor()
    expect(person.chat()).toMatchObject([{ text: 'is it true?', photo: true }])
    expect((await sizes()).at(-1)).toMatchObject({ width: 1280, height: 853 })
    expect(await shown(page)).toBe(true)
  })

  test('are sent as a large photo', async () => {
    const { page, choose, send, sizes } = await open()
    await choose([png('a.png')])
    await page.getByLabel('Send as').selectOption('large')
    await send()
    await page.getByRole('img', { name: 'Photo' }).waitFor()
    expect((await sizes()).at(-1)).toMatchObject({ width: 1500, height: 1000 })
  })

  test('are sent as a file, just as they are', async () => {
    const { page, choose, send, files } = await open()
    await choose([png('advert one.png')])
    await page.getByLabel('Send as').selectOption('file')
    await send()
    await page.getByRole('link', { name: 'advert one.png' }).waitFor()
    expect(await files()).toMatchObject([
      { file_name: 'advert one.png', mime_type: 'image/png', file_size: advert.length },
    ])
  })

  test('are an album, with the caption at the first', async () => {
    const { page, person, choose, send, albums } = await open()
    await choose([png('a.png'), png('b.png')])
    await page.getByLabel('Caption').fill('two')
    await send()
    await expect.poll(() => person.chat().length).toBe(2)
    expect(person.chat().map(({ text }) => text)).toEqual(['two', ''])
    const [one, other] = await albums()
    expect(one).toMatch(/^\d+$/)
    expect(one).toBe(other)
  })

  test('are passed on from somebody', async () => {
    const { page, person, choose, send } = await open()
    await choose([png('a.png')])
    await page.getByLabel('Whose').selectOption('Forwarded from somebody')
    await send()
    await expect.poll(() => person.chat()).toMatchObject([{ photo: true, forwarded: true }])
  })

  test('are dropped on a phone', async () => {
    const { phone, person, send } = await open()
    await drop(phone, [png('dropped.png')])
    await send()
    await expect.poll(() => person.chat()).toMatchObject([{ photo: true }])
  })

  test('are pasted', async () => {
    const { page, person, send } = await open()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate(`(async () => {
      const blob = await (${asFile(png('image.png'))})
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
    })()`)
    await page.getByTestId('composer-input').focus()
    await page.keyboard.press('Control+V')
    await send()
    await expect.poll(() => person.chat()).toMatchObject([{ photo: true }])
  })

  test('are sent by keyboard alone', async () => {
    const { page, phone, person } = await open()
    await drop(phone, [png('a.png')])
    await page.keyboard.type('by keyboard')
    // Past how to send it, whose it is, and Cancel.
    for (let tab = 0; tab < 4; tab++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => person.chat()).toMatchObject([{ photo: true, text: 'by keyboard' }])
  })

  test.each([
    ['a text', () => [text], 'notes.txt is none'],
    ['eleven pictures', () => Array.from({ length: 11 }, (_, i) => png(`${i}.png`)), 'at most 10'],
    ['no file', () => [], 'Only pictures can be dropped here'],
  ])('are not what is dropped: %s', async (_what, files, words) => {
    const { page, phone, person } = await open()
    await drop(phone, files())
    await page.getByText(words).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(person.chat()).toEqual([])
  })

  test('that the browser cannot open are no photo, but may be a file', async () => {
    const { page, phone, person, choose, send } = await open()
    const phonePicture = { ...text, name: 'IMG_1.heic', mimeType: 'image/heic' }
    await drop(phone, [phonePicture])
    await send()
    await page.getByText('IMG_1.heic cannot be opened here').waitFor()
    expect(person.chat()).toEqual([])
    await choose([phonePicture])
    await page.getByLabel('Send as').selectOption('file')
    await send()
    await expect.poll(() => person.chat()).toMatchObject([{ file: 'IMG_1.heic' }])
  })

  test('with a script in them are never opened', async () => {
    const { page, person, choose, send } = await open()
    const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>window.bad = 1</script></svg>'
    const buffer = Buffer.from(script)
    await choose([{ name: 'a.svg', mimeType: 'image/svg+xml', buffer }])
    await page.getByLabel('Send as').selectOption('file')
    await send()
    await page.getByText('a.svg').last().waitFor()
    expect(person.chat()[0]?.picture).toBeUndefined()
    expect(await page.locator('.message img, .message a').count()).toBe(0)
  })

  test('fit on a narrow phone', async () => {
    const { page, choose, send } = await open({ width: 360, height: 740 })
    await choose([png('a.png')])
    expect(await sideways(page, 'document.querySelector("dialog")')).toBeLessThanOrEqual(0)
    await send()
    await page.getByRole('img', { name: 'Photo' }).waitFor()
    expect(await sideways(page, 'document.documentElement')).toBeLessThanOrEqual(0)
    expect(await sideways(page, 'document.querySelector(".log")')).toBeLessThanOrEqual(0)
  })

  test('go when they are deleted', async () => {
    const { page, person, choose, send } = await open()
    await choose([png('a.png')])
    await send()
    await page.getByRole('img', { name: 'Photo' }).waitFor()
    const { id = 0, picture } = person.chat()[0] ?? {}
    person.delete(id, { forBoth: true })
    await expect.poll(() => page.getByRole('img', { name: 'Photo' }).count()).toBe(0)
    const address = new URL(picture?.src ?? '', page.url())
    expect((await fetch(address)).status).toBe(404)
  })
})

interface Given {
  name: string
  mimeType: string
  buffer: Buffer
}

async function open(viewport = { width: 1280, height: 800 }) {
  const { telegram, person, page, phone } = await openPage(browser, viewport)
  const messages = async () => {
    const { result } = await call(telegram, 'getUpdates')
    return Array.isArray(result) ? result.map(({ message }) => message) : []
  }
  return {
    page,
    phone,
    person,
    choose: async (files: Given[]) => {
      await page.getByTestId('photo').click()
      await page.getByTestId('pictures').setInputFiles(files)
    },
    send: () => page.getByRole('dialog').getByRole('button', { name: 'Send' }).click(),
    sizes: async () => (await messages()).at(-1).photo,
    files: async () => (await messages()).map(({ document }) => document),
    albums: async () => (await messages()).map(({ media_group_id: album }) => album),
  }
}

/** As if these files were let go over it; without files, a link. */
async function drop(place: ReturnType<Page['getByTestId']>, files: Given[]) {
  const dataTransfer = await place.page().evaluateHandle(`(() => {
    const data = new DataTransfer()
    for (const file of [${files.map(asFile)}]) data.items.add(file)
    if (data.items.length === 0) data.setData('text/uri-list', 'https://a.pl/')
    return data
  })()`)
  await place.dispatchEvent('drop', { dataTransfer })
}

/** The file, as the page makes it. */
function asFile({ name, mimeType, buffer }: Given) {
  const [base64, ...about] = [buffer.toString('base64'), name, mimeType].map((one) =>
    JSON.stringify(one),
  )
  const bytes = `Uint8Array.from(atob(${base64}), (letter) => letter.charCodeAt(0))`
  return `new File([${bytes}], ${about[0]}, { type: ${about[1]} })`
}

/** The picture was loaded, not only given a place. */
async function shown(page: Page): Promise<unknown> {
  return page.evaluate('document.querySelector(".message img").decode().then(() => true)')
}

async function sideways(page: Page, element: string) {
  return Number(await page.evaluate(`${element}.scrollWidth - ${element}.clientWidth`))
}
