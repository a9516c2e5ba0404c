import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newTelegram } from '../telegram.ts'

test.each(['/../start.ts', '/%2e%2e%2fstart.ts', '/..%5cstart.ts', '/app.ts', '/page/index.html'])(
  '%s leads nowhere',
  async (path) => {
    const telegram = await newTelegram({ page: true })
    expect((await fetch(`${telegram.url}${path}`)).status).toBe(404)
  },
)

test.skipIf(!existsSync('src/simulator/page/app.ts'))('the page is served', async () => {
  const telegram = await newTelegram({ page: true })
  const types = await Promise.all(
    ['/', '/style.css', '/app.js'].map(async (path) => {
      const response = await fetch(`${telegram.url}${path}`)
      return [response.status, response.headers.get('content-type')]
    }),
  )
  expect(types).toEqual([
    [200, 'text/html; charset=utf-8'],
    [200, 'text/css; charset=utf-8'],
    [200, 'text/javascript; charset=utf-8'],
  ])
})
