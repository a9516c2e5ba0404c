import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** A bot as an operator starts it, in a process of its own. */
export interface Bot {
  /** Resolves when it talks with Telegram; rejects if it ended before. */
  ready: Promise<void>
  /** Sends a signal and waits for the end. */
  ends(signal: NodeJS.Signals): Promise<Ending>
  /** Waits for an end of its own. */
  ended: Promise<Ending>
}

export interface Ending {
  code: number | null
  stdout: string
  stderr: string
}

/** Nothing of the tests' own environment reaches it, except where to find programs. */
export function startBot(environment: Record<string, string>, options: string[] = []): Bot {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [...options, 'src/entry/local.ts'], {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = once(child, 'close').then(([code]) => ({ code, stdout, stderr }))
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      stdout += chunk
      if (stdout.includes('Ctrl+C')) resolve()
    })
    void ended.then(() => reject(new Error(`the bot did not start\n${stdout}${stderr}`)))
  })
  ready.catch(() => undefined)
  const ends = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return { ready, ends, ended }
}

/** Node's options for a process whose clock goes ahead. */
export function later(minutes: number): string[] {
  const source = `
    const Real = Date
    const now = () => Real.now() + ${minutes} * 60_000
    globalThis.Date = class extends Real {
      constructor(...given) { super(...(given.length > 0 ? given : [now()])) }
      static now() { return now() }
    }`
  return ['--import', `data:text/javascript,${encodeURIComponent(source)}`]
}
