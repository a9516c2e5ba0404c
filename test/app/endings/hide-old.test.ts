import { describe, expect, test } from 'vitest'
import { runJob } from '../../../src/app/jobs/jobs.ts'
import type { Job } from '../../../src/app/ports/queue.ts'
import { Busy } from '../../../src/app/trouble.ts'
import { type Bot, newBot, say } from '../../bot.ts'
import { blank, hasTalked, partly, read } from './hidden.ts'

const hour = 3600

describe('a chat of two days', () => {
  /** Everything so far is older than a bot can delete; after it there is a new word. */
  async function hasTalkedLongAgo(bot: Bot) {
    const person = await hasTalked(bot)
    const before = person.chat()
    bot.telegram.clock.forward(50 * hour)
    await person.says('jestem znowu')
    return { person, before }
  }

  test('loses what is younger', async () => {
    const { person, before } = await hasTalkedLongAgo(await newBot())
    await person.says('/hide')
    expect(read(person)).toHaveLength(before.length + 1)
  })

  test('keeps what the person wrote before', async () => {
    const { person, before } = await hasTalkedLongAgo(await newBot())
    await person.says('/hide')
    const theirs = before.filter(({ from }) => from === 'person')
    expect(person.chat().filter(({ from }) => from === 'person')).toEqual(theirs)
  })

  test('holds nothing that the bot wrote before, and says what is left to do', async () => {
    const { person, before } = await hasTalkedLongAgo(await newBot())
    await person.says('/hide')
    const own = before.filter(({ from }) => from === 'bot').map(() => blank)
    const left = person.bubbles().map(({ text, buttons }) => ({ text, buttons }))
    expect(left).toEqual([...own, partly])
  })

  test('is hidden without a request that Telegram refuses', async () => {
    const bot = await newBot()
    const { person } = await hasTalkedLongAgo(bot)
    await person.says('/hide')
    expect(bot.telegram.calls.filter(({ ok }) => !ok)).toEqual([])
  })

  test('by a button is hidden the same way', async () => {
    const bot = await newBot()
    const person = await hasTalked(bot)
    bot.telegram.clock.forward(50 * hour)
    for (const choice of ['sos', 'watched', 'hide']) await person.taps(choice)
    const left = person.bubbles().map(({ text, buttons }) => ({ text, buttons }))
    expect(new Set(left.map(({ text }) => text))).toEqual(new Set([blank.text, partly.text]))
    expect(left.at(-1)).toEqual(partly)
  })
})

test('a chat with more old messages than one request each may blank is blank the second time', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  for (let count = 0; count < 25; count++) person.phone.send(`${count}`)
  await bot.telegram.settled()
  const own = person.bubbles().map(() => blank)
  bot.telegram.clock.forward(50 * hour)
  for (const line of ['/hide', '/hide']) await person.says(line)
  const left = person.bubbles().map(({ text, buttons }) => ({ text, buttons }))
  expect(left).toEqual([...own, partly])
})

/** Old words of the bot, more than thirty of them; what is enqueued waits. */
async function hasLongTalked() {
  const jobs: Job[] = []
  const bot = await newBot({
    outside: { queue: { enqueue: async (job) => void jobs.push(job) } },
  })
  const person = await bot.reader()
  for (let count = 0; count < 30; count++) person.phone.send(`${count}`)
  await bot.telegram.settled()
  const own = person.bubbles().length
  bot.telegram.clock.forward(50 * hour)
  const readable = () => person.bubbles().filter(({ text }) => text !== blank.text)
  const worked = async () => {
    for (const job of jobs.splice(0)) await runJob(bot.world, job)
  }
  return { bot, person, own, readable, jobs, worked }
}

describe('a chat with more old messages than a turn has time for', () => {
  test('is blank at last, without another word of the person', async () => {
    const { person, readable, worked } = await hasLongTalked()
    await person.says('/hide')
    await worked()
    expect(readable().map(({ text }) => text)).toEqual([partly.text])
  })

  test('says that it is not whole', async () => {
    const { person } = await hasLongTalked()
    await person.says('/hide')
    expect(person.last()?.text).toBe(partly.text)
  })

  test.each(['sendMessage', 'editMessageText'])(
    'forgets nothing of what is left when %s is put off',
    async (method) => {
      const { bot, person, own, readable, worked } = await hasLongTalked()
      // The first seven are blanked before it happens.
      if (method === 'editMessageText')
        bot.telegram.faults.add({ kind: 'slow', method, delayMs: 0, times: 7 })
      bot.telegram.faults.add({ kind: 'status', method, status: 429, retry_after: 1 })
      await person.says('/hide')
      await worked()
      await person.says('/hide')
      await worked()
      expect(own).toBeGreaterThan(30)
      expect(readable().map(({ text }) => text)).toEqual([partly.text])
    },
  )

  test('takes no longer than a turn may, however slow Telegram is', async () => {
    const { bot, person, worked, readable } = await hasLongTalked()
    const began = bot.telegram.clock.now().getTime()
    for (const call of ['edit', 'send', 'erase'] as const) slows(bot, call, 1.5)
    await person.says('/hide')
    const seconds = (bot.telegram.clock.now().getTime() - began) / 1000
    expect(seconds).toBeLessThan(20)
    await worked()
    await worked()
    expect(readable().map(({ text }) => text)).toEqual([partly.text])
  })

  test('goes on for somebody who has left without a word about it', async () => {
    const { person, jobs, worked } = await hasLongTalked()
    await person.says('/hide')
    expect(jobs.length).toBe(1)
    await person.says('/forget')
    await worked()
    expect(person.last()?.text).toBe(say('common:forgotten'))
  })

  test('leaves no id of somebody who is forgotten while it goes on', async () => {
    const { bot, person, worked } = await hasLongTalked()
    await person.says('/hide')
    const { edit } = bot.world.phone
    bot.world.phone.edit = async (...given) => {
      bot.world.phone.edit = edit
      await person.says('/forget')
      return edit(...given)
    }
    await worked()
    expect(await bot.world.messages.of(person.id)).toEqual([])
  })

  test('that a queue does not take is blank the second time', async () => {
    const { bot, person, readable } = await hasLongTalked()
    bot.world.queue.enqueue = async () => {
      throw new Busy(2, 'the queue has no time')
    }
    for (const line of ['/hide', '/hide']) await person.says(line)
    expect(readable().map(({ text }) => text)).toEqual([partly.text])
  })
})

/** Each such call takes so many seconds by Telegram's clock. */
function slows({ world, telegram }: Bot, call: 'edit' | 'send' | 'erase', seconds: number) {
  const quick: (...given: never[]) => Promise<unknown> = world.phone[call]
  const slow = (...given: never[]) => {
    telegram.clock.forward(seconds)
    return quick(...given)
  }
  Object.assign(world.phone, { [call]: slow })
}

test('a message that still serves after two weeks is blank in the end', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  await person.says('/start offer')
  for (const answer of ['adult', 'questions', 'DE']) {
    bot.telegram.clock.forward(9 * 24 * hour)
    await person.taps(answer)
  }
  await person.says('/hide')
  const left = new Set(person.bubbles().map(({ text }) => text))
  expect(left).toEqual(new Set([blank.text, partly.text]))
})

describe('an old message whose button is pressed after the chat was hidden', () => {
  async function hides() {
    const { person, worked } = await hasLongTalked()
    await person.says('/hide')
    return { person, worked }
  }

  test('brings help that stays, though the message itself is blanked', async () => {
    const { person, worked } = await hides()
    await person.taps('sos')
    await worked()
    expect(person.at()).toBe('sos.now')
  })

  test('brings nothing that the next hide would leave', async () => {
    const { person, worked } = await hides()
    await person.taps('menu')
    await worked()
    await person.says('/hide')
    expect(new Set(person.bubbles().map(({ text }) => text))).toEqual(
      new Set([blank.text, partly.text]),
    )
  })
})

describe('a chat whose first messages turn too old while it is emptied', () => {
  /** The others were written two hours ago, so Telegram would delete them, but not in one request with the first. */
  async function hides() {
    const bot = await newBot()
    const person = await bot.reader()
    bot.telegram.clock.forward(46.9 * hour)
    await person.says('/start offer')
    const { erase } = bot.world.phone
    bot.world.phone.erase = (chat, messages) => {
      bot.telegram.clock.forward(2 * hour)
      return erase(chat, messages)
    }
    await person.says('/hide')
    return { bot, person }
  }

  test('loses all the others', async () => {
    const { person } = await hides()
    expect(person.chat().map(({ text }) => text)).toEqual(['/start', blank.text, partly.text])
  })

  test('is tried in one request first, and then by halves', async () => {
    const { bot } = await hides()
    const asked = bot
      .asked('deleteMessages')
      .map(({ ok, payload }) => [ok, [payload.message_ids].flat().length])
    expect(asked).toEqual([
      [false, 5],
      [true, 3],
      [false, 2],
      [false, 1],
      [false, 1],
    ])
  })
})
