import { expect, test } from 'vitest'
import { say } from '../bot.ts'
import { newTalk } from './talk.ts'

test.each(['/hide', '/forget'])(
  '%s finds what a desk wrote in an earlier talk',
  async (command) => {
    const { person, settled, answers, onPhone } = await newTalk()
    await answers('proszę nie jechać')
    await person.taps('leave')
    await person.says('/talk')
    await person.taps('anew')
    await person.taps('send')
    await settled()
    expect(onPhone()).toContain('proszę nie jechać')
    await person.says(command)
    await settled()
    expect(onPhone()).not.toContain('proszę nie jechać')
  },
)

test('a word that was on its way to the talk that ended does not come to the next one', async () => {
  const { bot, desk, thread, person, settled } = await newTalk()
  const { faults } = bot.telegram
  faults.add({ kind: 'status', method: 'copyMessage', status: 429, retry_after: 1, times: 20 })
  const message = await person.says('do pierwszej rozmowy')
  await person.taps('leave')
  await person.says('/talk')
  await person.taps('anew')
  await person.taps('send')
  await settled()
  const next = desk.topic()
  const [, left = ''] = say('desk:line.left').split('}}')
  expect([next === thread, desk.texts(next).includes('do pierwszej rozmowy')]).toEqual([
    false,
    false,
  ])
  expect(person.chat().find(({ id }) => id === message)?.reactions).toEqual(['👎'])
  expect(desk.fromBot(next).some((text) => text.endsWith(left))).toBe(false)
  expect(desk.fromBot(thread).at(-1)?.endsWith(left)).toBe(true)
  expect(desk.group.topics().find(({ id }) => id === thread)?.state).toBe('closed')
})
