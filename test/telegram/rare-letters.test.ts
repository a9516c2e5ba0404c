import { Api } from 'grammy/web'
import { describe, expect, test } from 'vitest'
import { runJob } from '../../src/app/jobs/jobs.ts'
import type { AskedRegister } from '../../src/app/ports/firms.ts'
import type { Job } from '../../src/app/ports/queue.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { createPhone } from '../../src/telegram/phone.ts'
import { newBot } from '../bot.ts'
import { active, invented } from '../registers/invented.ts'

const orgnr = { kind: 'orgnr', value: '923609016' } as const

/** Somebody whose question goes to a register that knows one firm, of this name. Telegram refuses half a letter. */
async function newAsker(name: string, more: Partial<AskedRegister> = {}) {
  const jobs: Job[] = []
  const { register } = invented('NO_ENHETER', { 'orgnr-923609016': active({ name }) }, more)
  const queue = { enqueue: async (job: Job) => void jobs.push(job) }
  const bot = await newBot({ outside: { registers: [register], readNumbers, queue } })
  const person = await bot.reader()
  await person.says('/start employer')
  const worked = async () => {
    for (const job of jobs.splice(0)) await runJob(bot.world, job)
  }
  return { ...person, worked }
}

/** Asks by number; the card that comes. */
async function cardOf(name: string) {
  const person = await newAsker(name)
  await person.taps('number')
  await person.says('orgnr 923609016')
  await person.taps('unknown')
  await person.worked()
  expect(person.at()).toBe('employer.exists')
  return person.bubbles().map(({ text }) => text)
}

describe('a firm whose name Telegram would refuse', () => {
  test('has its card, without the emoji that lies where the name is cut', async () => {
    const card = await cardOf(`${'A'.repeat(98)}🏭 AS`)
    expect(card).toContainEqual(expect.stringContaining(`${'A'.repeat(98)}…`))
  })

  test('has its card, with a sign for what was broken before it came', async () => {
    expect(await cardOf('Fabryka \uD83D AS')).toContainEqual(
      expect.stringContaining('Fabryka \uFFFD AS'),
    )
  })

  test('can be chosen by its button', async () => {
    const name = `${'A'.repeat(28)}🏭 AS`
    const search = async () => [{ number: orgnr, name }]
    const person = await newAsker(name, { searches: ['NO'], search })
    for (const choice of ['name', 'NO']) await person.taps(choice)
    await person.says('Arctic')
    await person.worked()
    const labels = person.open()?.buttons.flat()
    expect(labels?.[0]?.text).toBe(`${'A'.repeat(28)}…`)
  })
})

test('a word over a press is cut between letters', async () => {
  const bodies: unknown[] = []
  const api = new Api('1:x', {
    fetch: async (_url: string, init?: RequestInit) => {
      bodies.push(JSON.parse(String(init?.body)))
      return Response.json({ ok: true, result: true })
    },
  })
  const said = () => `${'a'.repeat(198)}🔥🔥`
  const channel = createPhone(api, { html: said, plain: said })
  await channel.answer('7', { language: 'pl', ambient: {} }, { key: 'common:old-button' })
  expect(bodies).toEqual([{ callback_query_id: '7', text: `${'a'.repeat(198)}…` }])
})
