import { expect, test } from 'vitest'
import { checksOffer, newBot } from '../../bot.ts'

/** What was counted after somebody at a question of the offer check has written. */
async function missedBy(...texts: string[]) {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  for (const text of texts) await person.says(text)
  const counts = Object.entries(await bot.counts())
  return Object.fromEntries(counts.filter(([name]) => name.startsWith('missed#')))
}

test('what nobody understands is counted by the step, without a word of it', async () => {
  expect(await missedBy('zażółć gęślą jaźń', 'blabla')).toEqual({ 'missed#offer.fee': 2 })
})

const honest = 'Praca w Holandii, firma Bloem B.V., 15 euro na godzinę, 40 godzin tygodniowo.'

test.each([
  'dzień dobry',
  'dziękuję',
  'nie wiem',
  'Niemcy',
  'szef mnie bije',
  'NIP 7740001454',
  honest,
])('%s is understood, so nothing is counted', async (text) => {
  expect(await missedBy(text)).toEqual({})
})
