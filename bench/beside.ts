import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Simulator, startSimulator } from '../src/simulator/start.ts'

/** A Telegram in this process and `npm start` beside it, until the measuring is over. */
export async function besideTelegram(measure: (telegram: Simulator) => Promise<void>) {
  const telegram = await startSimulator({ limits: false })
  const { PATH = '', HOME = '' } = process.env
  const bot = spawn(process.execPath, ['src/entry/local.ts'], {
    env: { PATH, HOME, BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // The first that it says is whom it talks with.
  await once(bot.stdout, 'data')
  bot.stdout.resume()
  try {
    await measure(telegram)
  } finally {
    bot.kill('SIGKILL')
    await telegram.stop()
  }
}

/** Milliseconds until it is so, since `began`. */
export async function until(isSo: () => boolean, began: number): Promise<number> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
  return Math.round(performance.now() - began)
}

type Person = ReturnType<Simulator['person']>

/** How many messages of the bot a person has. */
export function answers(person: Person): number {
  return person.chat().filter(({ from }) => from === 'bot').length
}
