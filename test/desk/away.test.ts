import { expect, test } from 'vitest'
import { say } from '../bot.ts'
import { newTalk } from './talk.ts'

test('another language leads back to the talk', async () => {
  const { person, writes, atDesk } = await newTalk()
  await person.says('/language')
  await person.taps('uk')
  await writes('Добрий день')
  expect([person.at(), atDesk().includes('Добрий день')]).toEqual(['consultant.talk', true])
})

test('another language stands on the card, and in the name of the topic', async () => {
  const { person, settled, desk, thread, caseOf } = await newTalk()
  await person.says('/language')
  await person.taps('uk')
  await settled()
  const card = desk.group.messages(thread).find(({ pinned }) => pinned)
  expect(card?.text).toContain(say('desk:card.foreign'))
  expect(desk.group.topics().find(({ id }) => id === thread)?.name).toContain('· uk')
  expect(await caseOf()).toMatchObject({ language: 'uk', isForeign: true, state: 'taken' })
})

test.each(['/start', '/menu'])('the menu leads back to the talk: %s', async (command) => {
  const { person } = await newTalk()
  await person.says(command)
  await person.taps('continue')
  expect(person.at()).toBe('consultant.talk')
})

test('the menu leads on with what the talk was left for', async () => {
  const { person } = await newTalk()
  for (const command of ['/start offer', '/menu']) await person.says(command)
  await person.taps('continue')
  expect(person.at()).toBe('offer.way')
})

test('the menu leads to no talk that is over', async () => {
  const { person } = await newTalk()
  await person.taps('leave')
  await person.says('/menu')
  expect(person.choices()).not.toContain('continue')
})
