import { HttpError } from 'grammy/web'
import { expect, test } from 'vitest'
import { connect } from '../../src/telegram/connect.ts'
import { type Answer, block, newServer } from '../server.ts'

/** Seconds that a call may take here. */
const patience = 0.2

/** What a bot hears of a Telegram that answers like this. */
async function call(answer: Answer) {
  const telegram = connect({ token: '1:x', root: await newServer(answer) }, patience)
  return telegram.sendChatAction(7, 'typing')
}

test('an answer that has come while the bot was busy is read, however late', async () => {
  const answered = call((response) => {
    response.end('{"ok":true,"result":true}')
    setImmediate(() => block(2 * patience * 1000))
  })
  await expect(answered).resolves.toBe(true)
})

test('a Telegram that says nothing is given up', async () => {
  await expect(call(() => {})).rejects.toThrow(HttpError)
})

test('a Telegram that breaks off in the middle of a word is given up', async () => {
  await expect(call((response) => response.write('{"ok":'))).rejects.toThrow(HttpError)
})
