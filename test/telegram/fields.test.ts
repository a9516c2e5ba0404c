import { describe, expect, test } from 'vitest'
import { wordsOfRich } from '../../src/telegram/rich.ts'
import { fromMessage, person } from './updates.ts'

/** What a message with these fields and no text says. */
function eventOf(more: Record<string, unknown>) {
  const parsed = fromMessage({ text: undefined, ...more })
  return parsed.kind === 'person' ? parsed.incoming.event : parsed
}

const size = { file_id: 'large', file_unique_id: 'l', width: 90, height: 90 }
const elsewhere = { origin: { type: 'channel', date: 1 }, chat: { id: -1, type: 'channel' } }

describe('words wherever they stand', () => {
  test('in the blocks of a rich message are read from top to bottom, one a line', () => {
    const bold = { type: 'bold', text: 'passport' }
    const blocks = [
      { type: 'heading', text: 'Work in Norway', size: 1 },
      { type: 'paragraph', text: ['You hand your ', bold, ' to the driver'] },
      {
        type: 'list',
        items: [{ label: '1.', blocks: [{ type: 'paragraph', text: 'Pay 300 euro' }] }],
      },
      { type: 'table', cells: [[{ text: 'Pay' }, { text: { type: 'code', text: '15' } }]] },
      {
        type: 'details',
        summary: 'More',
        blocks: [{ type: 'blockquote', blocks: [{ type: 'paragraph', text: 'Be quick' }] }],
      },
      { type: 'divider' },
      { type: 'buttons', buttons: [{ text: 'Write to us', url: 'https://t.me/x' }] },
    ]
    expect(eventOf({ rich_message: { blocks } })).toEqual({
      kind: 'text',
      text: 'Work in Norway\nYou hand your passport to the driver\n1.\nPay 300 euro\nPay 15\nMore\nBe quick\nWrite to us',
    })
  })

  test('below a photo of a rich message go with the photo', () => {
    const caption = { text: 'Only today', credit: 'Agency' }
    const blocks = [
      { type: 'paragraph', text: 'Work' },
      { type: 'slideshow', blocks: [{ type: 'photo', photo: [size], caption }] },
    ]
    expect(eventOf({ rich_message: { blocks } })).toEqual({
      kind: 'picture',
      file: 'large',
      caption: 'Work\nOnly today\nAgency',
    })
  })

  test.each([
    ['no blocks', {}],
    ['blocks of another shape', { blocks: [null, 7, { type: 'paragraph', text: { of: 1 } }] }],
    ['cells of another shape', { blocks: [{ type: 'table', cells: [7, [7]] }] }],
  ])('are none in a rich message with %s', (_name, rich_message) => {
    expect(eventOf({ rich_message })).toEqual({ kind: 'media', holds: 'other' })
  })

  test.each([
    ['blocks', (inner: object) => ({ type: 'blockquote', blocks: [inner] })],
    ['runs', (inner: object) => ({ type: 'bold', text: inner })],
  ])('are read beside %s that are nested deeper than anybody nests', (_name, around) => {
    let block: object = { type: 'paragraph', text: 'deep' }
    for (let level = 0; level < 5000; level++) block = around(block)
    expect(eventOf({ rich_message: { blocks: [block, { type: 'footer', text: 'end' }] } })).toEqual(
      { kind: 'text', text: 'end' },
    )
  })

  test('are read no further than anybody writes', () => {
    let met = 0
    const block = new Proxy(
      { type: 'paragraph', text: 'x' },
      {
        get: (target, name, self) => {
          if (name === 'text') met++
          return Reflect.get(target, name, self)
        },
      },
    )
    wordsOfRich({ blocks: Array.from({ length: 1_000_000 }, () => block) })
    expect(met).toBeLessThanOrEqual(10_000)
  })

  test('of a list of things to do are the own ones of who sends it', () => {
    const checklist = { title: 'They want', tasks: [{ id: 1, text: 'my passport' }] }
    expect(eventOf({ checklist })).toEqual({ kind: 'text', text: 'They want\nmy passport' })
  })

  test('of a sticker are its emoji', () => {
    const sticker = { file_id: 's', emoji: '🆘' }
    expect(eventOf({ sticker })).toEqual({ kind: 'text', text: '🆘', holds: 'other' })
  })

  test.each([
    [
      'a poll',
      { poll: { question: 'Who goes?', description: 'To Norway', options: [{ text: 'I' }] } },
      { quoted: { text: 'Who goes?\nTo Norway\nI', isTheirs: true }, holds: 'other' },
    ],
    [
      'a place with a name',
      { venue: { title: 'Hotel', address: 'Bergen' }, location: {} },
      { quoted: { text: 'Hotel\nBergen', isTheirs: true }, holds: 'place' },
    ],
    [
      'a bill',
      { invoice: { title: 'Visa', description: 'Pay first' } },
      { quoted: { text: 'Visa\nPay first', isTheirs: true }, holds: 'other' },
    ],
    [
      'a contact with a number in its name',
      { contact: { first_name: 'Agency', last_name: 'KRAZ 8448' } },
      { quoted: { text: 'Agency\nKRAZ 8448', isTheirs: true }, holds: 'contact' },
    ],
  ])('in %s are those of somebody else', (_name, more, expected) => {
    expect(eventOf(more)).toEqual({ kind: 'media', ...expected })
  })

  test('are none in the name of a contact', () => {
    expect(eventOf({ contact: { first_name: 'SOS' } })).toEqual({ kind: 'media', holds: 'contact' })
  })
})

describe('what somebody answers to', () => {
  const other = { id: 8, is_bot: false }
  test.each([
    [
      'a part of it',
      { quote: { text: 'Pay first' }, external_reply: elsewhere },
      'Pay first',
      true,
    ],
    [
      'a message of somebody else',
      { reply_to_message: { from: other, text: 'Pay first' } },
      'Pay first',
      true,
    ],
    [
      'an own message',
      { reply_to_message: { from: person, text: 'Pay first' } },
      'Pay first',
      false,
    ],
    [
      'an own message that was passed on',
      { reply_to_message: { from: person, text: 'Pay first', forward_origin: {} } },
      'Pay first',
      true,
    ],
    [
      'words below a picture',
      { reply_to_message: { from: other, photo: [size], caption: 'Pay first' } },
      'Pay first',
      true,
    ],
    [
      'a poll in another chat',
      { external_reply: { ...elsewhere, poll: { question: 'Who goes?' } } },
      'Who goes?',
      true,
    ],
  ])('goes with the answer: %s', (_name, more, text, isTheirs) => {
    const isHere = 'reply_to_message' in more
    expect(eventOf({ text: 'Is this a fraud?', ...more })).toEqual({
      kind: 'text',
      text: 'Is this a fraud?',
      quoted: { text, ...(isTheirs && { isTheirs }), ...(isHere && { isHere }) },
      ...(!isHere && { isElsewhere: true }),
    })
  })

  test('is no word of theirs where it is ours', () => {
    const ours = { from: { id: 1, is_bot: true }, text: 'What do you pay?' }
    const more = { text: '300', reply_to_message: ours, quote: { text: 'pay' } }
    expect(eventOf(more)).toEqual({ kind: 'text', text: '300' })
  })

  test('is read where it is a picture in another chat', () => {
    const more = { text: 'Is this real?', external_reply: { ...elsewhere, photo: [size] } }
    const read = { file: 'large', caption: 'Is this real?', isElsewhere: true }
    expect(eventOf(more)).toEqual({ kind: 'picture', ...read })
  })

  test('may be a story', () => {
    expect(eventOf({ text: 'Is this real?', reply_to_story: { id: 1 } })).toEqual({
      kind: 'text',
      text: 'Is this real?',
      isElsewhere: true,
    })
  })

  test('of another shape is none', () => {
    const more = { text: 'Hello', quote: 7, reply_to_message: 'x', external_reply: [] }
    expect(eventOf(more)).toEqual({ kind: 'text', text: 'Hello' })
  })
})

describe('a link', () => {
  const marked = (text: string, type = 'url', more = {}) => ({
    text,
    entities: [{ type, offset: 0, length: text.length, ...more }],
  })
  test.each([
    ['alone', marked('https://x.example/work')],
    ['without a scheme', marked('t.me/work')],
    ['to somebody', marked('@work_abroad', 'mention')],
    [
      'between signs',
      { text: '👉 https://x.example/', entities: [{ type: 'url', offset: 3, length: 18 }] },
    ],
  ])('%s is all that there is', (_name, more) => {
    expect(eventOf(more)).toEqual({ kind: 'media', holds: 'link' })
  })

  test.each([
    ['with words', { ...marked('https://x.example/'), text: 'https://x.example/ work in Norway' }],
    ['behind words', marked('Work in Norway', 'text_link', { url: 'https://x.example/' })],
    ['that may be the name of a firm', marked('zalando.de')],
  ])('%s goes with the words', (_name, more) => {
    expect(eventOf(more)).toEqual({ kind: 'text', text: more.text, holds: 'link' })
  })

  test.each(['phone_number', 'email'])('that is a %s goes with the words', (type) => {
    const more = marked('+48 600 100 200', type)
    expect(eventOf(more)).toEqual({ kind: 'text', text: more.text, holds: 'contact' })
  })
})

describe('what a bot wrote for somebody', () => {
  const by = { via_bot: { id: 1, is_bot: true, username: 'before_bot' } }
  const button = (url: string) => ({ reply_markup: { inline_keyboard: [[{ text: 'Go', url }]] } })

  test('and leads to that bot says which bot, and what it opens there', () => {
    const card = { text: 'Three words to check', ...button('https://t.me/before_bot?start=offer') }
    expect(eventOf({ ...by, ...card })).toEqual({
      kind: 'text',
      text: 'Three words to check',
      card: { of: 1, opens: 'offer' },
      isTheirs: true,
    })
  })

  test.each([
    ['leads elsewhere', { ...by, ...button('https://t.me/other_bot?start=offer') }],
    ['leads nowhere', by],
  ])('and %s is none of their own words', (_name, more) => {
    expect(eventOf({ text: 'help', ...more })).toEqual({
      kind: 'text',
      text: 'help',
      isTheirs: true,
    })
  })

  test('leads nowhere where no bot has sent it', () => {
    const card = { text: 'hello', ...button('https://t.me/before_bot?start=offer') }
    expect(eventOf(card)).toEqual({ kind: 'text', text: 'hello' })
  })
})

test.each(['video/mp4', 'audio/ogg'])('a file of the kind %s is a recording', (mime_type) => {
  expect(eventOf({ document: { file_id: 'd', mime_type } })).toEqual({
    kind: 'media',
    holds: 'recording',
  })
})

test('files that were sent as one say so', () => {
  const more = { document: { file_id: 'd', mime_type: 'application/pdf' }, media_group_id: '135' }
  expect(eventOf(more)).toEqual({ kind: 'media', holds: 'file', album: '135' })
})
