import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startDatabase, startQueue } from '../../src/entry/embedded.ts'
import { serveFunctionUrl } from '../../src/entry/lambda.ts'
import { startParameters } from '../../src/entry/parameters.ts'
import { startStandIns } from '../../src/simulator/registers/stand-ins.ts'
import { startSimulator } from '../../src/simulator/start.ts'
import { ownAddress } from '../own-address.ts'

interface Served {
  endpoint?: string
  url?: string
  stop(): Promise<void>
}

const servers: [what: string, start: () => Promise<Served>][] = [
  ['the embedded database', () => startDatabase()],
  ['the embedded queue', () => startQueue()],
  ['the embedded queue that is kept', () => startQueue(newFolder())],
  ['the played Parameter Store', () => startParameters({})],
  ['the played registers', () => startStandIns([])],
  ['the played Function URL', () => serveFunctionUrl(async () => ({ statusCode: 200 }))],
  ['the simulator', () => startSimulator()],
]

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** `connect`, or why not. */
async function knock(host: string, port: number) {
  const socket = connect({ host, port })
  onTestFinished(() => void socket.destroy())
  return once(socket, 'connect').then(
    () => 'connect',
    ({ code }) => code,
  )
}

describe.each(servers)('%s', (_what, start) => {
  const open = async () => {
    const served = await start()
    onTestFinished(() => served.stop())
    return Number(new URL(served.endpoint ?? served.url ?? '').port)
  }

  test('opens to this machine', async () => {
    expect(await knock('127.0.0.1', await open())).toBe('connect')
  })

  test.skipIf(!ownAddress)('opens to nobody else on its network', async () => {
    expect(await knock(ownAddress ?? '', await open())).toBe('ECONNREFUSED')
  })
})
