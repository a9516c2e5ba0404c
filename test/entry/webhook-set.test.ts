import { Api } from 'grammy/web'
import { beforeAll, describe, expect, test } from 'vitest'
import { startSimulator } from '../../src/simulator/start.ts'
import { type Ending, startBot } from './bot.ts'

/** When the webhook is set. */
const moments = ['before the bot starts', 'while it runs'] as const

describe.concurrent.each(moments)('a webhook that is set %s', (moment) => {
  let ending: Ending
  beforeAll(async () => {
    const telegram = await startSimulator()
    const { token, url } = telegram
    const start = () => startBot({ BOT_TOKEN: token, TELEGRAM_API_ROOT: url })
    const running = moment === 'while it runs' ? start() : undefined
    await running?.ready
    await new Api(token, { apiRoot: url }).setWebhook('http://127.0.0.1:1/')
    ending = await (running ?? start()).ended
    await telegram.stop()
  }, 60_000)

  test('ends the bot with an error', () => {
    expect(ending.code).toBe(1)
  })

  test('is told once with its cure, and without the token', () => {
    expect(ending.stderr.match(/bot\$BOT_TOKEN\/deleteWebhook/g)).toHaveLength(1)
    expect(ending.stderr).not.toContain('1:simulator')
  })

  test('is told without a stack', () => {
    expect(ending.stderr).not.toMatch(/^\s+at /m)
  })
})
