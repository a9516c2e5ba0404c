import { describe, expect, test } from 'vitest'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { newBot, type Person, say } from '../bot.ts'

const critical = 'Praca od zaraz w Niemczech, 2500 euro. Paszport oddajesz kierowcy'
const poll = {
  ...{ id: '1', type: 'regular', total_voter_count: 0, is_closed: false, is_anonymous: true },
  ...{ allows_multiple_answers: false, allows_revoting: true, members_only: false },
}
const options = ['Tak', 'Nie'].map((text) => ({ persistent_id: text, text, voter_count: 0 }))
const file = { file_id: 'd', file_unique_id: 'd', file_size: 9 }
const pdf = { ...file, file_name: 'a.pdf', mime_type: 'application/pdf' }
const berlin = { latitude: 52.5, longitude: 13.4 }

type Content = Parameters<Person['sends']>[0]

describe('an advert is read', () => {
  test.each<[string, Content]>([
    ['in a rich message', { rich_message: { blocks: [{ type: 'paragraph', text: critical }] } }],
    ['in a poll', { poll: { ...poll, question: critical, options } }],
    ['behind a word that only looks like a command', { text: `/praca ${critical}` }],
  ])('%s', async (_where, content) => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await bot.reader()
    await person.sends(content, { forwarded: true })
    expect(person.at()).toBe('danger.stop')
  })
})

describe('a card of a bot, sent from any chat,', () => {
  const card = (start: string, text: string) => ({
    text,
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
      await person.sends(card(start, critical))
      expect(person.at()).toBe('danger.stop')
    },
  )

  test('that cries out opens help, though its button opens a flow of another bot', async () => {
    const person = await (await newBot()).reader()
    await person.sends(card('offer', 'szef mnie bije'))
    expect(person.at()).toBe('relative.danger')
  })
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
    await person.sends(content)
    expect(person.last()?.text).toContain(say(`common:unread.${holds}`).split('\n')[0])
    expect(person.at()).toBe('menu.groups')
  })

  test.each(['voice', 'video', 'video_note'] as const)('a %s', async (kind) => {
    const bot = await newBot()
    const person = await bot.reader()
    await person.sendsSample(kind)
    expect(person.last()?.text).toContain(say('common:unread.recording').split('\n')[0])
  })
})

test('what stands late in a long rich message is read too', async () => {
  const person = await (await newBot()).reader()
  const filler = {
    type: 'paragraph',
    text: 'Zbiór owoców na dużej farmie pod miastem. '.repeat(150),
  }
  const blocks = [filler, { type: 'paragraph', text: critical }]
  await person.sends({ rich_message: { blocks } }, { forwarded: true })
  expect(person.at()).toBe('danger.stop')
})

test('a place with a name leads to its country, and nobody comes', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const venue = { location: berlin, title: 'Hotel Adler', address: 'Berlin, Niemcy' }
  await person.sends({ venue })
  expect(person.at()).toBe('country.what')
  expect(person.last()?.text).toContain(say('common:place-unseen').split('\n')[0])
})

test('who begins with a place is told of it and asked for a language', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = bot.person()
  await person.sends({ location: berlin })
  expect(person.last()?.text).toContain(say('common:unread.place').split('\n')[0])
  expect(person.at()).toBe('start.language')
})

test('files that were sent as one are answered once', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const before = person.bubbles().length
  for (let part = 0; part < 3; part++) await person.sends({ document: pdf, media_group_id: '135' })
  expect(person.bubbles()).toHaveLength(before + 1)
})

test('files that were sent as one are answered once to somebody new', async () => {
  const person = (await newBot()).person()
  for (let part = 0; part < 2; part++) await person.sends({ document: pdf, media_group_id: '135' })
  expect(person.bubbles()).toHaveLength(1)
})

test('words that say nothing below a picture are not said to mean nothing', async () => {
  const person = await (await newBot()).reader()
  await person.sendsPicture('to z Facebooka, co o tym myślicie?')
  const words = say('common:use-buttons')
  expect(person.bubbles().filter(({ text }) => text.includes(words))).toEqual([])
})

test('a film beside a picture of the same advert needs no word', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const size = { ...file, width: 90, height: 90 }
  await person.sends({ photo: [size], media_group_id: '135' })
  const before = person.bubbles().length
  const video = { file_id: 'v', file_unique_id: 'v', duration: 3, width: 9, height: 9 }
  await person.sends({ video, media_group_id: '135' })
  expect(person.bubbles()).toHaveLength(before)
})
