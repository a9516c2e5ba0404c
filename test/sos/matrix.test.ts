import { afterAll, describe, expect, test } from 'vitest'
import type { Job } from '../../src/app/ports/queue.ts'
import type { NumberRead } from '../../src/core/firm/firm.ts'
import { checksOffer, newBot, type Person } from '../bot.ts'
import { type Scene, type Trouble, troubles } from './troubles.ts'

/** Four ways to ask for help. None waits for what the bot does. */
const ways: Record<string, (person: Person) => unknown> = {
  '/sos': (person) => person.phone.send('/sos'),
  'the button': (person) => person.press('sos'),
  'a word': (person) => person.phone.send('Ratunku!'),
  'body and soul': (person) => person.phone.send('chcę umrzeć'),
}

const cells = new Map<string, boolean>()

describe.each(Object.entries(troubles))('while %s', (name, trouble) => {
  test.each(Object.entries(ways))('%s brings help', async (way, asks) => {
    const scene = await inTrouble(trouble)
    cells.set(`${name} ${way}`, false)
    const before = helpOn(scene.person)
    asks(scene.person)
    await scene.bot.until(() => helpOn(scene.person) > before)
    cells.set(`${name} ${way}`, true)
    expect(helpOn(scene.person)).toBeGreaterThan(before)
  })
})

/** `npm run sos-matrix` shows it. */
afterAll(() => {
  const names = Object.keys(ways)
  const rows = Object.keys(troubles).map((trouble) => {
    const marks = names.map((way) => (cells.get(`${trouble} ${way}`) ? 'help' : 'NO HELP'))
    return [...marks.map((mark, at) => mark.padEnd(names[at]?.length ?? 0)), trouble].join(' | ')
  })
  console.log([[...names, 'while'].join(' | '), ...rows].join('\n'))
})

async function inTrouble(trouble: Trouble): Promise<Scene> {
  const jobs: Job[] = []
  const readNumbers = (text: string): NumberRead[] =>
    /^\d{9}$/.test(text) ? [{ kind: 'orgnr', value: text }] : []
  const queue = { enqueue: async (job: Job) => void jobs.push(job) }
  const bot = await newBot({ outside: { readNumbers, queue } })
  const person = await checksOffer(bot, 'fee')
  const scene = { bot, person, jobs }
  await trouble(scene)
  return scene
}

/** How many messages on the phone show help by now. */
function helpOn(person: Person) {
  const shows = (data?: string) => /^(sos\.now|health\.death)\./.test(data ?? '')
  return person.bubbles().filter(({ buttons }) => buttons.flat().some(({ data }) => shows(data)))
    .length
}
