import { describe, expect, test } from 'vitest'
import { say } from '../bot.ts'
import { newTalk } from './talk.ts'

describe('the person ends the talk', () => {
  const leaves = async () => {
    const talk = await newTalk()
    await talk.writes('przed końcem')
    await talk.person.taps('leave')
    await talk.settled()
    return talk
  }

  test('and what they write then goes nowhere', async () => {
    const { writes, atDesk } = await leaves()
    await writes('po końcu')
    expect(atDesk()).not.toContain('po końcu')
  })

  test('and the desk sees it, in a topic that is closed', async () => {
    const { desk, thread, atDesk } = await leaves()
    const [, line = ''] = say('desk:line.left').split('}}')
    expect(atDesk().some((text) => text.endsWith(line))).toBe(true)
    expect(desk.group.topics().find(({ id }) => id === thread)?.state).toBe('closed')
  })

  test('and is shown numbers', async () => {
    const { person } = await leaves()
    expect([person.at(), person.choices()[0]]).toEqual(['consultant.left', 'next'])
  })

  test('and what the desk writes then is refused', async () => {
    const { desk, thread, atDesk, onPhone } = await leaves()
    await desk.says(desk.lead, 'Jeszcze jedno', thread)
    expect([atDesk().at(-1), onPhone().includes('Jeszcze jedno')]).toEqual([
      say('desk:not-sent.over'),
      false,
    ])
  })

  test('and may have another one, in another topic', async () => {
    const { person, desk, thread, settled, writes, atDesk } = await leaves()
    await person.says('/talk')
    await person.taps('anew')
    await person.taps('send')
    await settled()
    const next = desk.topic()
    await writes('nowa sprawa')
    expect(next).not.toBe(thread)
    expect(desk.fromBot(next)).toContain('nowa sprawa')
    expect(atDesk()).not.toContain('nowa sprawa')
  })

  test('and what is written in the topic of the earlier one does not come', async () => {
    const { person, desk, thread, settled, onPhone, atDesk } = await leaves()
    await person.says('/talk')
    await person.taps('anew')
    await person.taps('send')
    await settled()
    await desk.presses(desk.lead, 'take', desk.topic())
    await desk.says(desk.lead, 'w starym wątku', thread)
    expect([onPhone().includes('w starym wątku'), atDesk().at(-1)]).toEqual([
      false,
      say('desk:not-sent.over'),
    ])
  })
})

describe('whether it helped', () => {
  const closes = async () => {
    const talk = await newTalk()
    await talk.desk.presses(talk.desk.second, 'close', talk.thread)
    return talk
  }

  test.each(['yes', 'partly', 'no'])('%s is counted, and the desk hears it', async (answer) => {
    const { person, settled, bot, atDesk } = await closes()
    await person.taps(answer)
    await settled()
    expect((await bot.counts())[`helped#${answer}`]).toBe(1)
    const [, line = ''] = say(`desk:line.helped-${answer}`).split('}}')
    expect(atDesk().at(-1)?.endsWith(line)).toBe(true)
    expect(person.at()).toBe('consultant.more')
  })

  test('need not be answered, and then nothing is counted or told', async () => {
    const { person, settled, bot, atDesk } = await closes()
    const before = atDesk().length
    await person.taps('skip')
    await settled()
    const counted = Object.keys(await bot.counts()).filter((name) => name.startsWith('helped'))
    expect([counted, atDesk().length, person.at()]).toEqual([[], before, 'consultant.over'])
  })
})
