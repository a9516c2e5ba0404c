import { describe, expect, test } from 'vitest'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { type Bot, newBot, type Person, say } from '../bot.ts'

const critical = 'Praca od zaraz w Niemczech, 2500 euro. Paszport oddajesz kierowcy'
const fraud =
  'Praca w Holandii przy pakowaniu kwiatów, 15 euro brutto na godzinę. Opłata rezerwacyjna 300 zł przed wyjazdem.'
const channel = {
  type: 'channel' as const,
  chat: { id: -1, type: 'channel' },
  message_id: 3,
  date: 1,
}
const elsewhere = { origin: channel, chat: { id: -1, type: 'channel' } }
const poll = {
  ...{ id: '1', type: 'regular', total_voter_count: 0, is_closed: false, is_anonymous: true },
  ...{ allows_multiple_answers: false, allows_revoting: true, members_only: false },
}
const options = ['Tak', 'Nie'].map((text) => ({ persistent_id: text, text, voter_count: 0 }))
const file = { file_id: 'd', file_unique_id: 'd', file_size: 9 }
const pdf = { ...file, file_name: 'a.pdf', mime_type: 'application/pdf' }
const berlin = { latitude: 52.5, longitude: 13.4 }

type Content = Parameters<Person['phone']['sendAny']>[0]
type Way = Parameters<Person['phone']['sendAny']>[1]

async function sends(bot: Bot, person: Person, content: Content, way?: Way) {
  const message = person.phone.sendAny(content, way)
  await bot.telegram.settled()
  return message
}

describe('an advert is read', () => {
  test.each<[string, Content]>([
    ['in a rich message', { rich_message: { blocks: [{ type: 'paragraph', text: critical }] } }],
    [
      'in what is answered to in another chat',
      {
        text: 'Czy to oszustwo?',
        external_reply: elsewhere,
        quote: { text: critical, position: 0 },
      },
    ],
    ['in a poll', { poll: { ...poll, question: critical, options } }],
    ['behind a word that only looks like a command', { text: `/praca ${critical}` }],
  ])('%s', async (_where, content) => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await bot.reader()
    await sends(bot, person, content, { forwarded: true })
    expect(person.at()).toBe('danger.stop')
  })

  test('in an own message that somebody asks about later', async () => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await bot.reader()
    const advert = await person.says(fraud)
    await person.taps('adult')
    await person.says('/menu')
    await sends(bot, person, { text: 'Czy to oszustwo?' }, { replyTo: advert })
    expect(person.at()).toBe('offer.first-verdict')
  })
})

describe('a card of a bot, sent from any chat,', () => {
  const card = (start: string) => ({
    text: critical,
    via_bot: { id: 9, is_bot: true, first_name: 'Jobs', username: 'jobs_bot' },
    reply_markup: {
      inline_keyboard: [[{ text: 'Go', url: `https://t.me/jobs_bot?start=${start}` }]],
    },
  })

  test.each(['employer', 'apply-42'])(
    'is an advert where its %s is another bot’s',
    async (start) => {
      const bot = await newBot({ outside: { readNumbers } })
      const person = await bot.reader()
      await sends(bot, person, card(start))
      expect(person.at()).toBe('danger.stop')
    },
  )
})

test('a number that somebody answers to leads to its check', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const content = { text: 'Co to za firma?', external_reply: elsewhere }
  await sends(bot, person, { ...content, quote: { text: 'NIP 7740001454', position: 0 } })
  expect(person.at()?.split('.')[0]).toBe('employer')
})

test('what was found in words that are known by their number is shown', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  await person.says('/start offer')
  for (const choice of ['adult', 'advert']) await person.taps(choice)
  const quote = { text: '7740001454 ostatnie miejsca', position: 0 }
  await sends(bot, person, { text: 'hm', external_reply: elsewhere, quote })
  expect(person.bubbles().some(({ text }) => text.includes('ostatnie miejsca'))).toBe(true)
})

test('who cries out above the words of somebody else is shown help', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const content = { text: 'ratunku', external_reply: elsewhere }
  await sends(bot, person, { ...content, quote: { text: fraud, position: 0 } })
  expect(person.at()).toBe('sos.now')
})

test('who says anything to a cry of somebody else is shown how to help them', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const quote = { text: 'szef mnie bije', position: 0 }
  await sends(bot, person, { text: 'cześć', external_reply: elsewhere, quote })
  expect(person.at()).toBe('relative.danger')
})

test('who quotes what they wrote in danger is asked whether it happens now', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const cry = await person.says('szef mnie bije')
  await person.says('/menu')
  await sends(bot, person, { text: 'to było wczoraj' }, { replyTo: cry })
  expect(person.at()).toBe('story.now')
})

test('what we wrote is no word of who answers to it', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const ours = person.last()?.id ?? 0
  await sends(bot, person, { text: 'nie wiem' }, { replyTo: ours })
  expect(person.at()).toBe('menu.groups')
})

describe('what nobody reads is told, where one stands', () => {
  test.each<[string, Content, string]>([
    ['a file', { document: pdf }, 'file'],
    ['a contact', { contact: { phone_number: '+447700900123', first_name: 'SOS' } }, 'contact'],
    [
      'a telephone number',
      { text: '+44 7700 900123', entities: [{ type: 'phone_number', offset: 0, length: 15 }] },
      'contact',
    ],
    ['a place', { location: berlin }, 'place'],
    ['a link', { text: 'https://example.org/praca-niemcy' }, 'link'],
    ['a link among words', { text: 'zobaczcie https://example.org/' }, 'link'],
    ['a dice', { dice: { emoji: '🎲', value: 3 } }, 'other'],
  ])('%s', async (_what, content, holds) => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await bot.reader()
    await sends(bot, person, content)
    expect(person.last()?.text).toContain(say(`common:unread.${holds}`).split('\n')[0])
    expect(person.at()).toBe('menu.groups')
  })

  test.each(['voice', 'video', 'video_note'] as const)('a %s', async (kind) => {
    const bot = await newBot()
    const person = await bot.reader()
    person.phone.sendSample(kind)
    await bot.telegram.settled()
    expect(person.last()?.text).toContain(say('common:unread.recording').split('\n')[0])
  })
})

test('a place with a name leads to its country, and nobody comes', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const venue = { location: berlin, title: 'Hotel Adler', address: 'Berlin, Niemcy' }
  await sends(bot, person, { venue })
  expect(person.at()).toBe('country.what')
  expect(person.last()?.text).toContain(say('common:unread.place').split('\n')[0])
})

test('who begins with a place is told of it and asked for a language', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = bot.person()
  await sends(bot, person, { location: berlin })
  expect(person.last()?.text).toContain(say('common:unread.place').split('\n')[0])
  expect(person.at()).toBe('start.language')
})

test('files that were sent as one are answered once', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const before = person.bubbles().length
  for (let part = 0; part < 3; part++)
    await sends(bot, person, { document: pdf, media_group_id: '135' })
  expect(person.bubbles()).toHaveLength(before + 1)
})

test('a film beside a picture of the same advert needs no word', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const size = { ...file, width: 90, height: 90 }
  await sends(bot, person, { photo: [size], media_group_id: '135' })
  const before = person.bubbles().length
  const video = { file_id: 'v', file_unique_id: 'v', duration: 3, width: 9, height: 9 }
  await sends(bot, person, { video, media_group_id: '135' })
  expect(person.bubbles()).toHaveLength(before)
})
