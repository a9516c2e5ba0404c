import { Api } from 'grammy/web'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { World } from '../../src/app/ports/world.ts'
import { createWords } from '../../src/content/words.ts'
import { deliver } from '../../src/entry/deliver.ts'
import { createLog } from '../../src/entry/log.ts'
import { takerOf } from '../../src/entry/taker.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { faultOfCall, loadShapes } from '../../src/simulator/wire/shapes.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { createPhone } from '../../src/telegram/phone.ts'
import { say } from '../bot.ts'
import { flawsOf } from '../flows/reader.ts'
import { idle } from '../idle.ts'
import { content, locales } from '../person.ts'
import { noteCalls, type StoreCall } from '../store-calls.ts'

const words = createWords(locales, content.languages)
const shapes = loadShapes()
const now = () => new Date('2026-11-30T12:00:00Z')

const Button = z.strictObject({ text: z.string(), url: z.string() })
const Article = z.strictObject({
  type: z.literal('article'),
  id: z.string(),
  title: z.string(),
  description: z.string(),
  input_message_content: z.strictObject({
    message_text: z.string(),
    parse_mode: z.literal('HTML'),
    link_preview_options: z.strictObject({ is_disabled: z.literal(true) }),
  }),
  reply_markup: z.strictObject({ inline_keyboard: z.tuple([z.tuple([Button])]) }),
})
const Answer = z.strictObject({
  inline_query_id: z.string(),
  results: z.array(Article),
  is_personal: z.literal(true),
  cache_time: z.literal(0),
  button: z.strictObject({ text: z.string(), start_parameter: z.string() }).optional(),
})

/** What Telegram says to one method. */
type Reply = { ok: true; result: unknown } | { ok: false; error_code: number; description: string }

/** Somebody who types behind the bot's name in any chat, and a Telegram that says what a story wants. */
function newTyping(replies: Record<string, Reply> = {}) {
  const asked: { method: string; payload: object }[] = []
  const api = new Api('1:x')
  const usual: Record<string, Reply> = {
    getMe: { ok: true, result: { id: 1, is_bot: true, username: 'a_bot' } },
  }
  api.config.use(async (_next, method, payload) => {
    expect(faultOfCall(shapes, method, payload)).toBeUndefined()
    asked.push({ method, payload })
    // The transformer stands for the network, which answers whatever the method promises.
    return JSON.parse(
      JSON.stringify(replies[method] ?? usual[method] ?? { ok: true, result: true }),
    )
  })
  const lines: string[] = []
  const world: World = {
    ...idle,
    content,
    readNumbers,
    ...createMemoryStore(now),
    phone: createPhone(api, words),
    now,
    log: createLog((line) => lines.push(line)),
  }
  let update = 0
  const raw = (query: string, more: object = {}) => {
    const from = { id: 601602603, is_bot: false, first_name: 'Kanarka', language_code: 'uk' }
    const inline_query = {
      id: `q${++update}`,
      from,
      query,
      offset: '',
      chat_type: 'group',
      ...more,
    }
    return { update_id: update, inline_query }
  }
  return {
    world,
    asked,
    replies,
    lines,
    raw,
    types: (query: string, more: object = {}) => deliver(world, raw(query, more)),
    answers: () =>
      asked
        .filter(({ method }) => method === 'answerInlineQuery')
        .map(({ payload }) => Answer.parse(payload)),
    methods: () => asked.map(({ method }) => method),
  }
}

/** One query for each card. */
const typed = ['pomocy', 'kaucja 300 zł', 'NIP 7740001454', 'KRAZ 12345', '']

/** What a person of this language is answered. */
async function answerTo(query: string, language_code?: string) {
  const typing = newTyping()
  const from = { id: 7, is_bot: false, first_name: 'x', ...(language_code && { language_code }) }
  await typing.types(query, { from })
  const [answer] = typing.answers()
  if (!answer) throw new Error('nobody answered')
  return answer
}

describe('an answer', () => {
  test('is the same card in every language, theirs first, each titled by its own', async () => {
    const { results, inline_query_id } = await answerTo('pomocy', 'uk')
    expect(inline_query_id).toBe('q1')
    expect(results.map(({ id }) => id)).toEqual(['uk', 'pl', 'en', 'ru'])
    const [first] = results
    expect(first?.title).toContain('Українська')
    expect(first?.title).toContain(say('inline:title.help', 'uk'))
    expect(first?.description).toBe(say('inline:sends', 'uk'))
  })

  test.each([
    ['pl', 'pl'],
    ['ru-RU', 'ru'],
    ['de', 'en'],
    [undefined, 'pl'],
  ])('to somebody whose Telegram speaks %s begins with %s', async (spoken, first) => {
    const { results, button } = await answerTo('', spoken)
    expect(results[0]?.id).toBe(first)
    expect(results).toHaveLength(content.languages.length)
    expect(button?.text).toBe(say('inline:enter.check', first))
  })

  test.each([
    ['pomocy', 'sos'],
    ['kaucja 300 zł, Kowalski', 'offer'],
    ['NIP 7740001454', 'employer'],
    ['KRAZ 12345', 'agency'],
    ['Kowalski', 'offer'],
  ])('to %j leads to the bot by the name of the flow alone', async (query, flow) => {
    const { results, button } = await answerTo(query)
    const links = results.map(({ reply_markup }) => reply_markup.inline_keyboard[0][0].url)
    expect(new Set(links)).toEqual(new Set([`https://t.me/a_bot?start=${flow}`]))
    expect(button?.start_parameter).toBe(flow)
  })

  test('holds no word of what was typed', async () => {
    const written = JSON.stringify(await answerTo('Kowalski, kaucja 301 zł, NIP 7740001454'))
    expect(written).not.toMatch(/Kowalski|301|7740001454/)
  })

  test('behind its end there is nothing more', async () => {
    const typing = newTyping()
    await typing.types('pomocy', { offset: '4' })
    expect(typing.answers()).toMatchObject([{ results: [] }])
  })

  test('is given in any chat, also where Telegram does not say in which', async () => {
    const typing = newTyping()
    for (const chat_type of ['sender', 'private', 'group', 'supergroup', 'channel', undefined])
      await typing.types('', { chat_type })
    expect(typing.answers().map(({ results }) => results.length)).toEqual([4, 4, 4, 4, 4, 4])
  })
})

describe('the words of a card', () => {
  const all = typed.flatMap((query) => content.languages.map((language) => ({ query, language })))

  test.each(all)(
    'to $query in $language have no flaw, and tell an onlooker nothing',
    async (one) => {
      const { results, button } = await answerTo(one.query, one.language)
      const flaws = results.flatMap(
        ({ title, description, input_message_content, reply_markup }) => {
          const html = input_message_content.message_text
          const screens = [html, title, description].map((text) => flawsOf(shown(text)))
          const labels = [...reply_markup.inline_keyboard[0], { text: button?.text ?? '' }]
          return [...screens.flat(), ...labels.filter(({ text }) => [...text].length > 30)]
        },
      )
      expect(flaws).toEqual([])
    },
  )

  test.each(all)('to $query in $language never say that all is well', async (one) => {
    const { results } = await answerTo(one.query, one.language)
    for (const { title, input_message_content } of results)
      expect(`${title} ${input_message_content.message_text}`).not.toMatch(allIsWell)
  })

  test('help names the emergency number, and no other number', async () => {
    const { results } = await answerTo('pomocy')
    for (const { input_message_content } of results)
      expect(input_message_content.message_text.match(/\d+/g)).toEqual(['112'])
  })
})

/** In every language: nothing found, no signs, safe, sure, honest, in order. */
const allIsWell =
  /nie ma|nie widać|nic nie (znal|widać)|brak znak|bezpieczn|pewn[aey]|uczciw|w porządku|nothing|no warning|no sign|found|safe|fine|honest|genuine|немає|не видно|нічого не (знайд|вид)|безпечн|надійн|чесн|гаразд|нет |не видно|ничего не (найд|вид)|безопасн|надёжн|честн|порядке/i

function shown(html: string) {
  return { html, text: html.replaceAll(/<\/?\w+>/g, ''), buttons: [] }
}

describe('nothing is kept of what somebody types', () => {
  const canaries = ['Kanarka', '601602603', 'Zbigniew', 'pomocy', '7740001454']

  test('neither a read nor a write of the table, whatever they type', async () => {
    const typing = newTyping()
    const nouns = Object.entries(createMemoryStore(now))
    const all = nouns.flatMap(([noun, port]) => Object.keys(port).map((name) => `${noun}.${name}`))
    expect(all).toContain('talks.load')
    const calls = noteCalls(typing.world, all as StoreCall[])
    for (const query of typed) await typing.types(`${query} Zbigniew`)
    expect(calls).toEqual([])
    expect(typing.answers()).toHaveLength(typed.length)
  })

  test('no word of it and nobody in the log, also when everything goes wrong', async () => {
    const typing = newTyping()
    for (const query of typed) await typing.types(`${query} Zbigniew`)
    const troubles: Reply[] = [
      { ok: false, error_code: 400, description: 'Bad Request: Kanarka typed pomocy Zbigniew' },
      { ok: false, error_code: 429, description: 'Too Many Requests: Zbigniew' },
      { ok: false, error_code: 502, description: 'Bad Gateway: Zbigniew' },
    ]
    for (const trouble of troubles) {
      typing.replies.answerInlineQuery = trouble
      await typing.types('pomocy Zbigniew 7740001454')
    }
    const log = typing.lines.join('\n')
    expect(typing.lines.length).toBeGreaterThan(typed.length)
    expect(canaries.filter((canary) => log.includes(canary))).toEqual([])
  })
})

describe('a query that cannot be answered is dropped', () => {
  const refused = (error_code: number, description: string): Reply => {
    return { ok: false, error_code, description }
  }
  const tooOld = 'Bad Request: query is too old and response timeout expired or query ID is invalid'

  test.each([
    ['too old', refused(400, tooOld), ['update']],
    ['too many requests', refused(429, 'Too Many Requests'), ['update', 'inline-dropped']],
    ['Telegram is in trouble', refused(502, 'Bad Gateway'), ['update', 'inline-dropped']],
    ['a mistake of ours', refused(400, 'Bad Request: RESULT_ID_INVALID'), ['update', 'bug']],
  ])('%s', async (_what, answerInlineQuery, events) => {
    const typing = newTyping({ answerInlineQuery })
    expect(await typing.types('pomocy')).toEqual({ kept: true })
    expect(typing.lines.map((line) => JSON.parse(line).event)).toEqual(events)
    expect(typing.methods()).toEqual(['getMe', 'answerInlineQuery'])
  })
})

describe("the bot's own name", () => {
  test('is asked once, not for each letter', async () => {
    const typing = newTyping()
    await Promise.all(['p', 'po', 'pom'].map((query) => typing.types(query)))
    await typing.types('pomo')
    expect(typing.methods().filter((method) => method === 'getMe')).toEqual(['getMe'])
    expect(typing.answers()).toHaveLength(4)
  })

  test.each<[string, Reply]>([
    ['is refused', { ok: false, error_code: 500, description: 'Internal Server Error' }],
    ['is none', { ok: true, result: true }],
  ])('that %s leaves no card, but the way into the private chat', async (_what, getMe) => {
    const typing = newTyping({ getMe })
    expect(await typing.types('pomocy')).toEqual({ kept: true })
    expect(typing.answers()).toMatchObject([{ results: [], button: { start_parameter: 'sos' } }])
  })

  test('that was refused once is asked anew', async () => {
    const typing = newTyping({
      getMe: { ok: false, error_code: 500, description: 'Internal Server Error' },
    })
    await typing.types('pomocy')
    delete typing.replies.getMe
    await typing.types('pomocy')
    expect(typing.answers().map(({ results }) => results.length)).toEqual([0, 4])
  })
})

test('what is typed elsewhere passes beside those who talk', () => {
  const { world, raw } = newTyping()
  expect(takerOf(world).rankOf(raw('pomocy'))).toBe('passing')
})
