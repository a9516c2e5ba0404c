import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/entry/config.ts'
import { examineInline } from '../../src/entry/examine-telegram.ts'
import { setUp } from '../../src/entry/setup.ts'
import { say } from '../bot.ts'
import { content, locales, newPerson } from '../person.ts'
import { newServer } from '../server.ts'
import { newTelegram } from '../simulator/telegram.ts'

/** A Telegram where BotFather was told to switch inline mode on, or was not. */
async function stageWhere(isOn: boolean) {
  const telegram = await newTelegram({ limits: false })
  const me = { id: 1, is_bot: true, username: 'a_bot', supports_inline_queries: isOn }
  const root = await newServer((response, request) => {
    response.setHeader('content-type', 'application/json')
    const isAsked = request.url?.endsWith('/getMe')
    if (isAsked) response.end(JSON.stringify({ ok: true, result: me }))
    else void passOn(`${telegram.url}${request.url}`, request, response)
  })
  const config = readConfig({
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: root,
    WEBHOOK_URL: 'http://127.0.0.1:9/',
    WEBHOOK_SECRET: 'the-secret-of-the-webhook',
  })
  const lines: string[] = []
  await setUp(config, { content, locales }, (line) => lines.push(line))
  const { world } = newPerson()
  return { telegram, lines, diagnoses: await examineInline({ config, world, locales }) }
}

async function passOn(url: string, request: IncomingMessage, response: ServerResponse) {
  const headers = { 'content-type': 'application/json' }
  const asked = await fetch(url, { method: 'POST', headers, body: await text(request) })
  response.writeHead(asked.status).end(await asked.text())
}

test('setup asks for what people type elsewhere, and says what only BotFather can do', async () => {
  const { telegram, lines } = await stageWhere(false)
  const hook = telegram.calls.find(({ method }) => method === 'setWebhook')
  expect(hook?.payload.allowed_updates).toContain('inline_query')
  const at = lines.indexOf('  /setinline')
  expect(lines.slice(at, at + 3)).toEqual([
    '  /setinline',
    '  @a_bot',
    `  ${say('inline:placeholder')}`,
  ])
  expect(lines.join()).toContain('/setinlinefeedback')
})

test('setup says when it is on, and then asks nothing of anybody', async () => {
  const { lines } = await stageWhere(true)
  expect(lines.join('\n')).toMatch(/Inline mode is on.*@a_bot/)
  expect(lines.join('\n')).not.toContain('/setinline')
})

test('the doctor finds that it is off, and names the cure', async () => {
  const { diagnoses } = await stageWhere(false)
  const cure = `In BotFather: /setinline → @a_bot → ${say('inline:placeholder')}`
  expect(diagnoses).toEqual([{ what: 'inline mode', fault: expect.stringContaining('off'), cure }])
})

test('the doctor finds it well when it is on', async () => {
  const { diagnoses } = await stageWhere(true)
  expect(diagnoses).toEqual([{ what: 'inline mode' }])
})
