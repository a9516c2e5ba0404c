import { describe, expect, test } from 'vitest'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { type Bot, newBot, say } from '../bot.ts'

const critical = 'Praca od zaraz w Niemczech, 2500 euro. Paszport oddajesz kierowcy'

const withNumbers = { outside: { readNumbers } }

/** Where the cards lead that somebody is offered, and the way for themselves. */
async function offered(bot: Bot, words: string, language = 'pl') {
  const { phone } = bot.person({ language })
  const offer = await phone.types(words, 'friend')
  const links = offer?.results.map(({ content }) => JSON.stringify(content.reply_markup)) ?? []
  const flows = links.flatMap((link) => [...link.matchAll(/\?start=([^"]*)"/g)].map(([, id]) => id))
  return { offer, flows: [...new Set(flows)], own: offer?.button?.start_parameter }
}

describe('what is typed in any chat is answered by a card', () => {
  test.each([
    ['an advert', critical, 'offer'],
    ['a cry', 'szef mnie bije', 'sos'],
    ['danger to somebody else', 'moja siostra jest w niebezpieczeństwie', 'relative'],
    ['a number of a firm', 'NIP 7740001454', 'employer'],
    ['a number of an agency', 'KRAZ 8448', 'agency'],
    ['anything else', 'lubię placki', 'offer'],
    ['nothing yet', '', 'offer'],
  ])('about %s', async (_what, words, flow) => {
    const bot = await newBot(withNumbers)
    const { flows, own } = await offered(bot, words)
    expect([flows, own]).toEqual([[flow], flow])
  })
})

test('cards come in every language, one’s own first', async () => {
  const bot = await newBot(withNumbers)
  const { offer } = await offered(bot, critical, 'uk')
  expect(offer?.results.map(({ id }) => id)).toEqual(['uk', 'pl', 'en', 'ru'])
})

test('the card leads whoever reads it into the check', async () => {
  const bot = await newBot(withNumbers)
  const person = await bot.reader()
  const offer = await person.phone.types(critical, 'friend')
  person.phone.chooses({ id: 'pl' })
  expect(person.phone.friend().at(-1)?.text).toContain(
    say('indicators:rec_original_documents_taken.label'),
  )
  person.phone.start(offer?.button?.start_parameter)
  await bot.telegram.settled()
  expect(person.at()?.split('.')[0]).toBe('offer')
})

test('a card that is sent to the bot itself opens what it leads to', async () => {
  const bot = await newBot(withNumbers)
  const person = await bot.reader()
  await person.phone.types('NIP 7740001454')
  person.phone.chooses({ id: 'pl' })
  await bot.telegram.settled()
  expect(person.at()?.split('.')[0]).toBe('employer')
})

test('nothing is kept of what somebody types in other chats', async () => {
  const bot = await newBot(withNumbers)
  const { phone } = bot.person()
  await phone.types(`Zażółć ${critical}`, 'friend')
  await bot.telegram.settled()
  expect(await bot.world.talks.load(phone.id)).toBeUndefined()
  expect(await bot.world.messages.of(phone.id)).toEqual([])
  expect(JSON.stringify([bot.lines, await bot.counts()])).not.toMatch(/Zażółć|Paszport|kierowcy/)
})
