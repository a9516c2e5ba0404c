import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Simulator } from '../../src/simulator/start.ts'
import { launchBrowser } from '../browser.ts'
import { call } from '../simulator/telegram.ts'
import { openPage } from './page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())

describe('a desk that is added on the page', () => {
  test('has two consultants, topics, and the bot as an administrator', async () => {
    const { group, desk } = await addDesk()
    expect(group).toMatchObject({ title: 'Desk', forum: true })
    expect(group.members).toMatchObject([
      { name: 'Marta', status: 'creator' },
      { name: 'Piotr', status: 'member' },
    ])
    await desk.getByText('bot: administrator').waitFor()
  })

  test('leaves room for the phone beside it', async () => {
    const { page, phone } = await addDesk()
    expect(await phone.count()).toBe(1)
    await page.getByRole('button', { name: 'Piotr', exact: true }).click()
    await expect.poll(() => phone.count()).toBe(2)
  })

  test('lies below the first one if it is the second, with people of its own', async () => {
    const { page, telegram } = await addDesk()
    await page.getByTestId('new-desk').click()
    await page.getByRole('button', { name: 'Add desk' }).click()
    const [first, second] = ['Desk', 'Desk 2'].map((name) =>
      page.locator('.desk').getByRole('region', { name, exact: true }),
    )
    await second?.waitFor()
    expect(telegram.groups()[1]?.members).toMatchObject([{ name: 'Zofia' }, { name: 'Jan' }])
    const above = await first?.getByTestId('photo').boundingBox()
    const below = await second?.boundingBox()
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0)
  })

  test('may be one where something is to be mended', async () => {
    const { page, desk, group } = await addDesk('The bot has no rights')
    await desk.getByText('bot: member without rights').waitFor()
    await page.getByTestId('rights').click()
    await desk.getByRole('button', { name: 'Make the bot an administrator' }).click()
    await page.getByTestId('rights').click()
    await desk.getByRole('button', { name: 'Forbid pinning messages' }).click()
    await desk.getByText('without pinning messages').waitFor()
    await page.getByTestId('rights').click()
    await desk.getByRole('button', { name: 'Switch topics off' }).click()
    await expect.poll(() => group.forum).toBe(false)
    await expect.poll(() => desk.getByRole('tab').count()).toBe(0)
  })

  test('becomes a supergroup by its topics', async () => {
    const { page, desk, telegram } = await addDesk('A basic group')
    await page.getByTestId('rights').click()
    await desk.getByRole('button', { name: 'Switch topics on' }).click()
    await desk.getByRole('tab', { name: 'General' }).waitFor()
    expect(telegram.groups().at(-1)?.forum).toBe(true)
  })

  test('takes in somebody new, and somebody leaves', async () => {
    const { page, desk, group } = await addDesk()
    await desk.getByRole('button', { name: 'Members' }).click()
    await desk.getByRole('button', { name: 'Somebody new' }).click()
    await page.getByLabel('Name').fill('Zofia')
    await page.getByLabel('Comes as').selectOption('administrator')
    await page.getByRole('button', { name: 'Add member' }).click()
    await expect.poll(() => group.members.length).toBe(3)
    await desk.getByLabel('Write as').selectOption({ label: 'Piotr' })
    await desk.getByRole('button', { name: 'Members' }).click()
    await desk.getByRole('button', { name: 'Piotr leaves' }).click()
    await desk.getByText('Piotr left the group').waitFor()
    expect(group.members).toMatchObject([{ name: 'Marta' }, { name: 'Zofia' }])
  })
})

describe('a member', () => {
  test('writes in a topic, and the message stays out of others', async () => {
    const { desk, group, thread } = await aCase()
    await write(desk, 'Good day')
    await expect
      .poll(() => group.messages(thread).at(-1))
      .toMatchObject({
        text: 'Good day',
        name: 'Marta',
      })
    await desk.getByText('Good day').waitFor()
    await desk.getByRole('tab', { name: 'General' }).click()
    expect(await desk.getByText('Good day').count()).toBe(0)
  })

  test('answers to a message, whose line is quoted', async () => {
    const { desk, group, thread, says } = await aCase()
    const replyTo = await says('Is it legal?')
    await desk.getByRole('article').filter({ hasText: 'Is it legal?' }).getByLabel('Reply').click()
    await desk.getByText('Answer to Before You Go: Is it legal?').waitFor()
    await write(desk, 'No.')
    await expect.poll(() => group.messages(thread).at(-1)).toMatchObject({ text: 'No.', replyTo })
    await desk.getByRole('blockquote').getByText('Is it legal?').waitFor()
    expect(await desk.getByText('Answer to').isVisible()).toBe(false)
  })

  test('changes what they wrote', async () => {
    const { desk, group, thread } = await aCase()
    await write(desk, 'Good dya')
    await desk.getByLabel('Edit').last().click()
    await desk.getByRole('textbox').fill('Good day')
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByText('edited').waitFor()
    expect(group.messages(thread).at(-1)).toMatchObject({ text: 'Good day', edited: true })
  })

  test('answers nothing after Escape', async () => {
    const { page, desk, group, thread, says } = await aCase()
    await says('Is it legal?')
    await desk.getByLabel('Reply').last().click()
    await page.keyboard.press('Escape')
    await write(desk, 'Good day')
    await expect.poll(() => group.messages(thread).at(-1)?.text).toBe('Good day')
    expect(group.messages(thread).at(-1)?.replyTo).toBeUndefined()
  })

  test.each([
    ['a word over it', false],
    ['an alert', true],
  ])('presses a button and is shown %s', async (_what, show_alert) => {
    const { page, desk, group, telegram, thread } = await aCase()
    await desk.getByLabel('Write as').selectOption({ label: 'Piotr' })
    await sayTo(telegram, group.id, { message_thread_id: thread, ...withButton('Take it') })
    await desk.getByRole('button', { name: 'Take it' }).click()
    const callback_query_id = await pressOf(telegram, 'Piotr')
    await call(telegram, 'answerCallbackQuery', { callback_query_id, text: 'Yours', show_alert })
    if (show_alert)
      await page.getByRole('dialog', { name: 'to Piotr' }).getByText('Yours').waitFor()
    else await desk.getByText('To Piotr: Yours').waitFor()
  })

  test('sends a command that the bot has named, where it stands', async () => {
    const { desk, group, thread, says } = await aCase()
    await says('See /desk, and write to x/desk or //desk.')
    await desk.getByRole('button', { name: '/desk', exact: true }).first().click()
    await expect
      .poll(() => group.messages(thread).at(-1))
      .toMatchObject({ text: '/desk', name: 'Marta' })
    expect(await desk.locator('.text').getByRole('button').allInnerTexts()).toEqual(['/desk'])
  })

  test('sends a command from the menu into the topic', async () => {
    const { desk, group, thread } = await aCase()
    await desk.getByRole('button', { name: 'Commands' }).click()
    await desk.getByRole('button', { name: '/take', exact: true }).click()
    await expect.poll(() => group.messages(thread).at(-1)?.text).toBe('/take')
  })

  test('sees and hears of a reaction', async () => {
    const { desk, telegram, group, thread } = await aCase()
    await write(desk, 'Good day')
    await desk.getByRole('article').filter({ hasText: 'Good day' }).waitFor()
    const message_id = group.messages(thread).at(-1)?.id
    const reaction = [{ type: 'emoji', emoji: '👌' }]
    await call(telegram, 'setMessageReaction', { chat_id: group.id, message_id, reaction })
    await desk.getByRole('article').filter({ hasText: 'Reaction: 👌' }).waitFor()
  })

  test('may write as the group, if they are an administrator', async () => {
    const { desk, group, thread } = await aCase()
    await desk.getByLabel('as the group').check()
    await write(desk, 'Good day')
    await expect.poll(() => group.messages(thread).at(-1)?.name).toBe('Desk')
    await desk.getByLabel('Write as').selectOption({ label: 'Piotr' })
    expect(await desk.getByLabel('as the group').isVisible()).toBe(false)
  })

  test('attaches a contact', async () => {
    const { desk, group, thread } = await aCase()
    await desk.getByTestId('attach').click()
    await desk.getByRole('button', { name: 'Contact', exact: true }).click()
    await expect.poll(() => group.messages(thread).at(-1)?.card?.kind).toBe('Contact')
  })
})

describe('a topic', () => {
  test('has the pinned message at its top, which leads there', async () => {
    const { page, desk, telegram, group, says } = await aCase()
    const message_id = await says('The card')
    await call(telegram, 'pinChatMessage', { chat_id: group.id, message_id })
    await desk.getByTestId('pinned').getByText('The card').waitFor()
    await desk.getByTestId('pinned').click()
    expect(await page.evaluate('document.activeElement.dataset.id')).toBe(String(message_id))
    await desk.getByRole('tab', { name: 'General' }).click()
    expect(await desk.getByTestId('pinned').isVisible()).toBe(false)
  })

  test('tells how much came that nobody saw', async () => {
    const { desk, says } = await aCase()
    await desk.getByRole('tab', { name: 'General' }).click()
    await says('one')
    await says('two')
    const tab = desk.getByRole('tab', { name: 'Case 1 2 new' })
    await tab.click()
    await desk.getByText('two').waitFor()
    await desk.getByRole('tab', { name: 'Case 1', exact: true }).waitFor()
  })

  test('that is closed says so, and only administrators write there', async () => {
    const { desk, group, thread } = await aCase()
    await desk.getByRole('button', { name: 'Topic', exact: true }).click()
    await desk.getByRole('button', { name: 'Close Case 1' }).click()
    await desk.getByRole('tab', { name: 'Case 1 (closed)' }).waitFor()
    await write(desk, 'Still here')
    await expect.poll(() => group.messages(thread).at(-1)?.text).toBe('Still here')
    await desk.getByLabel('Write as').selectOption({ label: 'Piotr' })
    await desk.getByText('Only administrators can write').waitFor()
    expect(await desk.getByTestId('composer-input').isDisabled()).toBe(true)
    await desk.getByLabel('Write as').selectOption({ label: 'Marta (owner)' })
    await desk.getByRole('button', { name: 'Topic', exact: true }).click()
    await desk.getByRole('button', { name: 'Open Case 1 again' }).click()
    await expect.poll(() => group.topics()[0]?.state).toBe('open')
  })

  test('is shown where it was left', async () => {
    const { desk, telegram, group, thread, says } = await aCase()
    const shown = desk.getByRole('log')
    const scrollTo = (y: number) =>
      shown.evaluate((list, top) => list.scrollTo({ top, behavior: 'instant' }), y)
    for (const text of ['first', 'last']) await says(`${'long\n'.repeat(40)}${text}`)
    await desk.getByText('last').waitFor()
    await desk.getByRole('tab', { name: 'General' }).click()
    await sayTo(telegram, group.id, { text: 'Good day' })
    await desk.getByText('Good day').waitFor()
    await desk.getByRole('tab', { name: 'Case 1' }).click()
    const bottom = await shown.evaluate((list) => list.scrollHeight - list.clientHeight)
    for (const y of [bottom, 120]) {
      await scrollTo(y)
      await expect.poll(() => desk.getByText('Newest').isVisible()).toBe(y !== bottom)
      await desk.getByRole('tab', { name: 'General' }).click()
      await desk.getByRole('tab', { name: 'Case 1' }).click()
      await expect.poll(() => shown.evaluate(({ scrollTop }) => Math.round(scrollTop))).toBe(y)
    }
    expect(group.messages(thread)).toHaveLength(3)
  })

  test('that is deleted vanishes with its messages', async () => {
    const { desk, says } = await aCase()
    await says('secret')
    await desk.getByText('secret').waitFor()
    await desk.getByRole('button', { name: 'Topic', exact: true }).click()
    await desk.getByRole('button', { name: 'Delete Case 1' }).click()
    await expect.poll(() => desk.getByRole('tab').count()).toBe(1)
    expect(await desk.getByText('secret').count()).toBe(0)
  })

  test('is opened by a member, and reached by keyboard', async () => {
    const { page, desk } = await addDesk()
    await desk.getByRole('button', { name: 'Topic', exact: true }).click()
    await desk.getByRole('button', { name: 'New topic' }).click()
    await page.keyboard.type('Case 2')
    await page.keyboard.press('Enter')
    await desk.getByRole('tab', { name: 'Case 2' }).waitFor()
    await desk.getByRole('tab', { name: 'General' }).focus()
    await page.keyboard.press('ArrowRight')
    await desk.getByRole('tab', { name: 'Case 2', selected: true }).waitFor()
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Case 2')
  })
})

test('a narrow phone shows the desk without scrolling sideways, and what is touched is large', async () => {
  const { page, desk, group, telegram, thread, sideways } = await aCase({ width: 390, height: 844 })
  await sayTo(telegram, group.id, { message_thread_id: thread, ...withButton('Take it') })
  await desk.getByRole('button', { name: 'Take it' }).waitFor()
  expect(await sideways('html')).toBeLessThanOrEqual(0)
  expect(await sideways('.log')).toBeLessThanOrEqual(0)
  const small = await page.evaluate(
    `[...document.querySelectorAll('.desk button:not(.edit), .desk select')]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
      .map((one) => one.textContent)`,
  )
  expect(small).toEqual([])
})

type Desk = ReturnType<Page['locator']>

/** The page after "Add a desk", with nothing changed in the form but the kind of group. */
async function addDesk(kind?: string, viewport = { width: 1280, height: 800 }) {
  const opened = await openPage(browser, viewport)
  const { page, telegram } = opened
  await page.getByTestId('new-desk').click()
  if (kind) await page.getByLabel('The group is').selectOption({ label: kind })
  await page.getByRole('button', { name: 'Add desk' }).click()
  const desk = page.locator('.desk')
  await desk.getByLabel('Write as').waitFor()
  const [group] = telegram.groups()
  if (!group) throw new Error('there is no group')
  return { ...opened, desk, group }
}

/** A desk with an open topic of the bot, which is chosen. */
async function aCase(viewport?: { width: number; height: number }) {
  const opened = await addDesk(undefined, viewport)
  const { telegram, group, desk } = opened
  await call(telegram, 'createForumTopic', { chat_id: group.id, name: 'Case 1' })
  await desk.getByRole('tab', { name: 'Case 1' }).click()
  const thread = group.topics()[0]?.id ?? 0
  const says = (text: string) => sayTo(telegram, group.id, { message_thread_id: thread, text })
  return { ...opened, thread, says }
}

async function write(desk: Desk, text: string) {
  await desk.getByTestId('composer-input').fill(text)
  await desk.getByTestId('composer-send').click()
}

async function sayTo(telegram: Simulator, chat_id: number, what: object) {
  const { result } = await call(telegram, 'sendMessage', { chat_id, ...what })
  return z.object({ message_id: z.number() }).parse(result).message_id
}

function withButton(text: string) {
  return { text: 'Card', reply_markup: { inline_keyboard: [[{ text, callback_data: 'x' }]] } }
}

/** The id of the press, once the bot was told of it. */
async function pressOf(telegram: Simulator, name: string) {
  const Told = z.array(
    z.looseObject({
      callback_query: z
        .looseObject({ id: z.string(), from: z.looseObject({ first_name: z.string() }) })
        .optional(),
    }),
  )
  const press = async () => {
    const told = Told.parse((await call(telegram, 'getUpdates')).result)
    return told.flatMap(({ callback_query: query }) => query ?? []).at(-1)
  }
  await expect.poll(async () => (await press())?.from.first_name).toBe(name)
  return (await press())?.id
}
