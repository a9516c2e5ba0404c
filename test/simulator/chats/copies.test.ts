import { describe, expect, test } from 'vitest'
import type { Anything } from '../../../src/simulator/people/anything.ts'
import type { Sample } from '../../../src/simulator/people/samples.ts'
import { call, newTelegram, somebody, updates } from '../telegram.ts'

const refused = { error_code: 400, description: "Bad Request: message can't be copied" }
const quiz = {
  ...{ id: '1', question: 'Is it legal?', type: 'quiz', total_voter_count: 0, is_closed: false },
  ...{ is_anonymous: true, allows_multiple_answers: false, allows_revoting: false },
  ...{ members_only: false, options: [{ persistent_id: '1', text: 'No', voter_count: 0 }] },
}

describe('a copy', () => {
  test.each<Sample>([
    ...(['contact', 'location', 'venue', 'poll', 'checklist', 'voice', 'video'] as const),
    ...(['video_note', 'sticker', 'story', 'document', 'rich_message'] as const),
  ])('brings %s', async (kind) => {
    const { copy, person, other } = await twoPhones()
    expect(await copy(person.sendSample(kind))).toMatchObject({ ok: true })
    const [from, to] = [person, other].map((one) => one.chat().at(-1))
    expect({ card: to?.card, file: to?.file }).toEqual({ card: from?.card, file: from?.file })
  })

  test('brings neither the way it came nor what it answers', async () => {
    const { copy, person, other } = await twoPhones()
    const replyTo = person.send('first')
    await copy(person.send('second', { forwarded: true, replyTo }))
    expect(other.chat().at(-1)).toEqual({
      ...{ id: expect.any(Number), from: 'bot', personId: 1, name: 'Simulator Bot' },
      ...{ text: 'second', html: 'second', buttons: [], date: expect.any(Number), edited: false },
    })
  })

  test('has another caption where one is given', async () => {
    const { copy, person, other } = await twoPhones()
    await copy(person.sendPhoto('mine'), { caption: 'ours' })
    expect(other.chat().at(-1)).toMatchObject({ photo: true, text: 'ours' })
  })

  test.each<[string, Anything]>([
    ['a quiz, of which no bot knows the answer', { poll: quiz }],
    [
      'a bill',
      {
        invoice: {
          title: 'x',
          description: 'x',
          start_parameter: '',
          currency: 'EUR',
          total_amount: 1,
        },
      },
    ],
    ['paid pictures', { paid_media: { star_count: 1, paid_media: [] } }],
    ['prizes', { giveaway: { chats: [], winners_selection_date: 1, winner_count: 1 } }],
  ])('is not made of %s', async (_what, content) => {
    const { copy, person } = await twoPhones()
    expect(await copy(person.sendAny(content))).toMatchObject(refused)
  })

  test('is made of a quiz whose answer is known', async () => {
    const { copy, person } = await twoPhones()
    const poll = { ...quiz, correct_option_ids: [0] }
    expect(await copy(person.sendAny({ poll }))).toMatchObject({ ok: true })
  })

  test("is not made of Telegram's own lines", async () => {
    const { telegram, copy, person } = await twoPhones()
    person.pin(person.send('this'))
    const line = (await updates(telegram)).at(-1)?.message?.message_id ?? 0
    expect(await copy(line)).toMatchObject(refused)
  })

  test('of the long words of who pays Telegram is made only as they are', async () => {
    const { copy, person, other } = await twoPhones()
    const photo = [{ file_id: 'a', file_unique_id: 'a', width: 1, height: 1, file_size: 1 }]
    const long = person.sendAny({ photo, caption: 'x'.repeat(1025) })
    const reply_parameters = { message_id: other.chat()[0]?.id }
    expect((await copy(long, { reply_parameters })).description).toBe(
      'Bad Request: message caption is too long',
    )
    expect(await copy(long)).toMatchObject({ ok: true })
  })
})

/** Somebody who pays Telegram and somebody who does not, and a way from the one to the other. */
async function twoPhones() {
  const telegram = await newTelegram()
  const person = telegram.person({ name: 'Ola', premium: true })
  person.send('/start')
  const other = somebody(telegram, 'Olena')
  const copy = (message_id: number, more = {}) =>
    call(telegram, 'copyMessage', {
      chat_id: other.id,
      from_chat_id: person.id,
      message_id,
      ...more,
    })
  return { telegram, person, other, copy }
}
