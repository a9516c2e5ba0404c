import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod'

const Chat = z.object({
  messages: z.array(
    z.object({
      id: z.number(),
      buttons: z.array(z.array(z.object({ data: z.string().optional() }))).default([]),
    }),
  ),
})

/** `npm start` as a newcomer runs it; what the page does is asked over HTTP. */
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
  return async (path: string, body?: object) => {
    const asked = body && { method: 'POST', body: JSON.stringify(body) }
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${url}${path}`, { headers, ...asked })
    return answer.json()
  }
}

test('what is due comes as soon as the clock of the page is moved on', async () => {
  const ask = await startBot()
  const { id } = z.object({ id: z.number() }).parse(await ask('/people', { language: 'pl' }))
  const offered = async () => {
    const { messages } = Chat.parse(await ask(`/people/${id}/chat`))
    return messages.flatMap((message) =>
      message.buttons.flat().map(({ data = '' }) => ({ message: message.id, data })),
    )
  }
  const find = (data: string) =>
    vi.waitFor(
      async () => {
        const found = (await offered()).find((one) => one.data === data)
        if (!found) throw new Error(`there is no ${data}`)
        return found
      },
      { timeout: 20_000, interval: 20 },
    )
  await ask(`/people/${id}/send`, { text: '/start check-in' })
  const way = ['offer.plan', 'country.NL', 'day.today', 'plan.yes']
  for (const choice of way) {
    const { message, data } = await find(`check-in.${choice}`)
    await ask(`/people/${id}/press`, { messageId: message, data })
  }
  await find('check-in.planned.menu')
  await ask('/clock', { forward: 2 * 86_400 })
  expect(await find('check-in.arrival.fine')).toBeDefined()
}, 60_000)
