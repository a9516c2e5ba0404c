import { expect, test } from 'vitest'
import { messageText, typedText } from '../../../src/simulator/text/text.ts'

test.each([
  ['/start now', [['bot_command', '/start']]],
  ['see https://a.pl/x?y=1.', [['url', 'https://a.pl/x?y=1']]],
  ['see a-b.com, please', [['url', 'a-b.com']]],
  ['write to me@a.pl', [['email', 'me@a.pl']]],
  [
    'ask @someone or #work',
    [
      ['mention', '@someone'],
      ['hashtag', '#work'],
    ],
  ],
  ['and/or 1/2', []],
])('in "%s" Telegram finds what it is', (text, found) => {
  const { entities } = typedText(text)
  expect(
    entities.map((one) => [one.type, text.slice(one.offset, one.offset + one.length)]),
  ).toEqual(found)
})

test('nothing is looked for inside code', () => {
  const { entities } = messageText({ text: '<code>/start</code>', parse_mode: 'HTML' })
  expect(entities.map(({ type }) => type)).toEqual(['code'])
})

test('spaces around a text go, and its formats move along', () => {
  expect(messageText({ text: '  <b>a </b> ', parse_mode: 'HTML' })).toEqual({
    text: 'a',
    entities: [{ type: 'bold', offset: 0, length: 1 }],
  })
})

test('control characters become spaces', () => {
  expect(messageText({ text: 'a\0b' }).text).toBe('a b')
})

test('formats may be given apart', () => {
  const entities = [{ type: 'text_link', offset: 0, length: 1, url: 'https://a.pl/' }]
  expect(messageText({ text: 'ab', entities }).entities).toEqual(entities)
})

test('a dangerous link given apart is dropped', () => {
  const entities = [{ type: 'text_link', offset: 0, length: 1, url: 'javascript:alert(1)' }]
  expect(messageText({ text: 'ab', entities }).entities).toEqual([])
})

test('a format beyond the end is refused', () => {
  const entities = [{ type: 'bold', offset: 1, length: 2 }]
  expect(() => messageText({ text: 'ab', entities })).toThrow('ends after the end of the text')
})

test('markup other than HTML is refused', () => {
  expect(() => messageText({ text: '*a*', parse_mode: 'MarkdownV2' })).toThrow('HTML only')
})
