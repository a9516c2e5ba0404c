import { expect, test } from 'vitest'
import { newReader } from '../../person.ts'

test('tips come in the language that was chosen last', async () => {
  const person = await newReader()
  await person.opens('tips')
  await person.taps('on-rights')
  await person.opens('language')
  await person.taps('uk')
  expect(await person.world.tips.subscribers('rights')).toEqual([{ chat: 7, language: 'uk' }])
})
