import { describe, expect, test } from 'vitest'
import { endOldTopics } from '../../src/app/cases/end-old.ts'
import { newTalk } from './talk.ts'

const day = 24 * 3600

/** For 80 days somebody writes every ten days, and what has not been touched is tidied up. */
async function talksOn(write: (talk: Awaited<ReturnType<typeof newTalk>>) => Promise<unknown>) {
  const talk = await newTalk()
  for (let decade = 1; decade <= 8; decade++) {
    talk.bot.telegram.clock.forward(10 * day)
    await endOldTopics(talk.bot.world)
    await write(talk)
  }
  return talk
}

describe('a talk of more than 60 days goes on', () => {
  test('where only the person writes', async () => {
    const { atDesk, caseOf } = await talksOn(({ writes }) => writes('jestem'))
    expect(atDesk().filter((text) => text === 'jestem')).toHaveLength(8)
    expect((await caseOf())?.state).toBe('taken')
  })

  test('where only the desk writes', async () => {
    const { onPhone, caseOf } = await talksOn(({ answers }) => answers('Jak się sprawy mają?'))
    expect(onPhone().filter((text) => text === 'Jak się sprawy mają?')).toHaveLength(8)
    expect((await caseOf())?.state).toBe('taken')
  })
})
