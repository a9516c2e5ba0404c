import { describe, expect, test } from 'vitest'
import { inPackages } from '../../src/charts/place.ts'
import type { Counted } from '../../src/core/report/counted.ts'
import { howToAsk, tooFew } from '../../src/core/report/words.ts'
import { lateCharts } from '../../src/entry/late-charts.ts'
import type { Options } from '../bot.ts'
import { newScene, type Scene, usual } from './scene.ts'
import { worded } from './wording.ts'

const week = 7 * 24 * 3600

/** A desk at which in the week before this one so many cases ended, each counted so. */
async function newDesk(cases: Counted[][], options: Options = {}) {
  const scene = await newScene(options)
  const desk = await scene.desk()
  await counts(scene, cases)
  scene.bot.telegram.clock.forward(week)
  const said = () => desk.group.messages().filter(({ from }) => from === 'bot')
  const before = said().length
  return { ...scene, desk, answers: () => said().slice(before) }
}

async function counts({ bot }: Pick<Scene, 'bot'>, cases: Counted[][]) {
  for (const names of cases) await bot.world.reports.count(usual.id, ['cases', ...names])
}

const uk = (times: number) => Array.from({ length: times }, (): Counted[] => ['language/uk'])
const pl = (times: number) => Array.from({ length: times }, (): Counted[] => ['language/pl'])

/** What a file holds, as the bot has sent it. */
function fileIn({ bot }: Pick<Scene, 'bot'>) {
  const [sent] = bot.asked('sendDocument')
  return sent?.payload.document
}

describe('a report', () => {
  test('is a picture, its numbers as words, and a file', async () => {
    const { desk, answers } = await newDesk(uk(6))
    await desk.says(desk.second, '/report')
    const kinds = answers().map(({ photo, file }) => (photo ? 'photo' : (file ?? 'words')))
    expect(kinds).toEqual(['photo', 'words', expect.stringMatching(/\.csv$/)])
  })

  test('has the picture that was drawn', async () => {
    const { desk, answers } = await newDesk(uk(6), {
      outside: { charts: lateCharts(inPackages()) },
    })
    await desk.says(desk.second, '/report')
    expect(answers()[0]?.picture).toMatchObject({ width: 1080 })
  })

  test('stands in the topic where it was asked for', async () => {
    const { desk, seeker, settled } = await newDesk(uk(6))
    const person = await seeker()
    await person.taps('send')
    await settled()
    const thread = desk.topic()
    await desk.says(desk.second, '/report', thread)
    expect(desk.group.messages(thread).filter(({ photo, file }) => photo || file)).toHaveLength(2)
  })

  test('shows no group of fewer than five, nor one that would tell its number', async () => {
    const { bot, desk, answers } = await newDesk([...uk(12), ...pl(3)])
    await desk.says(desk.second, '/report')
    const [, table] = answers()
    const word = worded(bot, { key: 'desk:report.hidden' })
    expect(table?.text).toContain(word)
    expect(table?.text).not.toMatch(/: (3|12)$/m)
  })

  test('is about whole weeks that are over', async () => {
    const { bot, desk, answers } = await newDesk(uk(6))
    await counts({ bot }, uk(9))
    await desk.says(desk.second, '/report')
    expect(answers()[1]?.text).toMatch(/: 6$/m)
    expect(answers()[1]?.text).not.toMatch(/: (9|15)$/m)
  })

  test('is about as many weeks as were asked for', async () => {
    const { bot, desk, answers } = await newDesk(uk(6))
    bot.telegram.clock.forward(week)
    await desk.says(desk.second, '/report 1')
    expect(answers().map(({ text }) => text)).toEqual([worded(bot, tooFew)])
  })

  test('of fewer than five cases is one honest sentence', async () => {
    const { bot, desk, answers } = await newDesk(uk(4))
    await desk.says(desk.second, '/report')
    expect(answers().map(({ text }) => text)).toEqual([worded(bot, tooFew)])
  })

  test('has words where a picture cannot be drawn, and the log says so', async () => {
    const charts = {
      draw: async () => {
        throw new RangeError('too large')
      },
    }
    const { bot, desk, answers } = await newDesk(uk(6), { outside: { charts } })
    await desk.says(desk.second, '/report')
    expect(answers()[0]?.text).toBe(worded(bot, { key: 'desk:report.not-drawn' }))
    expect(answers()).toHaveLength(3)
    expect(bot.lines.some((line) => /"bug".*"charts"/.test(line))).toBe(true)
  })

  test('comes once, though Telegram brings the command again', async () => {
    const { bot, desk, answers, settled } = await newDesk(uk(6))
    const { faults } = bot.telegram
    faults.add({ kind: 'status', method: 'sendDocument', status: 429, retry_after: 1, times: 2 })
    await desk.says(desk.second, '/report')
    await settled()
    expect(answers()).toHaveLength(3)
  })

  test('whose topic is gone ends with a line in the log', async () => {
    const { bot, jobs, settled } = await newDesk(uk(6))
    const where = { group: (await bot.world.desks.get(usual.id))?.group ?? 0, thread: 99_999 }
    const asked = { day: bot.world.now().toISOString().slice(0, 10), weeks: 12 }
    const of = { desk: usual.id, message: 1, update: 1, part: 'table' } as const
    await jobs.queue.enqueue({ kind: 'report', ...of, ...where, ...asked })
    await settled()
    expect(bot.lines.some((line) => line.includes('report-lost'))).toBe(true)
  })
})

test.each(['0', '53', 'dużo', '-3', '1.5'])('weeks as %s are asked for anew', async (typed) => {
  const { bot, desk, answers } = await newDesk(uk(6))
  await desk.says(desk.second, `/report ${typed}`)
  expect(answers().map(({ text }) => text)).toEqual([worded(bot, howToAsk)])
})

test('who has not accepted the code of conduct gets no report', async () => {
  const { bot, desk, answers, settled } = await newDesk(uk(6))
  const newcomer = bot.telegram.person({ name: 'Nowa' })
  desk.group.join(newcomer)
  desk.group.send(newcomer, '/report')
  await settled()
  expect(answers().map(({ text }) => text)).toEqual([worded(bot, { key: 'desk:conduct.first' })])
})

test('a desk sees no other desk', async () => {
  const { bot, desk, answers } = await newDesk(uk(6))
  await bot.world.reports.count('another1', ['cases', 'language/ru'])
  await desk.says(desk.second, '/report')
  expect(fileIn({ bot })).toBeDefined()
  expect(answers()[1]?.text).not.toContain(
    worded(bot, { key: 'name:language', vars: { code: 'ru' } }),
  )
})
