import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'

test('the simulator runs in a process of its own until it is told to stop', async () => {
  const child = spawn(process.execPath, ['src/simulator/main.ts', '--port', '0'])
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  // Not two events: both lines may come in one piece, and the second would be missed.
  const url = (await lines.next()).value?.replace('url ', '')
  const token = (await lines.next()).value?.replace('token ', '')
  const api = `${url}/bot${token}`
  expect(await (await fetch(`${api}/getMe`)).json()).toMatchObject({ ok: true })
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})
