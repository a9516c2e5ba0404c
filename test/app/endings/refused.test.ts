import { expect, test } from 'vitest'
import { newBot } from '../../bot.ts'
import { blank, hasTalked, partly } from './hidden.ts'

test('of a chat of two days only what Telegram refuses to change can still be read', async () => {
  const bot = await newBot()
  const person = await hasTalked(bot)
  const before = person.bubbles()
  bot.telegram.clock.forward(50 * 3600)
  bot.telegram.faults.add({
    kind: 'status',
    method: 'editMessageText',
    status: 400,
    description: 'Bad Request: a test wants it',
  })
  await person.says('/hide')
  const others = before.slice(0, -1).map(() => blank.text)
  const left = [...others, before.at(-1)?.text, partly.text]
  expect(person.bubbles().map(({ text }) => text)).toEqual(left)
})
