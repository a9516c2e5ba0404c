import { Bot, InlineKeyboard, InlineQueryResultBuilder } from 'grammy'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { openPage } from './page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())

describe('the bot, called by its name on the page of the simulator,', () => {
  test('shows what it offers, and a click sends it', async () => {
    const { phone, person, types, results } = await open()
    await types('@simulator_bot norw')
    await results.first().waitFor()
    expect(await results.allTextContents()).toEqual([
      'Five questionsBefore you go',
      'norwWhat you typed',
    ])
    await results.first().click()
    await phone.getByText('Ask first').waitFor()
    expect(person.chat()).toMatchObject([{ text: 'Ask first', via: 'simulator_bot' }])
    await phone.getByText('via @simulator_bot').waitFor()
    expect(await results.count()).toBe(0)
  })

  test('is asked once the fingers rest', async () => {
    const { page, queries, results, types } = await open()
    await page.clock.install({ time: 0 })
    await page.clock.pauseAt(1000)
    for (const words of ['n', 'norw', 'norway']) {
      await types(`@Simulator_Bot ${words}`)
      await page.clock.runFor(200)
    }
    expect(await page.getByText('Asking the bot…').isVisible()).toBe(true)
    await page.clock.runFor(200)
    await expect.poll(() => results.last().textContent()).toContain('norway')
    expect(queries).toEqual(['norway'])
  })

  test('leads to its chat by the button above the results', async () => {
    const { phone, person, types } = await open()
    await phone.getByTestId('other-chat').click()
    await types('@simulator_bot ')
    await phone.getByRole('button', { name: 'Open the bot' }).click()
    await expect.poll(() => person.chat()[0]).toMatchObject({ text: '/start inline' })
    await phone.getByText('/start inline').waitFor()
  })

  test('helps in a chat without it, and a link of its card leads back', async () => {
    const { phone, person, types, results } = await open()
    await phone.getByTestId('other-chat').click()
    await types('I may go')
    await phone.getByRole('button', { name: 'Send' }).click()
    await types('@simulator_bot ')
    await results.first().click()
    await phone.getByRole('link', { name: 'Check an offer' }).click()
    await phone.getByText('/start offer').waitFor()
    expect(person.friend()).toMatchObject([{ text: 'I may go' }, { text: 'Ask first' }])
    expect(person.chat()[0]).toMatchObject({ text: '/start offer' })
  })

  test('is reached by links, and others lead out of Telegram', async () => {
    const { page, phone, person } = await open()
    await phone.getByTestId('other-chat').click()
    person.writeFriend('https://t.me/Simulator_Bot and https://t.me/other_bot?start=x')
    const [outside] = await Promise.all([
      page.context().waitForEvent('page'),
      phone.getByRole('link', { name: 'other_bot' }).click(),
    ])
    await outside.close()
    await phone.getByRole('link', { name: 'Simulator_Bot' }).click()
    await phone.getByText('Nothing here yet.').waitFor()
    expect(person.chat()).toEqual([])
  })

  test('marks the way to its chat when it speaks there meanwhile', async () => {
    const { phone, person } = await open()
    await phone.getByTestId('other-chat').click()
    person.send('/start')
    await phone.locator('.other.has-news').waitFor()
    await phone.getByTestId('other-chat').click()
    await phone.getByText('Hello').waitFor()
    expect(await phone.locator('.has-news').count()).toBe(0)
  })

  test('can be called by keyboard alone', async () => {
    const { page, person, results } = await open()
    await page.getByTestId('inline').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('norw')
    await expect.poll(() => results.last().textContent()).toContain('norw')
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
    expect(await results.last().evaluate('document.activeElement.textContent')).toContain('norw')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('ay')
    await expect.poll(() => results.last().textContent()).toContain('norway')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect.poll(() => person.chat()).toMatchObject([{ text: 'norway' }])
  })

  test('is never told the words themselves: Enter sends the first result', async () => {
    const { page, person, types, results } = await open()
    await types('@simulator_bot norw')
    await page.keyboard.press('Enter')
    expect(await page.getByTestId('composer-input').inputValue()).toBe('@simulator_bot norw')
    await results.first().waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => person.chat()).toMatchObject([{ text: 'Ask first' }])
    expect(await page.getByTestId('composer-input').inputValue()).toBe('')
  })

  test('offers nothing any more after Escape, or for other words', async () => {
    const { page, types, results } = await open()
    await types('@simulator_bot norw')
    await results.first().waitFor()
    await page.keyboard.press('Escape')
    expect(await results.count()).toBe(0)
    await types('@simulator_bot norwa')
    await results.first().waitFor()
    await types('norwa')
    expect(await results.count()).toBe(0)
  })

  test('says so when it offers nothing', async () => {
    const { phone, types } = await open()
    await types('@simulator_bot nothing')
    await phone.getByText('The bot offers nothing for this.').waitFor()
  })

  test('fits on a narrow phone', async () => {
    const { page, phone, types, results, sideways } = await open({ width: 320, height: 640 })
    await phone.getByTestId('other-chat').click()
    await types(`@simulator_bot ${'x'.repeat(120)}`)
    await results.last().waitFor()
    for (const place of ['html', '.offers', '.contact']) {
      expect(await sideways(place)).toBeLessThanOrEqual(0)
    }
    await results.last().click()
    await page.getByTestId('message').waitFor()
    expect(await sideways('.log')).toBeLessThanOrEqual(0)
  })
})

test('a bot that was not made for it cannot be called by its name', async () => {
  const { page, phone, person } = await openPage(browser, undefined, { inline: false })
  expect(await page.getByTestId('inline').count()).toBe(0)
  await page.getByTestId('composer-input').fill('@simulator_bot norw')
  await page.keyboard.press('Enter')
  await expect.poll(() => person.chat()).toMatchObject([{ text: '@simulator_bot norw' }])
  await phone.getByTestId('other-chat').click()
  await phone.getByText('No bot is in this chat.').waitFor()
})

/** The page, and a bot that answers. */
async function open(viewport?: { width: number; height: number }) {
  const opened = await openPage(browser, viewport)
  const { telegram, page, phone } = opened
  const queries: string[] = []
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } })
  bot.command('start', (ctx) => ctx.reply('Hello'))
  bot.on('inline_query', async (ctx) => {
    const { query } = ctx.inlineQuery
    queries.push(query)
    const keyboard = new InlineKeyboard().url(
      'Check an offer',
      'https://t.me/simulator_bot?start=offer',
    )
    const card = InlineQueryResultBuilder.article('card', 'Five questions', {
      ...{ description: 'Before you go', reply_markup: keyboard },
    }).text('Ask first')
    const echo = InlineQueryResultBuilder.article('echo', query || 'Nothing', {
      description: 'What you typed',
    }).text(query || 'Nothing')
    if (query === 'nothing') await ctx.answerInlineQuery([])
    else {
      await ctx.answerInlineQuery([card, echo], {
        button: { text: 'Open the bot', start_parameter: 'inline' },
      })
    }
  })
  const running = bot.start()
  onTestFinished(async () => {
    await bot.stop()
    await running
  })
  return {
    ...opened,
    queries,
    results: phone.getByTestId('result'),
    types: async (text: string) => {
      await page.getByTestId('composer-input').fill('')
      await page.getByTestId('composer-input').pressSequentially(text, { delay: 5 })
    },
  }
}
