import { Api } from 'grammy/web'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runJob } from '../../src/app/jobs/jobs.ts'
import type { Job } from '../../src/app/ports/queue.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createStore } from '../../src/store/store.ts'
import type { Table } from '../../src/store/table.ts'
import { createFiles } from '../../src/telegram/files.ts'
import { newBot } from '../bot.ts'
import { type Engine, newTable, scan } from '../store/engines.ts'

const words = [
  'Praca w szklarni Kormoran pod Rotterdamem, opłata rezerwacyjna 300 zł, ostatnie miejsca!',
  'Pani Kanarka, tel. 601 602 603, kanarka@wieloryb.example',
  'PESEL 44051401359',
].join('\n')
const secrets = [
  'kormoran',
  'rotterdam',
  'opłata',
  'kanark',
  '601602603',
  '601 602',
  'wieloryb',
  '44051401359',
  'zrzut',
  'delfin',
]

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

test('no word of a picture, nor its name or where its code leads, is kept, queued or logged', async () => {
  const tables: Table[] = []
  const queued: Job[] = []
  const bot = await newBot({
    store: async (now) => {
      const table = await newTable(engine.endpoint, now)
      tables.push(table)
      return createStore(table)
    },
    outside: {
      queue: { enqueue: async (job) => void queued.push(job) },
      reader: {
        most: 1000,
        read: async () => ({ text: words, confidence: 90, hosts: ['delfin.example'] }),
      },
    },
  })
  const { telegram, world } = bot
  const api = new Api(telegram.token, { apiRoot: telegram.url })
  world.files = createFiles(api, { token: telegram.token, root: telegram.url })
  const person = await bot.reader()
  const asFile = { name: 'Zrzut Kanarka 601602603.png', mime: 'image/png' }
  const picture = { bytes: Buffer.from('picture'), width: 9, height: 9, asFile }
  const written: string[] = []
  const note = async () => {
    const items = (await Promise.all(tables.map(scan))).flat()
    written.push(JSON.stringify([items, queued, bot.lines]).toLowerCase())
  }
  for (const album of [undefined, '77', '77']) {
    person.phone.sendPicture({ ...picture, ...(album && { album }) })
    await telegram.settled()
  }
  await note()
  for (const job of queued) {
    await runJob(world, job)
    await note()
  }
  const texts = person.bubbles().map(({ text }) => text)
  expect(texts.some((text) => text.includes('Opłata') || text.includes('opłata'))).toBe(true)
  expect(texts.some((text) => text.includes('delfin.example'))).toBe(true)
  expect(texts.some((text) => text.includes('44051401359'))).toBe(false)
  expect(secrets.filter((secret) => written.join().includes(secret))).toEqual([])
})
