import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { feedWorker } from '../../src/entry/lambda.ts'
import { usual } from '../desk/scene.ts'
import { newTelegram } from '../simulator/telegram.ts'
import { startFunctions, startHouse } from './house.ts'

test('the worker of the bundle draws a report and sends it', async () => {
  const telegram = await newTelegram({ limits: false })
  const house = await startHouse(telegram, () => new Date())
  const group = telegram.group({ title: 'Desk', forum: true })
  group.addBot({})
  await house.store.desks.connect({ ...usual, group: group.id, lead: 1 })
  const week = 7 * 24 * 3_600_000
  for (let at = 0; at < 6; at++) await house.store.reports.count(usual.id, ['cases'])
  const stopping = new AbortController()
  const { worker } = await startFunctions(inject('functions'), house.environment)
  const feeding = feedWorker(worker, house.line, stopping.signal)
  const day = new Date(Date.now() + week).toISOString().slice(0, 10)
  const asked = { desk: usual.id, group: group.id, message: 1, update: 5, day, weeks: 12 }
  await house.enqueue({ kind: 'report', ...asked, part: 'picture' })
  await expect.poll(() => group.messages().at(-1)?.picture?.width, { timeout: 20_000 }).toBe(1080)
  stopping.abort()
  await feeding
  await house.stop()
})

test('neither function loads what draws at once, and the webhook never does', () => {
  const drawing = readdirSync(inject('functions')).filter(
    (name) => name.endsWith('.mjs') && /ssr:!0/.test(codeOf(name)),
  )
  expect(drawing).toHaveLength(1)
  expect(reachedFrom('webhook.mjs', /(?:from|import)"\.\/([\w-]+\.mjs)"/g)).not.toContain(
    drawing[0],
  )
  expect(reachedFrom('worker.mjs', /(?:from|import)"\.\/([\w-]+\.mjs)"/g)).not.toContain(drawing[0])
  const late = /(?:from|import\(|import)"\.\/([\w-]+\.mjs)"/g
  expect(reachedFrom('webhook.mjs', late)).not.toContain(drawing[0])
  expect(reachedFrom('worker.mjs', late)).toContain(drawing[0])
})

function reachedFrom(name: string, imports: RegExp, found: string[] = []): string[] {
  found.push(name)
  for (const [, next = ''] of codeOf(name).matchAll(imports))
    if (!found.includes(next)) reachedFrom(next, imports, found)
  return found
}

function codeOf(name: string) {
  return readFileSync(join(inject('functions'), name), 'utf8')
}
