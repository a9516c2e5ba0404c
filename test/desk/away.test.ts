import { expect, test } from 'vitest'
import { newTalk } from './talk.ts'

test('another language leads back to the talk', async () => {
  const { person, writes, atDesk } = await newTalk()
  await person.says('/language')
  await person.taps('uk')
  await writes('Добрий день')
  expect([person.at(), atDesk().includes('Добрий день')]).toEqual(['consultant.talk', true])
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
