import { expect, test } from 'vitest'
import { newReader } from '../../person.ts'

const fraud =
  'Praca w Holandii od zaraz, zbiór tulipanów. Opłata rezerwacyjna 300 euro, pisz na Telegram.'

/** Somebody whose advert was read, and which verdicts the log has told since. */
async function judged() {
  const person = await newReader()
  const told: unknown[] = []
  person.world.log = (_event, fields) => {
    if (fields && 'verdict' in fields) told.push(fields.verdict)
  }
  await person.opens('start offer')
  for (const choice of ['adult', 'advert']) await person.taps(choice)
  await person.says(fraud)
  await person.taps('done')
  return { person, told }
}

test('a verdict is told once, whatever leads back to it', async () => {
  const { person, told } = await judged()
  expect(told).toEqual(['strong'])
  for (const choice of ['page-0', 'page-1', 'back', 'page-0', 'menu', 'continue'])
    await person.taps(choice)
  await person.says('abrakadabra')
  for (const choice of ['sos', 'back', 'done', 'back', 'done', 'enough']) await person.taps(choice)
  expect(told).toEqual(['strong'])
})

test('a verdict that other answers lead to is told anew', async () => {
  const { person, told } = await judged()
  for (const choice of ['done', 'questions']) await person.taps(choice)
  while (person.at() !== 'offer.verdict') await person.taps(person.choices().at(-1) ?? 'menu')
  expect(told).toEqual(['strong', 'strong'])
})
