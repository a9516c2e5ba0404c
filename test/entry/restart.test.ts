import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Talk } from '../../src/app/ports/talk.ts'
import { createWords } from '../../src/content/words.ts'
import { readConfig } from '../../src/entry/config.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { type Simulator, startSimulator } from '../../src/simulator/start.ts'
import { createClient, createStore } from '../../src/store/store.ts'
import { content, locales } from '../person.ts'
import { type Bot, type Ending, later, startBot } from './bot.ts'

/** Longer than any test: what is held up so long does not happen in it. */
const forever = 600_000

/** An offer check up to the verdict. One sign, so a lost answer would change the verdict. */
const answers = [
  ['way', 'questions'],
  ['country', 'DE'],
  ['found-through', 'advert'],
  ['employer', 'yes'],
  ['work', 'yes'],
  ['pay', 'similar'],
  ['fee', 'yes'],
  ['debt', 'no'],
  ['hurry', 'no'],
  ['contract', 'before'],
  ['photos', 'no'],
  ['secret', 'no'],
  ['papers', 'no'],
] as const

type Moment = (life: Life, press: () => string) => Promise<unknown>

/** Moments in the turn of a press. */
const moments: [when: string, moment: Moment][] = [
  [
    'just after the press was delivered',
    async ({ telegram }, press) => {
      const polls = callsOf(telegram, 'getUpdates').length
      press()
      await until(() => callsOf(telegram, 'getUpdates').length > polls)
    },
  ],
  [
    'after the button was answered and before the screen changed',
    async ({ telegram }, press) => {
      telegram.faults.add({ kind: 'slow', method: 'editMessageText', delayMs: forever })
      const id = press()
      await until(() => isAnswered(telegram, id))
    },
  ],
  [
    'after the screen changed and before the button was answered',
    async ({ telegram }, press) => {
      telegram.faults.add({ kind: 'slow', method: 'answerCallbackQuery', delayMs: forever })
      const edits = callsOf(telegram, 'editMessageText').length
      press()
      await until(() => callsOf(telegram, 'editMessageText').length > edits)
    },
  ],
  [
    "after the screen changed, when Telegram's answer was lost",
    async ({ telegram }, press) => {
      telegram.faults.add({ kind: 'reset-after', method: 'editMessageText' })
      const edits = callsOf(telegram, 'editMessageText').length
      press()
      await until(() => callsOf(telegram, 'editMessageText').length > edits)
    },
  ],
]

describe.concurrent.each(moments)('a bot killed %s', (_when, moment) => {
  const outcome = told(async (life) => {
    await answersUpTo(life, 'fee')
    await moment(life, () => press(life, 'offer.fee.yes'))
    await life.bot.ends('SIGKILL')
    await life.restart()
    await answersAfter(life, 'fee')
    return { ...(await report(life)), talk: await talkAfter(life) }
  })

  test('comes to the verdict that the answers lead to', () => {
    expect(outcome().verdict).toContain(say('indicators:offer_fee_for_job.label'))
  })

  test('holds every answer once', () => {
    expect(outcome().talk?.state?.path).toEqual([
      ...answers.map(([step, answer]) => ({ step, answer })),
      { step: 'verdict', answer: 'done' },
      { step: 'more' },
    ])
  })

  test('sends nothing twice', () => {
    expect(outcome().sent).toBe(2) // the verdict in place of the last question, and what comes next
  })

  test('asks nothing that Telegram would refuse', () => {
    expect(outcome().problems).toEqual([])
  })
})

describe.concurrent('a bot killed before its answer to a typed word went out', () => {
  const outcome = told(async (life) => {
    const { telegram, person } = life
    await answersUpTo(life, 'country')
    const before = fromBot(life).length
    const sends = callsOf(telegram, 'sendMessage').length
    telegram.faults.add({ kind: 'reset-before', method: 'sendMessage' })
    person.send('Niemcy')
    await until(() => callsOf(telegram, 'sendMessage').length > sends)
    await life.bot.ends('SIGKILL')
    // The only process that could be at work on it is dead.
    await life.restart()
    await until(() => isOnScreen(life, 'found-through'))
    await telegram.settled()
    return { sent: fromBot(life).length - before, problems: telegram.problems }
  })

  test('answers once when it is back', () => {
    expect(outcome().sent).toBe(1)
  })

  test('asks nothing that Telegram would refuse', () => {
    expect(outcome().problems).toEqual([])
  })
})

describe.concurrent('an update that comes twice', () => {
  const outcome = told(async (life) => {
    const { telegram, person } = life
    await answersUpTo(life, 'employer')
    telegram.faults.add({ kind: 'redeliver', update: 'callback_query' })
    await answersAfter(life, 'found-through', 'fee')
    telegram.faults.add({ kind: 'redeliver', update: 'message' })
    person.send('hm')
    await telegram.settled()
    telegram.faults.add({ kind: 'duplicate-update', update: 'message' })
    person.send('hm')
    await telegram.settled()
    return { sent: fromBot(life).length, talk: await talkAfter(life) }
  })

  test('is one press', () => {
    const path = outcome().talk?.state?.path ?? []
    expect(path.map(({ step }) => step)).toEqual(answers.slice(0, 7).map(([step]) => step))
  })

  test('is answered once', () => {
    expect(outcome().sent).toBe(3) // the last question, and an answer to each word
  })
})

describe.concurrent('an update that comes again an hour later', () => {
  const outcome = told(async (life) => {
    const { telegram, person } = life
    await answersUpTo(life, 'employer')
    telegram.faults.add({ kind: 'redeliver', update: 'message', delayMs: 3_600_000 })
    person.send('hm')
    await until(() => fromBot(life).length === 2)
    const before = person.chat()
    await life.bot.ends('SIGTERM')
    await life.restart(later(60))
    telegram.clock.forward(3600)
    await telegram.settled()
    return { before, after: person.chat() }
  })

  test('changes nothing, though the bot was started anew', () => {
    expect(outcome().after).toEqual(outcome().before)
  })
})

describe.concurrent('a bot that is told to stop in the middle of a turn', () => {
  const outcome = told(async (life) => {
    const { telegram } = life
    await answersUpTo(life, 'work')
    telegram.faults.add({ kind: 'slow', method: 'editMessageText', delayMs: 1000 })
    const id = press(life, 'offer.work.yes')
    await until(() => isAnswered(telegram, id))
    const ending = await life.bot.ends('SIGTERM')
    const isFinished = isOnScreen(life, 'pay')
    await life.restart()
    await answersAfter(life, 'work')
    return { ending, isFinished, ...(await report(life)) }
  })

  test('ends without an error', () => {
    expect(outcome().ending).toMatchObject({ code: 0, stderr: '' })
  })

  test('finishes the turn first', () => {
    expect(outcome().isFinished).toBe(true)
  })

  test('goes on to the verdict when it is back', () => {
    expect(outcome().verdict).toContain(say('indicators:offer_fee_for_job.label'))
  })
})

describe.concurrent('a bot in a wrong environment', () => {
  let ending: Ending
  beforeAll(async () => {
    ending = await startBot({ BOT_TOKEN: 'x' }).ended
  })

  test('does not start', () => {
    expect(ending.code).toBe(1)
  })

  test('names what is wrong', () => {
    expect(ending.stderr).toContain('BOT_TOKEN')
  })

  test('shows no stack', () => {
    expect(ending.stderr).not.toMatch(/^\s+at /m)
  })
})

/** A Telegram, a bot with a folder of its own, and a person. */
interface Life {
  telegram: Simulator
  person: ReturnType<Simulator['person']>
  folder: string
  bot: Bot
  restart(options?: string[]): Promise<void>
  end(): Promise<void>
}

/** A story that is lived through once, because it takes time; each test looks at one side of how it ended. */
function told<Outcome>(tell: (life: Life) => Promise<Outcome>): () => Outcome {
  const outcomes: Outcome[] = []
  beforeAll(async () => {
    const life = await newLife()
    try {
      await life.bot.ready
      outcomes.push(await tell(life))
    } finally {
      await life.end()
    }
  }, 60_000)
  return () => {
    const [outcome] = outcomes
    if (outcome === undefined) throw new Error('the story did not come to its end')
    return outcome
  }
}

async function newLife(): Promise<Life> {
  const telegram = await startSimulator()
  const folder = await mkdtemp(join(tmpdir(), 'before-you-go-'))
  const environment = {
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    DATA_DIR: folder,
  }
  const life: Life = {
    telegram,
    person: telegram.person({ language: 'pl' }),
    folder,
    bot: startBot(environment),
    restart: async (options) => {
      telegram.faults.clear()
      life.bot = startBot(environment, options)
      await life.bot.ready
    },
    end: async () => {
      await life.bot.ends('SIGKILL')
      await telegram.stop()
      await rm(folder, { recursive: true })
    },
  }
  return life
}

/** Chooses a language, reads the welcome and answers until this question is on the phone. */
async function answersUpTo(life: Life, question: string) {
  life.person.send('/start offer')
  for (const data of [
    'start.language.pl',
    'start.welcome.next',
    'start.kept.next',
    'offer.age.adult',
  ])
    await taps(life, data)
  await answersAfter(life, '', question)
  await life.telegram.settled()
}

/** Goes on after one question, up to another one or to the end. */
async function answersAfter(life: Life, question: string, last?: string) {
  const steps = answers.map(([step]): string => step)
  const from = steps.indexOf(question) + 1
  const to = last === undefined ? steps.length : steps.indexOf(last)
  for (const [step, answer] of answers.slice(from, to)) await taps(life, `offer.${step}.${answer}`)
  if (last !== undefined) await until(() => isOnScreen(life, last))
}

/** Waits for the button and presses it. */
async function taps(life: Life, data: string) {
  await until(() => isOffered(life, data))
  press(life, data)
}

function press({ person }: Life, data: string): string {
  const found = person.chat().findLast(({ buttons }) => has(buttons, data))
  return person.press(found?.id ?? 0, data)
}

function isOffered({ person }: Life, data: string): boolean {
  return person.chat().some(({ buttons }) => has(buttons, data))
}

/** A question can be answered. */
function isOnScreen(life: Life, question: string) {
  return answers.some(([step, one]) => step === question && isOffered(life, `offer.${step}.${one}`))
}

function has(buttons: { data?: string }[][], data: string) {
  return buttons.flat().some((button) => button.data === data)
}

/** Goes on from the verdict, which stays, without a button. */
async function report(life: Life) {
  await taps(life, 'offer.verdict.done')
  await until(() => isOffered(life, 'offer.more.employer'))
  await life.telegram.settled()
  const sent = fromBot(life)
  const kept = sent.filter(({ buttons }) => buttons.length === 0)
  const { problems } = life.telegram
  return { verdict: kept.map(({ text }) => text).join(), sent: sent.length, problems }
}

function fromBot({ person }: Life) {
  return person.chat().filter(({ from }) => from === 'bot')
}

/** Stops the bot and reads what it holds of the person. */
async function talkAfter({ bot, folder, person }: Life): Promise<Talk | undefined> {
  await bot.ends('SIGTERM')
  const { TABLE_NAME: name, ID_KEY: idKey } = readConfig({})
  const { endpoint, stop } = await startDatabase(folder)
  const client = createClient({ endpoint })
  const talk = await createStore({ client, name, idKey, now: () => new Date() }).talks.load(
    person.id,
  )
  client.destroy()
  await stop()
  return talk
}

function callsOf({ calls }: Simulator, method: string) {
  return calls.filter((call) => call.method === method).map(({ payload }) => payload)
}

function isAnswered(telegram: Simulator, press: string) {
  return callsOf(telegram, 'answerCallbackQuery').some((call) => call.callback_query_id === press)
}

function say(key: string) {
  return createWords(locales, content.languages).plain({ key }, { language: 'pl', ambient: {} })
}

/** Waits until it is so. */
function until(isSo: () => boolean): Promise<void> {
  const look = () => {
    if (!isSo()) throw new Error(`it did not come so: ${isSo}`)
  }
  return vi.waitFor(look, { timeout: 20_000, interval: 2 })
}
