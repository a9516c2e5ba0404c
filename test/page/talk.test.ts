import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { say } from '../bot.ts'
import { launchBrowser } from '../browser.ts'

/** `npm start` as a newcomer runs it. */
async function startBot() {
  const env = { ...process.env, PORT: '0', BOT_TOKEN: '' }
  const bot = spawn('node', ['src/entry/local.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    bot.stdout.on('data', (chunk) => {
      said += chunk
      const found = /Open (http:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    bot.once('exit', () => reject(new Error(`npm start ended: ${said}`)))
  })
  onTestFinished(async () => {
    bot.kill('SIGTERM')
    await once(bot, 'exit')
  })
  return url
}

/** What one does on a phone of the page. */
function hands(page: Page) {
  const phone = page.getByTestId('phone').first()
  const messages = phone.locator('[data-from=bot]')
  return {
    phone,
    messages,
    /** Taps the button that stands under a key. */
    taps: async (key: string) => {
      await phone
        .getByRole('button', { name: say(key), exact: true })
        .last()
        .click()
    },
    types: async (text: string) => {
      await page.getByTestId('composer-input').first().fill(text)
      await page.getByTestId('composer-send').first().click()
    },
    /** Waits until the text of a key is on the phone. */
    sees: (key: string) => phone.getByText(firstLine(key)).last().waitFor(),
  }
}

function firstLine(key: string) {
  return say(key).split('\n')[0] ?? ''
}

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())

/** A newcomer with the page open. */
async function open(viewport = { width: 1280, height: 800 }) {
  const url = await startBot()
  const page = await browser.newPage({ viewport })
  onTestFinished(() => page.close())
  await page.goto(url)
  return { page, ...hands(page) }
}

/** A newcomer who has tapped Start and chosen Polish. */
async function start(viewport?: { width: number; height: number }) {
  const opened = await open(viewport)
  await opened.page.getByTestId('start').click()
  await opened.phone.getByRole('button', { name: 'Polski', exact: true }).click()
  await opened.sees('start:welcome.text')
  return opened
}

const answers = {
  'found-through': 'stranger',
  employer: 'yes',
  work: 'yes',
  pay: 'similar',
  fee: 'yes',
  debt: 'no',
  hurry: 'yes',
  contract: 'before',
  photos: 'no',
  secret: 'no',
  papers: 'no',
}

describe('on the page of the simulator', () => {
  test('an offer with three signs ends in an explained verdict, and help in the Netherlands', async () => {
    const { phone, taps, types, sees } = await start()
    await types('/start offer')
    await taps('common:age.adult')
    await sees('offer:way.text')
    await taps('offer:way.questions')
    await sees('offer:country.text')
    await phone.getByRole('button', { name: 'Holandia', exact: true }).last().click()
    for (const [step, answer] of Object.entries(answers)) {
      await sees(`offer:${step}.text`)
      await taps(`offer:${step}.${answer}`)
    }
    await sees('indicators:offer_fee_for_job.label')
    await phone
      .getByRole('button', { name: /Co to znaczy/ })
      .last()
      .click()
    await sees('indicators:offer_fee_for_job.advice')
    await taps('common:go-on')
    await taps('offer:more.people')
    // The line that answers from anywhere comes first, then the country's own.
    await phone.getByRole('button', { name: / 2 z / }).last().click()
    await phone.getByText('FairWork').last().waitFor()
  }, 60_000)

  test('SOS is one tap away, and /hide leaves one neutral line', async () => {
    const { messages, taps, types, sees } = await start()
    await taps('common:sos')
    await sees('sos:now.text')
    await types('/hide')
    await sees('common:hidden')
    await expect.poll(() => messages.count()).toBe(1)
  }, 60_000)

  test('/forget says that nothing is held any more', async () => {
    const { types, sees } = await start()
    await types('/forget')
    await sees('common:forgotten')
  }, 60_000)

  test('a narrow phone shows everything without scrolling sideways', async () => {
    const { page } = await start({ width: 360, height: 740 })
    const sideways = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
    expect(sideways).toBeLessThanOrEqual(0)
  }, 60_000)

  test('the bot can be talked with by keyboard alone', async () => {
    const { page, phone, sees } = await open()
    await page.getByTestId('composer-input').first().focus()
    await page.keyboard.type('/sos')
    await page.keyboard.press('Enter')
    await sees('sos:now.text')
    await phone.getByRole('button', { name: say('sos:now.quiet'), exact: true }).focus()
    await page.keyboard.press('Enter')
    await sees('sos:quiet.text')
  }, 60_000)
})
