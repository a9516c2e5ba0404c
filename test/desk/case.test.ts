import { expect, test } from 'vitest'
import { newScene } from './scene.ts'

/** A person and a desk that talk with each other. */
async function newTalk() {
  const scene = await newScene()
  const desk = await scene.desk()
  const person = await scene.seeker()
  await person.taps('send')
  await scene.settled()
  return { ...scene, desk, person, thread: desk.topic() }
}

test('a whole case: consent, a topic, taking, words both ways, the end, whether it helped', async () => {
  const { settled, desk, person, thread } = await newTalk()
  await desk.presses(desk.second, 'take', thread)
  await person.says('Czy ta agencja jest legalna?')
  await settled()
  expect(desk.fromBot(thread)).toContain('Czy ta agencja jest legalna?')
  await desk.says(desk.second, 'Sprawdzam to w rejestrze.', thread)
  expect(person.bubbles().map(({ text }) => text)).toContain('Sprawdzam to w rejestrze.')
  await desk.presses(desk.second, 'close', thread)
  expect(person.at()).toBe('consultant.helped')
  await person.taps('yes')
  await settled()
  expect(person.at()).toBe('consultant.more')
})
