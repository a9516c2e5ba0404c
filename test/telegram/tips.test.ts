import { Api } from 'grammy/web'
import { describe, expect, test } from 'vitest'
import type { Job } from '../../src/app/ports/queue.ts'
import { Busy } from '../../src/app/trouble.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { checksOffer, newBot, type Person, say } from '../bot.ts'

/** A picture with a button, as a tip may be, below what somebody is at. */
async function getsPicture(button: string, stands?: (person: Person) => Promise<unknown>) {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await checksOffer(bot, 'fee')
  await stands?.(person)
  const { telegram } = bot
  const photo = 'https://example.org/tip.jpg'
  const api = new Api(telegram.token, { apiRoot: telegram.url })
  const { message_id: tip } = await api.sendPhoto(person.id, photo, {
    caption: 'tip',
    reply_markup: { inline_keyboard: [[{ text: 'SOS', callback_data: button }]] },
  })
  await telegram.settled()
  const seen = () => person.bubbles().find(({ id }) => id === tip)
  return { bot, person, tip, seen }
}

test('a button below a picture is answered by a message of its own', async () => {
  const { person, tip } = await getsPicture('menu.groups.sos')
  await person.presses(tip, 'menu.groups.sos')
  expect([person.at(), (person.open()?.id ?? 0) > tip]).toEqual(['sos.now', true])
})

test('and the picture keeps its button', async () => {
  const { person, tip, seen } = await getsPicture('menu.groups.sos')
  await person.presses(tip, 'menu.groups.sos')
  expect(seen()?.buttons).toHaveLength(1)
})

test('pressed once and delivered twice, it is answered once', async () => {
  const { bot, person, tip } = await getsPicture('menu.groups.menu')
  const before = person.bubbles().length
  bot.telegram.faults.add({ kind: 'redeliver', times: 2 })
  await person.presses(tip, 'menu.groups.menu')
  expect(person.bubbles().length).toBe(before + 1)
})

test('whoever is forgotten by a button below a picture is told below it', async () => {
  const { bot, person, tip } = await getsPicture('settings.sure.yes')
  await person.says('/menu')
  for (const choice of ['settings', 'forget']) await person.taps(choice)
  await person.presses(tip, 'settings.sure.yes')
  expect(bot.telegram.calls.filter(({ ok }) => !ok)).toEqual([])
  expect(person.last()?.text).toBe(say('common:forgotten'))
})

test('nothing is asked of Telegram in vain', async () => {
  const { bot, person, tip } = await getsPicture('menu.groups.sos')
  await person.presses(tip, 'menu.groups.sos')
  expect(bot.telegram.calls.filter(({ ok }) => !ok)).toEqual([])
})

test('help from a tip asks nothing of Telegram in vain, also while the table is away', async () => {
  const { bot, person, tip } = await getsPicture('menu.groups.sos')
  bot.world.talks.load = async () => {
    throw new Busy(1, 'a test wants it')
  }
  await person.presses(tip, 'menu.groups.sos')
  expect([person.at(), bot.telegram.calls.filter(({ ok }) => !ok)]).toEqual(['sos.now', []])
})

describe('a question to registers that a tip asks', () => {
  const stands = async (person: Person) => {
    await person.says('/start employer')
    await person.taps('number')
    await person.says('923609016')
  }

  test('is answered in its own message, not in the tip', async () => {
    const { bot, person, tip } = await getsPicture('employer.name.unknown', stands)
    const jobs: Job[] = []
    bot.world.queue.enqueue = async (job) => void jobs.push(job)
    await person.presses(tip, 'employer.name.unknown')
    expect(jobs.map((job) => job.kind === 'check' && job.asker.message)).toEqual([undefined])
  })

  test('and that cannot be passed on is answered below it', async () => {
    const { bot, person, tip } = await getsPicture('employer.name.unknown', stands)
    bot.world.queue.enqueue = async () => {
      throw new Busy(1, 'a test wants it')
    }
    await person.presses(tip, 'employer.name.unknown')
    expect(bot.telegram.calls.filter(({ ok }) => !ok)).toEqual([])
    expect((person.open()?.id ?? 0) > tip).toBe(true)
  })
})
