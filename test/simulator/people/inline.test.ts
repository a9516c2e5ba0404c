import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Where } from '../../../src/simulator/people/inline.ts'
import type { Person } from '../../../src/simulator/people/people.ts'
import type { Simulator, SimulatorOptions } from '../../../src/simulator/start.ts'
import { call, newTelegram, somebody, updates } from '../telegram.ts'

const link = 'https://t.me/simulator_bot?start=offer'
const card = {
  type: 'article',
  id: 'card',
  title: 'Five questions',
  description: 'Before you go',
  input_message_content: { message_text: '<b>Ask</b> first', parse_mode: 'HTML' },
  reply_markup: { inline_keyboard: [[{ text: 'Check', url: link }]] },
}
const TOO_OLD = 'Bad Request: query is too old and response timeout expired or query ID is invalid'

describe('a query', () => {
  test('tells the bot what was typed, by whom and in what kind of chat', async () => {
    const { telegram, person } = await aPhone()
    void person.types('norw')
    expect(await queries(telegram)).toEqual([
      {
        id: expect.any(String),
        from: expect.objectContaining({ id: person.id }),
        query: 'norw',
        offset: '',
        chat_type: 'sender',
      },
    ])
  })

  test('says in what kind of chat it was typed', async () => {
    const { telegram, person } = await aPhone()
    const group = telegram.group({ title: 'Work abroad' })
    void person.types('', 'friend')
    void person.types('', group)
    expect((await queries(telegram)).map(({ chat_type }) => chat_type)).toEqual([
      'private',
      'supergroup',
    ])
    await expect(person.types('', { id: 1 })).rejects.toThrow('there is no group 1')
  })

  test('is answered with what the bot offers', async () => {
    const { offers } = await aPhone()
    const offer = await offers({ results: [card], button: { text: 'Open', start_parameter: 'x' } })
    expect(offer).toMatchObject({
      results: [{ id: 'card', title: 'Five questions', description: 'Before you go' }],
      button: { text: 'Open', start_parameter: 'x' },
    })
  })

  test('comes also to a bot that is not begun, and only if it asks for queries', async () => {
    const telegram = await newTelegram()
    const person = telegram.person()
    const kinds = async (allowed_updates: string[]) => {
      await updates(telegram, { allowed_updates })
      void person.types('norw')
      return (await updates(telegram)).length
    }
    expect(await kinds(['message'])).toBe(0)
    expect(await kinds(['message', 'inline_query'])).toBe(1)
  })

  test('is forgotten after thirty seconds', async () => {
    const { telegram, person } = await aPhone()
    const offer = person.types('norw')
    telegram.clock.forward(31)
    expect(await offer).toBeUndefined()
    expect(await queries(telegram)).toEqual([])
  })

  test('has at most 256 letters', async () => {
    const { telegram, person } = await aPhone()
    void person.types('🦺'.repeat(256))
    expect(await queries(telegram)).toHaveLength(1)
    await expect(person.types('x'.repeat(257))).rejects.toThrow('at most 256 letters')
  })

  test('is asked of no bot that was not made for it', async () => {
    const { telegram, person } = await aPhone({ inline: false })
    await expect(person.types('norw')).rejects.toThrow("the bot doesn't support inline queries")
    expect((await call(telegram, 'getMe')).result).toMatchObject({ supports_inline_queries: false })
    const other = await newTelegram()
    expect((await call(other, 'getMe')).result).toMatchObject({ supports_inline_queries: true })
  })
})

describe('an answer', () => {
  test.each([
    ['no known query', { inline_query_id: '1' }, TOO_OLD],
    ['too many results', { results: many(51) }, 'Bad Request: RESULTS_TOO_MUCH'],
    ['the same id twice', { results: [card, card] }, 'Bad Request: RESULT_ID_DUPLICATE'],
    ['no id', { results: [{ ...card, id: '' }] }, 'Bad Request: RESULT_ID_INVALID'],
    [
      'an id of 65 bytes',
      { results: [{ ...card, id: `${'ż'.repeat(32)}x` }] },
      'Bad Request: RESULT_ID_INVALID',
    ],
    ['no title', { results: [{ ...card, title: ' ' }] }, 'Bad Request: ARTICLE_TITLE_EMPTY'],
    [
      'an empty text',
      { results: [{ ...card, input_message_content: { message_text: ' ' } }] },
      'Bad Request: message text is empty',
    ],
    [
      'broken HTML',
      {
        results: [{ ...card, input_message_content: { message_text: '<b>', parse_mode: 'HTML' } }],
      },
      'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [
      'an address that is none',
      { results: [{ ...card, reply_markup: { inline_keyboard: [[{ text: 'a', url: '.' }]] } }] },
      'Bad Request: BUTTON_URL_INVALID',
    ],
    ['a start parameter with a space', button('a b'), 'Bad Request: START_PARAM_INVALID'],
    ['an empty start parameter', button(''), 'Bad Request: START_PARAM_INVALID'],
    ['a long start parameter', button('x'.repeat(65)), 'Bad Request: START_PARAM_INVALID'],
    [
      'a field that does not exist',
      { results: [{ ...card, colour: 1 }] },
      'Bad Request: results[0].colour: there is no such parameter',
    ],
  ])('with %s is refused', async (_what, payload, description) => {
    const { telegram, person } = await aPhone()
    void person.types('norw')
    const [{ id = '' } = {}] = await queries(telegram)
    const answer = { inline_query_id: id, results: [card], ...payload }
    expect((await call(telegram, 'answerInlineQuery', answer)).description).toBe(description)
    // And the query still waits.
    const good = { inline_query_id: id, results: [card] }
    expect(await call(telegram, 'answerInlineQuery', good)).toMatchObject({ ok: true })
  })

  test('may have fifty results, ids of 64 bytes and no result at all', async () => {
    const { offers } = await aPhone()
    expect((await offers({ results: many(50) }))?.results).toHaveLength(50)
    const longest = { ...card, id: 'ż'.repeat(32) }
    expect(await offers({ results: [longest], ...button('x'.repeat(64)) })).toBeDefined()
    expect(await offers({ results: [] })).toEqual({ results: [] })
  })

  test('is given once, and within thirty seconds', async () => {
    const { telegram, person, answers } = await aPhone()
    void person.types('norw')
    const [{ id = '' } = {}] = await queries(telegram)
    expect(await answers(id)).toMatchObject({ ok: true })
    expect(await answers(id)).toMatchObject({ error_code: 400, description: TOO_OLD })
    void person.types('other')
    const other = (await queries(telegram)).at(-1)?.id ?? ''
    telegram.clock.forward(31)
    expect(await answers(other)).toMatchObject({ error_code: 400, description: TOO_OLD })
  })

  test('holds for as long as the bot says, for the same words in the same kind of chat', async () => {
    const { telegram, person, offers } = await aPhone()
    const asked = async () => (await queries(telegram)).length
    await offers({ results: [card], cache_time: 60 })
    expect(await person.types(' norw ')).toMatchObject({ results: [{ id: 'card' }] })
    expect(await asked()).toBe(1)
    void person.types('norw', 'friend')
    void person.types('norway')
    expect(await asked()).toBe(3)
    telegram.clock.forward(60)
    void person.types('norw')
    expect(await asked()).toBe(1)
  })

  test('that is personal is given to nobody else', async () => {
    const { telegram, offers } = await aPhone()
    await offers({ results: [card], is_personal: true, cache_time: 300 })
    void somebody(telegram, 'Jan').types('norw')
    expect(await queries(telegram)).toHaveLength(2)
  })

  test('that is not personal is given to somebody else too', async () => {
    const { telegram, offers } = await aPhone()
    await offers({ results: [card], cache_time: 300 })
    expect(await somebody(telegram, 'Jan').types('norw')).toMatchObject({
      results: [{ id: 'card' }],
    })
  })

  test('holds not at all if the bot says so', async () => {
    const { telegram, person, offers } = await aPhone()
    await offers({ results: [card], cache_time: 0 })
    void person.types('norw')
    expect(await queries(telegram)).toHaveLength(2)
  })
})

describe('a result', () => {
  test('becomes a message in the chat with the bot, which the bot is told of', async () => {
    const { telegram, person, offers } = await aPhone()
    const message_id = await chosen(person, offers)
    const messages = (await updates(telegram)).flatMap(({ message }) => message ?? [])
    expect(messages.at(-1)).toMatchObject({
      message_id,
      from: { id: person.id },
      via_bot: { username: 'simulator_bot' },
      text: 'Ask first',
      entities: [{ type: 'bold', offset: 0, length: 3 }],
      reply_markup: card.reply_markup,
    })
    expect(person.chat().at(-1)).toMatchObject({
      from: 'person',
      via: 'simulator_bot',
      buttons: [[{ text: 'Check', url: link }]],
    })
  })

  test('becomes a message to a friend, of which no bot is told', async () => {
    const { telegram, person, offers } = await aPhone()
    person.writeFriend('I may go abroad')
    await chosen(person, offers, 'friend')
    expect(person.friend()).toMatchObject([
      { text: 'I may go abroad' },
      { text: 'Ask first', via: 'simulator_bot', buttons: [[{ url: link }]] },
    ])
    expect(person.chat()).toHaveLength(1)
    expect((await updates(telegram)).filter(({ message }) => message)).toHaveLength(1)
  })

  test.each([
    ['is told to a bot that is only a member', 'member', 1],
    ['is told to no bot that is not there', undefined, 0],
  ] as const)('in a group %s', async (_what, status, count) => {
    const { telegram, person, offers } = await aPhone()
    const group = telegram.group({ title: 'Work abroad' })
    if (status) group.addBot({ status })
    const before = (await updates(telegram)).filter(({ message }) => message).length
    await chosen(person, offers, group)
    expect(group.messages()).toMatchObject([{ text: 'Ask first', personId: person.id }])
    expect(group.members).toMatchObject([{ id: person.id }])
    const after = (await updates(telegram)).filter(({ message }) => message).length
    expect(after - before).toBe(count)
  })

  test.each([
    ['a place', { latitude: 1, longitude: 2 }, { location: { latitude: 1, longitude: 2 } }],
    [
      'a house',
      { latitude: 1, longitude: 2, title: 'Office', address: 'Street 1' },
      { venue: { title: 'Office', address: 'Street 1' }, location: { latitude: 1, longitude: 2 } },
    ],
    [
      'a contact',
      { phone_number: '+447700900123', first_name: 'Adam' },
      { contact: { first_name: 'Adam' } },
    ],
  ])('may be %s', async (_what, input_message_content, content) => {
    const { telegram, person, offers } = await aPhone()
    await offers({ results: [{ ...card, input_message_content }] })
    person.chooses({ id: 'card' })
    expect((await updates(telegram)).at(-1)?.message).toMatchObject(content)
  })

  test('that was not offered last cannot be chosen', async () => {
    const { person, offers } = await aPhone()
    expect(() => person.chooses({ id: 'card' })).toThrow('there is no result card')
    await offers({ results: [card] })
    await offers({ results: [{ ...card, id: 'other' }] }, 'friend')
    expect(() => person.chooses({ id: 'card' })).toThrow('there is no result card')
  })

  test('does not go to a bot that is blocked, but to a friend', async () => {
    const { person, offers } = await aPhone()
    person.block()
    await offers({ results: [card] })
    expect(() => person.chooses({ id: 'card' })).toThrow('has blocked the bot')
    await chosen(person, offers, 'friend')
    expect(person.friend()).toHaveLength(1)
  })

  test('has buttons that tell the bot no message', async () => {
    const { telegram, person, offers } = await aPhone()
    const reply_markup = { inline_keyboard: [[{ text: 'Well', callback_data: 'w' }]] }
    await offers({ results: [{ ...card, reply_markup }] })
    person.chooses({ id: 'card' })
    person.tap('Well')
    const press = (await updates(telegram)).at(-1)
    expect(press).toMatchObject({ callback_query: { inline_message_id: expect.any(String) } })
    expect(press).not.toHaveProperty('callback_query.message')
  })
})

test('a link or the button above the results begins the chat', async () => {
  const { telegram, person } = await aPhone()
  person.start('offer')
  expect((await updates(telegram)).at(-1)).toMatchObject({ message: { text: '/start offer' } })
  person.start()
  expect((await updates(telegram)).at(-1)).toMatchObject({ message: { text: '/start' } })
})

test('somebody else can type and choose', async () => {
  const { telegram, person, answers } = await aPhone()
  const ask = async (path: string, body?: object) => {
    const init = body && { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(`${telegram.url}${path}`, init)
    return response.status === 204 ? undefined : response.json()
  }
  expect(await ask('/bot')).toEqual({ username: 'simulator_bot', inline: true })
  const path = `/people/${person.id}`
  const offer = ask(`${path}/types`, { words: 'norw', where: 'friend' })
  await expect.poll(() => queries(telegram)).toHaveLength(1)
  await answers((await queries(telegram))[0]?.id ?? '')
  expect(await offer).toMatchObject({ results: [{ id: 'card' }] })
  await ask(`${path}/choose`, { id: 'card' })
  await ask(`${path}/friend`, { text: 'well?' })
  expect(await ask(`${path}/friend`)).toMatchObject({
    messages: [{ text: 'Ask first' }, { text: 'well?' }],
  })
})

type Offers = (answer: object, where?: Where) => ReturnType<Person['types']>

async function aPhone(options: SimulatorOptions = {}) {
  const telegram = await newTelegram(options)
  const person = somebody(telegram)
  const offers: Offers = async (answer, where) => {
    const offer = person.types('norw', where)
    const inline_query_id = (await queries(telegram)).at(-1)?.id
    const done = await call(telegram, 'answerInlineQuery', {
      cache_time: 0,
      ...{ inline_query_id, ...answer },
    })
    expect(done).toMatchObject({ ok: true })
    return offer
  }
  const answers = (inline_query_id: string) =>
    call(telegram, 'answerInlineQuery', { inline_query_id, results: [card] })
  return { telegram, person, offers, answers }
}

async function chosen(person: Person, offers: Offers, where?: Where) {
  await offers({ results: [card] }, where)
  return person.chooses({ id: 'card' })
}

function many(count: number) {
  return Array.from({ length: count }, (_, at) => ({ ...card, id: String(at) }))
}

function button(start_parameter: string) {
  return { button: { text: 'Open', start_parameter } }
}

const Query = z.looseObject({ id: z.string(), chat_type: z.string() })

async function queries(telegram: Simulator) {
  const found = (await updates(telegram)).flatMap(({ inline_query }) => inline_query ?? [])
  return z.array(Query).parse(found)
}
