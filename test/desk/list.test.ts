import { describe, expect, test } from 'vitest'
import { say } from '../bot.ts'
import { newCase } from './new-case.ts'
import { newScene } from './scene.ts'
import { worded } from './wording.ts'

/** A desk with three cases that wait, the second of them urgent. */
async function newThree() {
  const scene = await newScene()
  const desk = await scene.desk()
  const threads: number[] = []
  for (let nth = 0; nth < 3; nth++) {
    const person = await scene.seeker()
    await person.taps('send')
    await scene.settled()
    threads.push(desk.topic())
    scene.bot.telegram.clock.forward(60)
  }
  await desk.says(desk.lead, '/urgent', threads[1])
  /** The topics that the newest message of the bot links to. */
  const linked = () => {
    const html = desk.group.messages().findLast(({ from }) => from === 'bot')?.html ?? ''
    const link = new RegExp(`https://t.me/c/${String(desk.group.id).slice(4)}/(\\d+)`, 'g')
    return [...html.matchAll(link)].map(([, thread]) => Number(thread))
  }
  return { ...scene, desk, threads, linked }
}

describe('/next', () => {
  test('links to the most urgent case that waits, then to who waits longest', async () => {
    const { desk, threads, linked } = await newThree()
    const [first, second] = threads
    await desk.says(desk.lead, '/next')
    const before = linked()
    await desk.says(desk.second, '/take', second)
    await desk.says(desk.lead, '/next')
    expect([before, linked()]).toEqual([[second], [first]])
  })

  test('says so where none waits', async () => {
    const { desk, thread } = await newCase()
    await desk.says(desk.second, '/take', thread)
    await desk.says(desk.lead, '/next')
    expect(desk.fromBot().at(-1)).toBe(say('desk:list.none-waits'))
  })
})

describe('/cases', () => {
  test('links to all that are open, the most urgent first, with who has them', async () => {
    const { desk, threads, linked } = await newThree()
    const [first, second, third] = threads
    await desk.says(desk.second, '/take', third)
    await desk.says(desk.lead, '/cases')
    expect(linked()).toEqual([second, first, third])
    expect(desk.fromBot().at(-1)?.match(/Mirek/g)).toHaveLength(1)
  })

  test('leaves out what is over', async () => {
    const { desk, thread } = await newCase()
    await desk.says(desk.second, '/close', thread)
    await desk.says(desk.lead, '/cases')
    expect(desk.fromBot().at(-1)).toBe(say('desk:list.none'))
  })
})

test('/desk names a right that was taken away', async () => {
  const { bot, desk } = await newCase()
  desk.group.addBot({ by: desk.lead, denied: ['can_pin_messages'] })
  await desk.says(desk.second, '/desk')
  const what = { key: 'desk:rights.pinning' }
  expect(desk.fromBot().at(-1)).toContain(
    worded(bot, { key: 'desk:rights.missing', vars: { what } }),
  )
})

test('/pause keeps new people away, /open lets them come again, and open cases go on', async () => {
  const { desk, thread, person, seeker, settled } = await newCase()
  await desk.says(desk.second, '/take', thread)
  await desk.says(desk.second, '/pause')
  const paused = (await seeker()).at()
  await person.says('Jestem tu jeszcze')
  await settled()
  await desk.says(desk.second, '/open')
  expect([paused, (await seeker()).at()]).toEqual(['consultant.no-desk', 'consultant.consent'])
  expect(desk.fromBot(thread)).toContain('Jestem tu jeszcze')
})
