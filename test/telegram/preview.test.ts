import { expect, test } from 'vitest'
import { newBot } from '../bot.ts'

test('no screen shows a preview of a link, which an onlooker could read', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  await person.says('/sos')
  await person.taps('menu')
  const shown = ['sendMessage', 'editMessageText'].flatMap(bot.asked)
  const withPreview = shown.filter(
    ({ payload }) => JSON.stringify(payload.link_preview_options) !== '{"is_disabled":true}',
  )
  expect([shown.length > 0, withPreview]).toEqual([true, []])
})
