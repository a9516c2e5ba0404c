import { Bot, InlineQueryResultBuilder } from 'grammy'
import { expect, onTestFinished, test } from 'vitest'
import { newTelegram } from './telegram.ts'

test('a grammY bot works here as it does there', async () => {
  const telegram = await newTelegram()
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } })
  bot.command('start', (ctx) =>
    ctx.reply('<b>Well?</b>', {
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'y', style: 'success' }]] },
    }),
  )
  bot.callbackQuery('y', async (ctx) => {
    await ctx.editMessageText('Good')
    await ctx.answerCallbackQuery('Noted')
  })
  bot.inlineQuery('norw', (ctx) =>
    ctx.answerInlineQuery([
      InlineQueryResultBuilder.article('1', 'Norway').text('Ask first', { parse_mode: 'HTML' }),
    ]),
  )
  const running = bot.start()
  onTestFinished(async () => {
    await bot.stop()
    await running
  })
  const person = telegram.person()
  person.send('/start')
  await telegram.settled()
  person.tap('Yes')
  await telegram.settled()
  expect(person.chat().at(-1)).toMatchObject({ text: 'Good', edited: true })
  expect(person.alerts()).toEqual([{ text: 'Noted', alert: false }])
  const offer = await person.types('norw', 'friend')
  person.chooses(offer?.results[0] ?? { id: '' })
  expect(person.friend()).toMatchObject([{ text: 'Ask first' }])
  expect(telegram.problems).toEqual([])
})
