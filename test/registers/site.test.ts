import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { ask } from '../../src/registers/fetch.ts'
import { siteOf } from '../../src/registers/site.ts'
import { startStandIns } from '../../src/simulator/registers/stand-ins.ts'
import { reasonOf, within } from './trial.ts'

const own = 'https://wl-api.mf.gov.pl'

const refused: [where: string, url: string][] = [
  ['the address of cloud credentials', 'http://169.254.169.254/latest/meta-data/'],
  ['the same in one number', 'http://2852039166/'],
  ['this machine by name', 'http://localhost:8080'],
  ['this machine by its other address', 'http://[::1]:8080'],
  ['any of its addresses', 'http://0.0.0.0:8080'],
  ['this machine disguised', 'http://127.0.0.1.example.org'],
  ['a name before the host', 'http://127.0.0.1@example.org'],
  ['a file', 'file:///etc/passwd'],
  ['a data address', 'data:application/json,{}'],
  ['another host', 'http://example.org'],
  ['another host over https', 'https://example.org'],
  ['the register on another port', `${own}:8443`],
  ['the register without https', 'http://wl-api.mf.gov.pl'],
  ['the register as the name of a user', 'https://wl-api.mf.gov.pl@example.org'],
  ['no address', 'wl-api'],
]

test.each(refused)('%s is refused locally: %s', (_, url) => {
  expect(() => siteOf(own, { url, isLocal: true })).toThrow()
})

test.each(refused)('%s is refused in the cloud: %s', (_, url) => {
  expect(() => siteOf(own, { url, isLocal: false })).toThrow()
})

test('a stand-in is refused in the cloud', () => {
  expect(() => siteOf(own, { url: 'http://127.0.0.1:8080', isLocal: false })).toThrow()
})

test('a stand-in is welcome here, and only its host counts', () => {
  const site = siteOf(own, { url: 'http://127.0.0.1:8080/any/path', isLocal: true })
  expect(site).toEqual({ base: 'http://127.0.0.1:8080' })
})

test.each([undefined, own, `${own}/`])('the register itself is welcome in the cloud: %s', (url) => {
  expect(siteOf(own, { url, isLocal: false })).toEqual({ base: own })
})

test('a redirect is not followed', async () => {
  const elsewhere = await startStandIns([
    { id: 'elsewhere', path: /./, answer: () => ({ status: 200, body: {} }) },
  ])
  const server = createServer((_, response) => {
    response.writeHead(307, { location: `${elsewhere.url}/secret` }).end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const asking = ask({ base }, { path: '/', signal: within().signal })
  expect(await reasonOf(asking)).toBe('down')
  expect(elsewhere.asked).toEqual([])
  server.close()
  await elsewhere.stop()
})
