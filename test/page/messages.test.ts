import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { call } from '../simulator/telegram.ts'
import { openPage } from './page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())

const kinds = {
  Contact: ['Contact', 'Adam (recruiter)', '+447700900123'],
  Place: ['Place', 'Workers’ hotel', 'Damrak 1, Amsterdam'],
  Voice: ['Voice message', '0:07'],
  File: ['File', 'contract.pdf'],
  Poll: ['Poll', 'Would you go?', 'Yes', 'No'],
  Checklist: ['Checklist', 'Before I go', 'Copy the passport'],
  Video: ['Video', '0:12'],
  Sticker: ['Sticker', '👍'],
  'Rich text': ['Rich text', 'a room is paid for'],
  'Reply with a quote': ['Somebody', 'Send a photo of your passport today.', 'Is it true?'],
}

describe('on the page of the simulator', () => {
  test('every kind of message can be sent, and says what it is', async () => {
    const { page, phone, person } = await openPage(browser)
    for (const [at, [label, words]] of Object.entries(kinds).entries()) {
      await page.getByTestId('attach').click()
      await phone.getByRole('button', { name: label, exact: true }).click()
      await expect.poll(() => person.chat().length).toBe(at + 1)
      const bubble = phone.getByTestId('message').nth(at)
      await bubble.waitFor()
      for (const word of words) expect(await bubble.textContent()).toContain(word)
    }
  })

  test('a part of an answered message is shown in full', async () => {
    const { phone, person } = await openPage(browser)
    const replyTo = person.send(`${'A long advert. '.repeat(20)}The room is free.`)
    person.send('is it?', { replyTo, quote: 'The room is free.' })
    await phone.getByRole('blockquote').getByText('The room is free.').waitFor()
  })

  test('a message made with a bot says so', async () => {
    const { phone, person } = await openPage(browser)
    const via_bot = { id: 5, is_bot: true, first_name: 'Gifs', username: 'gif_bot' }
    person.sendAny({ text: 'look', via_bot })
    await phone.getByText('via @gif_bot').waitFor()
  })

  test('every kind fits on a narrow phone', async () => {
    const { person, phone, sideways } = await openPage(browser, { width: 320, height: 640 })
    const long = 'https://example.org/'.padEnd(120, 'x')
    person.sendAny({ contact: { phone_number: '1', first_name: long } })
    person.sendSample('external_reply')
    person.sendAny({ checklist: { title: long, tasks: [{ id: 1, text: long }] } })
    await expect.poll(() => phone.getByTestId('message').count()).toBe(3)
    expect(await sideways('.log')).toBeLessThanOrEqual(0)
    expect(await sideways('html')).toBeLessThanOrEqual(0)
  })
})

describe('a message of one’s own', () => {
  test('is changed by the pen beside it', async () => {
    const { page, phone, person } = await openPage(browser)
    person.send('ofer')
    await phone.getByRole('button', { name: 'Edit' }).click()
    const input = page.getByTestId('composer-input')
    expect(await input.inputValue()).toBe('ofer')
    await input.fill('offer')
    await phone.getByRole('button', { name: 'Save' }).click()
    await phone.getByText('edited').waitFor()
    expect(person.chat()).toMatchObject([{ text: 'offer', edited: true }])
    expect(await input.inputValue()).toBe('')
    expect(await phone.getByText('Edit message').isVisible()).toBe(false)
  })

  test('is changed by keyboard alone, and what was begun comes back', async () => {
    const { page, phone, person } = await openPage(browser)
    person.send('ofer')
    const input = page.getByTestId('composer-input')
    await input.fill('begun')
    await phone.getByRole('button', { name: 'Edit' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.type('ta')
    await page.keyboard.press('Enter')
    await expect.poll(() => person.chat()).toMatchObject([{ text: 'oferta' }])
    await expect.poll(() => input.inputValue()).toBe('begun')
    expect(await input.evaluate('document.activeElement.dataset.testid')).toBe('composer-input')
  })

  test('stays as it is after Escape, and after what Telegram refuses', async () => {
    const { page, phone, person } = await openPage(browser)
    person.send('offer')
    const pen = phone.getByRole('button', { name: 'Edit' })
    await pen.click()
    await page.keyboard.type(' of work')
    await page.keyboard.press('Escape')
    expect(await page.getByTestId('composer-input').inputValue()).toBe('')
    await pen.click()
    await page.getByTestId('composer-input').fill('')
    await page.keyboard.press('Enter')
    await phone.getByText('message text is empty').waitFor()
    expect(await phone.getByText('Edit message').isVisible()).toBe(true)
    expect(person.chat()).toMatchObject([{ text: 'offer', edited: false }])
  })

  test('that was left while it was saved takes nothing of what was begun since', async () => {
    const { page, phone, person } = await openPage(browser)
    const saving = Promise.withResolvers<void>()
    await page.route('**/edit', async (route) => {
      await saving.promise
      await route.continue()
    })
    person.send('ofer')
    await phone.getByRole('button', { name: 'Edit' }).click()
    await page.keyboard.type('ta')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.type('begun since')
    const saved = page.waitForResponse('**/edit')
    saving.resolve()
    await saved
    await phone.getByText('edited').waitFor()
    expect(await page.getByTestId('composer-input').inputValue()).toBe('begun since')
  })

  test('has a pen, and others’ messages have none', async () => {
    const { telegram, phone, person } = await openPage(browser)
    person.send('/start')
    await call(telegram, 'sendMessage', { chat_id: person.id, text: 'Hello' })
    person.send('theirs', { forwarded: true })
    person.sendSample('contact')
    await expect.poll(() => phone.getByTestId('message').count()).toBe(4)
    expect(await phone.getByRole('button', { name: 'Edit' }).count()).toBe(1)
  })
})
