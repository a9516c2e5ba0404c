import type { Simulator } from '../../../src/simulator/start.ts'

/** What a route answers: `ask(telegram, 'POST /people', { name: 'Ola' })`. */
export async function ask(telegram: Simulator, address: string, body?: object) {
  const [method = '', path] = address.split(' ')
  const init = body ? { method, body: JSON.stringify(body) } : { method }
  const response = await fetch(`${telegram.url}${path}`, init)
  const text = await response.text()
  return text ? JSON.parse(text) : undefined
}
